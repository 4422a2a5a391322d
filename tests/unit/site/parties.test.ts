import { describe, expect, test } from 'vitest';

import { choisirPartie, estDeLaPartie, lirePartie, sujetDe } from '../../../src/site/parties.ts';

const PATHS = [
  '/',
  '/formations/',
  '/formations/cap-cuisine-50022146/',
  '/formations/cap-boulanger-50022137/',
  '/formations/cap-cuisine-50022146/bretagne/',
  '/formations/cap-cuisine-50022146/mois.svg',
  '/formations/cap-cuisine-50022146.svg',
  '/etablissements/0350808n/',
  '/integrer/etablissements/0350808N/',
  '/integrer/formations/50022146/53/',
  '/integrer/formations/50022146/53.svg',
  '/integrer/formations/50022137/',
  '/recherche/',
].map((pathname) => ({ pathname }));

describe('the pages are shared out between processes', () => {
  test.each([1, 2, 3, 4])('in %i: every page once', (parties) => {
    const shares = Array.from({ length: parties }, (_, rang) => choisirPartie(PATHS, { rang, parties }));
    const together = shares.flat().map(({ pathname }) => pathname);
    expect(together.toSorted()).toEqual(PATHS.map(({ pathname }) => pathname).toSorted());
    if (parties > 1) expect(Math.max(...shares.map(({ length }) => length))).toBeLessThan(PATHS.length);
  });

  test('the pages of a formation, of its regions, its drawings and its cards are together, one after the other', () => {
    const [share] = [0, 1]
      .map((rang) => choisirPartie(PATHS, { rang, parties: 2 }))
      .filter((paths) => paths.some(({ pathname }) => pathname.includes('50022146')));
    const ranks = share?.flatMap(({ pathname }, rank) => (pathname.includes('50022146') ? [rank] : [])) ?? [];
    expect(ranks).toHaveLength(6);
    expect((ranks.at(-1) ?? 0) - (ranks[0] ?? 0)).toBe(5);
  });

  test('the page of a school and its card have one subject, and so have the pages of a region; a list is its own', () => {
    expect(sujetDe('/regions/bretagne/')).toBe(sujetDe('/regions/bretagne/bac-pro/'));
    expect(sujetDe('/etablissements/0350808n/')).toBe(sujetDe('/integrer/etablissements/0350808N/'));
    expect(sujetDe('/formations/')).toBe('/formations/');
    expect(sujetDe('/integrer/carte.css')).toBe('/integrer/carte.css');
  });
});

test('a subject is in one share, and shares are about as big as each other', () => {
  const codes = Array.from({ length: 3000 }, (_, rank) => String(50_022_137 + 7 * rank));
  for (const parties of [2, 3, 4]) {
    const sizes = Array.from(
      { length: parties },
      (_, rang) => codes.filter((code) => estDeLaPartie(code, { rang, parties })).length,
    );
    expect(sizes.reduce((sum, size) => sum + size)).toBe(codes.length);
    for (const size of sizes) expect(Math.abs(size - codes.length / parties)).toBeLessThan(0.05 * codes.length);
  }
});

test('a share is read from its text, and nothing else is', () => {
  expect(lirePartie(undefined)).toEqual({ rang: 0, parties: 1 });
  expect(lirePartie('1/2')).toEqual({ rang: 1, parties: 2 });
  for (const text of ['2/2', '1', '-1/2', 'a/b', '0/0']) expect(() => lirePartie(text)).toThrow(/PARTIE/);
});
