import { describe, expect, it } from 'vitest';

import { getChartDocument } from '../../../src/charts/document.ts';
import { drawHorizons, type PointHorizon } from '../../../src/charts/horizons-line.ts';
import { expectPageReady, failOnWarnings, textsOf } from './drawing.ts';

const draw = (points: PointHorizon[]): string =>
  drawHorizons(points, { titre: 'Au lycée : de 6 à 24 mois' }, getChartDocument());

const CASES: { name: string; points: PointHorizon[] }[] = [
  {
    name: 'complet',
    points: [
      { mois: 6, valeur: 23 },
      { mois: 12, valeur: 31 },
      { mois: 18, valeur: 35 },
      { mois: 24, valeur: 38 },
    ],
  },
  {
    name: 'extremes',
    points: [
      { mois: 6, valeur: 0 },
      { mois: 12, valeur: 100 },
    ],
  },
  { name: 'vide', points: [] },
];

describe('drawHorizons', () => {
  failOnWarnings();

  it.each(CASES)('draws the same thing as before: $name', async ({ name, points }) => {
    const svg = draw(points);
    expectPageReady(svg);
    await expect(svg).toMatchFileSnapshot(`horizons-line.${name}.svg`);
  });

  it.each(CASES)('says the number of each point, zero included: $name', ({ points }) => {
    const texts = textsOf(draw(points));
    for (const { valeur } of points) expect(texts).toContain(String(valeur));
  });

  it('says that there is no figure rather than drawing nothing', () => {
    expect(textsOf(draw([]))).toContain('Aucun chiffre publié');
  });

  it('gives the same text whatever was drawn before', () => {
    const first = draw(CASES[0]?.points ?? []);
    draw([]);
    expect(draw(CASES[0]?.points ?? [])).toBe(first);
  });
});
