import type { Fiche } from './fiche.ts';
import type { Comparaison, Distribution, Position, Repartition } from './lecture.ts';
import { intervalleDeWilson } from './precision.ts';

/** With fewer courses « 3 sur 4 » would speak of a handful: nothing is compared (docs/decisions/0010). */
export const COMPARABLES_MIN = 10;

/** How many close courses a record names. */
export const PROCHES_MAX = 5;

/** A close course is named when its employment and study shares together are higher by this many points at least: less is hardly a difference. */
export const ECART_MIN = 5;

/** Each label with the part of the compared courses that must be beyond the range, strongest first: that part is `sur` in `part`. */
const PALIERS = [
  { haut: 'plus_haut_que_9_sur_10', bas: 'plus_bas_que_9_sur_10', part: 9, sur: 10 },
  { haut: 'plus_haut_que_3_sur_4', bas: 'plus_bas_que_3_sur_4', part: 3, sur: 4 },
  { haut: 'plus_haut_que_la_moitie', bas: 'plus_bas_que_la_moitie', part: 1, sur: 2 },
] as const satisfies readonly { haut: Position; bas: Position; part: number; sur: number }[];

type Situation = Comparaison['emploi'];

/**
 * Where a share stands in a distribution. The label is the strongest one that is still true at the unfavourable end of the range of the share
 * (Wilson, on its own `n` pupils, in unrounded points): `plus_haut_que_3_sur_4` when 3 courses in 4 at least are strictly below the low end. A range
 * that covers the reference gives no label, nor does an unknown cohort. The other courses are taken as published: they are the reference.
 */
export function situer(part: number, n: number | undefined, distribution: Distribution): Situation {
  return {
    milieu: milieuDe(distribution),
    position: n === undefined || n === 0 ? null : positionDe(part, n, distribution),
  };
}

function positionDe(part: number, n: number, distribution: Distribution): Position | null {
  const { bas, haut } = intervalleDeWilson(part / 100, n);
  const total = compter(distribution, () => true);
  const dessous = compter(distribution, (autre) => autre < 100 * bas);
  const dessus = compter(distribution, (autre) => autre > 100 * haut);
  for (const palier of PALIERS) {
    if (dessous * palier.sur >= total * palier.part) return palier.haut;
    if (dessus * palier.sur >= total * palier.part) return palier.bas;
  }
  return null;
}

/** The lower median, always a share that a course really has: of an even number of courses, the lower of the two in the middle. */
export function milieuDe(distribution: Distribution): number {
  const rang = Math.ceil(compter(distribution, () => true) / 2);
  let vus = 0;
  for (const [part, nombre] of distribution) {
    vus += nombre;
    if (vus >= rang) return part;
  }
  throw new Error('a distribution holds a course at least');
}

const compter = (distribution: Distribution, retenir: (part: number) => boolean): number =>
  distribution.reduce((sum, [part, nombre]) => (retenir(part) ? sum + nombre : sum), 0);

/** The place of a record among the courses of its type; undefined when it hides its shares or too few can be compared. */
export function comparer(
  { parts, nb_annee_term: n }: Pick<Fiche, 'parts' | 'nb_annee_term'>,
  { nombre, emploi, formation }: Pick<Repartition, 'nombre' | 'emploi' | 'formation'>,
): Comparaison | undefined {
  if (parts === null || nombre < COMPARABLES_MIN) return undefined;
  return { nombre, emploi: situer(parts.emploi, n, emploi), formation: situer(parts.formation, n, formation) };
}
