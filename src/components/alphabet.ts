import { retirerType } from '../domain/libelles.ts';
import { nomsDUsage, type DocumentDeRecherche } from '../domain/recherche.ts';
import { composer } from '../domain/textes/typographie.ts';
import { removeAccents } from '../lib/slug.ts';

/** A word of the index, and the formations it leads to. */
export interface EntreeDIndex {
  nom: string;
  liens: { titre: string; url: string }[];
}

/** Under this slug, what begins with no letter. */
const AUTRES = 'chiffres';

/**
 * The index of a book: formations by their name without the type, and by their old names, acronyms and trades. By letter (`a`…`z`, then `chiffres`),
 * in alphabetical order; of the pages of one title, the newest (addresses end with the code, and codes grow with time).
 */
export function toAlphabet(documents: readonly DocumentDeRecherche[]): Map<string, EntreeDIndex[]> {
  const entrees = new Map<string, EntreeDIndex>();
  const ajouter = (nom: string, lien: EntreeDIndex['liens'][number]): void => {
    const key = removeAccents(nom).toLowerCase();
    const entree = entrees.get(key) ?? { nom, liens: [] };
    entrees.set(key, entree);
    if (!entree.liens.some(({ url }) => url === lien.url)) entree.liens.push(lien);
  };
  for (const document of newestOfTitles(documents)) {
    const lien = { titre: document.titre, url: document.url };
    for (const nom of [document.titre, ...nomsDUsage(document)]) ajouter(nomDEntree(nom), lien);
  }
  const sorted = [...entrees].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, entree]) => entree);
  const lettres = Map.groupBy(sorted, ({ nom }) => lettreDe(nom));
  return new Map([...lettres].sort(([left], [right]) => ordre(left) - ordre(right)));
}

/** A name as the index prints it: without its type, with French signs. */
const nomDEntree = (nom: string): string => composer(retirerType(nom).replace(/’/g, "'"));

function newestOfTitles(documents: readonly DocumentDeRecherche[]): DocumentDeRecherche[] {
  const formations = documents.filter(({ genre }) => genre === 'formation');
  const byUrl = formations.sort((left, right) => (left.url < right.url ? -1 : 1));
  const newest = new Map(byUrl.map((document) => [document.titre, document]));
  return [...newest.values()].sort((left, right) => left.titre.localeCompare(right.titre, 'fr'));
}

function lettreDe(nom: string): string {
  const first = removeAccents(nom).charAt(0).toLowerCase();
  return /[a-z]/.test(first) ? first : AUTRES;
}

const ordre = (lettre: string): number => (lettre === AUTRES ? Infinity : lettre.charCodeAt(0));

/** What the links say: `B`, `0-9`. */
export const nomDeLettre = (lettre: string): string => (lettre === AUTRES ? '0-9' : lettre.toUpperCase());
