import type { DocumentDeRecherche } from '../domain/recherche.ts';
import { slugify } from '../lib/slug.ts';

/** What the index holds for one school. `meta` comes back raw to the browser: it is shown as text only (ENGINEERING § 0.6). */
export interface SearchRecord {
  url: string;
  language: 'fr';
  content: string;
  meta: {
    titre: string;
    precision: string;
    /** The name in separate words: this one is searched, `titre` is shown. */
    nom: string;
  };
  filters: { region: string[] };
}

/** A school as a record of the index; its region as a slug (`Grand Est` → `grand-est`), so that the values in addresses hold no accent. */
export function toRecord({ url, titre, precision, filtres }: DocumentDeRecherche): SearchRecord {
  const nom = separateWords(titre);
  return {
    url,
    language: 'fr',
    content: `${nom}. ${separateWords(precision)}`,
    meta: { titre, precision, nom },
    filters: { region: (filtres.region ?? []).map((region) => slugify(region)) },
  };
}

/** `l'électricité` and `Bourg-en-Bresse` are several words: Pagefind would make one of each. */
const separateWords = (text: string): string => text.replace(/['’-]/g, ' ');
