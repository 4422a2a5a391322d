import { describe, expect, it } from 'vitest';

import { getChartDocument } from '../../../src/charts/document.ts';
import { drawSalaire, type Quartiles } from '../../../src/charts/salaire-range.ts';
import { formatEuros } from '../../../src/lib/format.ts';
import { expectPageReady, failOnWarnings, textsOf } from './drawing.ts';

const CASES: { name: string; quartiles: Quartiles }[] = [
  { name: 'courant', quartiles: { q1: 1330, q2: 1460, q3: 1620 } },
  { name: 'egaux', quartiles: { q1: 1400, q2: 1400, q3: 1400 } },
];

describe('drawSalaire', () => {
  failOnWarnings();

  it.each(CASES)('draws the same thing as before, with its three amounts: $name', async ({ name, quartiles }) => {
    const svg = drawSalaire(quartiles, { titre: 'Salaire' }, getChartDocument());
    expectPageReady(svg);
    const { q1, q2, q3 } = quartiles;
    expect(textsOf(svg)).toEqual([q2, q1, q3].map(formatEuros));
    await expect(svg).toMatchFileSnapshot(`salaire-range.${name}.svg`);
  });
});
