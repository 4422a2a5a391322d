import { gzipSync } from 'node:zlib';

import { BUDGETS, echantillonner, NB_PAGES_PESEES, quantile, type PoidsDeType } from '../../domain/mesures.ts';
import type { TypeDePage } from '../../domain/types-de-page.ts';
import { findLargest, readPage, type PageConstruite } from './pages.ts';

/** What servers use when nothing is said. */
const NIVEAU_GZIP = 6;

export interface PagePesee {
  page: PageConstruite;
  octets: number;
}

/** Bytes of a page as sent. */
export const weigh = (html: string): number => gzipSync(html, { level: NIVEAU_GZIP }).length;

/**
 * Weighs the pages of one type, lightest first: all of them up to `NB_PAGES_PESEES`, else as many at regular intervals, and the page with the
 * largest file if it is not among them: `plusGrande`, which counts for the maximum and not for the quantiles.
 */
export function weighPages(pages: readonly PageConstruite[]): { pesees: PagePesee[]; plusGrande?: PagePesee } {
  const choisies = echantillonner(pages, NB_PAGES_PESEES);
  const pesees = choisies
    .map((page) => ({ page, octets: weigh(readPage(page)) }))
    .sort((left, right) => left.octets - right.octets || (left.page.url < right.page.url ? -1 : 1));
  const largest = findLargest(pages);
  if (largest === undefined || choisies.includes(largest)) return { pesees };
  return { pesees, plusGrande: { page: largest, octets: weigh(readPage(largest)) } };
}

/** The line of one type in the table of weights. */
export function toPoids(
  type: TypeDePage,
  pages: readonly PageConstruite[],
  { pesees, plusGrande }: ReturnType<typeof weighPages>,
): PoidsDeType {
  const octets = pesees.map((pesee) => pesee.octets);
  const toutes = plusGrande === undefined ? pesees : [...pesees, plusGrande];
  const lourde = toutes.reduce((heaviest, pesee) => (pesee.octets > heaviest.octets ? pesee : heaviest));
  const budget = BUDGETS[type] ?? null;
  return {
    type,
    pages: pages.length,
    pesees: toutes.length,
    mediane: quantile(octets, 0.5),
    p90: quantile(octets, 0.9),
    maximum: lourde.octets,
    plus_lourde: lourde.page.url,
    budget,
    au_dessus: budget === null ? null : toutes.filter((pesee) => pesee.octets > budget).length,
  };
}

/** The lightest, the median and the heaviest page of those weighed: between them they show what a type can hold. */
export function pickThree({ pesees, plusGrande }: ReturnType<typeof weighPages>): PageConstruite[] {
  const sorted = plusGrande === undefined ? pesees : [...pesees, plusGrande].sort((a, b) => a.octets - b.octets);
  const picked = [sorted[0], sorted[Math.ceil(sorted.length / 2) - 1], sorted.at(-1)];
  return [...new Set(picked.flatMap((pesee) => (pesee === undefined ? [] : [pesee.page])))];
}
