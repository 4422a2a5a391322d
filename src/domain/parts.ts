import { ETATS, type Etat } from './indicateurs.ts';

/**
 * Integer shares out of 100 that add up to exactly 100, by largest remainder (PRODUCT § 4.2); ties go to the first state.
 * Counts are persons: employed, studying, other; their sum is the cohort and must be positive.
 *
 * `{emploi: 9, formation: 31, autre: 12}` → `{emploi: 17, formation: 60, autre: 23}`
 */
export function repartirSur100(counts: Record<Etat, number>): Record<Etat, number> {
  const total = ETATS.reduce((sum, etat) => sum + counts[etat], 0);
  if (!(total > 0) || ETATS.some((etat) => counts[etat] < 0))
    throw new Error(`invalid counts: ${JSON.stringify(counts)}`);
  // Whole quotients and remainders, without floating point: 100 × count = quotient × total + remainder.
  const shares = { emploi: 0, formation: 0, autre: 0 };
  const remainders = ETATS.map((etat, rank) => {
    const remainder = (100 * counts[etat]) % total;
    shares[etat] = (100 * counts[etat] - remainder) / total;
    return { etat, rank, remainder };
  });
  const missing = 100 - ETATS.reduce((sum, etat) => sum + shares[etat], 0);
  remainders.sort((left, right) => right.remainder - left.remainder || left.rank - right.rank);
  for (const { etat } of remainders.slice(0, missing)) shares[etat] += 1;
  return shares;
}
