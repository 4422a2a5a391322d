import { expect, test } from 'vitest';

import {
  absencesEnMots,
  motifEnMots,
  nomDeFiliere,
  nomDeMaille,
  nomDeMesure,
  nomDeNature,
  surTotal,
} from '../../../../src/domain/textes/qualite.ts';

test.each([
  ['pro', 'au lycée'],
  ['ensemble (cfa)', 'ensemble\u00a0: les apprentis du CFA'],
  ['autre chose', 'autre chose'],
])('the track %s of the report is said « %s »', (filiere, words) => {
  expect(nomDeFiliere(filiere)).toBe(words);
});

test('an unknown reason of the report is shown as it is', () => {
  expect(motifEnMots('code_inconnu')).toContain('inconnu');
  expect(motifEnMots('nouveau_motif')).toBe('nouveau_motif');
  expect(nomDeMaille('regions')).toBe('Régions additionnées');
});

test('reasons of absence come most frequent first', () => {
  expect(absencesEnMots({ hors_dispositif: 2, sous_le_seuil: 1200 })).toEqual([
    '1\u202f200\u00a0: trop peu de jeunes pour publier un chiffre',
    "2\u00a0: diplôme que l'enquête ne suit pas",
  ]);
});

test.each([
  ['taux_emploi_6_mois', "Taux d'emploi 6\u00a0mois après"],
  ['part_emploi', 'Part des jeunes qui travaillaient 6\u00a0mois après'],
  ['nb_annee_term', 'Nombre de jeunes en dernière année'],
  ['autre_mesure', 'autre_mesure'],
])('the figure %s is said « %s »', (mesure, words) => {
  expect(nomDeMesure(mesure)).toBe(words);
});

test('counts of coverage are said out of all, schools by their nature', () => {
  expect(surTotal({ avec_chiffres: 1200, total: 3456 })).toBe('1\u202f200 sur 3\u202f456');
  expect(nomDeNature('cfa')).toBe("Centres de formation d'apprentis");
  expect(nomDeNature('autre_nature')).toBe('autre_nature');
});
