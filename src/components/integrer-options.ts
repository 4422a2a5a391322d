import { urls } from '../lib/urls.ts';

/** How a card can be shown, in the order of the fragment; the first of each is what an address without fragment shows. */
export const LANGUES_DES_CARTES = ['fr', 'en'] as const;
export const TAILLES = ['complet', 'compact'] as const;
export const THEMES = ['auto', 'clair', 'sombre'] as const;

export interface Presentation {
  langue: (typeof LANGUES_DES_CARTES)[number];
  taille: (typeof TAILLES)[number];
  theme: (typeof THEMES)[number];
}
export const PAR_DEFAUT: Presentation = { langue: 'fr', taille: 'complet', theme: 'auto' };

/** The key that means every card of the address. */
export const TOUTES = 'tout';

/**
 * The fragment that shows a card in one way, without script: the page holds an element of that name, and its style sheet reads `:target`.
 *
 * `('23220022146', {langue: 'en', taille: 'compact', theme: 'auto'})` → `23220022146.en.compact.auto`
 */
export const fragmentDe = (cle: string, { langue, taille, theme }: Presentation): string =>
  [cle, langue, taille, theme].join('.');

/** Every fragment of one card: its key alone, then each way to show it. */
export const ancres = (cle: string): string[] => [
  cle,
  ...LANGUES_DES_CARTES.flatMap((langue) =>
    TAILLES.flatMap((taille) => THEMES.map((theme) => fragmentDe(cle, { langue, taille, theme }))),
  ),
];

/** What a card shows: a formation in France, in a region (INSEE code), or in a school (UAI); a school alone. */
export interface Cible {
  /** CFD or SISE of the formation. */
  code?: string | undefined;
  region?: string | undefined;
  uai?: string | undefined;
}

/** Address of the cards, without fragment; `edition`: ISO day of the edition to stay with. */
export function adresseDesCartes({ code = '', region, uai }: Cible, edition?: string): string {
  const path = uai === undefined ? urls.carteFormation(code, region) : urls.carteEtablissement(uai);
  return edition === undefined ? path : path.replace('/integrer/', urls.cartesFigees(edition));
}
