import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

import { NOMS_DE_TYPES_DE_PAGE, typeDePage, type TypeDePage } from '../../domain/types-de-page.ts';

/** A page of a built folder. */
export interface PageConstruite {
  /** `/formations/x/`, `/404.html`. */
  url: string;
  fichier: string;
}

/** Every page of a built folder, sorted by address, in the order of `TYPES_DE_PAGE`; types without a page are left out. */
export function listPagesByType(siteDir: string): Map<TypeDePage, PageConstruite[]> {
  const pages = readdirSync(siteDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.html'))
    .map((entry) => {
      const fichier = join(entry.parentPath, entry.name);
      const path = relative(siteDir, fichier).split(sep).join('/');
      return { url: `/${path}`.replace(/index\.html$/, ''), fichier };
    })
    .sort((left, right) => (left.url < right.url ? -1 : 1));
  const byType = Map.groupBy(pages, ({ url }) => typeDePage(url));
  return new Map(
    NOMS_DE_TYPES_DE_PAGE.flatMap((type) => {
      const own = byType.get(type);
      return own === undefined ? [] : [[type, own] as const];
    }),
  );
}

export const readPage = ({ fichier }: PageConstruite): string => readFileSync(fichier, 'utf8');

/** The page with the largest file, the first one of equals. */
export function findLargest(pages: readonly PageConstruite[]): PageConstruite | undefined {
  const sizes = pages.map((page) => ({ page, size: statSync(page.fichier).size }));
  return sizes.reduce<(typeof sizes)[number] | undefined>(
    (largest, entry) => (largest === undefined || entry.size > largest.size ? entry : largest),
    undefined,
  )?.page;
}
