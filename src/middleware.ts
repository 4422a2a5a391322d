import { defineMiddleware } from 'astro:middleware';

import { narrowPolicy } from './site/policy.ts';

/** Every page leaves with the policy that it needs. */
export const onRequest = defineMiddleware(async (_context, next) => {
  const response = await next();
  if (!(response.headers.get('content-type') ?? '').includes('text/html')) return response;
  return new Response(narrowPolicy(await response.text()), response);
});
