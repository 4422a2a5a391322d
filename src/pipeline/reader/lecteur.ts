import type { RaisonDeRefus } from './types.ts';

/** Why a cell is not what its column wants. With `refus`, its row is left out; without, it is a fault that stops the build. */
export interface Probleme {
  refus?: RaisonDeRefus;
  expected: string;
  todo: string;
}

/** Reads one trimmed cell: its normalised text, ready for a CSV, or what is wrong with it. */
export type Lecteur = (cell: string) => string | Probleme;

/** A problem that stops the build. */
export const fault = (expected: string, todo: string): Probleme => ({ expected, todo });
/** A problem that leaves the row out. */
export const refusal = (refus: RaisonDeRefus, expected: string): Probleme => ({ refus, expected, todo: '' });

/** Distinct values kept per reader: cells repeat a lot (codes, years, rates), text columns are not cached. */
const CACHE_SIZE = 50_000;

/** The same reader, which remembers what it has read. */
export function cached(read: Lecteur): Lecteur {
  const cache = new Map<string, string | Probleme>();
  return (cell) => {
    const known = cache.get(cell);
    if (known !== undefined) return known;
    if (cache.size >= CACHE_SIZE) cache.clear();
    const result = read(cell);
    cache.set(cell, result);
    return result;
  };
}
