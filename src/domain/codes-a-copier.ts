import { escapeHtml } from '../lib/html.ts';

/* The lines that put a card in another site. No schema here: the page of the builder loads this module. */

/** What a frame has when nobody measured its card: one card in full, at the width of a phone, and it scrolls. */
export const CADRE = { largeur: 640, hauteur: 720 };

interface Cadre {
  /** Absolute address of the cards, with its fragment. */
  adresse: string;
  titre: string;
  hauteur?: number;
}

/**
 * The lines that put a card in a page. Nothing runs in the frame, and `sandbox` says so to the browser: its links open in a new tab, and it can do
 * nothing else.
 */
export function codeDuCadre({ adresse, titre, hauteur = CADRE.hauteur }: Cadre): string {
  return (
    `<iframe src="${escapeHtml(adresse)}" title="${escapeHtml(titre)}" width="100%" height="${hauteur}" loading="lazy" ` +
    `sandbox="allow-popups allow-popups-to-escape-sandbox" style="max-width:${CADRE.largeur}px;border:0"></iframe>`
  );
}

/** The title of a frame, for those who hear it. */
export const titreDuCadre = (nom: string): string => `${nom}\u00a0: ce que sont devenus les jeunes, sur 100`;

interface Image {
  /** Absolute addresses of the image and of the page that says more. */
  image: string;
  page: string;
  titre: string;
}

/** The card as an image: its text alternative says what it is, the file has the sentences. */
export const codeDeLImage = ({ image, page, titre }: Image): string =>
  `<a href="${escapeHtml(page)}"><img src="${escapeHtml(image)}" alt="${escapeHtml(titre)}" width="${CADRE.largeur}" loading="lazy"></a>`;

/** The element, and the script that makes it work; `attributs` that are empty are left out. */
export function codeDeLElement(script: string, attributs: Readonly<Record<string, string | undefined>>): string {
  const written = Object.entries(attributs).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [` ${name}="${escapeHtml(value)}"`],
  );
  return `<script type="module" src="${escapeHtml(script)}"></script>\n<et-apres${written.join('')}></et-apres>`;
}
