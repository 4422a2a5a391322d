import { escapeXml } from './svg.ts';

/* What every stand-alone image is made of: a sheet of fixed width that grows downwards, its colours within it, no script. */

export const LARGEUR_DE_FEUILLE = 640;
export const MARGE = 24;
/** A drawing that grows downwards. */
export interface Feuille {
  y: number;
  markup: string[];
}

/** Widths of letters in thousandths of the size of the text, those of the widest of the fonts: a file cannot ask its reader's. */
const LARGEURS: readonly [RegExp, number][] = [
  [/[iljI.,:;'’|!]/, 290],
  [/[\s()[\]ftr/-]/, 350],
  [/[mwMW…@%]/, 900],
  [/[A-ZÀ-ÖØ-ÞŒ]/, 730],
];
const AUTRE_LETTRE = 570;
/** Bold letters are wider. */
const GRAS: ReadonlySet<string> = new Set(['fort', 'marque']);
const EN_GRAS = 1.08;

const widths = new Map<string, number>();
function widthOfLetter(letter: string): number {
  const known = widths.get(letter);
  if (known !== undefined) return known;
  const width = LARGEURS.find(([letters]) => letters.test(letter))?.[1] ?? AUTRE_LETTRE;
  widths.set(letter, width);
  return width;
}

/** Width of a text of one pixel, at most. */
function widthOf(text: string): number {
  let width = 0;
  for (const letter of text) width += widthOfLetter(letter);
  return width / 1000;
}

/** Lines no wider than `widest`, cut at spaces; a wider word stands alone. `measure`: the width of a text, the sum of those of its parts. */
export function wrapText(text: string, widest: number, measure: (text: string) => number = widthOf): string[] {
  const lines: string[] = [];
  const space = measure(' ');
  let taken = 0;
  for (const word of text.split(' ')) {
    const [last, width] = [lines.at(-1), measure(word)];
    if (last !== undefined && taken + space + width <= widest) {
      lines[lines.length - 1] = `${last} ${word}`;
      taken += space + width;
    } else {
      lines.push(word);
      taken = width;
    }
  }
  return lines;
}

/** Writes a text below what is drawn already; `size` in pixels. */
export function write(feuille: Feuille, text: string, classe: string, size: number): void {
  const room = (LARGEUR_DE_FEUILLE - 2 * MARGE) / (GRAS.has(classe) ? size * EN_GRAS : size);
  for (const line of wrapText(text, room)) {
    feuille.y += Math.round(size * 1.4);
    feuille.markup.push(
      `<text class="${classe}" x="${MARGE}" y="${feuille.y}" font-size="${size}">${escapeXml(line)}</text>`,
    );
  }
}

const STYLE =
  'text{font-family:var(--texte);fill:var(--encre)}.fort{font-weight:700}.doux{fill:var(--encre-douce)}.fond{fill:var(--feuille)}' +
  '.marque{font-weight:700;fill:var(--note-encre)}.i-emploi{color:var(--emploi)}.i-formation{color:var(--formation)}.i-autre{color:var(--autre)}' +
  '.trace{color:var(--encre)}.trace text{fill:inherit}';

/** Who publishes the image, what it is called and what it says in words. */
export interface Entete {
  titre: string;
  /** Its text alternative. */
  description: string;
  /** Last line: who publishes, which edition. */
  signature: string;
  fictif: boolean;
  /** Style sheet of the colours (`:root { --emploi: … }`): the drawing stands alone, it cannot borrow the page's. */
  couleurs: string;
}

/** The whole file around what `remplir` draws. */
export function drawFeuille(
  { titre, description, signature, fictif, couleurs }: Entete,
  remplir: (feuille: Feuille) => void,
): string {
  const feuille: Feuille = { y: 12, markup: [] };
  write(feuille, titre, 'fort', 22);
  if (fictif) write(feuille, "Données fictives\u00a0: démonstration, aucun de ces chiffres n'est réel.", 'marque', 15);
  remplir(feuille);
  feuille.y += 10;
  write(feuille, signature, 'doux', 13);
  const height = feuille.y + 18;
  const words = [description, ...(fictif ? ['Données fictives.'] : [])].join(' ');
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 ${LARGEUR_DE_FEUILLE} ${height}" width="${LARGEUR_DE_FEUILLE}" height="${height}">` +
    `<title>${escapeXml(titre)}</title><desc>${escapeXml(words)}</desc><style>${couleurs}${STYLE}</style>` +
    `<rect class="fond" width="100%" height="100%" rx="12"/><g aria-hidden="true">${feuille.markup.join('')}</g></svg>\n`
  );
}
