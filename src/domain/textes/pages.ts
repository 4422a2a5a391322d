import { ACCESSIBILITE } from './accessibilite.ts';
import { COMPRENDRE } from './comprendre.ts';
import { ADRESSE_PAR_DEFAUT, donnees } from './donnees.ts';
import { MENTIONS_LEGALES } from './mentions-legales.ts';
import type { PageDeTexte } from './page-de-texte.ts';
import { QUALITE } from './qualite.ts';
import { composerPage } from './typographie.ts';

/**
 * Every editorial page, as shown and as published at `/{slug}.json` (`pageDeTextePublieeSchema`), for a site at `adresse`
 * (no final slash).
 */
export const pagesDeTexte = (adresse = ADRESSE_PAR_DEFAUT): PageDeTexte[] =>
  [COMPRENDRE, donnees(adresse), MENTIONS_LEGALES, ACCESSIBILITE, QUALITE].map(composerPage);

/** One page by its slug; throws on an unknown one. */
export function getPageDeTexte(slug: string, adresse?: string): PageDeTexte {
  const page = pagesDeTexte(adresse).find((candidate) => candidate.slug === slug);
  if (!page) throw new Error(`unknown page: ${slug}`);
  return page;
}
