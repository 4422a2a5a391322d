import type { Fiche, FicheEnsemble } from '../domain/fiche.ts';
import { HORIZONS, type Horizon } from '../domain/indicateurs.ts';
import type { LigneMillesime } from './millesimes-bars.ts';
import type { PointHorizon } from './horizons-line.ts';

/** The share of all pupils that worked n months after; the published share at 6 months is the one of the card. */
export function partEnEmploi(fiche: Fiche | FicheEnsemble, mois: Horizon): number | null {
  if (mois === 6 && fiche.parts !== null) return fiche.parts.emploi;
  return fiche[`taux_en_emploi_${mois}_mois`] ?? null;
}

/** `{parts: {emploi: 23, …}, taux_en_emploi_12_mois: 31}` → `[{mois: 6, valeur: 23}, {mois: 12, valeur: 31}]` */
export function toPointsHorizon(fiche: Fiche | FicheEnsemble): PointHorizon[] {
  return HORIZONS.flatMap((mois) => {
    const valeur = partEnEmploi(fiche, mois);
    return valeur === null ? [] : [{ mois, valeur }];
  });
}

/**
 * Of records of one place, oldest first, the one to draw over months: the newest that goes furthest (recent cohorts have not
 * yet been observed for 24 months). Undefined when none has two points: one point is no course of time.
 */
export function selectSuivi<T extends Fiche | FicheEnsemble>(oldestFirst: readonly T[]): T | undefined {
  const newestFirst = [...oldestFirst].reverse();
  const lengths = newestFirst.map((fiche) => toPointsHorizon(fiche).length);
  const longest = Math.max(0, ...lengths);
  return longest < 2 ? undefined : newestFirst[lengths.indexOf(longest)];
}

const RAISON_COURTE = 'trop peu de jeunes';

/** One line of the drawing a cohort; a hidden one keeps its line, with its reason. */
export function toLignesMillesime(oldestFirst: readonly (Fiche | FicheEnsemble)[]): LigneMillesime[] {
  return oldestFirst.map(({ millesime, source, parts, absence }) => ({
    millesime,
    source,
    parts,
    raison: absence === 'sous_le_seuil' ? RAISON_COURTE : 'pas de chiffre publié',
  }));
}
