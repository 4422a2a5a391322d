import type { Etat } from '../domain/indicateurs.ts';

/** Colours are the custom properties of src/styles/tokens.css, so that a drawing follows the light, dark and print modes. */
export const COULEURS: Record<Etat, string> = {
  emploi: 'var(--emploi)',
  formation: 'var(--formation)',
  autre: 'var(--autre)',
};
export const ENCRE_DOUCE = 'var(--encre-douce)';
export const FEUILLE = 'var(--feuille)';
export const TRAIT = 'var(--trait)';

/** Drawings are made for a small phone and grow with their column: their text never goes under 12 px at 320 px. */
export const LARGEUR = 320;
export const TAILLE_TEXTE = 14;
