/** Nearest integer, halves to the even one, like the publisher (RULES § 4.1): `26.5` → `26`, `27.5` → `28`. */
export function roundHalfEven(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  if (rest !== 0.5) return Math.round(value);
  return floor % 2 === 0 ? floor : floor + 1;
}
