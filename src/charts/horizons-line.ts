import * as Plot from '@observablehq/plot';

import { HORIZONS, type Horizon } from '../domain/indicateurs.ts';
import { NBSP } from '../lib/format.ts';
import { nommer, superposer, toSvg } from './svg.ts';
import { COULEURS, ENCRE_DOUCE, LARGEUR, TAILLE_TEXTE, TRAIT } from './theme.ts';
import { uneFois } from './une-fois.ts';

/** How many out of 100 pupils in the final year worked, so many months after leaving. */
export interface PointHorizon {
  mois: Horizon;
  valeur: number;
}

const tickText = (mois: number): string => `${mois}${NBSP}mois`;

/** One pixel a point, 13 a month: whole coordinates are short ones. */
const CADRE = {
  width: LARGEUR,
  height: 134,
  marginTop: 8,
  marginRight: 6,
  marginBottom: 26,
  marginLeft: 28,
  x: { domain: [4, 26], axis: null },
  y: { domain: [0, 100], axis: null },
} as const;

/** The whole 0-100 scale and the four moments: the same under every line. */
function drawEchelles(document: Document): string {
  const drawing = Plot.plot({
    document,
    ...CADRE,
    marks: [
      Plot.ruleY([0, 50, 100], { stroke: TRAIT }),
      Plot.text([0, 50, 100], {
        y: (tick: number) => tick,
        text: String,
        frameAnchor: 'left',
        dx: -6,
        textAnchor: 'end',
        fill: ENCRE_DOUCE,
        fontSize: 12,
      }),
      Plot.axisX([...HORIZONS], { tickSize: 0, tickFormat: tickText, fontSize: 13, fill: ENCRE_DOUCE, label: null }),
    ],
  });
  return toSvg(drawing, { titre: '' });
}

/** The share of ALL pupils that worked 6, 12, 18 and 24 months after; the whole 0-100 scale, each point says its number. */
export function drawHorizons(
  points: readonly PointHorizon[],
  { titre }: { titre: string },
  document: Document,
): string {
  const drawing = Plot.plot({
    document,
    ...CADRE,
    marks: [
      Plot.line(points, { x: 'mois', y: 'valeur', stroke: COULEURS.emploi, strokeWidth: 3 }),
      Plot.dot(points, { x: 'mois', y: 'valeur', r: 4.5, fill: COULEURS.emploi }),
      // Near the top there is no room above the point: the number goes below it.
      ...[true, false].map((isHigh) =>
        Plot.text(
          points.filter(({ valeur }) => valeur > 82 === isHigh),
          {
            x: 'mois',
            y: 'valeur',
            text: 'valeur',
            dy: isHigh ? 17 : -15,
            fontSize: TAILLE_TEXTE + 1,
            fontWeight: 700,
          },
        ),
      ),
      ...(points.length === 0
        ? [Plot.text(['Aucun chiffre publié'], { frameAnchor: 'middle', fontSize: TAILLE_TEXTE })]
        : []),
    ],
  });
  const echelles = uneFois('échelles', null, () => drawEchelles(document));
  return nommer(superposer(echelles, toSvg(drawing, { titre: '' })), titre);
}
