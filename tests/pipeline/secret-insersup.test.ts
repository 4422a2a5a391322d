import { beforeAll, describe, expect, test } from 'vitest';

import { build, rawFolder, readTree } from './build-folder.ts';
import { differences, withoutBytes } from './compare.ts';

/**
 * The proof of secret.test.ts for higher education: two raw folders whose hidden cohorts alone have other figures, unknown ones included, give
 * the same output tree, byte for byte.
 */
type Counts = readonly [sortants: string, poursuivants: string, emploi: string, autres: string, salaire: string];

const NATIONAL =
  'source;uo_lib;promo;diplome;nationalite;genre;obtention_diplome;regime_inscription;nb_sortants;nb_poursuivants;' +
  'nb_sortants_en_emploi_sal_fr_6;nb_sortants_en_emploi_sal_fr_12;nb_sortants_en_emploi_sal_fr_18;nb_sortants_en_emploi_sal_fr_24;' +
  'salaire_q1_12;salaire_q2_12;salaire_q3_12';
const ECOLES =
  'diplome;etablissement;denomination_principale;annee_universitaire;nb_inscrits;nb_diplomes;nb_sortants;nb_poursuivants;' +
  'nb_in_dsn_6;nb_in_dsn_12;nb_in_dsn_18;nb_in_dsn_24;salaire_q1_national_diplome_12;salaire_q2_national_diplome_12;salaire_q3_national_diplome_12';

const national = (promo: string, [sortants, poursuivants, emploi, autres, salaire]: Counts): string =>
  ['insersup;National', promo, '2599981;ensemble;ensemble;ensemble;ensemble', sortants, poursuivants, emploi]
    .concat([autres, autres, autres, salaire, salaire, salaire])
    .join(';');
const ecole = (
  uai: string,
  inscrits: string,
  [sortants, poursuivants, emploi, autres, salaire]: Counts,
  diplomes = '9',
): string =>
  ['2599981', uai, 'UNIVERSITE', '2021-2022', inscrits, diplomes, sortants, poursuivants, emploi, autres, autres, 'na']
    .concat([salaire, salaire, salaire])
    .join(';');

/** Shown records, and hidden ones: national of 15, schools of 19 and of unknown size. */
async function treeOf(hidden: {
  national: Counts;
  ecole: Counts;
  inconnue: Counts;
  diplomes?: string;
}): Promise<Map<string, string>> {
  const rawDir = rawFolder({
    'n_type_diplome_sise.csv': ['TYPE_DIPLOME_SISE|NIVEAU_INTERMINISTERIEL|LIBELLE_COURT', 'XB|2|MAST LMD'],
    'n_diplome_sise.csv': [
      'DIPLOME_SISE|TYPE_DIPLOME_SISE|LIBELLE_INTITULE_1|DATE_FERMETURE',
      '2599981|XB|SCIENCES DU GOUT|',
    ],
    'fr-esr-insersup.csv': [
      NATIONAL,
      national('2021', ['60', '40', '50', '52', '1900']),
      national('2022', hidden.national),
    ],
    'insersup-etablissement.csv': [
      ECOLES,
      ecole('0359991V', '50', ['30', '20', '20', '21', '1900']),
      ecole('0359992W', '19', hidden.ecole, hidden.diplomes),
      ecole('0359993X', 'nd', hidden.inconnue, hidden.diplomes),
    ],
  });
  return withoutBytes(readTree((await build(rawDir)).outDir));
}

const HIDDEN = {
  national: ['9', '6', '5', '7', '98765'],
  ecole: ['11', '8', '5', '7', '98765'],
  inconnue: ['11', '8', '5', '7', '98765'],
} as const;

describe('hidden cohorts of higher education', () => {
  let base: Map<string, string>;
  beforeAll(async () => {
    base = await treeOf(HIDDEN);
  });

  test.each([
    [
      'other counts',
      {
        national: ['5', '10', '1', '2', '98766'],
        ecole: ['3', '16', '0', '3', '98767'],
        inconnue: ['300', '200', '100', '7', '98767'],
      },
    ],
    [
      'everybody leaves or continues',
      {
        national: ['15', '0', '0', '15', '98766'],
        ecole: ['0', '19', '0', '0', '1'],
        inconnue: ['0', '8', '0', '0', '1'],
      },
    ],
    [
      'counts that the source does not know',
      {
        national: ['9', '6', 'nd', 'nd', 'nd'],
        ecole: ['nd', 'na', 'nd', 'na', 'nd'],
        inconnue: ['nd', 'nd', 'nd', 'nd', 'nd'],
      },
    ],
    [
      'counts that contradict each other',
      {
        national: ['9', '6', '12', '14', '98765'],
        ecole: ['18', '18', '18', '18', '98765'],
        inconnue: ['1', '8', '5', '7', '98765'],
      },
    ],
  ] as const)('%s give the same output tree, byte for byte', async (_, hidden) => {
    expect(differences(base, await treeOf({ ...hidden, diplomes: '12' }))).toEqual([]);
  });

  test('the comparison sees a cohort that reaches the threshold', async () => {
    expect(differences(base, await treeOf({ ...HIDDEN, national: ['14', '6', '5', '7', '98765'] }))).toContain(
      'formations/master-sciences-du-gout-2599981.json',
    );
  });

  test('no figure of a hidden cohort is found anywhere', () => {
    expect([...base].filter(([, text]) => text.includes('98765')).map(([path]) => path)).toEqual([]);
    expect(base.get('formations/master-sciences-du-gout-2599981.json')).toContain('"nb_annee_term":15');
  });
});
