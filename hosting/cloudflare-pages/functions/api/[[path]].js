/**
 * Et après ? on Cloudflare Pages: the addresses of the original API, which _redirects cannot tell from those of the files. The same formula as
 * src/deploy/bare-paths.ts and the same headers as src/deploy/rules.ts; a test compares.
 */
const HEADERS = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'Accept-Ranges, Content-Length, Content-Range, ETag',
  'cache-control': 'public, max-age=300',
  'cross-origin-resource-policy': 'cross-origin',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'x-content-type-options': 'nosniff',
};
const PREFLIGHT = { 'access-control-allow-headers': '*', 'access-control-allow-methods': 'GET, HEAD, OPTIONS' };

function folderOf(value, expected) {
  if (value === null || value === '') return '';
  return expected.test(value) ? `/${value}` : '/inconnu';
}

function fileOf({ pathname, searchParams }) {
  const path = pathname.replaceAll(/%3A/gi, ':');
  if (path === '/api' || path === '/api/') return '/api/index.json';
  if (/\/$|\.[a-z]+$/.test(path)) return pathname;
  const millesime = folderOf(searchParams.get('millesime'), /^\d{4}(?:_\d{4})?$/);
  const vue = folderOf(searchParams.get('vue'), /^filieres$/);
  return `${path.replace(/(?:CFD|MEFSTAT11|SISE):(?=[0-9A-Z]+$)/, '')}${millesime}${vue}.json`;
}

export async function onRequest({ request, env }) {
  if (request.method === 'OPTIONS') return new Response(null, { status: 204, headers: { ...HEADERS, ...PREFLIGHT } });
  const url = new URL(request.url);
  const ask = (path) => env.ASSETS.fetch(new Request(new URL(path, url.origin), request));
  const found = await ask(fileOf(url));
  const absent = found.status === 404;
  const answer = absent ? await ask('/404.json') : found;
  const response = new Response(answer.body, { status: absent ? 404 : answer.status, headers: answer.headers });
  for (const [name, value] of Object.entries(HEADERS)) response.headers.set(name, value);
  if (absent || response.headers.get('content-type')?.startsWith('application/json'))
    response.headers.set('content-type', 'application/json');
  return response;
}
