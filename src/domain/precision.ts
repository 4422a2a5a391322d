import type { Fiche, FicheEnsemble } from './fiche.ts';
import type { Fourchette, Lecture } from './lecture.ts';

/** Groups of fewer pupils than this have their precision said; above, the range is narrow enough for the share to speak alone (PRODUCT § 4.11). */
export const PETIT_EFFECTIF = 100;

/** 97.5 % quantile of the normal law: a range that chance leaves one time in twenty. */
const Z = 1.959964;

/**
 * The Wilson score interval at 95 % of a proportion seen on `n` persons (E. B. Wilson, JASA 22, 1927): between 0 and 1, never outside, and sound
 * for small groups. It says what chance alone could change from one year to the next: the cohort itself is counted whole, it is no sample.
 *
 * `(18 / 34, 34)` → `{bas: 0.367, haut: 0.685}`
 */
export function intervalleDeWilson(proportion: number, n: number): { bas: number; haut: number } {
  const carre = (Z * Z) / n;
  const centre = proportion + carre / 2;
  const ecart = Z * Math.sqrt((proportion * (1 - proportion)) / n + carre / (4 * n));
  return { bas: Math.max(0, (centre - ecart) / (1 + carre)), haut: Math.min(1, (centre + ecart) / (1 + carre)) };
}

/**
 * The range in persons: the whole numbers inside the interval, which always holds the number seen.
 *
 * `(18, 34)` → `{nombre: 18, min: 13, max: 23}`
 */
export function fourchette(nombre: number, n: number): Fourchette {
  const { bas, haut } = intervalleDeWilson(nombre / n, n);
  // The number seen is inside; floating point must not put it out at 0 and at n.
  return { nombre, min: Math.min(nombre, Math.ceil(bas * n)), max: Math.max(nombre, Math.floor(haut * n)) };
}

/** How far chance could have moved the persons of a small group; undefined for large groups, unknown cohorts and hidden shares. */
export function precisionDe(fiche: Fiche | FicheEnsemble): Lecture['precision'] {
  const { nb_annee_term: n, parts } = fiche;
  if (parts === null || n === undefined || n === 0 || n >= PETIT_EFFECTIF) return undefined;
  return {
    emploi: fourchette(personnes(fiche.nb_en_emploi_6_mois, parts.emploi, n), n),
    formation: fourchette(personnes(fiche.nb_poursuite_etudes, parts.formation, n), n),
  };
}

/** The count of the record; when it does not tell one, or one that cannot be, the persons that its share stands for. */
function personnes(compte: number | null | undefined, part: number, n: number): number {
  return compte != null && compte <= n ? compte : Math.round((part * n) / 100);
}
