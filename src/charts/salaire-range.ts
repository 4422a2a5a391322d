import * as Plot from '@observablehq/plot';

import { formatEuros } from '../lib/format.ts';
import { toSvg } from './svg.ts';
import { COULEURS, ENCRE_DOUCE, LARGEUR, TAILLE_TEXTE } from './theme.ts';

/** Net euros a month, full-time equivalent, 12 months after leaving: a quarter earn less than q1, half less than q2. */
export interface Quartiles {
  q1: number;
  q2: number;
  q3: number;
}

/** The middle half of the salaries as a bar, the middle one as a mark; each with its amount. The scale does not start at 0. */
export function drawSalaire({ q1, q2, q3 }: Quartiles, { titre }: { titre: string }, document: Document): string {
  const room = Math.max(60, (q3 - q1) * 0.45);
  const amounts = [
    { x: q1, anchor: 'end', dx: -6 },
    { x: q3, anchor: 'start', dx: 6 },
  ] as const;
  const drawing = Plot.plot({
    document,
    width: LARGEUR,
    height: 62,
    margin: 0,
    marginLeft: 64,
    marginRight: 64,
    x: { domain: [q1 - room * 0.05, q3 + room * 0.05], axis: null },
    y: { axis: null, domain: [0, 1] },
    marks: [
      Plot.rect([{ q1, q3 }], {
        x1: 'q1',
        x2: 'q3',
        y1: 0.1,
        y2: 0.55,
        fill: 'var(--emploi-clair)',
        stroke: COULEURS.emploi,
        strokeWidth: 1.5,
      }),
      Plot.ruleX([q2], { y1: 0, y2: 0.65, stroke: COULEURS.emploi, strokeWidth: 4 }),
      Plot.text([q2], {
        x: (value: number) => value,
        y: 0.82,
        text: formatEuros,
        fontSize: TAILLE_TEXTE + 1,
        fontWeight: 700,
      }),
      ...amounts.map(({ x, anchor, dx }) =>
        Plot.text([x], {
          x: (value: number) => value,
          y: 0.32,
          text: formatEuros,
          textAnchor: anchor,
          dx,
          fontSize: TAILLE_TEXTE,
          fill: ENCRE_DOUCE,
        }),
      ),
    ],
  });
  return toSvg(drawing, { titre });
}
