import type { DocumentDeRecherche } from '../domain/recherche.ts';
import { slugify } from '../lib/slug.ts';

/**
 * Order in which pages enter the index. Pagefind gives equal scores to titles that hold the same words (with `pageLength: 0`,
 * see RANKING of the search page) and then keeps this order, so that « boulanger » puts CAP Boulanger first:
 * browse pages, then formations, then schools; shortest name first; the diplomas nearest to school age first; newest code first.
 */
export function compareDocuments(left: DocumentDeRecherche, right: DocumentDeRecherche): number {
  return (
    rankOf(GENRES, left.genre) - rankOf(GENRES, right.genre) ||
    nameLength(left) - nameLength(right) ||
    rankOf(TYPES, typeOf(left)) - rankOf(TYPES, typeOf(right)) ||
    compareText(left.titre, right.titre) ||
    // Same title: the address ends with the code, and codes grow with time.
    compareText(right.url, left.url)
  );
}

const GENRES: readonly string[] = ['diplome', 'region', 'domaine', 'famille', 'formation', 'etablissement'];

/** Diploma types by slug, in the order in which pupils meet them; any other type comes after. */
const TYPES: readonly string[] = [
  'cap',
  'bac-pro',
  'bts',
  'cap-agricole',
  'bac-pro-agricole',
  'btsa',
  'mc',
  'cs',
  'bp',
  'bma',
  'but',
  'licence-pro',
  'licence',
  'master',
  'ingenieur',
];

/** Codepoint order: the same on every machine, unlike `localeCompare`. */
const compareText = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

const rankOf = (order: readonly string[], value: string): number => {
  const rank = order.indexOf(value);
  return rank === -1 ? order.length : rank;
};

const typeOf = (document: DocumentDeRecherche): string => slugify(document.filtres.type?.[0] ?? '');

/** Words of the title without those of the diploma type: `Bac pro Cuisine` and `CAP Cuisine` are as short. */
function nameLength(document: DocumentDeRecherche): number {
  const title = slugify(document.titre, 400);
  const type = typeOf(document);
  const name = type !== '' && title.startsWith(`${type}-`) ? title.slice(type.length + 1) : title;
  return name.split('-').length;
}
