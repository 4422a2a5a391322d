import { describe, expect, test } from 'vitest';

import { compareText, createRandom, pickWeighted, quantile } from '../../../src/generator/random.ts';

const draws = (...keys: (string | number)[]): number[] => {
  const random = createRandom(...keys);
  return Array.from({ length: 5 }, () => random.next());
};

describe('createRandom', () => {
  test('the same keys give the same stream', () => {
    expect(draws(1, 'cohorte', '0359001A', 2023)).toEqual(draws(1, 'cohorte', '0359001A', 2023));
  });

  test('this stream never changes: committed files depend on it', () => {
    expect(Math.floor(createRandom(1, 'graine').next() * 1e9)).toBe(311641908);
  });

  test.each([
    [
      [1, 'cohorte', 2023],
      [2, 'cohorte', 2023],
    ],
    [
      [1, 'cohorte', 2023],
      [1, 'cohorte', 2024],
    ],
    [
      [1, 'ab', 'c'],
      [1, 'a', 'bc'],
    ],
  ])('%j and %j give different streams', (left, right) => {
    expect(draws(...left)).not.toEqual(draws(...right));
  });

  test('whole numbers reach both ends and no further', () => {
    const random = createRandom('int');
    const seen = new Set(Array.from({ length: 200 }, () => random.int(3, 5)));
    expect([...seen].sort()).toEqual([3, 4, 5]);
  });

  test.each([
    [40, 0.25],
    [4000, 0.25],
  ])('the mean of binomial(%i, %f) is right, on both sides of the change of method', (count, probability) => {
    const random = createRandom('binomial', count);
    const values = Array.from({ length: 2000 }, () => random.binomial(count, probability));
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(mean / count).toBeCloseTo(probability, 2);
    expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...values)).toBeLessThanOrEqual(count);
  });

  test('a normal draw is centred on 0 with a standard deviation of 1', () => {
    const random = createRandom('normal');
    const values = Array.from({ length: 4000 }, () => random.normal());
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
    expect(mean).toBeCloseTo(0, 1);
    expect(variance).toBeCloseTo(1, 1);
  });
});

test.each([
  [0, 4],
  [0.5, 10],
  [0.75, 12.5],
  [1, 15],
  [2, 15],
])('quantile([4, 10, 15], %f) is %f', (u, expected) => {
  expect(quantile([4, 10, 15], u)).toBe(expected);
});

test('a weighted pick never gives the same item twice and prefers the heavy ones', () => {
  const counts = new Map<string, number>();
  for (let round = 0; round < 500; round += 1) {
    const chosen = pickWeighted(createRandom('poids', round), ['a', 'b', 'c'], (item) => (item === 'a' ? 8 : 1), 2);
    expect(new Set(chosen).size).toBe(2);
    const first = chosen[0] ?? '';
    counts.set(first, (counts.get(first) ?? 0) + 1);
  }
  expect(counts.get('a')).toBeGreaterThan(350);
});

test('a weighted pick of more items than there are gives them all', () => {
  expect(pickWeighted(createRandom('tout'), [1, 2, 3], () => 1, 9).sort()).toEqual([1, 2, 3]);
});

test('texts are sorted by code units, whatever the language of the machine', () => {
  expect(['é', 'z', 'A', 'a'].sort(compareText)).toEqual(['A', 'a', 'z', 'é']);
});
