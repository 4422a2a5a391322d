import { UserError } from '../lib/errors.ts';
import type { TypeDePage } from '../domain/types-de-page.ts';
import { listPagesByType, type PageConstruite } from '../publish/mesures/pages.ts';
import { weighPages, type PagePesee } from '../publish/mesures/poids.ts';

export interface PageABancher {
  type: TypeDePage;
  url: string;
  gzip: number;
}

/** The middle of a list sorted by weight first, then its heavier end, its lighter end, and so on: `count` items without doubles. */
export function pickAround<T>(sorted: readonly T[], count: number): T[] {
  const last = sorted.length - 1;
  const middle = Math.ceil(sorted.length / 2) - 1;
  const ranks = [middle, last, 0, Math.floor(0.9 * last), Math.floor(0.1 * last)];
  for (let rank = 0; rank <= last; rank += 1) ranks.push(rank);
  return [...new Set(ranks)].slice(0, Math.min(count, sorted.length)).flatMap((rank) => sorted.slice(rank, rank + 1));
}

/** `count` pages of each type of a built folder, the median weight first. */
export function choosePages(siteDir: string, count: number): PageABancher[] {
  const byType = listPagesByType(siteDir);
  if (byType.size === 0)
    throw new UserError(`${siteDir} holds no page. What to do: npm run build, or name a built site.`);
  return [...byType].flatMap(([type, pages]) =>
    pickAround(sortedWeights(pages), count).map(({ page, octets }) => ({ type, url: page.url, gzip: octets })),
  );
}

function sortedWeights(pages: readonly PageConstruite[]): PagePesee[] {
  const { pesees, plusGrande } = weighPages(pages);
  return plusGrande === undefined ? pesees : [...pesees, plusGrande].sort((a, b) => a.octets - b.octets);
}
