import { ACCESSIBILITE } from './accessibilite.ts';
import { ancienneApi } from './ancienne-api.ts';
import { comprendre, type EditionExpliquee } from './comprendre.ts';
import { ADRESSE_PAR_DEFAUT, donnees } from './donnees.ts';
import { MENTIONS_LEGALES } from './mentions-legales.ts';
import type { PageDeTexte } from './page-de-texte.ts';
import { QUALITE } from './qualite.ts';
import { composerPage } from './typographie.ts';

/** What an editorial page takes from the edition and its site; each has a value for who only wants the words. */
export interface ContexteDesTextes {
  /** Address of the site, no final slash. */
  adresse?: string | undefined;
  edition?: EditionExpliquee | undefined;
}

/** Every editorial page, as shown and as published at `/{slug}.json` (`pageDeTextePublieeSchema`). */
export const pagesDeTexte = ({
  adresse = ADRESSE_PAR_DEFAUT,
  edition = { exemples: [] },
}: ContexteDesTextes = {}): PageDeTexte[] =>
  [comprendre(edition), donnees(adresse), ancienneApi(adresse), MENTIONS_LEGALES, ACCESSIBILITE, QUALITE].map(
    composerPage,
  );

/** One page by its slug; throws on an unknown one. */
export function getPageDeTexte(slug: string, contexte?: ContexteDesTextes): PageDeTexte {
  const page = pagesDeTexte(contexte).find((candidate) => candidate.slug === slug);
  if (!page) throw new Error(`unknown page: ${slug}`);
  return page;
}
