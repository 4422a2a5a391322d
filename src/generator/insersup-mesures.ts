import type { Cellule } from './fichier-brut.ts';
import { addPromotions, MOIS, type Promotion } from './superieur.ts';

/** Fewer leavers, and two promotions are pooled; still fewer, and nothing is said (FACTS § 4, InserSup). */
export const SEUIL_INSERSUP = 20;

/** `byMonth('flag')` → `['flag_6', 'flag_12', …]`. */
export const byMonth = (name: string, months: readonly number[] = MOIS): string[] =>
  months.map((mois) => `${name}_${mois}`);

/** One row by column name; what is not there is an empty cell. */
export type Ligne = Partial<Record<string, Cellule>>;

export interface Mesuree {
  promotion: Promotion;
  /** Leaving years pooled, the last one last. */
  annees: readonly number[];
}

/** Two promotions when one has fewer than 20 leavers. */
export function measured(annee: number, promotionOfYear: (annee: number) => Promotion): Mesuree {
  const promotion = promotionOfYear(annee);
  if (promotion.sortants >= SEUIL_INSERSUP) return { promotion, annees: [annee] };
  return { promotion: addPromotions(promotionOfYear(annee - 1), promotion), annees: [annee - 1, annee] };
}
