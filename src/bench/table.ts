import { TYPES_DE_PAGE } from '../domain/types-de-page.ts';
import type { Resultat } from './bancher.ts';

const COLUMNS: [title: string, cell: (result: Resultat) => string][] = [
  ['type', ({ type }) => TYPES_DE_PAGE[type]],
  ['gzip', ({ gzip }) => String(gzip)],
  ['FCP ms', ({ fcp }) => fcp.toFixed(0)],
  ['LCP ms', ({ lcp }) => lcp.toFixed(0)],
  ['CLS', ({ cls }) => cls.toFixed(3)],
  ['requests', ({ requetes }) => String(requetes)],
  ['bytes', ({ octets }) => octets.toFixed(0)],
  ['page', ({ url }) => url],
];

/** One line a page, in Markdown, so that it can be pasted in a report. */
export function formatResultats(results: readonly Resultat[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    line(COLUMNS.map(([title]) => title)),
    line(COLUMNS.map((_, rank) => (rank === 0 || rank === COLUMNS.length - 1 ? '---' : '--:'))),
    ...results.map((result) => line(COLUMNS.map(([, cell]) => cell(result)))),
  ].join('\n');
}
