import type { APIRoute } from 'astro';

import { referenceSchema } from '../../domain/fichiers/reference-schema.ts';
import { readReference } from '../../site/reference.ts';

/** The twin of the reference: the same object. */
export const GET: APIRoute = ({ site }) =>
  new Response(`${JSON.stringify(referenceSchema.parse(readReference(site?.origin)))}\n`, {
    headers: { 'content-type': 'application/json' },
  });
