import type { Lien } from './formation.ts';
import type { Absence } from './publication.ts';
import type { CHEMINS, PageTrouvee, Resolution } from './ressources.ts';

/** What the search for a page knows: pages by code of formation, and the direct successors of a diploma. */
export interface Plan {
  pageOf: (formation: string) => PageTrouvee | undefined;
  nouveauxOf: (formation: string) => readonly Lien[];
}

type Chemin = (typeof CHEMINS)[number];

/**
 * The pages that a diploma leads to: its own, else those of its successors, each line followed down to the first diploma that has a page
 * (RULES § 10: every link counts, not only one to one).
 */
export function findPages(formation: string, { pageOf, nouveauxOf }: Plan): PageTrouvee[] {
  const seen = new Set([formation]);
  const pages: PageTrouvee[] = [];
  const queue = [formation];
  for (let code = queue.shift(); code !== undefined; code = queue.shift()) {
    const page = pageOf(code);
    if (page !== undefined) {
      pages.push(page);
      continue;
    }
    for (const { code: nouveau } of nouveauxOf(code)) {
      if (seen.has(nouveau)) continue;
      seen.add(nouveau);
      queue.push(nouveau);
    }
  }
  return pages;
}

/**
 * What to answer when these pages were found: the page and its own reason, or all of them and no choice; without any, why the code has none.
 */
export function choisir(
  pages: readonly PageTrouvee[],
  chemin: Chemin,
  sansPage: Absence,
): Pick<Resolution, 'chemin' | 'page' | 'candidats' | 'absence'> {
  const distinctes = [...new Map(pages.map((page) => [`${page.genre} ${page.code}`, page])).values()];
  const [page] = distinctes;
  if (page === undefined) return { absence: sansPage };
  if (distinctes.length > 1) return { chemin, candidats: distinctes, absence: 'plusieurs_formations_possibles' };
  return { chemin, page, ...(page.absence === undefined ? {} : { absence: page.absence }) };
}
