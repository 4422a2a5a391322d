import type { Parts } from '../domain/fiche.ts';
import { ETATS } from '../domain/indicateurs.ts';
import { NOMS_DES_ETATS } from '../domain/phrases.ts';
import { NBSP } from '../lib/format.ts';
import { drawSur100, FORMES } from './sur100-icons.ts';
import { escapeXml } from './svg.ts';

/** One track of the card: its title, its sentence, and the three shares, or nothing but the words of the absence. */
export interface BlocDeCarte {
  titre: string;
  phrase: string;
  parts: Parts | null;
  /** On how many, when; where the figure comes from when it is not this diploma's own. */
  mentions: readonly string[];
}

export interface CarteImage {
  titre: string;
  blocs: readonly BlocDeCarte[];
  /** Last line: who publishes, which edition. */
  signature: string;
  fictif: boolean;
  /** Style sheet of the colours (`:root { --emploi: … }`): the drawing stands alone, it cannot borrow the page's. */
  couleurs: string;
}

const LARGEUR = 640;
const MARGE = 24;
/** Longest line of 15 px text, in characters, measured with the widest of the fonts. */
const LIGNE = 88;
const ICONES = { width: 592, height: 233 };

/** `wrapText('a b c', 3)` → `['a b', 'c']`: lines of at most `longest` characters; a longer word stands alone. */
export function wrapText(text: string, longest: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= longest) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** A drawing that grows downwards. */
interface Page {
  y: number;
  markup: string[];
}

function write(page: Page, text: string, classe: string, size: number): void {
  for (const line of wrapText(text, Math.floor((LIGNE * 15) / size))) {
    page.y += Math.round(size * 1.4);
    page.markup.push(
      `<text class="${classe}" x="${MARGE}" y="${page.y}" font-size="${size}">${escapeXml(line)}</text>`,
    );
  }
}

function drawLegend(page: Page, parts: Parts): void {
  page.y += 34;
  const width = (LARGEUR - 2 * MARGE) / ETATS.length;
  ETATS.forEach((etat, rank) => {
    const x = MARGE + rank * width;
    page.markup.push(
      `<g class="i-${etat}" transform="translate(${x} ${page.y - 18})" fill="currentColor">${FORMES[etat]}</g>` +
        `<text x="${x + 22}" y="${page.y}" font-size="15"><tspan font-weight="700">${parts[etat]}</tspan>${NBSP}${NOMS_DES_ETATS[etat]}</text>`,
    );
  });
}

function drawBloc(page: Page, { titre, phrase, parts, mentions }: BlocDeCarte, rank: number): void {
  page.y += 14;
  write(page, titre, 'fort', 18);
  write(page, phrase, '', 15);
  if (parts !== null) {
    // A file of its own is XML: attributes have values, and the size is the card's.
    const icons = drawSur100(parts, { titre: phrase, id: `b${rank}` }).replaceAll(' data-icone', '');
    const place = `x="${MARGE}" y="${page.y + 12}" width="${ICONES.width}" height="${ICONES.height}"`;
    page.markup.push(icons.replace(/width="\d+" height="\d+"/, place));
    page.y += 12 + ICONES.height;
    drawLegend(page, parts);
  }
  for (const mention of mentions) write(page, mention, 'doux', 13);
}

const STYLE =
  'text{font-family:var(--texte);fill:var(--encre)}.fort{font-weight:700}.doux{fill:var(--encre-douce)}.fond{fill:var(--feuille)}' +
  '.marque{font-weight:700;fill:var(--note-encre)}.i-emploi{color:var(--emploi)}.i-formation{color:var(--formation)}.i-autre{color:var(--autre)}';

/** The card « Sur 100 » as an image that stands alone: sentence, 100 icons, legend and source, readable in light and dark, no script. */
export function drawCard({ titre, blocs, signature, fictif, couleurs }: CarteImage): string {
  const page: Page = { y: 12, markup: [] };
  write(page, titre, 'fort', 22);
  if (fictif) write(page, 'Données fictives : démonstration, aucun de ces chiffres n’est réel.', 'marque', 15);
  blocs.forEach((bloc, rank) => {
    drawBloc(page, bloc, rank);
  });
  page.y += 10;
  write(page, signature, 'doux', 13);
  const height = page.y + 18;
  const words = [...blocs.map(({ phrase }) => phrase), ...(fictif ? ['Données fictives.'] : [])].join(' ');
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 ${LARGEUR} ${height}" width="${LARGEUR}" height="${height}">` +
    `<title>${escapeXml(titre)}</title><desc>${escapeXml(words)}</desc><style>${couleurs}${STYLE}</style>` +
    `<rect class="fond" width="100%" height="100%" rx="12"/><g aria-hidden="true">${page.markup.join('')}</g></svg>\n`
  );
}
