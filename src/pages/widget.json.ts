import type { APIRoute } from 'astro';

import { LANGUES_DES_CARTES, TAILLES, THEMES } from '../components/integrer-options.ts';
import { MOTS_DU_WIDGET } from '../components/widget-mots.ts';
import { readEdition } from '../site/read.ts';

/** The twin of the builder: the forms of a card, and the ways to show it. */
export const GET: APIRoute = () => {
  const { edition, donnees_fictives } = readEdition();
  const { titre, chapeau, formes } = MOTS_DU_WIDGET;
  const page = {
    ...{ edition, donnees_fictives, titre, chapeau, formes },
    ...{ langues: LANGUES_DES_CARTES, tailles: TAILLES, themes: THEMES },
  };
  return new Response(`${JSON.stringify(page)}\n`, { headers: { 'content-type': 'application/json' } });
};
