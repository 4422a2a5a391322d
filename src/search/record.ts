import type { DocumentDeRecherche } from '../domain/recherche.ts';
import { marquerLesMots } from '../lib/mots-marques.ts';
import { slugify } from '../lib/slug.ts';

/**
 * What the index holds for one school. It comes back raw to the browser, which shows it as text only (ENGINEERING § 0.6) and takes the marks out
 * (`lireLesMots`). Nothing is there twice: a second copy of the names, in separate words, made the index half as big again.
 */
export interface SearchRecord {
  url: string;
  language: 'fr';
  /** Its type and where it is. */
  content: string;
  meta: {
    nom: string;
    /** Abbreviations that people type and that the name does not hold; not shown. */
    sigles?: string;
  };
  filters: { region: string[] };
}

/** A school as a record of the index; its region as a slug (`Grand Est` → `grand-est`), so that the values in addresses hold no accent. */
export function toRecord({ url, titre, precision, filtres }: DocumentDeRecherche): SearchRecord {
  const sigles = SIGLES.flatMap(([nom, sigle]) => (nom.test(titre) ? [sigle] : []));
  return {
    url,
    language: 'fr',
    // A page without text would be left out.
    content: marquerLesMots(precision === '' ? 'Établissement' : precision),
    meta: { nom: marquerLesMots(titre), ...(sigles.length > 0 && { sigles: sigles.join(' ') }) },
    filters: { region: (filtres.region ?? []).map((region) => slugify(region)) },
  };
}

const SIGLES = [
  [/maisons? familiales? rurales?/i, 'MFR'],
  [/centre de formation d['’] ?apprentis/i, 'CFA'],
] as const;
