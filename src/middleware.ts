import { defineMiddleware } from 'astro:middleware';

import { narrowPolicy, policyDeCarte } from './site/policy.ts';

/** Every page leaves with the policy that it needs. */
export const onRequest = defineMiddleware(async ({ url }, next) => {
  const response = await next();
  if (!(response.headers.get('content-type') ?? '').includes('text/html')) return response;
  const html = await response.text();
  return new Response(url.pathname.startsWith('/integrer/') ? policyDeCarte(html) : narrowPolicy(html), response);
});
