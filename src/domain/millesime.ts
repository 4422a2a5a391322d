import { joinFrench } from '../lib/format-leger.ts';

/** First cohort whose public-sector jobs are counted (RULES § 7): series have a visible break there. */
export const PREMIERE_ANNEE_EMPLOI_PUBLIC = 2022;

/** A dozen millésimes come back in every record: each is read once. */
const lues = new Map<string, readonly number[]>();

/** The leaving years of a millésime: `2022_2023` → `[2022, 2023]`. Throws on any other form. */
export function anneesDeSortie(millesime: string): readonly number[] {
  const connues = lues.get(millesime);
  if (connues !== undefined) return connues;
  if (!/^\d{4}(_\d{4})?$/.test(millesime)) throw new Error(`invalid millesime: ${millesime}`);
  const annees = millesime.split('_').map(Number);
  lues.set(millesime, annees);
  return annees;
}

/** Last leaving year, which orders single and pooled millésimes together: `2021_2022` → `2022`. */
export function derniereAnnee(millesime: string): number {
  return Math.max(...anneesDeSortie(millesime));
}

/** In words: `2021_2022` → `2021 et 2022`. */
export function millesimeEnMots(millesime: string): string {
  return joinFrench(anneesDeSortie(millesime).map(String));
}

/** In a table or on an axis: `2021_2022` → `2021-2022`. */
export function millesimeCourt(millesime: string): string {
  return millesime.replace('_', '-');
}

export const COMPTAGES_EMPLOI_PUBLIC = ['non_compte', 'en_partie', 'compte'] as const;
export type ComptageEmploiPublic = (typeof COMPTAGES_EMPLOI_PUBLIC)[number];

/**
 * Are public-sector jobs counted in this millésime? A pooled pair can hold one cohort of each kind. For InserJeunes: InserSup has always
 * counted them, its series have no break.
 */
export function comptageEmploiPublic(millesime: string, source?: string): ComptageEmploiPublic {
  if (source === 'insersup') return 'compte';
  const counted = anneesDeSortie(millesime).filter((year) => year >= PREMIERE_ANNEE_EMPLOI_PUBLIC).length;
  if (counted === 0) return 'non_compte';
  return counted === anneesDeSortie(millesime).length ? 'compte' : 'en_partie';
}

/** Newest first; at equal last year the single year comes before the pooled pair (API § 2.1). */
export function compareMillesimes(left: string, right: string): number {
  return derniereAnnee(right) - derniereAnnee(left) || left.length - right.length;
}

/** The other spelling of a millésime of schools (RULES § 7): `2023` ↔ `2022_2023`. None for pairs that are not two years in a row. */
export function millesimeEquivalent(millesime: string): string | undefined {
  const [first = 0, last] = anneesDeSortie(millesime);
  if (last === undefined) return `${first - 1}_${first}`;
  return last === first + 1 ? String(last) : undefined;
}
