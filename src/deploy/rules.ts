/**
 * What a host sends with each file: the one table behind every configuration of `hosting/`, behind the objects of `npm run deploy`, and what the
 * tests compare real servers with. HSTS and redirects to https are the choice of the host.
 */
export interface Rule {
  /** What the rule is for, as written in hosting/README.md. */
  readonly name: string;
  /** On the path of the file: `/index.html`, `/api/index.json`. */
  readonly pattern: RegExp;
  /** Names in lower case. A later rule has the last word. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Everything may be kept five minutes, as the original API does, then is asked for again with its ETag. */
const SHORT = 'public, max-age=300';
/** The name of these files holds a hash of their content. */
const FOREVER = 'public, max-age=31536000, immutable';

export const CONTENT_TYPES: Readonly<Record<string, string>> = {
  atom: 'application/atom+xml',
  css: 'text/css; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json',
  jsonld: 'application/ld+json',
  parquet: 'application/vnd.apache.parquet',
  svg: 'image/svg+xml',
  txt: 'text/plain; charset=utf-8',
  xml: 'application/xml',
  zip: 'application/zip',
};
/** Files without a type of their own (the index of Pagefind) are bytes. */
const BYTES = 'application/octet-stream';

export const RULES: readonly Rule[] = [
  {
    name: 'every file',
    pattern: /^/,
    headers: {
      'access-control-allow-origin': '*',
      // Readers of Parquet ask for pieces of a file, and need to know its length.
      'access-control-expose-headers': 'Accept-Ranges, Content-Length, Content-Range, ETag',
      'cache-control': SHORT,
      'content-type': BYTES,
      'cross-origin-resource-policy': 'cross-origin',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'x-content-type-options': 'nosniff',
    },
  },
  ...Object.entries(CONTENT_TYPES).map(([extension, type]): Rule => ({
    name: `.${extension}`,
    pattern: new RegExp(`\\.${extension}$`),
    headers: { 'content-type': type },
  })),
  {
    name: 'Atom feeds',
    pattern: /[/.]atom\.xml$/,
    headers: { 'content-type': 'application/atom+xml' },
  },
  {
    name: 'JSON feeds',
    pattern: /[/.]feed\.json$/,
    headers: { 'content-type': 'application/feed+json' },
  },
  {
    name: 'pages and cards',
    pattern: /\.html$/,
    headers: { 'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()' },
  },
  {
    // Beside the policy of scripts and styles that each page carries in its own `meta`, where this directive has no effect.
    name: 'pages, not to be framed; the cards of /integrer/ are made for it',
    pattern: /^(?!\/integrer\/).*\.html$/,
    headers: { 'content-security-policy': "frame-ancestors 'none'" },
  },
  {
    name: 'drawings and XML, which a browser would run if they held a script',
    pattern: /\.(?:svg|xml|atom)$/,
    headers: { 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'" },
  },
  {
    name: 'files with a hash in their name',
    pattern: /^\/(?:assets\/|pagefind\/(?:filter|fragment|index)\/|pagefind\/[^/]+\.pf_meta$)/,
    headers: { 'cache-control': FOREVER },
  },
];

/** Added to the answer of `OPTIONS`, which browsers send before a request from another origin with headers of its own. */
export const PREFLIGHT: Readonly<Record<string, string>> = {
  'access-control-allow-headers': '*',
  'access-control-allow-methods': 'GET, HEAD, OPTIONS',
};

/** The headers of the file at `path`: `/formations/x/index.html` → `{ 'content-type': 'text/html; charset=utf-8', … }`. */
export function headersOf(path: string): Record<string, string> {
  return Object.assign(
    {},
    ...RULES.filter(({ pattern }) => pattern.test(path)).map(({ headers }) => headers),
  ) as Record<string, string>;
}

/** True when a file never changes under its name. */
export const isImmutable = (path: string): boolean => headersOf(path)['cache-control'] === FOREVER;
