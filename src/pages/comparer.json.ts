import type { APIRoute } from 'astro';

import { motsDeComparaison } from '../components/comparer-mots.ts';
import { readEdition } from '../site/read.ts';

/** The twin of the comparison page: what it holds before anything is chosen. */
export const GET: APIRoute = () => {
  const { edition, donnees_fictives } = readEdition();
  return new Response(`${JSON.stringify({ edition, donnees_fictives, ...motsDeComparaison() })}\n`, {
    headers: { 'content-type': 'application/json' },
  });
};
