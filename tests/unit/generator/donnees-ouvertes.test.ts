import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import { folder, number, read, type Row, useFolder } from './raw-folder.ts';

useFolder();

describe('open data by school', () => {
  const cfa = (): Row[] => read('fr-en-inserjeunes-cfa.csv');

  test('CFA have six cumuls and numbers such as 30.0', () => {
    const rows = cfa();
    expect(new Set(rows.map((row) => row['Année'])).size).toBe(6);
    expect(rows.every((row) => /^(\d+\.0)?$/.test(row['Taux poursuite études'] ?? 'x'))).toBe(true);
  });

  test('the value added is the gap with the expected rate, one point off at most, cut at ±12', () => {
    const known = cfa().filter((row) => row['VA emploi 6 mois'] !== '');
    expect(known.length).toBeGreaterThan(200);
    for (const row of known) {
      const gap = Number(row['Taux emploi 6 mois']) - Number(row['Taux emploi 6 mois attendu']);
      const va = Number(row['VA emploi 6 mois']);
      expect(Math.abs(va - Math.max(-12, Math.min(12, gap)))).toBeLessThanOrEqual(1);
      expect(Math.abs(va)).toBeLessThanOrEqual(12);
    }
  });

  test('the rate of employment is missing more often than further study, never the contrary', () => {
    const rows = [...cfa(), ...read('fr-en-inserjeunes-lycee_pro-formation-fine.csv')];
    const known = (column: string): Row[] => rows.filter((row) => row[column] !== '');
    expect(known('Taux emploi 6 mois').length).toBeLessThan(known('Taux poursuite études').length);
    expect(known('Taux emploi 6 mois').filter((row) => row['Taux poursuite études'] === '')).toEqual([]);
  });

  test('shares add up to 100 and give the rate of leavers within one point', () => {
    for (const row of cfa().filter((candidate) => candidate['DEVENIR Part en emploi 6 mois'] !== '')) {
      const [poursuite, emploi, autre] = ['poursuite études', 'en emploi 6 mois', 'autre situation 6 mois'].map(
        (name) => Number(row[`DEVENIR Part ${name}`]),
      );
      expect((poursuite ?? NaN) + (emploi ?? NaN) + (autre ?? NaN)).toBe(100);
      const taux = number(row['Taux emploi 6 mois']);
      if (taux !== null)
        expect(Math.abs(((100 - (poursuite ?? NaN)) * taux) / 100 - (emploi ?? NaN))).toBeLessThan(1.6);
    }
  });

  test('broken contracts are in the first cumul only, without decimals', () => {
    const told = cfa().filter((row) => row['Part contrats apprentissage interrompus'] !== '');
    expect(new Set(told.map((row) => row['Année']))).toEqual(new Set(['cumul 2018-2019']));
    expect(told.every((row) => /^\d+$/.test(row['Part contrats apprentissage interrompus'] ?? ''))).toBe(true);
  });

  test('regions are in capitals without accents', () => {
    const regions = new Set(cfa().map((row) => row['Région']));
    expect(regions.size).toBe(17);
    expect(regions).toContain('ILE-DE-FRANCE');
    expect(regions).toContain("PROVENCE-ALPES-COTE D'AZUR");
  });

  test('the old DEPP tables have headers without a name: 11 columns, then 9', () => {
    const header = (name: string): string[] =>
      (readFileSync(join(folder, name), 'utf8').split('\n')[0] ?? '')
        .split(';')
        .map((cell) => cell.replaceAll('"', ''));
    const pro = header('depp-2023-etablissements-2018_2019-pro.csv');
    const cfaHeader = header('depp-2023-etablissements-2019_2020-apprentissage.csv');
    expect([pro.length, pro.filter((cell) => cell === '').length]).toEqual([11, 5]);
    expect([cfaHeader.length, cfaHeader.filter((cell) => cell === '').length]).toEqual([9, 3]);
  });

  test('a lycée with apprentices has three lines, and nd where nothing may be said', () => {
    const rows = read('fr-en-inserjeunes-lycee_pro.csv');
    const perimetres = Map.groupBy(rows, (row) => `${row.annee}|${row.uai}`);
    expect(new Set([...perimetres.values()].map(({ length }) => length))).toEqual(new Set([1, 3]));
    expect(rows.some((row) => row.taux_emploi_6_mois === 'nd' && row.taux_poursuite_etudes !== 'nd')).toBe(true);
  });
});
