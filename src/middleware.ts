import { defineMiddleware } from 'astro:middleware';

import { decodeEntities } from './lib/html.ts';
import { narrowPolicy, policyDeCarte } from './site/policy.ts';

/** Every page leaves with the policy that it needs, in as few bytes as its words take. */
export const onRequest = defineMiddleware(async ({ url }, next) => {
  const response = await next();
  if (!(response.headers.get('content-type') ?? '').includes('text/html')) return response;
  const html = decodeEntities(await response.text());
  return new Response(url.pathname.startsWith('/integrer/') ? policyDeCarte(html) : narrowPolicy(html), response);
});
