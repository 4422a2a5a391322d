import type { Parts } from '../domain/fiche.ts';
import { ETATS, type Etat } from '../domain/indicateurs.ts';
import { escapeXml } from './svg.ts';

/**
 * Each state has its shape as well as its colour: a solid figure works, a figure with a mortarboard studies, a hollow one is in
 * another situation. Drawn in a cell of 14 × 22.
 */
export const FORMES: Record<Etat, string> = {
  emploi: '<circle cx="7" cy="5.6" r="3.1"/><path d="M2 19v-5.2C2 11.4 3.6 10 5.4 10h3.2c1.8 0 3.4 1.4 3.4 3.8V19z"/>',
  formation:
    '<path d="M7 .9l6.2 2.6L7 6.1.8 3.5zM4 5.8v.9a3 3 0 0 0 6 0v-.9L7 7.1zM2 19v-4.8c0-1.9 1.4-3.3 3.3-3.3L7 13.5l1.7-2.6c1.9 0 3.3 1.4 3.3 3.3V19z"/>',
  autre:
    '<g fill="none" stroke="currentColor" stroke-width="1.3"><circle cx="7" cy="5.6" r="2.5"/><path d="M2.7 18.4v-4.6c0-2 1.2-3.1 2.7-3.1h3.2c1.5 0 2.7 1.1 2.7 3.1v4.6z"/></g>',
};

const CELL = { width: 14, height: 22 };
const ROWS = 5;
const COLUMNS = 100 / ROWS;

/** The ranks of a state in one column: `[23, 25]` of a state that starts at 23 = the last two cells of column 4. */
interface Colonne {
  column: number;
  rows: number[];
}

function layColumns(start: number, count: number): Colonne[] {
  const ranks = Array.from({ length: count }, (_, index) => start + index);
  const columns = Map.groupBy(ranks, (rank) => Math.floor(rank / ROWS));
  return [...columns].map(([column, group]) => ({ column, rows: group.map((rank) => rank % ROWS) }));
}

/** Columns are written alike, so that a whole one costs a few bytes once the page is compressed. */
function drawColumn({ column, rows }: Colonne, shape: string): string {
  const uses = rows.map((row) => `<use data-icone href="#${shape}" y="${row * CELL.height}"/>`);
  return `<g transform="translate(${column * CELL.width})">${uses.join('')}</g>`;
}

const defineFormes = (etats: readonly Etat[], prefix: string): string =>
  `<defs>${etats.map((etat) => `<g id="${prefix}-${etat}">${FORMES[etat]}</g>`).join('')}</defs>`;

/** Begins the ids of the shapes that a page defines once (`drawFormes`). */
const FORMES_DE_LA_PAGE = 'f';

/** The three shapes, unseen: the icons of the page refer to them. */
export const drawFormes = (): string =>
  `<svg class="cache" aria-hidden="true">${defineFormes(ETATS, FORMES_DE_LA_PAGE)}</svg>`;

/** One icon in a line of text; the page has `drawFormes`. */
export const drawIcone = (etat: Etat): string =>
  `<svg class="icone i-${etat}" viewBox="0 0 ${CELL.width} ${CELL.height}" fill="currentColor" aria-hidden="true"><use href="#${FORMES_DE_LA_PAGE}-${etat}"/></svg>`;

export interface Sur100Options {
  titre: string;
  /** Begins the ids of the shapes that a drawing alone in its file defines; without it, those of the page. */
  id?: string;
}

/** Exactly 100 figures grouped by state, filled column after column, so that the groups also read as one bar of 100. */
export function drawSur100(parts: Pick<Parts, Etat>, { titre, id }: Sur100Options): string {
  const shown = ETATS.filter((etat) => parts[etat] > 0);
  let start = 0;
  const groups = shown.map((etat) => {
    const columns = layColumns(start, parts[etat]).map((colonne) =>
      drawColumn(colonne, `${id ?? FORMES_DE_LA_PAGE}-${etat}`),
    );
    start += parts[etat];
    return `<g class="i-${etat}" data-etat="${etat}">${columns.join('')}</g>`;
  });
  if (start !== 100) throw new Error(`expected 100 icons, got ${start}`);
  const width = COLUMNS * CELL.width;
  const height = ROWS * CELL.height;
  return (
    `<svg class="icones" role="img" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">` +
    `<title>${escapeXml(titre)}</title>${id === undefined ? '' : defineFormes(shown, id)}` +
    `<g aria-hidden="true" fill="currentColor">${groups.join('')}</g></svg>`
  );
}
