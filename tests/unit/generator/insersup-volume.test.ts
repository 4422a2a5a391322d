import { describe, expect, test } from 'vitest';

import { openDataLines } from '../../../src/generator/insersup-ouvert.ts';
import { volumeLines } from '../../../src/generator/insersup-volume.ts';
import { modele } from './raw-folder.ts';

const headed = [...volumeLines(modele, 30_000)];
const [header = [], ...rows] = headed.map((line) => line.split(';'));
const columnOf = (name: string): number => header.indexOf(name);

describe('InserSup open data at the size that is asked for', () => {
  test('as many rows, of 91 columns, numbered from 1; those of the demonstration come first', () => {
    expect(rows).toHaveLength(30_000);
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([91]));
    expect(rows.at(-1)?.[columnOf('num_ligne')]).toBe('30000');
    const demonstration = [...openDataLines(modele)];
    expect(headed.slice(0, demonstration.length)).toEqual(demonstration);
  });

  test('no column is empty, and those at work in one way or another are no more than the leavers', () => {
    const filled = header.filter((_, rank) => rows.some((row) => row[rank] !== ''));
    expect(filled).toEqual(header);
    for (const row of rows) {
      const cell = (name: string): string => row[columnOf(name)] ?? '';
      if (cell('tx_sortants_en_emploi_12') === 'nd') continue;
      const [tous, salaries] = [cell('tx_sortants_en_emploi_12'), cell('tx_sortants_en_emploi_sal_fr_12')].map(Number);
      expect(tous).toBeLessThanOrEqual(100);
      expect(tous).toBeGreaterThanOrEqual(salaries ?? 101);
    }
  });

  test('fewer rows than the demonstration has are the first of them', () => {
    expect([...volumeLines(modele, 3)]).toEqual([...openDataLines(modele)].slice(0, 4));
  });

  test('every crossing of the four breakdowns, and no national row with all of them together but those of the demonstration', () => {
    const names = ['genre', 'nationalite', 'obtention_diplome', 'regime_inscription'];
    const crossings = rows.map((row) => names.map((name) => row[columnOf(name)] ?? '').join('|'));
    expect(new Set(crossings).size).toBe(3 * 3 * 3 * 4);
    const isNational = (row: string[]): boolean => row[columnOf('uo_lib')] === 'National';
    const kept = rows.filter(
      (row, rank) => isNational(row) && crossings[rank] === 'ensemble|ensemble|ensemble|ensemble',
    );
    expect(kept).toHaveLength(4 * 64 + 9 + 11);
    expect(rows.filter((row) => !isNational(row)).length).toBeGreaterThan(1_000);
  });
});
