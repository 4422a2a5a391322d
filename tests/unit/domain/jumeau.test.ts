import { expect, test } from 'vitest';

import type { Fiche, FicheEnsemble } from '../../../src/domain/fiche.ts';
import { MESURES } from '../../../src/domain/indicateurs.ts';
import {
  cellulesDuChiffre,
  COLONNES_DU_JUMEAU,
  nomDuDenominateur,
  toLignesLongues,
} from '../../../src/domain/telechargements/jumeau.ts';

const fiche: Fiche = {
  code_certification: '50022190',
  code_certification_type: 'cfd',
  filiere: 'apprentissage',
  donnee_source: { code_certification: '50022180', type: 'ancienne' },
  uai_donnee: '0010856A',
  maille: 'etablissement',
  uai: '0692717D',
  millesime: '2022_2023',
  source: 'inserjeunes',
  nb_annee_term: 40,
  parts: { emploi: 0, formation: 60, autre: 40, calcul: 'source' },
  nb_sortant: 16,
  taux_autres_12_mois: 30,
  taux_emploi_6_mois: null,
  absences: { taux_emploi_6_mois: 'sous_le_seuil' },
};

const lire = (fiches: (Fiche | FicheEnsemble)[], absence?: 'sous_le_seuil'): Record<string, unknown>[] =>
  toLignesLongues(fiches, absence).flatMap(({ qui, chiffres, origine }) =>
    chiffres.map((chiffre) => {
      const cellules = [...qui, ...cellulesDuChiffre(chiffre), ...origine];
      return Object.fromEntries(COLONNES_DU_JUMEAU.map((colonne, rang) => [colonne, cellules[rang]]));
    }),
  );
const ligne = (mesure: string): Record<string, unknown> | undefined =>
  lire([fiche]).find((entry) => entry.mesure === mesure);

test('one line for the headcount, the three shares and each figure of the record, in that order', () => {
  expect(lire([fiche]).map(({ mesure }) => mesure)).toEqual([
    'nb_annee_term',
    'part_emploi_6_mois',
    'part_formation',
    'part_autre_6_mois',
    'nb_sortant',
    'taux_autres_12_mois',
    'taux_emploi_6_mois',
  ]);
});

test('a share of zero is a figure, with its denominator and the number of pupils', () => {
  expect(ligne('part_emploi_6_mois')).toMatchObject({
    valeur: 0,
    unite: '%',
    denominateur: 'nb_annee_term',
    effectif: 40,
  });
});

test('a hidden rate is empty with its reason; its denominator is the leavers', () => {
  expect(ligne('taux_emploi_6_mois')).toMatchObject({
    valeur: null,
    absence: 'sous_le_seuil',
    denominateur: 'nb_sortant',
    effectif: 16,
  });
});

test('« autre situation » beyond 6 months carries its warning, and nothing else does (PRODUCT § 5.5)', () => {
  const warned = lire([fiche]).filter(({ avertissement }) => avertissement !== undefined);
  expect(warned.map(({ mesure }) => mesure)).toEqual(['taux_autres_12_mois']);
});

test('figures that come from another code or school say so on each line (PRODUCT § 5.4)', () => {
  for (const entry of lire([fiche])) {
    expect(entry).toMatchObject({
      donnee_source_type: 'ancienne',
      donnee_source_code_certification: '50022180',
      uai_donnee: '0010856A',
    });
  }
});

test('without any record one line says why', () => {
  expect(lire([], 'sous_le_seuil').map(({ absence, valeur }) => [absence, valeur])).toEqual([
    ['sous_le_seuil', undefined],
  ]);
});

test('every percentage has a denominator', () => {
  const sans = MESURES.filter((mesure) => mesure.startsWith('taux_') && nomDuDenominateur(mesure) === undefined);
  expect(sans).toEqual([]);
  expect(nomDuDenominateur('taux_emploi_12_mois')).toBe('nb_sortant');
  expect(nomDuDenominateur('taux_rupture_contrats')).toBe("les contrats d'apprentissage");
});
