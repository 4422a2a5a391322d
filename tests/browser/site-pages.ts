import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';

/** Every page of the built site, as addresses: `/`, `/formations/cap-boulanger-50022137/`, `/404.html`. */
export function listPages(siteDir: string): string[] {
  return readdirSync(siteDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.html'))
    .map((entry) =>
      `/${relative(siteDir, join(entry.parentPath, entry.name)).split(sep).join('/')}`.replace(/index\.html$/, ''),
    )
    .sort();
}

/** Every JSON file that the site publishes (the search bundle left aside). */
export function listJson(siteDir: string): string[] {
  return readdirSync(siteDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.json') && !entry.parentPath.includes('pagefind'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** Every file with one of these extensions, as addresses (assets, the search bundle and the cards to put in other sites left aside). */
export function listFiles(siteDir: string, extensions: ReadonlySet<string>): string[] {
  return readdirSync(siteDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && extensions.has(extname(entry.name)))
    .map((entry) => `/${relative(siteDir, join(entry.parentPath, entry.name)).split(sep).join('/')}`)
    .filter((file) => !/^\/(?:assets|pagefind|integrer\/editions)\//.test(file))
    .sort();
}

export const readPage = (siteDir: string, page: string): string =>
  readFileSync(join(siteDir, page.endsWith('/') ? `${page}index.html` : page), 'utf8');

/** What kind of page an address is: `/formations/x/` → `formations/*`, `/formations/x/bretagne/` → `formations/* /*`. */
export function typeOf(page: string): string {
  const [section = '', ...rest] = page.split('/').filter((part) => part !== '');
  return [section, ...rest.map(() => '*')].join('/') || 'accueil';
}

/** The heaviest page and the lightest page of each type: between them they show what a type can hold. */
export function pickPages(siteDir: string): { type: string; page: string }[] {
  const byType = Map.groupBy(listPages(siteDir), typeOf);
  return [...byType].flatMap(([type, pages]) => {
    const sorted = pages
      .map((page) => ({ page, length: readPage(siteDir, page).length }))
      .sort((left, right) => left.length - right.length);
    const picked = new Set([sorted.at(0)?.page, sorted.at(-1)?.page].filter((page) => page !== undefined));
    return [...picked].map((page) => ({ type, page }));
  });
}

/** One item in `step`, so that a long list is sampled evenly and the same way each time. */
export const sample = <T>(items: readonly T[], count: number): T[] => {
  const step = Math.max(1, Math.floor(items.length / count));
  return items.filter((_, index) => index % step === 0);
};
