/** Words and numbers in French without d3-format: what browser modules may import. lib/format.ts has the rest. */

/** Narrow no-break space: between thousands, and before « ? », « ! » and « ; ». */
export const NARROW_NBSP = '\u202f';
/** No-break space: before « : » and « % », inside French quotation marks. */
export const NBSP = '\u00a0';

/** Same result as `formatNumber` of lib/format.ts for whole numbers: `12345` → `12 345` (narrow no-break space). */
export function formatEntier(value: number): string {
  return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, NARROW_NBSP);
}

/** `plural(1, 'école', 'écoles')` → `1 école`; from 2 on, the plural (French rule: 0 and 1 are singular). */
export function plural(count: number, one: string, many: string): string {
  return `${formatEntier(count)}${NBSP}${Math.abs(count) < 2 ? one : many}`;
}

/** `['a', 'b', 'c']` → `a, b et c`. */
export function joinFrench(items: readonly string[], last = 'et'): string {
  if (items.length <= 1) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} ${last} ${items[items.length - 1] ?? ''}`;
}

/** `au lycée` → `Au lycée`. */
export const capitalize = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
