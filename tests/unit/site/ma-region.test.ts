import { describe, expect, test } from 'vitest';

import {
  avecRegion,
  lireRegion,
  oublierRegion,
  regionDeLAdresse,
  retenirRegion,
  type Memoire,
} from '../../../src/components/ma-region.ts';

function aMemoire(): Memoire {
  const kept = new Map<string, string>();
  return () => ({
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  });
}
const refused: Memoire = () => {
  throw new Error('SecurityError');
};

describe('the region of the visitor, chosen once', () => {
  test('is remembered, until it is forgotten', () => {
    const memoire = aMemoire();
    retenirRegion('bretagne', memoire);
    expect(lireRegion('', memoire)).toBe('bretagne');
    oublierRegion(memoire);
    expect(lireRegion('', memoire)).toBeUndefined();
  });

  test('is the one of the address when there is one', () => {
    const memoire = aMemoire();
    retenirRegion('bretagne', memoire);
    expect(lireRegion('?region=corse', memoire)).toBe('corse');
  });

  test('is nothing but a slug, whoever wrote the address', () => {
    expect(lireRegion('?region=%22%3E%3Cscript%3E', aMemoire())).toBeUndefined();
    const memoire = aMemoire();
    retenirRegion('"><script>', memoire);
    expect(lireRegion('', memoire)).toBeUndefined();
  });

  test('lives in the address alone when the browser refuses to remember', () => {
    retenirRegion('bretagne', refused);
    expect(lireRegion('', refused)).toBeUndefined();
    expect(lireRegion('?region=bretagne', refused)).toBe('bretagne');
  });

  test.each([
    ['/formations/cap-cuisine-50022137/', '/formations/cap-cuisine-50022137/?region=corse'],
    ['/formations/cap-cuisine-50022137/#ecoles', '/formations/cap-cuisine-50022137/?region=corse#ecoles'],
    ['/formations/cap-cuisine-50022137/bretagne/', '/formations/cap-cuisine-50022137/bretagne/'],
    ['/formations/', '/formations/'],
    ['/regions/corse/', '/regions/corse/'],
  ])('goes with the links to formations: %s', (href, expected) => {
    expect(avecRegion(href, 'corse')).toBe(expected);
  });
});

test('a page of a region tells its region by its address, and no other page does', () => {
  expect(regionDeLAdresse('/formations/cap-boulanger-50022137/bretagne/')).toBe('bretagne');
  expect(regionDeLAdresse('/formations/cap-boulanger-50022137/')).toBeUndefined();
  expect(regionDeLAdresse('/regions/bretagne/cap/')).toBeUndefined();
});
