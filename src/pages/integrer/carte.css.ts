import type { APIRoute } from 'astro';

import { STYLE_DES_CARTES } from '../../components/integrer-style.ts';

/** The style sheet of every card: asked for once by a page that holds several. */
export const GET: APIRoute = () => new Response(STYLE_DES_CARTES, { headers: { 'content-type': 'text/css' } });
