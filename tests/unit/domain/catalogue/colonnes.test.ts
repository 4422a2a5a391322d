import { describe, expect, test } from 'vitest';

import { reconnaitreColonnes } from '../../../../src/domain/catalogue/colonnes.ts';

const genres = (entetes: string[], lignes: string[][] = []): string[] =>
  reconnaitreColonnes(entetes, lignes).map(({ nom, genre, par }) => `${nom}:${genre}:${par}`);

describe('columns are recognised by their name', () => {
  test.each([
    ['cfd', 'cfd'],
    ['Code CFD', 'cfd'],
    ['CODE_FORMATION_DIPLOME', 'cfd'],
    ['MEFSTAT 11', 'mef11'],
    ['code_mef_stat_11', 'mef11'],
    ['Code SISE', 'sise'],
    ['rncp_code', 'rncp'],
    ['Numéro RNCP', 'rncp'],
    ['UAI', 'uai'],
    ["Identifiant de l'établissement", 'uai'],
    ['etablissement_formateur_uai', 'uai'],
  ])('%s holds %s', (nom, genre) => {
    expect(genres(['id', nom])).toEqual([`${nom}:${genre}:nom`]);
  });

  test.each(['cfd_outdated', 'cfd_date_fermeture', 'bcn_mefs_10', 'mef10', 'niveau', 'uai_valide'])(
    '%s holds no code',
    (nom) => {
      expect(genres([nom])).toEqual([]);
    },
  );

  test('the apprenticeship catalogue: the place of the course comes before who trains, who manages last', () => {
    expect(
      genres(['etablissement_gestionnaire_uai', 'etablissement_formateur_uai', 'cfd', 'rncp_code', 'uai_formation']),
    ).toEqual([
      'cfd:cfd:nom',
      'rncp_code:rncp:nom',
      'uai_formation:uai:nom',
      'etablissement_formateur_uai:uai:nom',
      'etablissement_gestionnaire_uai:uai:nom',
    ]);
  });
});

describe('without a known name, the cells are looked at', () => {
  test('codes and schools are found by their shape', () => {
    const lignes = [
      ['CAP Boulanger', '50022137', '0350777E', '20240901'],
      ['CAP Cuisine', '1022103', '0010856A', '20240902'],
    ];
    const entetes = ['titre', 'diplôme', 'lieu', 'rentrée'];
    expect(genres(entetes, lignes.slice(1))).toEqual(['diplôme:cfd:valeurs', 'lieu:uai:valeurs']);
  });

  test('a date, a postcode, a SIRET or words are no code', () => {
    expect(genres(['a', 'b', 'c', 'd'], [['20240901', '35000', '12345678901234', 'CAP']])).toEqual([]);
  });

  test('a column where one cell in two looks like a code is none', () => {
    expect(genres(['a'], [['50022137'], ['x']])).toEqual([]);
  });
});
