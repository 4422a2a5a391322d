import { describe, expect, it } from 'vitest';

import { getChartDocument } from '../../../src/charts/document.ts';
import { drawMillesimes, type LigneMillesime } from '../../../src/charts/millesimes-bars.ts';
import { expectPageReady, failOnWarnings, parseSvg, textsOf } from './drawing.ts';

const draw = (lignes: LigneMillesime[]): string =>
  drawMillesimes(lignes, { titre: 'Au lycée : les trois parts par promotion' }, getChartDocument());

const shown = (millesime: string, emploi: number, formation: number): LigneMillesime => ({
  millesime,
  parts: { emploi, formation, autre: 100 - emploi - formation },
});
const hidden = (millesime: string): LigneMillesime => ({ millesime, parts: null, raison: 'trop peu de jeunes' });

const CASES: { name: string; lignes: LigneMillesime[] }[] = [
  {
    name: 'rupture',
    lignes: [
      shown('2019_2020', 23, 52),
      shown('2020_2021', 20, 55),
      shown('2021_2022', 30, 45),
      shown('2022_2023', 35, 60),
    ],
  },
  { name: 'extremes', lignes: [shown('2018_2019', 0, 100), shown('2019_2020', 100, 0), shown('2020_2021', 0, 0)] },
  { name: 'tout-cache', lignes: [hidden('2019_2020'), hidden('2020_2021')] },
  { name: 'vide', lignes: [] },
];

describe('drawMillesimes', () => {
  failOnWarnings();

  it.each(CASES)('draws the same thing as before: $name', async ({ name, lignes }) => {
    const svg = draw(lignes);
    expectPageReady(svg);
    await expect(svg).toMatchFileSnapshot(`millesimes-bars.${name}.svg`);
  });

  it('makes each segment twice as wide as its share, to the pixel of the gap between two', () => {
    const widths = [...parseSvg(draw([shown('2019_2020', 23, 52)])).querySelectorAll('rect')].map((rect) =>
      Number(rect.getAttribute('width')),
    );
    expect(widths).toEqual([23 * 2 - 1, 52 * 2 - 1, 25 * 2 - 2]);
  });

  it.each([
    {
      title: 'none between two cohorts counted alike',
      lignes: [shown('2018_2019', 1, 1), shown('2019_2020', 1, 1)],
      breaks: [],
    },
    {
      title: 'one where public jobs begin to be counted in part',
      lignes: [shown('2020_2021', 1, 1), shown('2021_2022', 1, 1)],
      breaks: ['dès ici, emplois publics comptés en partie'],
    },
    {
      title: 'one where they are counted at once',
      lignes: [shown('2021', 1, 1), shown('2022', 1, 1)],
      breaks: ['dès ici, emplois publics comptés'],
    },
    {
      title: 'none in the series of InserSup, which has always counted them',
      lignes: ['2021', '2022'].map((millesime) => ({ ...shown(millesime, 1, 1), source: 'insersup' })),
      breaks: [],
    },
  ])('shows the breaks of the series: $title', ({ lignes, breaks }) => {
    expect(textsOf(draw(lignes)).filter((text) => text.startsWith('dès ici'))).toEqual(breaks);
  });

  it('keeps the line of a hidden cohort, with its reason and without any number', () => {
    const svg = draw([hidden('2019_2020')]);
    expect(textsOf(svg)).toEqual(['2019-2020', 'trop peu de jeunes']);
    expect(parseSvg(svg).querySelectorAll('rect')).toHaveLength(0);
  });
});
