import { describe, expect, test } from 'vitest';

import { reduire, type Equation } from '../../../src/lib/elimination.ts';

const equation = (coefficients: Record<string, number>): Equation => new Map(Object.entries(coefficients));
const alphabet = (nom: string): number => nom.charCodeAt(0);
const reduites = (...lignes: Record<string, number>[]): Record<string, number>[] =>
  reduire(lignes.map(equation), alphabet).map((ligne) => Object.fromEntries(ligne));

describe('exact elimination', () => {
  test('an unknown that the equations determine stands alone in a row', () => {
    // a + b + c and a + b give c.
    expect(reduites({ a: 1, b: 1, c: 1 }, { a: 1, b: 1 })).toContainEqual({ c: expect.any(Number) as number });
  });

  test('a chain: a + b, b + c and c + d give a − c, b + c… and a + d', () => {
    const rows = reduites({ a: 1, b: 1 }, { b: 1, c: 1 }, { c: 1, d: 1 });
    expect(rows).toHaveLength(3);
    expect(rows).toContainEqual({ a: 1, d: 1 });
    expect(rows.filter((row) => Object.keys(row).length === 1)).toEqual([]);
  });

  test('the same equation twice, or a multiple of it, makes one row without a common factor', () => {
    expect(reduites({ a: 2, b: 4 }, { a: 1, b: 2 }, { a: -3, b: -6 })).toEqual([{ a: 2, b: 4 }]);
  });

  test('coefficients stay whole: 2a + b and a + 3b determine both', () => {
    const rows = reduites({ a: 2, b: 1 }, { a: 1, b: 3 });
    expect(rows.map((row) => Object.keys(row)).sort()).toEqual([['a'], ['b']]);
    expect(rows.flatMap((row) => Object.values(row)).every(Number.isSafeInteger)).toBe(true);
  });

  test('rows are told in terms of the unknowns that come last in the order', () => {
    const [row] = reduire([equation({ a: 1, b: -1 }), equation({ b: 1, c: -1 })], (nom) => -alphabet(nom));
    expect([...(row ?? [])].map(([nom]) => nom).sort()).toEqual(['a', 'b']);
  });
});
