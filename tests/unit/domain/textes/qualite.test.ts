import { expect, test } from 'vitest';

import {
  absencesEnMots,
  causeEnMots,
  controlesEnMots,
  fichesCacheesEnMots,
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

test('a cause has its words and their meaning; an unknown one stays as it is', () => {
  expect(causeEnMots(null).titre).toBe('Au moins un chiffre');
  expect(causeEnMots('sous_le_seuil')).toEqual({
    titre: 'Trop peu de jeunes pour publier un chiffre',
    explication: expect.stringContaining('20\u00a0jeunes') as string,
  });
  expect(causeEnMots('nouvelle_cause')).toEqual({ titre: 'nouvelle_cause' });
});

const secret = {
  cellules_sous_le_seuil: 2281,
  cellules_sans_effectif: 1,
  cellules_protegees: { promotions_cumulees: 5, nationale_regions: 20, region_etablissements: 300 },
  agregats_caches: 7,
  verification: {
    fichiers: 22686,
    fiches: 515186,
    sommes: 6215,
    contradictoires: 0,
    inconnues: 2829,
    equations: 9,
    trouve: 0,
  },
} as const;

test('the checks of the edition say what they compared (docs/decisions/0007)', () => {
  expect(controlesEnMots({ secret }).map(({ compare, trouve }) => ({ compare, trouve }))).toEqual([
    {
      compare: '22\u202f686\u00a0fichiers relus, 515\u202f186\u00a0fiches comparées à la liste des fiches cachées',
      trouve: 0,
    },
    {
      compare: '6\u202f215\u00a0sommes de fiches publiées\u202f; 2\u202f829\u00a0chiffres cachés y entrent',
      trouve: 0,
    },
  ]);
  const none = { ...secret, verification: { ...secret.verification, inconnues: 0 } };
  expect(controlesEnMots({ secret: none })[1]?.compare).toContain("aucun chiffre caché n'y entre");
});

test('records are hidden for one of three reasons, those that protect others together', () => {
  expect(fichesCacheesEnMots({ secret }).map(({ nombre }) => nombre)).toEqual([2281, 1, 325]);
});
