import type { Sens } from '../domain/phrases-tri.ts';

/** What the sortable tables decide, apart from the page: the element (`table-triable.client.ts`) only moves rows. */
export interface Tri {
  colonne: number;
  sens: Sens;
}

/** Names begin with A, figures with the highest; the other way round next; a third press gives the printed order back (null). */
export function triSuivant(tri: Tri | null, colonne: number): Tri | null {
  const first: Sens = colonne === 0 ? 'ascending' : 'descending';
  if (tri?.colonne !== colonne) return { colonne, sens: first };
  if (tri.sens !== first) return null;
  return { colonne, sens: first === 'ascending' ? 'descending' : 'ascending' };
}

/** What a group of rows is sorted by; undefined = a figure that is absent. */
export type Cle = string | number | undefined;

/** Sorted copy: absences last in both directions, equal keys in the printed order. */
export function trier<T>(items: readonly T[], keyOf: (item: T) => Cle, sens: Sens): T[] {
  const sign = sens === 'ascending' ? 1 : -1;
  return [...items].sort((left, right) => {
    const [a, b] = [keyOf(left), keyOf(right)];
    if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
    return sign * (typeof a === 'string' ? a.localeCompare(String(b), 'fr') : a - Number(b));
  });
}

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Does a text hold each word of the filter, wherever it stands, without regard to accents and capitals? */
export function contient(texte: string, filtre: string): boolean {
  const searched = plain(texte);
  return plain(filtre)
    .split(/\s+/)
    .every((word) => searched.includes(word));
}
