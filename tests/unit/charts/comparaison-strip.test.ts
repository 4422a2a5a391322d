import { describe, expect, test } from 'vitest';

import { drawComparaison, toTranches, type Comparee } from '../../../src/charts/comparaison-strip.ts';
import { getChartDocument } from '../../../src/charts/document.ts';
import { expectPageReady, failOnWarnings, textsOf } from './drawing.ts';

const courant: Comparee = {
  etat: 'emploi',
  valeur: 36,
  milieu: 24,
  distribution: [
    [12, 3],
    [14, 2],
    [24, 9],
    [36, 1],
    [61, 2],
  ],
};

describe('the place of a course among those of its type', () => {
  test('shares are grouped by five points and the silhouette falls to zero at both ends', () => {
    expect(toTranches(courant.distribution).map(({ nombre }) => nombre)).toEqual([
      0, 5, 0, 9, 0, 0, 1, 0, 0, 0, 0, 2, 0,
    ]);
  });

  test('no course is lost at the ends of the scale', () => {
    const bouts = toTranches([
      [0, 2],
      [100, 3],
    ]);
    expect(bouts.reduce((total, { nombre }) => total + nombre, 0)).toBe(5);
    expect(bouts.every(({ part }) => part >= 0 && part <= 100)).toBe(true);
  });

  failOnWarnings();

  test.each([
    ['courant', courant],
    ['extremes', { ...courant, etat: 'formation', valeur: 98, milieu: 91 }],
  ] as const)('drawing: %s', async (situation, comparee) => {
    const svg = drawComparaison(comparee, { titre: 'Comparaison' }, getChartDocument());
    expectPageReady(svg);
    expect(textsOf(svg)).toEqual(['0', '100', 'milieu', String(comparee.valeur)]);
    await expect(svg).toMatchFileSnapshot(`comparaison-strip.${situation}.svg`);
  });
});
