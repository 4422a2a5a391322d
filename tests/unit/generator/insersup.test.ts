import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import { SISE_INCONNU } from '../../../src/generator/anomalies.ts';
import { folder, read, useFolder } from './raw-folder.ts';

useFolder();

describe('InserSup', () => {
  test('the open data have 91 columns, national rows, rows of schools and several breakdowns', () => {
    const rows = read('fr-esr-insersup.csv');
    expect(Object.keys(rows[0] ?? {})).toHaveLength(91);
    expect(new Set(rows.map((row) => row.genre))).toEqual(new Set(['ensemble', 'femme', 'homme']));
    const national = rows.filter((row) => row.uo_lib === 'National');
    expect(national.length).toBeLessThan(rows.length);
    expect(new Set(national.map((row) => row.promo))).toEqual(new Set(['2021', '2022', '2023', '2024', '2021,2022']));
    expect(rows.some((row) => row.nb_sortants_en_emploi_sal_fr_18 === 'nd')).toBe(true);
  });

  test('rates are counts over leavers, with two decimals at most', () => {
    const known = read('fr-esr-insersup.csv').filter((row) => row.tx_sortants_en_emploi_sal_fr_12 !== 'nd');
    expect(known.length).toBeGreaterThan(100);
    for (const row of known) {
      const rate = (Number(row.nb_sortants_en_emploi_sal_fr_12) / Number(row.nb_sortants)) * 100;
      expect(Number(row.tx_sortants_en_emploi_sal_fr_12)).toBeCloseTo(rate, 1);
    }
  });

  test('schools: leavers and those who continue add up to the registered, marks say what is pooled or hidden', () => {
    const rows = read('insersup-etablissement.csv');
    for (const row of rows) {
      const sum = Number.parseInt(row.nb_sortants ?? '', 10) + Number(row.nb_poursuivants);
      expect(sum).toBe(Number(row.nb_inscrits));
    }
    const marks = new Set(rows.map((row) => (row.nb_sortants ?? '').replace(/\d+ ?/, '')));
    expect(marks).toEqual(new Set(['', '*', '**']));
    for (const row of rows.filter(({ nb_sortants: leavers }) => leavers?.endsWith('**'))) {
      expect(row.nb_in_dsn_12).toBe('nd');
    }
  });

  test('one diploma is unknown to the table, and one is among those that the service adds by itself', () => {
    const text = new TextDecoder('iso-8859-1').decode(readFileSync(join(folder, 'n_diplome_sise.csv')));
    const known = new Set(text.split('\n').map((line) => line.split('|')[0]));
    const unknown = read('insersup-etablissement.csv').filter((row) => !known.has(row.diplome ?? ''));
    expect(unknown.map((row) => row.diplome).sort()).toEqual(['0000001', SISE_INCONNU]);
  });
});
