import type { APIRoute } from 'astro';

import { pageMonCatalogue } from '../../domain/textes/catalogue.ts';
import { readEdition } from '../../site/read.ts';

/** The twin of the catalogue page: what it holds before a file is chosen. */
export const GET: APIRoute = () => {
  const { edition, donnees_fictives } = readEdition();
  return new Response(`${JSON.stringify({ edition, donnees_fictives, ...pageMonCatalogue() })}\n`, {
    headers: { 'content-type': 'application/json' },
  });
};
