import { formatLocale } from 'd3-format';

import { joinFrench, NARROW_NBSP, NBSP, plural } from './format-leger.ts';

export { joinFrench, NARROW_NBSP, NBSP, plural };

/** French numbers for d3-format and Plot ticks. */
export const frenchLocale = formatLocale({
  decimal: ',',
  thousands: NARROW_NBSP,
  grouping: [3],
  currency: ['', `${NBSP}€`],
  percent: `${NBSP}%`,
});

const grouped = frenchLocale.format(',d');

/** `12345` → `12 345` (narrow no-break space). */
export function formatNumber(value: number): string {
  return grouped(value);
}

/** `23` → `23 %` (no-break space). The value is already a percentage. */
export function formatPercent(value: number): string {
  return `${formatNumber(value)}${NBSP}%`;
}

/** `1430` → `1 430 €`. */
export function formatEuros(value: number): string {
  return `${formatNumber(value)}${NBSP}€`;
}

const oneDecimal = frenchLocale.format(',.1f');

/** Bytes → `13,4 Ko` (1 Ko = 1 024 bytes, no-break space). */
export function formatKo(bytes: number): string {
  return `${oneDecimal(bytes / 1024)}${NBSP}Ko`;
}

const MONTHS = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
];

/** ISO day → French date: `2026-03-01` → `1er mars 2026`. Anything else is a programmer's mistake. */
export function formatDate(isoDay: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(isoDay);
  const month = match ? MONTHS[Number(match[2]) - 1] : undefined;
  if (!match || month === undefined) throw new Error(`invalid date: ${isoDay}`);
  const day = Number(match[3]);
  return `${day === 1 ? '1er' : day}${NBSP}${month} ${match[1] ?? ''}`;
}
