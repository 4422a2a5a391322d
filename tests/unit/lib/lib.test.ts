import { describe, expect, test } from 'vitest';

import { formatFault } from '../../../src/lib/errors.ts';
import { formatDate, formatEuros, formatNumber, formatPercent, joinFrench, plural } from '../../../src/lib/format.ts';
import { roundHalfEven } from '../../../src/lib/round.ts';
import { removeAccents, slugify } from '../../../src/lib/slug.ts';
import { jsonTwin, urls } from '../../../src/lib/urls.ts';

describe('French typography', () => {
  test('numbers, percentages and euros carry their no-break spaces', () => {
    expect([formatNumber(1234567), formatPercent(23), formatEuros(1430)]).toEqual([
      '1\u202f234\u202f567',
      '23\u00a0%',
      '1\u202f430\u00a0€',
    ]);
  });

  test('0 and 1 are singular', () => {
    expect([plural(0, 'école', 'écoles'), plural(1, 'école', 'écoles'), plural(2, 'école', 'écoles')]).toEqual([
      '0\u00a0école',
      '1\u00a0école',
      '2\u00a0écoles',
    ]);
  });

  test('lists and dates', () => {
    expect(joinFrench(['a', 'b', 'c'])).toBe('a, b et c');
    expect([formatDate('2026-03-01'), formatDate('2026-11-24')]).toEqual([
      '1er\u00a0mars 2026',
      '24\u00a0novembre 2026',
    ]);
    expect(() => formatDate('hier')).toThrow('invalid date');
  });
});

test.each([
  ['CAP Métiers de l’électricité', 'cap-metiers-de-l-electricite'],
  ['  Œuvre d’été ! ', 'oeuvre-d-ete'],
  ['a'.repeat(30) + ' ' + 'b'.repeat(80), 'a'.repeat(30)],
])('%s becomes the slug %s', (text, slug) => expect(slugify(text)).toBe(slug));

test('accents go, ligatures are expanded, case stays', () => expect(removeAccents('Œdème ÇÀ')).toBe('OEdeme CA'));

test.each([
  [26.5, 26],
  [27.5, 28],
  [26.4, 26],
  [26.6, 27],
  [0.5, 0],
])('%d rounds to %d, halves to the even number', (value, expected) => expect(roundHalfEven(value)).toBe(expected));

test('the JSON twin of a page has the same path', () => {
  expect([jsonTwin('/'), jsonTwin(urls.region('bretagne'))]).toEqual(['/index.json', '/regions/bretagne.json']);
});

test('a fault opens with file and line and says what to do', () => {
  const fault = {
    source: 'a.csv',
    line: 3,
    column: 'uai',
    expected: 'a number',
    received: '"x"',
    todo: 'correct the cell',
  };
  expect(formatFault(fault)).toBe(
    'a.csv:3, column "uai": expected a number, received "x". What to do: correct the cell',
  );
});
