import { expect, test } from 'vitest';

import { BUDGET_FORMATION, budgetsDepasses, echantillonner, quantile } from '../../../src/domain/mesures.ts';
import { nombreDePagesPesees, phraseDeBudget } from '../../../src/domain/textes/mesures.ts';
import { formatKo } from '../../../src/lib/format.ts';

test.each([
  [[7], 0.5, 7],
  [[7], 0.9, 7],
  [[1, 2, 3, 4], 0.5, 2],
  [[1, 2, 3, 4, 5], 0.5, 3],
  [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.9, 9],
  [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], 0.9, 10],
  [[1, 2], 0, 1],
  [[1, 2], 1, 2],
])('the quantile of %j at %f is an existing value, by nearest rank', (sorted, part, value) => {
  expect(quantile(sorted, part)).toBe(value);
});

test('an empty list has no quantile', () => {
  expect(() => quantile([], 0.5)).toThrow(/empty/);
});

test('a long list is sampled at regular intervals, from its first item', () => {
  expect(echantillonner([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 4)).toEqual([0, 2, 5, 7]);
  expect(echantillonner([0, 1, 2], 3)).toEqual([0, 1, 2]);
  const many = echantillonner(
    Array.from({ length: 3545 }, (_, rank) => rank),
    200,
  );
  expect(new Set(many).size).toBe(200);
  expect(many.at(-1)).toBe(3527);
});

const poids = {
  type: 'formation' as const,
  pages: 3545,
  pesees: 201,
  mediane: 9000,
  p90: BUDGET_FORMATION,
  maximum: 20_000,
  plus_lourde: '/formations/x/',
  budget: BUDGET_FORMATION,
  au_dessus: 12,
};

test('the budget of a formation page is 14 KB for nine pages in ten (PRODUCT § 6): kept at 14 336 bytes, broken at one more', () => {
  expect(BUDGET_FORMATION).toBe(14_336);
  expect(budgetsDepasses({ poids: [poids] })).toEqual([]);
  const broken = { ...poids, p90: BUDGET_FORMATION + 1 };
  expect(budgetsDepasses({ poids: [broken, { ...broken, budget: null }] })).toEqual([broken]);
  expect(phraseDeBudget(poids)).toContain('limite tenue');
  expect(phraseDeBudget(poids)).toContain('12\u00a0des 201\u00a0pages pesées sont au-dessus');
  expect(phraseDeBudget(broken)).toContain('limite dépassée');
  expect(phraseDeBudget({ ...poids, budget: null, au_dessus: null })).toBeNull();
});

test('weights are said in Ko of 1 024 bytes, with a decimal comma', () => {
  expect([formatKo(14_336), formatKo(1500), formatKo(2_000_000)]).toEqual([
    '14,0\u00a0Ko',
    '1,5\u00a0Ko',
    '1\u202f953,1\u00a0Ko',
  ]);
});

test.each([
  [{ ...poids }, '3\u202f545\u00a0pages, 201 pesées'],
  [{ ...poids, pages: 19, pesees: 19 }, '19\u00a0pages, toutes pesées'],
  [{ ...poids, pages: 1, pesees: 1 }, '1\u00a0page'],
])('the number of pages weighed is said (%#)', (value, words) => {
  expect(nombreDePagesPesees(value)).toBe(words);
});
