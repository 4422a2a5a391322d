/** Pagefind keeps it in a name and makes a plain space of it in a text. */
const MARQUE = '\u2009';

/** For Pagefind, which makes one word of `l'électricité` and of `Bourg-en-Bresse`: a thin space after each apostrophe and hyphen. */
export const marquerLesMots = (texte: string): string => texte.replace(/(?<=\S['’-])(?=\S)/g, MARQUE);

/** The text as it was, or nearly: a hyphen stuck to the word before it alone sticks to the one after too. */
export const lireLesMots = (texte: string): string => texte.replace(/(?<=\S['’-])\s/g, '');
