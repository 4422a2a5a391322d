import { escapeHtml } from '../../lib/html.ts';

/** A cell: its words, a second line in small, a link, and attributes that readers' tools rely on (PRODUCT § 8). */
export interface Cellule {
  texte: string;
  precision?: string | undefined;
  href?: string | undefined;
  attributs?: Attributs | undefined;
}

type Attributs = Record<`data-${string}`, string | number>;

export interface Ligne {
  /** Who the figures of the row belong to. */
  attributs?: Attributs | undefined;
  /** The first cell is the heading of the row. */
  cellules: readonly Cellule[];
}

export interface Tableau {
  /** Unique in the page: names the table for screen readers. */
  id: string;
  legende: string;
  entetes: readonly string[];
  lignes: readonly Ligne[];
}

/** A paragraph; `texte` is words, never HTML. */
export const renderParagraphe = (texte: string): string => `<p class="etroit">${escapeHtml(texte)}</p>`;

/** A list of words. */
export const renderListe = (elements: readonly string[]): string =>
  `<ul class="etroit">${elements.map((texte) => `<li>${escapeHtml(texte)}</li>`).join('')}</ul>`;

/** A link inside the site, in a paragraph of its own. */
export const renderLien = (href: string, texte: string): string =>
  `<p><a href="${escapeHtml(href)}">${escapeHtml(texte)}</a></p>`;

/** A table in a section that scrolls when the screen is too narrow, and that the keyboard reaches. */
export function renderTableau({ id, legende, entetes, lignes }: Tableau): string {
  const heads = entetes.map((texte) => `<th scope="col">${escapeHtml(texte)}</th>`).join('');
  const rows = lignes.map(
    (ligne) => `<tr${renderAttributs(ligne.attributs)}>${ligne.cellules.map(renderCellule).join('')}</tr>`,
  );
  const name = escapeHtml(id);
  return `<section class="tableau" tabindex="0" aria-labelledby="${name}"><table class="mesures"><caption id="${name}">${escapeHtml(legende)}</caption><thead><tr>${heads}</tr></thead><tbody>${rows.join('')}</tbody></table></section>`;
}

const renderAttributs = (attributs: Attributs = {}): string =>
  Object.entries(attributs)
    .map(([name, value]) => ` ${name}="${escapeHtml(String(value))}"`)
    .join('');

function renderCellule({ texte, precision, href, attributs }: Cellule, rank: number): string {
  const said = renderAttributs(attributs);
  const words = escapeHtml(texte);
  const content = href === undefined ? words : `<a href="${escapeHtml(href)}">${words}</a>`;
  const small = precision === undefined ? '' : `<span class="precision">${escapeHtml(precision)}</span>`;
  return rank === 0 ? `<th scope="row"${said}>${content}${small}</th>` : `<td${said}>${content}${small}</td>`;
}
