import type { APIRoute } from 'astro';

import { fichierAbsent } from '../domain/fichier-absent.ts';
import { readEdition } from '../site/read.ts';

/** The twin of the page that is not found: the answer of hosts below `/api/`. */
export const GET: APIRoute = () => {
  const { edition, donnees_fictives } = readEdition();
  return new Response(`${JSON.stringify(fichierAbsent({ edition, donnees_fictives }))}\n`, {
    headers: { 'content-type': 'application/json' },
  });
};
