import * as Plot from '@observablehq/plot';

import { getChartDocument } from '../../charts/document.ts';
import { formatNumber } from '../../lib/format.ts';
import type { Construction } from './construire.ts';
import type { Limites } from './limites.ts';

/** One size of the country, built and compared with what the machine can do. */
export interface Echelon {
  /** Fraction of the country: 0.05, 0.25, 1. */
  fraction: number;
  nom: string;
  octetsDesExports: number;
  construction: Construction;
  limites: Limites;
}

const somme = ({ ecriture, lecture }: Limites): number => ecriture + lecture;
const seconds = (value: number): string => value.toFixed(1);
const secondsOf = ({ construction }: Echelon, nom: string): number =>
  construction.etapes.find((etape) => etape.nom === nom)?.secondes ?? 0;

const LIGNES: readonly [titre: string, cellule: (echelon: Echelon) => string][] = [
  ['exports, MB', ({ octetsDesExports }) => seconds(octetsDesExports / 1e6)],
  ['pages', ({ construction }) => formatNumber(construction.pages)],
  ['files', ({ construction }) => formatNumber(construction.fichiers)],
  ['site, MB', ({ construction }) => formatNumber(Math.round(construction.octets / 1e6))],
  ['**whole build, s**', ({ construction }) => `**${seconds(construction.secondes)}**`],
  ['peak memory, MB', ({ construction: { memoire } }) => (memoire === null ? '?' : String(Math.round(memoire / 1e6)))],
  ['pages a second', (echelon) => seconds(echelon.construction.pages / secondsOf(echelon, 'pages'))],
  ['ms a page, whole build', ({ construction }) => seconds((construction.secondes * 1000) / construction.pages)],
  ['files a second, whole build', ({ construction }) => seconds(construction.fichiers / construction.secondes)],
  ['machine: writing these files, s', ({ limites }) => seconds(limites.ecriture)],
  ['machine: `read_csv` of these exports, s', ({ limites }) => seconds(limites.lecture)],
  ['build ÷ machine', ({ construction, limites }) => seconds(construction.secondes / somme(limites))],
];

/** The table of a run, in Markdown: a column for each size, the steps first. */
export function toTableau(echelons: readonly Echelon[]): string {
  const etapes = [...new Set(echelons.flatMap(({ construction }) => construction.etapes.map(({ nom }) => nom)))];
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    line(['', ...echelons.map(({ nom }) => nom)]),
    line(['---', ...echelons.map(() => '--:')]),
    ...LIGNES.map(([titre, cellule]) => line([titre, ...echelons.map(cellule)])),
    ...etapes.map((nom) => line([`step: ${nom}, s`, ...echelons.map((echelon) => seconds(secondsOf(echelon, nom)))])),
  ].join('\n');
}

/** The name of each series beside its last point, moved down where it would cover the one above; `series`: the longest first. */
function nommerLesSeries(
  series: readonly { fraction: number; serie: string; secondes: number }[],
  drawing: Plot.Plot,
): Plot.Markish[] {
  const scale = drawing.scale('y');
  let free = -Infinity;
  return series.map((point) => {
    const y = Number(scale?.apply(point.secondes));
    const place = Math.max(y, free);
    free = place + 13;
    return Plot.text([point], {
      ...{ x: 'fraction', y: 'secondes', text: 'serie', fill: 'serie' },
      ...{ dx: 8, dy: place - y, textAnchor: 'start' },
    });
  });
}

/** Seconds of the longest steps against the size of the country, on two logarithmic scales: a cost that grows in a straight line follows the dashes. */
export function toDessin(echelons: readonly Echelon[]): string {
  const points = echelons.flatMap(({ fraction, construction, limites }) => [
    { fraction, serie: 'whole build', secondes: construction.secondes },
    { fraction, serie: 'machine', secondes: somme(limites) },
    ...construction.etapes.map(({ nom, secondes }) => ({ fraction, serie: nom, secondes })),
  ]);
  const last = points.filter(({ fraction }) => fraction === echelons.at(-1)?.fraction);
  const series = last.sort((a, b) => b.secondes - a.secondes).slice(0, 8);
  const shown = points.filter(({ serie }) => series.some((one) => one.serie === serie));
  const first = echelons[0]?.construction.secondes ?? 1;
  const droite = echelons.map(({ fraction }) => ({
    fraction,
    secondes: (first * fraction) / (echelons[0]?.fraction ?? 1),
  }));
  const options: Plot.PlotOptions = {
    document: getChartDocument(),
    width: 800,
    height: 460,
    marginRight: 190,
    x: {
      type: 'log',
      label: 'part of the country',
      tickFormat: (value: number) => (value === 1 ? '1' : `1/${Math.round(1 / value)}`),
      ticks: echelons.map(({ fraction }) => fraction),
    },
    y: { type: 'log', label: 'seconds', grid: true },
    marks: [
      Plot.line(droite, { x: 'fraction', y: 'secondes', strokeDasharray: '4 4', stroke: '#777' }),
      Plot.line(shown, { x: 'fraction', y: 'secondes', z: 'serie', stroke: 'serie' }),
      Plot.dot(shown, { x: 'fraction', y: 'secondes', fill: 'serie' }),
    ],
  };
  const noms = nommerLesSeries(series, Plot.plot(options));
  const drawing = Plot.plot({ ...options, marks: [...(options.marks ?? []), ...noms] });
  drawing.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  return `${drawing.outerHTML}\n`;
}
