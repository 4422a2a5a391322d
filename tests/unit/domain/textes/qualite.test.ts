import { expect, test } from 'vitest';

import { absencesEnMots, motifEnMots, nomDeFiliere, nomDeMaille } from '../../../../src/domain/textes/qualite.ts';

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
