/**
 * What a sortable table says to its reader. Apart from the other sentences: the browser loads this module with the element, so it imports
 * nothing (`\u00a0` is the no-break space).
 */

/** Order of the rows, in the words of `aria-sort`. */
export type Sens = 'ascending' | 'descending';

/** In sight before a sort and announced with each one (PRODUCT § 5.6); always there, so that nothing moves when a sort begins. */
export const AVERTISSEMENT_TRI =
  "Trier n'est pas classer\u00a0: un nombre haut ou bas dépend d'abord des jeunes, des métiers et des emplois de l'endroit.";

/** Before any sort: how to. */
export const AIDE_TRI = 'Les titres des colonnes trient le tableau.';

export const ETIQUETTE_FILTRE = 'Filtrer par un mot';
export const ETIQUETTE_DEPARTEMENT = 'Département';

/** `('travaillaient', 'descending')` → « Tri décroissant par « travaillaient ». »; null = the printed order. */
export function phraseDeTri(colonne: string, sens: Sens | null): string {
  if (sens === null) return "Ordre d'origine.";
  return `Tri ${sens === 'ascending' ? 'croissant' : 'décroissant'} par «\u00a0${colonne}\u00a0».`;
}

/** `(3, 99)` → « 3 sur 99 affichés. »; nothing when all are shown. */
export function phraseDeFiltre(affiches: number, total: number): string {
  if (affiches === total) return '';
  return affiches === 0 ? 'Rien ne correspond.' : `${affiches} sur ${total} affiché${affiches < 2 ? '' : 's'}.`;
}
