import type { APIRoute } from 'astro';

import { pageDevineSchema } from '../domain/devine.ts';
import { readDevine } from '../site/devine.ts';

/** The twin of the quiz: its questions are copies of published records. */
export const GET: APIRoute = () =>
  new Response(`${JSON.stringify(pageDevineSchema.parse(readDevine()))}\n`, {
    headers: { 'content-type': 'application/json' },
  });
