import { describe, expect, test } from 'vitest';
import type { TypeDeValeur } from '../../../../src/pipeline/kinds.ts';
import { lecteurDeMesure } from '../../../../src/pipeline/reader/measures.ts';
import { lecteur, toCsvCell } from '../../../../src/pipeline/reader/values.ts';

type Simple = Exclude<TypeDeValeur, 'mesure'>;

/** The normalised text, `refus: …`, or `fault`. */
function readCell(type: Simple, cell: string): string {
  const result = lecteur(type, false)(cell);
  if (typeof result === 'string') return result;
  return result.refus === undefined ? 'fault' : `refus: ${result.refus}`;
}

const refused = 'refus: valeur_fractionnaire';

describe('numbers', () => {
  test.each<[Simple, string, string]>([
    ['pourcentage', '30', '30'],
    ['pourcentage', '30.0', '30'],
    ['pourcentage', '30,00', '30'],
    ['pourcentage', '007', '7'],
    ['pourcentage', '0', '0'],
    ['pourcentage', '-0', '0'],
    ['pourcentage', '100', '100'],
    ['pourcentage', '100.0', '100'],
    ['pourcentage', '30.5', refused],
    ['pourcentage', '54,6', refused],
    ['pourcentage', '101', 'fault'],
    ['pourcentage', '100.5', 'fault'],
    ['pourcentage', '-1', 'fault'],
    ['pourcentage', '1O', 'fault'],
    ['pourcentage', '12,3,4', 'fault'],
    ['pourcentage', '30 %', 'fault'],
    ['pourcentage', 'NaN', 'fault'],
    ['pourcentage', 'inf', 'fault'],
    ['pourcentage', '1e1', 'fault'],
    ['pourcentage', '*', 'fault'],
    ['entier', '1234', '1234'],
    ['entier', '1 234', 'fault'],
    ['entier', '-3', 'fault'],
    ['entier', '2.5', refused],
    ['entier', '99999999999', 'fault'],
    ['valeur_ajoutee', '-12', '-12'],
    ['valeur_ajoutee', '-4.0', '-4'],
    ['valeur_ajoutee', '-101', 'fault'],
    ['valeur_ajoutee', '1.5', refused],
    ['decimal', '54,60', '54.6'],
    ['decimal', '-1.929', '-1.929'],
    ['decimal', '1.2.3', 'fault'],
  ])('%s %s → %s', (type, cell, expected) => expect(readCell(type, cell)).toBe(expected));

  test.each([[''], ['nd'], ['na'], ['ns'], ['-']])('absence "%s" stays what it is', (absence) => {
    expect(readCell('pourcentage', absence)).toBe(absence);
    expect(readCell('entier', absence.toUpperCase())).toBe(absence);
  });
});

describe('InserSup marks (RULES § 16)', () => {
  test.each([
    ['82 *', '82 *'],
    ['82*', '82 *'],
    ['17 **', '17 **'],
    ['48', '48'],
    ['*', '*'],
    ['**', '**'],
    ['nd *', 'nd *'],
    ['NA', 'na'],
    ['', ''],
    ['82 ***', 'fault'],
    ['8 2 *', 'fault'],
    ['1.5 *', refused],
    ['-4', 'fault'],
  ])('%s → %s', (cell, expected) => expect(readCell('entier_insersup', cell)).toBe(expected));
});

describe('codes and words', () => {
  test.each<[Simple, string, string]>([
    ['cfd', '40033299', '40033299'],
    ['cfd', '46X25201', '46X25201'],
    ['cfd', '4003329', 'fault'],
    ['cfd', '40033299S', 'fault'],
    ['cfd', '4003329a', 'fault'],
    ['mefstat11', '23830033299', '23830033299'],
    ['mefstat11', '2383003329', 'fault'],
    ['mef', '26Z2299931', '26Z2299931'],
    ['sise', '2599901', '2599901'],
    ['sise', '259990', 'fault'],
    ['sise', 'all', 'fault'],
    ['sise_ou_all', 'all', 'all'],
    ['uai', '0692717d', '0692717D'],
    ['uai', '0692717E', 'refus: uai_invalide'],
    ['uai', '69271D', 'refus: uai_invalide'],
    ['uai', '', 'refus: uai_invalide'],
    ['region_academique', '10', '10'],
    ['region_academique', '99', 'refus: region_inconnue'],
    ['region_academique', '', 'refus: region_inconnue'],
    ['filiere', 'voie_pro_sco_agri', 'voie_pro_sco_agri'],
    ['filiere', 'voie_pro', 'fault'],
    ['perimetre', 'Ensemble', 'ensemble'],
    ['perimetre', 'dont élèves en voie pro sco', 'dont voie pro sco'],
    ['perimetre', 'dont apprentis', 'dont apprentis'],
    ['perimetre', 'dont filles', 'fault'],
    ['texte_ou_null', 'null', ''],
    ['texte', 'null', 'null'],
    ['texte', 'A\tB', 'A B'],
    ['texte', 'A\u0007B', 'fault'],
    ['texte', 'l\u0092atelier', 'l\u0092atelier'],
    ['code_3', '46Q', '46Q'],
    ['code_3', '46', 'fault'],
    ['code_5', 'G0003', 'G0003'],
    ['code_2', 'xb', 'fault'],
    ['id_mesure', 'nb_sortant', 'nb_sortant'],
    ['id_mesure', 'devenir_part_poursuite_etudes', 'DEVENIR_part_poursuite_etudes'],
    ['id_mesure', 'nb_sortants', 'fault'],
    ['id_mesure', 'nb_en_emploi_30_mois', 'nb_en_emploi_30_mois'],
    ['id_mesure', 'nb_inconnu', 'nb_inconnu'],
    ['id_mesure', 'nb inconnu', 'fault'],
  ])('%s %s → %s', (type, cell, expected) => expect(readCell(type, cell)).toBe(expected));
});

describe('millésimes', () => {
  test.each([
    ['2023', '2023'],
    ['2019_2020', '2019_2020'],
    ['2019-2020', '2019_2020'],
    ['cumul 2023-2024', '2023_2024'],
    ['2021,2022', '2021_2022'],
    ['2021, 2022', '2021_2022'],
    ['2019_2021', 'fault'],
    ['2020_2019', 'fault'],
    ['2O23', 'fault'],
    ['23', 'fault'],
    ['1999', 'fault'],
    ['cumul', 'fault'],
  ])('%s → %s', (cell, expected) => expect(readCell('millesime', cell)).toBe(expected));
});

describe('dates', () => {
  test.each([
    ['31/08/2024', '2024-08-31'],
    ['2024-08-31', '2024-08-31'],
    ['2024-08-31 00:00:00', '2024-08-31'],
    ['2024-08-31T22:00:00.000Z', '2024-08-31'],
    ['null', ''],
    ['', ''],
    ['31/02/2024', 'fault'],
    ['2024-13-01', 'fault'],
    ['31/08/24', 'fault'],
    ['2024-08-311', 'fault'],
    ['aujourd’hui', 'fault'],
  ])('%s → %s', (cell, expected) => expect(readCell('date', cell)).toBe(expected));
});

describe('the measure says what its value may be (RULES § 2)', () => {
  test.each([
    ['nb_sortant', '1200', true],
    ['nb_sortant', '-1', false],
    ['taux_rupture_contrats', '12', true],
    ['taux_rupture_contrats', '120', false],
    ['DEVENIR_part_en_emploi_6_mois', '101', false],
    ['salaire_TS_Q2_12_mois', '1430', true],
    ['mesure_inconnue', '-12.5', true],
    ['mesure_inconnue', 'abc', false],
  ])('%s = %s: %s', (mesure, cell, accepted) => {
    expect(typeof lecteurDeMesure(mesure)(cell) === 'string').toBe(accepted);
  });
});

test('cells of the normalised file are quoted as RFC 4180 wants', () => {
  expect(['a', 'a,b', 'a "b"', ' a\r\n b '.trim()].map(toCsvCell)).toEqual(['a', '"a,b"', '"a ""b"""', 'a b']);
});
