import type { Parts } from '../domain/fiche.ts';
import { ETATS } from '../domain/indicateurs.ts';
import { NOMS_DES_ETATS } from '../domain/phrases.ts';
import { NBSP } from '../lib/format.ts';
import { drawFeuille, LARGEUR_DE_FEUILLE, MARGE, write, type Entete, type Feuille } from './feuille.ts';
import { drawSur100, FORMES } from './sur100-icons.ts';

/** One track of the card: its title, its sentence, and the three shares, or nothing but the words of the absence. */
export interface BlocDeCarte {
  titre: string;
  phrase: string;
  parts: Parts | null;
  /** On how many, when; where the figure comes from when it is not this diploma's own. */
  mentions: readonly string[];
}

export interface CarteImage extends Omit<Entete, 'description'> {
  blocs: readonly BlocDeCarte[];
}

const ICONES = { width: 592, height: 233 };

function drawLegend(feuille: Feuille, parts: Parts): void {
  feuille.y += 34;
  const width = (LARGEUR_DE_FEUILLE - 2 * MARGE) / ETATS.length;
  ETATS.forEach((etat, rank) => {
    const x = MARGE + rank * width;
    feuille.markup.push(
      `<g class="i-${etat}" transform="translate(${x} ${feuille.y - 18})" fill="currentColor">${FORMES[etat]}</g>` +
        `<text x="${x + 22}" y="${feuille.y}" font-size="15"><tspan font-weight="700">${parts[etat]}</tspan>${NBSP}${NOMS_DES_ETATS[etat]}</text>`,
    );
  });
}

function drawBloc(feuille: Feuille, { titre, phrase, parts, mentions }: BlocDeCarte, rank: number): void {
  feuille.y += 14;
  write(feuille, titre, 'fort', 18);
  write(feuille, phrase, '', 15);
  if (parts !== null) {
    // A file of its own is XML: attributes have values, and the size is the card's.
    const icons = drawSur100(parts, { titre: phrase, id: `b${rank}` }).replaceAll(' data-icone', '');
    const place = `x="${MARGE}" y="${feuille.y + 12}" width="${ICONES.width}" height="${ICONES.height}"`;
    feuille.markup.push(icons.replace(/width="\d+" height="\d+"/, place));
    feuille.y += 12 + ICONES.height;
    drawLegend(feuille, parts);
  }
  for (const mention of mentions) write(feuille, mention, 'doux', 13);
}

/** The card « Sur 100 » as an image that stands alone: sentence, 100 icons, legend and source, readable in light and dark, no script. */
export function drawCard({ blocs, ...entete }: CarteImage): string {
  const description = blocs.map(({ phrase }) => phrase).join(' ');
  return drawFeuille({ ...entete, description }, (feuille) => {
    blocs.forEach((bloc, rank) => {
      drawBloc(feuille, bloc, rank);
    });
  });
}
