import { describe, expect, test } from 'vitest';
import { KINDS, colonnesNormalisees, getKind } from '../../../../src/pipeline/kinds.ts';
import { millesimeInName, recognise } from '../../../../src/pipeline/reader/recognise.ts';

describe('a file is recognised by the beginning of its name', () => {
  test.each([
    ['inserjeunes-national.csv', 'inserjeunes_national'],
    ['inserjeunes-regional.2023.csv', 'inserjeunes_regional'],
    ['INSERJEUNES-REGIONAL.CSV', 'inserjeunes_regional'],
    ['inserjeunes-etablissement.txt', 'inserjeunes_etablissement'],
    ['fr-en-inserjeunes-lycee_pro-formation-fine.csv', 'lycee_pro_formation_fine'],
    ['fr-en-inserjeunes-lycee_pro-formation-fine.extrait.csv', 'lycee_pro_formation_fine'],
    ['fr-en-inserjeunes-lycee_pro.csv', 'lycee_pro_etablissement'],
    ['fr-en-inserjeunes-lycee_pro-2024.csv', 'lycee_pro_etablissement'],
    ['depp-2022-etablissements-2018_2019-pro.csv', 'lycee_pro_etablissement'],
    ['depp-2022-etablissements-2018_2019-apprentissage.csv', 'cfa_etablissement'],
    ['fr-en-inserjeunes-cfa.csv', 'cfa_etablissement'],
    ['fr-esr-insersup.csv', 'insersup_open_data'],
    ['fr-esr-insersup_2026.csv', 'insersup_open_data'],
    ['insersup-etablissement.csv', 'insersup_etablissement'],
    ['n_formation_diplome.csv', 'n_formation_diplome'],
    ['N_FORMATION_DIPLOME_2025.csv', 'n_formation_diplome'],
    ['n_formation_diplome_enquete_51.csv', 'n_formation_diplome_enquete_51'],
    ['v_formation_diplome (1).csv', 'v_formation_diplome'],
    ['n_mef.csv', 'n_mef'],
    ['n_mef_2025.csv', 'n_mef'],
    ['n_niveau_formation_diplome_2022_latin1.csv', 'n_niveau_formation_diplome'],
    ['n_diplome_sise.csv', 'n_diplome_sise'],
    ['n_type_diplome_sise.extrait.csv', 'n_type_diplome_sise'],
    ['acce_etablissements.extrait-1-ligne_latin1.csv', 'acce_etablissements'],
    ['fr-en-annuaire-education.extrait-35.csv', 'annuaire_education'],
    ['catalogue-apprentissage.csv', 'catalogue_apprentissage'],
    ['kit_apprentissage.csv', 'kit_apprentissage'],
    ['certif_info.csv', 'certif_info'],
  ])('%s is %s', (name, kind) => expect(recognise(name)).toEqual({ kind }));

  test.each([
    ['lisez-moi.txt', 'nom inconnu'],
    ['n_mef_stat_11.csv', 'nom inconnu'],
    ['n_dispositif_formation_2022_latin1.csv', 'nom inconnu'],
    ['fr-en-inserjeunes-cfa-formation_fine.csv', 'nom inconnu'],
    ['depp-2022-provisoire.csv', 'nom inconnu'],
    ['n_mef.csv.gz', 'nom connu, mais ni .csv ni .txt'],
    ['fr-esr-insersup.json', 'nom connu, mais ni .csv ni .txt'],
  ])('%s is ignored: %s', (name, ignore) => expect(recognise(name)).toEqual({ ignore }));
});

describe('the year of a DEPP table is in its name', () => {
  test.each([
    ['depp-2022-etablissements-2018_2019-pro.csv', '2018_2019'],
    ['depp-2024-etablissements-2022-2023-apprentissage.csv', '2022_2023'],
    ['depp-2022-etablissements-pro.csv', undefined],
    ['depp-2022-etablissements-2018_2020-pro.csv', undefined],
  ])('%s → %s', (name, millesime) => expect(millesimeInName(name)).toBe(millesime));
});

describe('the kinds', () => {
  test('each has columns of its own, then where the record comes from', () => {
    for (const kind of KINDS) {
      const columns = colonnesNormalisees(kind);
      expect(new Set(columns).size, kind.nom).toBe(columns.length);
      expect(columns.slice(-2)).toEqual(['fichier', 'ligne']);
      expect(columns.join()).toMatch(/^[a-z0-9_,]+$/);
    }
  });

  test('an accepted spelling means one column only', () => {
    for (const kind of KINDS) {
      const spellings = kind.colonnes.flatMap((colonne) => [colonne.nom, ...colonne.entetes]);
      expect(new Set(spellings).size, kind.nom).toBe(spellings.length);
    }
  });

  test('eight carry figures', () => {
    expect(KINDS.filter((kind) => kind.porte_des_chiffres)).toHaveLength(8);
    expect(getKind('n_mef').porte_des_chiffres).toBe(false);
  });

  test('an unknown name is a mistake of the program', () => {
    expect(() => getKind('n_rien' as 'n_mef')).toThrow('unknown kind: n_rien');
  });
});
