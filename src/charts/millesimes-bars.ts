import * as Plot from '@observablehq/plot';

import type { Parts } from '../domain/fiche.ts';
import { ETATS, type Etat } from '../domain/indicateurs.ts';
import { comptageEmploiPublic, millesimeCourt, type ComptageEmploiPublic } from '../domain/millesime.ts';
import { nommer, superposer, toSvg } from './svg.ts';
import { COULEURS, ENCRE_DOUCE, FEUILLE } from './theme.ts';
import { uneFois } from './une-fois.ts';

/** One cohort: its three shares, or the reason why there are none, in a few words. */
export interface LigneMillesime {
  millesime: string;
  /** Decides from when public jobs are counted. */
  source?: string;
  parts: Pick<Parts, Etat> | null;
  raison?: string;
}

interface Segment {
  cle: string;
  etat: Etat;
  de: number;
  a: number;
}

interface Row {
  cle: string;
  rupture?: string;
  ligne?: LigneMillesime;
}

const RUPTURES: Record<ComptageEmploiPublic, string> = {
  non_compte: 'emplois publics non comptés',
  en_partie: 'dès ici, emplois publics comptés en partie',
  compte: 'dès ici, emplois publics comptés',
};

/** A row without its shares. */
interface Mots {
  cle: string;
  rupture: string | undefined;
  /** Why there is no bar. */
  raison: string | undefined;
}

/** Two pixels a point: whole coordinates are short ones. */
const BAR_WIDTH = 200;
const ROW_HEIGHT = 30;
const LABEL_WIDTH = 80;
/** Below this share the number does not fit in its segment: the table under the drawing has it. */
const FONT_SIZE = 13;
const SMALLEST_LABELLED = 9;

/** The rows to draw, with a line of words wherever the count of public jobs changes between two cohorts (RULES § 7). */
function layRows(lignes: readonly LigneMillesime[]): Row[] {
  return lignes.flatMap((ligne, rank) => {
    const previous = lignes[rank - 1];
    const counting = comptageEmploiPublic(ligne.millesime, ligne.source);
    const row = { cle: ligne.millesime, ligne };
    if (previous === undefined || comptageEmploiPublic(previous.millesime, previous.source) === counting) return [row];
    return [{ cle: `rupture ${ligne.millesime}`, rupture: RUPTURES[counting] }, row];
  });
}

function toSegments(cle: string, parts: Pick<Parts, Etat>): Segment[] {
  let start = 0;
  return ETATS.map((etat) => {
    const segment = { cle, etat, de: start, a: start + parts[etat] };
    start = segment.a;
    return segment;
  }).filter((segment) => segment.a > segment.de);
}

const barsOf = (segments: readonly Segment[], etat: Etat): Plot.Markish =>
  Plot.barX(
    segments.filter((segment) => segment.etat === etat),
    {
      x1: 'de',
      x2: 'a',
      y: 'cle',
      insetRight: 1,
      // « autre situation » is hollow, here as in the icons: states differ by more than their colour.
      ...(etat === 'autre' ? { fill: 'none', stroke: COULEURS.autre, inset: 1 } : { fill: COULEURS[etat] }),
    },
  );

const numbersOf = (segments: readonly Segment[], isHollow: boolean): Plot.Markish =>
  Plot.text(
    segments.filter(({ etat, de, a }) => (etat === 'autre') === isHollow && a - de >= SMALLEST_LABELLED),
    {
      x: ({ de, a }: Segment) => (de + a) / 2,
      y: 'cle',
      text: ({ de, a }: Segment) => String(a - de),
      fill: isHollow ? 'currentColor' : FEUILLE,
      fontSize: FONT_SIZE,
      fontWeight: 700,
    },
  );

const cadreDe = (rows: readonly Pick<Row, 'cle'>[]): Plot.PlotOptions => ({
  width: LABEL_WIDTH + BAR_WIDTH,
  height: Math.max(1, rows.length) * ROW_HEIGHT,
  margin: 0,
  marginLeft: LABEL_WIDTH,
  x: { domain: [0, 100], axis: null },
  y: { domain: rows.map(({ cle }) => cle), axis: null, padding: 0.16, type: 'band' },
});

/** What is beside the bars: years, breaks, reasons why there is no bar. */
function drawMots(rows: readonly Mots[], document: Document): string {
  const left = { y: 'cle', frameAnchor: 'left', textAnchor: 'start' } as const;
  const small = { ...left, fontSize: FONT_SIZE - 1, fill: ENCRE_DOUCE };
  const ruptures = rows.filter(({ rupture }) => rupture !== undefined);
  const drawing = Plot.plot({
    document,
    ...cadreDe(rows),
    marks: [
      Plot.text(
        rows.filter(({ rupture }) => rupture === undefined),
        { ...left, text: ({ cle }: Mots) => millesimeCourt(cle), dx: -LABEL_WIDTH, fontSize: FONT_SIZE },
      ),
      Plot.text(
        rows.filter(({ raison }) => raison !== undefined),
        { ...small, text: 'raison', dx: 2 },
      ),
      Plot.ruleY(ruptures, { y: 'cle', stroke: ENCRE_DOUCE, strokeDasharray: '4 3', insetLeft: -LABEL_WIDTH, dy: 10 }),
      Plot.text(ruptures, { ...small, text: 'rupture', dx: -LABEL_WIDTH, dy: -1 }),
      ...(rows.length === 0
        ? [Plot.text(['Aucun chiffre publié'], { frameAnchor: 'middle', fontSize: FONT_SIZE })]
        : []),
    ],
  });
  return toSvg(drawing, { titre: '' });
}

/** The three shares of each cohort, oldest first, one bar of 100 a line, with a visible break where the count changed. */
export function drawMillesimes(
  lignes: readonly LigneMillesime[],
  { titre }: { titre: string },
  document: Document,
): string {
  const rows = layRows(lignes);
  const mots = rows.map(({ cle, rupture, ligne }): Mots => {
    const raison = ligne?.parts === null ? (ligne.raison ?? '') : undefined;
    return { cle, rupture, raison };
  });
  const segments = rows.flatMap(({ cle, ligne }) => (ligne?.parts ? toSegments(cle, ligne.parts) : []));
  const bars = Plot.plot({
    document,
    ...cadreDe(rows),
    marks: [...ETATS.map((etat) => barsOf(segments, etat)), numbersOf(segments, false), numbersOf(segments, true)],
  });
  // Courses of the same years have the same words.
  const words = uneFois('mots', mots, () => drawMots(mots, document));
  return nommer(superposer(toSvg(bars, { titre: '' }), words), titre);
}
