import { z } from 'zod';

import type { DocumentDeRecherche } from '../../domain/recherche.ts';

/** `tests/search/queries.json`: what people type, by kind, and what they hope to find. */
export const requetesSchema = z.strictObject({
  description: z.string(),
  requetes: z.array(
    z.strictObject({ genre: z.string(), requete: z.string().min(1), attendu: z.array(z.string().min(1)).min(1) }),
  ),
});
export type Requete = z.infer<typeof requetesSchema>['requetes'][number];

type Page = Pick<DocumentDeRecherche, 'url' | 'titre' | 'codes'>;

/**
 * The addresses that answer a request: `CAP Cuisine` = the newest page of that title (addresses end with the code, and codes grow with time),
 * `code RNCP35316` = every page that holds the code, `/regions/bretagne/` = itself. What this edition does not have answers nothing.
 */
export function pagesAttendues({ attendu }: Pick<Requete, 'attendu'>, pages: readonly Page[]): Set<string> {
  return new Set(attendu.flatMap((wanted) => pagesOf(wanted, pages)));
}

function pagesOf(wanted: string, pages: readonly Page[]): string[] {
  if (wanted.startsWith('/')) return pages.filter(({ url }) => url === wanted).map(({ url }) => url);
  if (wanted.startsWith('code ')) {
    const code = wanted.slice('code '.length);
    return pages.filter(({ codes }) => codes.includes(code)).map(({ url }) => url);
  }
  const named = pages.filter(({ titre }) => titre === wanted).map(({ url }) => url);
  return named.sort().slice(-1);
}
