import { describe, expect, it, test } from 'vitest';

import {
  ANNEE_COMMUNE,
  chapeauDeListe,
  issueDeValeurAjoutee,
  lienVersLaRegion,
  liensVersLaRegion,
  limiteDeValeurAjoutee,
} from '../../../src/domain/phrases-listes.ts';

describe('chapeauDeListe', () => {
  it('says how many, where, how many have figures, and that nothing ranks', () => {
    const words = chapeauDeListe(99, 70, 'en Bretagne');
    expect(words).toMatch(/^99\u00a0formations en Bretagne, dont 70 avec des chiffres\. /);
    expect(words).toContain('rien ici ne classe');
  });

  it('does not say « dont » when all have figures, and promises no figure when none has', () => {
    expect(chapeauDeListe(3, 3)).toMatch(/^3\u00a0formations, avec des chiffres\. /);
    expect(chapeauDeListe(1, 0, 'à Mayotte')).toBe('1\u00a0formation à Mayotte, sans chiffre publié pour le moment.');
  });
});

describe('value added in words', () => {
  test.each([
    [3, '3 de plus sur 100\u00a0sortants'],
    [-12, '12 de moins sur 100\u00a0sortants'],
    [0, "autant qu'attendu sur 100\u00a0sortants"],
  ])('a gap of %i points: %s', (ecart, words) => {
    expect(issueDeValeurAjoutee(ecart)).toBe(words);
  });

  it('says that a few points may be chance, above and below alike, and that a wide gap is no judgement', () => {
    for (const ecart of [-2, 0, 2]) expect(limiteDeValeurAjoutee(ecart, false)).toContain('hasard');
    for (const ecart of [-3, 3]) expect(limiteDeValeurAjoutee(ecart, false)).toMatch(/ne dit rien des cours/);
  });

  it('says that the numbers are rounded only when they do not subtract exactly', () => {
    expect(limiteDeValeurAjoutee(2, true)).toContain('arrondis');
    expect(limiteDeValeurAjoutee(2, false)).not.toContain('arrondis');
  });
});

test('the way to the region names it, and says « voir » where the school shows nothing', () => {
  expect(lienVersLaRegion('en Bretagne', true)).toBe('en Bretagne');
  expect(lienVersLaRegion('en Bretagne', false)).toBe('voir en Bretagne');
  expect(liensVersLaRegion('en Bretagne')).toContain('mesuré dans toute la région');
});

test('a common first year says why it has no figure', () => {
  expect(ANNEE_COMMUNE).toMatch(/n'a pas de chiffre\u00a0: on mesure/);
});
