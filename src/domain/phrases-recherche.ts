import { formatEntier, NARROW_NBSP, NBSP } from '../lib/format-leger.ts';

/** The sentences of the search page. The browser loads this module: it imports neither tables, schemas nor d3. */

/** Stands above the results that show figures: their denominator and their moment. */
export const LEGENDE_DES_RESULTATS = `Les nombres sont pour 100${NBSP}jeunes en dernière année, 6${NBSP}mois après leur sortie. Sous chacun${NBSP}: combien de jeunes, quand et où.`;

/** Choices of the order of the results. */
export const TRIS = {
  emploi: 'Part qui travaillait',
  formation: 'Part qui étudiait',
} as const;
export type Tri = keyof typeof TRIS;

/** What a sorted list leaves out, and by which figure a formation with several tracks is placed. */
export const LIMITE_DU_TRI =
  'Seules les formations avec un chiffre ici sont triées. Une formation à plusieurs voies est placée selon la première montrée : pour comparer les mêmes jeunes, choisissez une voie et un type de diplôme.'.replace(
    ' :',
    `${NBSP}:`,
  );

/** A formation of which only schools publish figures, or none that is shown here. */
export const SANS_CHIFFRE_ICI = 'Chiffres publiés pour des établissements seulement.';
export const SANS_CHIFFRE = 'Pas de chiffre publié pour le moment.';

/** The sentence that says how many pages were found; read aloud by screen readers. */
export function phraseDeStatut(total: number, proches: number, q: string): string {
  const quoted = q.trim() === '' ? '' : ` pour «${NBSP}${q.trim()}${NBSP}»`;
  if (total === 0 && proches === 0) return `Aucun résultat${quoted}.`;
  const near = proches === 1 ? `1${NBSP}résultat proche` : `${formatEntier(proches)}${NBSP}résultats proches`;
  if (total === 0) return `Aucun résultat exact${quoted}${NARROW_NBSP}; ${near}.`;
  const exact = total === 1 ? `1${NBSP}résultat` : `${formatEntier(total)}${NBSP}résultats`;
  return proches === 0 ? `${exact}${quoted}.` : `${exact}${quoted}, puis ${near}.`;
}

/** An official code without a page here; `libelle`: what the nomenclature calls it. */
export function phraseDeCodeSansPage(code: string, libelle: string | undefined): string {
  const named = libelle === undefined ? '' : ` est celui de «${NBSP}${libelle}${NBSP}»,`;
  return libelle === undefined
    ? `Aucun résultat${NBSP}: le code ${code} existe, mais il n'a pas de page ici.`
    : `Aucun résultat${NBSP}: le code ${code}${named} qui n'a pas de page ici.`;
}

/** Asks for what the first answers left out. */
export const CHERCHER_PARTOUT = 'Chercher aussi parmi les formations sans chiffre et les établissements';

export const MESSAGES_RECHERCHE = {
  enCours: 'Recherche en cours…',
  panne: "La recherche n'a pas pu se charger. Les listes ci-dessous mènent à toutes les pages.",
} as const;
