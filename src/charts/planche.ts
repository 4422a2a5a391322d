import { drawFeuille, MARGE, write, type Entete } from './feuille.ts';
import { escapeXml } from './svg.ts';
import { LARGEUR } from './theme.ts';

/** One drawing of a sheet: its title, who it is about, and the attributes that say which record it shows (PRODUCT § 8). */
export interface Panneau {
  titre: string;
  mention: string;
  /** What the drawing says, in words. */
  mots: string;
  svg: string;
  identite: Record<string, string | undefined>;
}

export interface Planche extends Omit<Entete, 'description'> {
  panneaux: readonly Panneau[];
}

const LARGEUR_DES_TRACES = 480;

/** `<svg class="trace" … viewBox="0 0 320 94">` placed and scaled; its height in the sheet. */
function placer(svg: string, y: number): { markup: string; height: number } {
  const [, width = String(LARGEUR), height = '0'] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
  const scaled = Math.round((Number(height) * LARGEUR_DES_TRACES) / Number(width));
  const place = `x="${MARGE}" y="${y}" width="${LARGEUR_DES_TRACES}" height="${scaled}" viewBox=`;
  return { markup: svg.replace('viewBox=', place), height: scaled };
}

/** The drawings of one kind, track by track, as an image that stands alone, readable in light and dark, no script. */
export function drawPlanche({ panneaux, ...entete }: Planche): string {
  const description = panneaux.map(({ mots }) => mots).join(' ');
  return drawFeuille({ ...entete, description }, (feuille) => {
    for (const { titre, mention, svg, identite } of panneaux) {
      feuille.y += 14;
      write(feuille, titre, 'fort', 18);
      write(feuille, mention, 'doux', 13);
      const { markup, height } = placer(svg, feuille.y + 10);
      const attributs = Object.entries(identite).map(([nom, valeur]) =>
        valeur === undefined ? '' : ` ${nom}="${escapeXml(valeur)}"`,
      );
      feuille.markup.push(`<g${attributs.join('')}>${markup}</g>`);
      feuille.y += 10 + height;
    }
  });
}
