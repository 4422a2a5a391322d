import { escapeXml } from './svg.ts';

/* What every stand-alone image is made of: a sheet of fixed width that grows downwards, its colours within it, no script. */

export const LARGEUR_DE_FEUILLE = 640;
export const MARGE = 24;
/** Longest line of 15 px text, in characters, measured with the widest of the fonts. */
const LIGNE = 88;

/** A drawing that grows downwards. */
export interface Feuille {
  y: number;
  markup: string[];
}

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

/** Writes a text below what is drawn already; `size` in pixels. */
export function write(feuille: Feuille, text: string, classe: string, size: number): void {
  for (const line of wrapText(text, Math.floor((LIGNE * 15) / size))) {
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
