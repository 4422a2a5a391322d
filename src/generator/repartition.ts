/**
 * Keeps `kept` of `total` things, evenly: is the one at `rank` (from 0) kept? `retenu(rank, 2, 5)` is true for 2 of 5 ranks. The first one
 * always is, when any is.
 */
export function retenu(rank: number, kept: number, total: number): boolean {
  if (kept >= total) return true;
  const taken = (count: number): number => Math.ceil((count * kept) / total);
  return taken(rank + 1) > taken(rank);
}

/** Of a list, `kept` things taken evenly, in its order. */
export const prelever = <T>(items: readonly T[], kept: number): T[] =>
  items.filter((_, rank) => retenu(rank, kept, items.length));

/**
 * Shares a whole number out by weight, at least `min` each: `repartir(10, [1, 1, 2])` → `[3, 2, 5]`. The sum is `total`, or more when the minima
 * alone exceed it.
 */
export function repartir(total: number, poids: readonly number[], min = 0): number[] {
  const sum = poids.reduce((left, right) => left + right, 0);
  const parts = poids.map((part) => ({ exact: (total * part) / sum, count: min }));
  // One by one, to the part that lacks most.
  for (let given = min * parts.length; given < total; given += 1) {
    const poorest = parts.reduce((left, right) => (right.exact - right.count > left.exact - left.count ? right : left));
    poorest.count += 1;
  }
  return parts.map(({ count }) => count);
}
