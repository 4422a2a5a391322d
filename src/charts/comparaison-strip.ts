import * as Plot from '@observablehq/plot';

import type { Etat } from '../domain/indicateurs.ts';
import type { Distribution } from '../domain/lecture.ts';
import { nommer, superposer, toSvg } from './svg.ts';
import { COULEURS, ENCRE_DOUCE, LARGEUR, TAILLE_TEXTE, TRAIT } from './theme.ts';
import { uneFois } from './une-fois.ts';

/** The share of one course among those of the courses that can be compared with it. */
export interface Comparee {
  etat: Exclude<Etat, 'autre'>;
  valeur: number;
  milieu: number;
  distribution: Distribution;
}

/** Of the silhouette, in pixels: whole heights are short ones. */
const HAUTEUR = 44;
/** Shares are grouped by five points: a silhouette, not a list of courses. */
const PAS = 5;

interface Tranche {
  part: number;
  nombre: number;
}

/** `[[12, 1], [13, 4]]` → how many courses in 10-14, placed in its middle; the silhouette falls to zero at both ends. */
export function toTranches(distribution: Distribution): Tranche[] {
  const counts = new Map<number, number>();
  for (const [part, nombre] of distribution) {
    const rang = Math.min(Math.floor(part / PAS), 100 / PAS - 1);
    counts.set(rang, (counts.get(rang) ?? 0) + nombre);
  }
  const ranks = [...counts.keys()];
  const from = Math.min(...ranks) - 1;
  const to = Math.max(...ranks) + 1;
  return Array.from({ length: to - from + 1 }, (_, index) => ({
    part: Math.min(100, Math.max(0, (from + index + 0.5) * PAS)),
    nombre: counts.get(from + index) ?? 0,
  }));
}

/** Keeps the word « milieu » away from the 0 and the 100 of the axis, in pixels: three a point. */
const decalage = (milieu: number): number => 3 * (Math.min(86, Math.max(11, milieu)) - milieu);

/** Both drawings on the same scales, so that one can be laid over the other. */
const CADRE = {
  width: LARGEUR,
  height: 26 + HAUTEUR + 24,
  margin: 0,
  marginTop: 26,
  marginBottom: 24,
  // Three pixels a point: whole coordinates are short ones.
  marginLeft: 10,
  marginRight: 10,
  x: { domain: [0, 100], axis: null },
  y: { domain: [0, HAUTEUR], axis: null },
} as const;

/** A silhouette of every compared course, and its middle. */
function drawSilhouette({ etat, milieu, distribution }: Omit<Comparee, 'valeur'>, document: Document): string {
  const tranches = toTranches(distribution);
  const top = Math.max(...tranches.map(({ nombre }) => nombre));
  const inPixels = ({ nombre }: Tranche): number => Math.round((nombre / top) * HAUTEUR);
  const text = { fontSize: TAILLE_TEXTE, fill: ENCRE_DOUCE };
  const drawing = Plot.plot({
    document,
    ...CADRE,
    marks: [
      // A closed line costs half the bytes of an area: both ends stand on the axis.
      Plot.line(tranches, { x: 'part', y: inPixels, stroke: 'none', fill: `var(--${etat}-clair)` }),
      Plot.ruleY([0], { stroke: TRAIT, strokeWidth: 2 }),
      Plot.ruleX([milieu], { stroke: ENCRE_DOUCE, strokeDasharray: '3 3' }),
      Plot.text([0], { x: (x: number) => x, frameAnchor: 'bottom', dy: 18, text: String, ...text }),
      Plot.text([100], { x: (x: number) => x, frameAnchor: 'bottom', dx: -3, dy: 18, text: String, ...text }),
      Plot.text([milieu], {
        x: (x: number) => x,
        frameAnchor: 'bottom',
        dx: decalage(milieu),
        dy: 18,
        text: () => 'milieu',
        ...text,
      }),
    ],
  });
  return toSvg(drawing, { titre: '' });
}

/** A dot and a line for one course, with its number. */
function drawRepere({ etat, valeur }: Pick<Comparee, 'etat' | 'valeur'>, document: Document): string {
  const drawing = Plot.plot({
    document,
    ...CADRE,
    marks: [
      Plot.dot([valeur], { x: (x: number) => x, y: 0, r: 6, fill: COULEURS[etat] }),
      Plot.ruleX([valeur], { stroke: COULEURS[etat], strokeWidth: 2 }),
      Plot.text([valeur], {
        x: (x: number) => x,
        frameAnchor: 'top',
        text: String,
        dy: -14,
        fontSize: TAILLE_TEXTE + 2,
        fontWeight: 700,
      }),
    ],
  });
  return toSvg(drawing, { titre: '' });
}

/** A silhouette of every compared course, drawn once for all of them, its middle, and a dot for this one with its number. */
export function drawComparaison(
  { valeur, ...autres }: Comparee,
  { titre }: { titre: string },
  document: Document,
): string {
  const repere = { etat: autres.etat, valeur };
  const drawing = superposer(
    uneFois('silhouette', autres, () => drawSilhouette(autres, document)),
    uneFois('repere', repere, () => drawRepere(repere, document)),
  );
  return nommer(drawing, titre);
}
