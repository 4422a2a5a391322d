import { pageDeTextePublieeSchema } from '../../domain/textes/page-de-texte.ts';
import { pagesDeTexte } from '../../domain/textes/pages.ts';
import type { Contexte } from './contexte.ts';
import { toExemples } from './edition.ts';
import { writeJson } from './write.ts';

/** Writes the twin of each editorial page, `comprendre.json`, `donnees.json`…, for a site at `siteUrl` when it is known. */
export function writeTextes(contexte: Contexte, siteUrl: string | undefined): void {
  const edition = { exemples: toExemples(contexte), donnees_fictives: contexte.entete.donnees_fictives };
  for (const page of pagesDeTexte({ adresse: siteUrl, edition })) {
    writeJson(contexte.effects, `${page.slug}.json`, pageDeTextePublieeSchema, { ...contexte.entete, ...page });
  }
}
