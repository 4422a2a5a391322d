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
 * Shares a whole number out by weight, at least `min` each, by largest remainder: `repartir(10, [1, 1, 2])` → `[3, 2, 5]`. The sum is `total`,
 * or more when the minima alone exceed it.
 */
export function repartir(total: number, poids: readonly number[], min = 0): number[] {
  const sum = poids.reduce((left, right) => left + right, 0);
  const exact = poids.map((part) => (total * part) / sum);
  const shares = exact.map((part) => Math.max(min, Math.floor(part)));
  const order = exact
    .map((part, rank) => ({ rank, reste: part - (shares[rank] ?? 0) }))
    .sort((left, right) => right.reste - left.reste || left.rank - right.rank);
  let left = total - shares.reduce((known, part) => known + part, 0);
  for (const { rank } of order) {
    if (left <= 0) break;
    shares[rank] = (shares[rank] ?? 0) + 1;
    left -= 1;
  }
  return shares;
}
