import { stripTypeScriptTypes } from 'node:module';

import type { APIRoute } from 'astro';

import source from '../../components/et-apres.element.ts?raw';

/** The custom element, under a name that does not change; it can be read as it was written, without its types. */
export const GET: APIRoute = () =>
  new Response(stripTypeScriptTypes(source), { headers: { 'content-type': 'text/javascript' } });
