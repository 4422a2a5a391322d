import { describe, expect, test } from 'vitest';

import { prelever, repartir, retenu } from '../../../src/generator/repartition.ts';

describe('some of a list', () => {
  test('as many as asked, evenly, the first one always', () => {
    const ranks = Array.from({ length: 10 }, (_, rank) => rank);
    expect(prelever(ranks, 4)).toEqual([0, 2, 5, 7]);
    for (const kept of ranks) expect(prelever(ranks, kept)).toHaveLength(kept);
  });

  test('all of them when more are asked than there are', () => {
    expect(prelever(['a', 'b'], 5)).toEqual(['a', 'b']);
    expect(retenu(1, 2, 2)).toBe(true);
  });
});

describe('a number shared out', () => {
  test.each([
    [10, [1, 1, 2], 0, [3, 2, 5]],
    [3, [1, 1, 100], 1, [1, 1, 1]],
    [1, [5, 5], 1, [1, 1]],
    [0, [5, 5], 0, [0, 0]],
  ])('%d by %j, at least %d each, is %j', (total, poids, min, expected) => {
    expect(repartir(total, poids, min)).toEqual(expected);
  });
});
