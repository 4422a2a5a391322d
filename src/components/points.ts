/** A difference, with its sign: `-4` → `−4` (real minus sign), `3` → `+3`, `0` → `0`. */
export function formatPoints(value: number): string {
  if (value === 0) return '0';
  return value < 0 ? `−${Math.abs(value)}` : `+${value}`;
}
