import { expect, test } from 'vitest';

import { median } from '../../../src/bench/bancher.ts';
import { pickAround } from '../../../src/bench/choisir.ts';
import { formatResultats } from '../../../src/bench/table.ts';
import { chooseCount } from '../../../src/publish/command.ts';

test.each([
  [[1], 3, [1]],
  [[1, 2], 3, [1, 2]],
  [[1, 2, 3, 4, 5], 1, [3]],
  [[1, 2, 3, 4, 5], 3, [3, 5, 1]],
  [[1, 2, 3, 4, 5], 9, [3, 5, 1, 4, 2]],
])('of %j, %d pages are taken: the median first, then the heaviest and the lightest', (sorted, count, picked) => {
  expect(pickAround(sorted, count)).toEqual(picked);
});

test('each measure keeps its own median', () => {
  const passage = { fcp: 1, lcp: 10, cls: 0, requetes: 2, octets: 100 };
  expect(median([passage, { ...passage, fcp: 5, lcp: 30 }, { ...passage, fcp: 3, lcp: 20, cls: 0.2 }])).toEqual({
    ...passage,
    fcp: 3,
    lcp: 20,
  });
});

test('the table has one line a page', () => {
  const result = {
    type: 'accueil' as const,
    url: '/',
    gzip: 8000,
    fcp: 700.4,
    lcp: 900.6,
    cls: 0,
    requetes: 2,
    octets: 8300,
  };
  expect(formatResultats([result]).split('\n')[2]).toBe('| Accueil | 8000 | 700 | 901 | 0.000 | 2 | 8300 | / |');
});

test.each(['0', '-1', 'trois', '1.5', ''])('« %s » is not a number of runs', (asked) => {
  expect(() => chooseCount('--runs', asked)).toThrow(/--runs expects/);
});
