import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { fileOfBarePath } from '../../../src/deploy/bare-paths.ts';
import { headersOf, PREFLIGHT, RULES } from '../../../src/deploy/rules.ts';

/** The configurations that no server of this machine can run; nginx, Apache and Caddy are started by tests/browser/hosts.test.ts. */
const hosting = join(import.meta.dirname, '../../../hosting');
const read = (path: string): string => readFileSync(join(hosting, path), 'utf8');

interface HeadersRule {
  pattern: RegExp;
  set: [string, string][];
  unset: string[];
}

/** Reads a `_headers` file: a path on its line, its headers below; `! Name` takes one away (Cloudflare). */
function parseHeadersFile(text: string): HeadersRule[] {
  const rules: HeadersRule[] = [];
  for (const line of text.split('\n').filter((one) => one.trim() !== '' && !one.startsWith('#'))) {
    const rule = rules.at(-1);
    const header = /^ {2}([\w-]+): (.+)$/.exec(line);
    const taken = /^ {2}! ([\w-]+)$/.exec(line);
    if (line.startsWith('/')) {
      const source = line.split('*').map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&'));
      rules.push({ pattern: new RegExp(`^${source.join('.*')}$`), set: [], unset: [] });
    } else if (rule !== undefined && header?.[1] !== undefined && header[2] !== undefined)
      rule.set.push([header[1].toLowerCase(), header[2]]);
    else if (rule !== undefined && taken?.[1] !== undefined) rule.unset.push(taken[1].toLowerCase());
    else throw new Error(`line not understood: ${line}`);
  }
  return rules;
}

/** Cloudflare joins the values of several rules (workers-sdk, pages-shared); at Netlify the last one stands (netlify/cli, headersForPath). */
function headersSent(rules: readonly HeadersRule[], path: string, joined: boolean): Record<string, string> {
  const sent: Record<string, string> = {};
  for (const rule of rules.filter(({ pattern }) => pattern.test(path))) {
    for (const name of rule.unset) Reflect.deleteProperty(sent, name);
    for (const [name, value] of rule.set) sent[name] = joined && name in sent ? `${sent[name] ?? ''}, ${value}` : value;
  }
  return sent;
}

/** Types that both hosts know by the extension. */
const KNOWN = /\.(?:css|html|js|json|svg|txt|xml|zip|pagefind|pf_\w+)$/;
const PATHS = [
  '/index.html',
  '/formations/x/index.html',
  '/404.html',
  '/integrer/404.html',
  '/widget/index.html',
  '/integrer/formations/x/index.html',
  '/integrer/formations/x.svg',
  '/formations/x.svg',
  '/formations/x.json',
  '/formations/x.csv',
  '/api/index.json',
  '/api/inserjeunes/certifications.parquet',
  '/telechargements/donnees.zip',
  '/donnees/catalogue.jsonld',
  '/sitemap-0.xml',
  '/donnees/atom.xml',
  '/donnees/x.atom.xml',
  '/donnees/x.atom',
  '/donnees/feed.json',
  '/assets/urls.DJq5hx5D.js',
  '/assets/tables.BFBRQUfY.css',
  '/pagefind/pagefind.js',
  '/pagefind/wasm.fr.pagefind',
  '/pagefind/pagefind.fr_c26446fb12.pf_meta',
  '/pagefind/filter/fr_474423f.pf_filter',
  '/pagefind/fragment/fr_106d265.pf_fragment',
  '/pagefind/index/fr_e2c64d1.pf_index',
  '/robots.txt',
];

test('the paths compared meet every rule of the table', () => {
  expect(RULES.filter(({ pattern }) => !PATHS.some((path) => pattern.test(path))).map(({ name }) => name)).toEqual([]);
});

describe.each([
  ['cloudflare-pages', true],
  ['netlify', false],
])('%s', (folder, joined) => {
  const rules = parseHeadersFile(read(`${folder}/_headers`));

  test.each(PATHS)('%s has the headers of the table', (path) => {
    const table = headersOf(path);
    const sent = headersSent(rules, path, joined);
    for (const [name, value] of Object.entries(table)) {
      if (name === 'content-type' && sent[name] === undefined) expect(path).toMatch(KNOWN);
      else expect([name, sent[name]]).toEqual([name, value]);
    }
    // Beside the table: what a page must not do is also said with data; a card may be framed by anyone.
    const beside = Object.entries(sent).filter(([name]) => !(name in table));
    for (const [name, value] of beside) {
      if (path.endsWith('.html')) expect([name, value]).toEqual(['content-security-policy', 'frame-ancestors *']);
      else expect(['content-security-policy', 'permissions-policy']).toContain(name);
    }
  });
});

/** The matcher that Netlify runs, as its own tools ship it (no types). */
interface Netlify {
  parsePlain: (
    rules: string,
    options: object,
  ) => Promise<{ match: (request: object) => { to: string; status: number } | null }>;
}

describe('the redirects of Netlify, read by its own matcher', async () => {
  const netlify = createRequire(import.meta.url)('netlify-redirector') as Netlify;
  const rules = await netlify.parsePlain(read('netlify/_redirects'), {});
  const none = (): string => '';
  const match = (path: string, query: string): { to: string; status: number } | null =>
    rules.match({
      scheme: 'https',
      host: 'et-apres.example',
      path,
      query,
      headers: {},
      getHeader: none,
      getCookie: none,
    });

  test.each([
    ['/api', ''],
    ['/api/inserjeunes/certifications', ''],
    ['/api/inserjeunes/certifications/50022137', ''],
    ['/api/inserjeunes/certifications/50022137', 'millesime=2023'],
    ['/api/inserjeunes/certifications/50022137', 'vue=filieres'],
    ['/api/inserjeunes/certifications/50022137', 'millesime=2022_2023&vue=filieres'],
    ['/api/inserjeunes/certifications/50022137', 'vue=filieres&millesime=2023'],
  ])('%s?%s leads where the formula says', (path, query) => {
    expect(match(path, query)).toMatchObject({ to: fileOfBarePath(path, query), status: 200 });
  });

  test('a frame without a card shows the page that may be framed; other addresses are left alone', () => {
    expect(match('/integrer/formations/99999999/', '')).toMatchObject({ to: '/integrer/404.html', status: 404 });
    expect(match('/formations/inconnue/', '')).toBeNull();
  });
});

describe('the function of Cloudflare Pages', async () => {
  interface Context {
    request: Request;
    env: { ASSETS: { fetch: (request: Request) => Promise<Response> } };
  }
  const { onRequest } = (await import(join(hosting, 'cloudflare-pages/functions/api/[[path]].js'))) as {
    onRequest: (context: Context) => Promise<Response>;
  };
  const files = [
    '/api/index.json',
    '/api/x/50022137.json',
    '/api/x/50022137/2023.json',
    '/api/x/50022137/2023/filieres.json',
    '/404.json',
  ];
  const ask = (path: string, method = 'GET'): Promise<Response> =>
    onRequest({
      request: new Request(`https://et-apres.example${path}`, { method }),
      env: {
        ASSETS: {
          fetch: ({ url }) => {
            const { pathname } = new URL(url);
            const found = files.includes(pathname);
            return Promise.resolve(
              new Response(pathname, { status: found ? 200 : 404, headers: { 'content-type': 'application/json' } }),
            );
          },
        },
      },
    });
  const tabled = (response: Response): [string, string | null][] =>
    Object.keys(headersOf('/a.json')).map((name) => [name, response.headers.get(name)]);

  test.each([
    ['/api', ''],
    ['/api/x/CFD:50022137', ''],
    ['/api/x/CFD%3A50022137', 'millesime=2023'],
    ['/api/x/50022137', 'millesime=2023&vue=filieres'],
  ])('%s?%s leads where the formula says, with the headers of the table', async (path, query) => {
    const response = await ask(query === '' ? path : `${path}?${query}`);
    expect(response.status).toBe(200);
    expect(await response.text()).toBe(fileOfBarePath(decodeURIComponent(path), query));
    expect(tabled(response)).toEqual(Object.entries(headersOf('/a.json')));
  });

  test.each(['/api/x/1', '/api/x/50022137?millesime=2021-2022', '/api/x/50022137?vue=autre', '/api/x/', '/api/%'])(
    '%s is absent, in JSON',
    async (path) => {
      const response = await ask(path);
      expect(response.status).toBe(404);
      expect(await response.text()).toBe('/404.json');
      expect(tabled(response)).toEqual(Object.entries(headersOf('/404.json')));
    },
  );

  test('a request from another origin with headers of its own is allowed', async () => {
    const response = await ask('/api/x/50022137', 'OPTIONS');
    expect(Object.fromEntries(response.headers)).toMatchObject(PREFLIGHT);
  });
});

test('a bucket allows other origins what the table allows', () => {
  const { CORSRules } = JSON.parse(read('s3/cors.json')) as {
    CORSRules: { AllowedOrigins: string[]; AllowedHeaders: string[]; ExposeHeaders: string[] }[];
  };
  const table = headersOf('/a.json');
  expect(CORSRules).toHaveLength(1);
  expect(CORSRules[0]?.AllowedOrigins.join(', ')).toBe(table['access-control-allow-origin']);
  expect(CORSRules[0]?.AllowedHeaders.join(', ')).toBe(PREFLIGHT['access-control-allow-headers']);
  expect(CORSRules[0]?.ExposeHeaders.join(', ')).toBe(table['access-control-expose-headers']);
});

test('the guide names every rule of the table with its values', () => {
  const guide = read('README.md');
  const values = new Set(RULES.flatMap(({ headers }) => Object.values(headers)));
  expect([...values].filter((value) => !guide.includes(`\`${value}\``))).toEqual([]);
});
