/**
 * Random numbers from a seed and a place: `createRandom(1, 'cohorte', uai, code, 2023)` always gives the same stream.
 * One stream a thing (a school, a course, a cohort) and not one for all: adding a school changes no other figure.
 */
export interface Random {
  /** In [0, 1). */
  next(): number;
  /** Whole number, both ends included. */
  int(min: number, max: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** Centred on 0 with standard deviation 1, by summing twelve uniforms: no logarithm, hence the same bits everywhere. */
  normal(): number;
  /** How many of `count` draws succeed. */
  binomial(count: number, probability: number): number;
}

/** FNV-1a over the keys, then a final mix, so that close keys give far seeds. */
function hash(keys: readonly (string | number)[]): number {
  let value = 0x811c9dc5;
  for (const character of keys.join('\u0001')) {
    value = Math.imul(value ^ character.charCodeAt(0), 0x01000193);
  }
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}

export function createRandom(...keys: (string | number)[]): Random {
  let state = hash(keys);

  /** Mulberry32: 32 bits of state are plenty for streams of a few dozen draws. */
  function next(): number {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  const int = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1));

  function normal(): number {
    let sum = -6;
    for (let draw = 0; draw < 12; draw += 1) sum += next();
    return sum;
  }

  function pick<T>(items: readonly T[]): T {
    const item = items[int(0, items.length - 1)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  }

  function binomial(count: number, probability: number): number {
    if (probability <= 0 || count <= 0) return 0;
    if (probability >= 1) return count;
    if (count > 60) {
      const spread = Math.sqrt(count * probability * (1 - probability));
      return clamp(Math.round(count * probability + spread * normal()), 0, count);
    }
    let successes = 0;
    for (let draw = 0; draw < count; draw += 1) if (next() < probability) successes += 1;
    return successes;
  }

  return { next, int, chance: (probability) => next() < probability, pick, normal, binomial };
}

export function clamp(value: number, min: number, max: number): number {
  return Math.min(max, Math.max(min, value));
}

/** Value at rank `u` (0 to 1) of a distribution known by evenly spaced quantiles: `quantile([4, 10, 15], 0.75)` → 12.5. */
export function quantile(points: readonly number[], u: number): number {
  const position = clamp(u, 0, 1) * (points.length - 1);
  const low = points[Math.floor(position)];
  const high = points[Math.ceil(position)];
  if (low === undefined || high === undefined) throw new Error('a distribution needs points');
  return low + (high - low) * (position - Math.floor(position));
}

/** Sorts by code units, never by the machine's language: `compareText('É', 'Z')` > 0 everywhere. */
export function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Picks `count` different items, the heavier the likelier (weighted reservoir by repeated draw). */
export function pickWeighted<T>(random: Random, items: readonly T[], weight: (item: T) => number, count: number): T[] {
  const left = [...items];
  const chosen: T[] = [];
  while (chosen.length < count && left.length > 0) {
    const total = left.reduce((sum, item) => sum + weight(item), 0);
    let remaining = random.next() * total;
    const index = left.findIndex((item) => (remaining -= weight(item)) < 0);
    chosen.push(...left.splice(index === -1 ? left.length - 1 : index, 1));
  }
  return chosen;
}
