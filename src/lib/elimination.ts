/** A linear equation between unknown numbers: unknown → whole coefficient, never 0. */
export type Equation = Map<string, number>;

/**
 * Reduced row echelon form, exact: every coefficient stays a whole number, divided by what the row has in common. Unknowns are
 * eliminated in the order of `rang`, so that the rows are told in terms of the last ones. An unknown is determined by the
 * equations if and only if one row of the result holds it alone.
 */
export function reduire(equations: readonly Equation[], rang: (inconnue: string) => number): Equation[] {
  const pivots = new Map<string, Equation>();
  for (const equation of equations) {
    let row = equation;
    for (let pivot = premier(row, rang, pivots); pivot !== undefined; pivot = premier(row, rang, pivots))
      row = annuler(row, pivots.get(pivot) ?? row, pivot);
    const pivot = premier(row, rang);
    if (pivot === undefined) continue;
    for (const [autre, ancienne] of pivots) if (ancienne.has(pivot)) pivots.set(autre, annuler(ancienne, row, pivot));
    pivots.set(pivot, row);
  }
  return [...pivots.values()];
}

/** The first unknown of a row in elimination order, of those that have a pivot when `parmi` is given. */
function premier(
  row: Equation,
  rang: (inconnue: string) => number,
  parmi?: ReadonlyMap<string, unknown>,
): string | undefined {
  let found: string | undefined;
  for (const inconnue of row.keys()) {
    if (parmi !== undefined && !parmi.has(inconnue)) continue;
    if (found === undefined || rang(inconnue) < rang(found)) found = inconnue;
  }
  return found;
}

/** `row` without `inconnue`, by adding the right multiple of `par`. */
function annuler(row: Equation, par: Equation, inconnue: string): Equation {
  const [a, b] = [row.get(inconnue) ?? 0, par.get(inconnue) ?? 0];
  const result: Equation = new Map();
  for (const nom of new Set([...row.keys(), ...par.keys()])) {
    const value = (row.get(nom) ?? 0) * b - (par.get(nom) ?? 0) * a;
    if (!Number.isSafeInteger(value)) throw new Error('coefficients too large for an exact elimination');
    if (value !== 0) result.set(nom, value);
  }
  const diviseur = [...result.values()].reduce(pgcd, 0);
  for (const [nom, value] of result) result.set(nom, value / diviseur);
  return result;
}

function pgcd(a: number, b: number): number {
  let [x, y] = [Math.abs(a), Math.abs(b)];
  while (y !== 0) [x, y] = [y, x % y];
  return x;
}
