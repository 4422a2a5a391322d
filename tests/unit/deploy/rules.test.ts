import { expect, test } from 'vitest';

import { headersOf, isImmutable } from '../../../src/deploy/rules.ts';

test('a page is not framed by others, a card of /integrer/ is made for it', () => {
  expect(headersOf('/formations/x/index.html')['content-security-policy']).toBe("frame-ancestors 'none'");
  expect(headersOf('/widget/index.html')['content-security-policy']).toBe("frame-ancestors 'none'");
  expect(headersOf('/integrer/formations/x/index.html')).not.toHaveProperty('content-security-policy');
  expect(headersOf('/integrer/formations/x.svg')['content-security-policy']).toContain("default-src 'none'");
});

test('a page has no policy of scripts in its headers: that of its own meta holds its hashes', () => {
  expect(headersOf('/index.html')['content-security-policy']).not.toMatch(/default-src|script-src|style-src/);
});

test('only the names that hold a hash are kept for ever', () => {
  for (const path of [
    '/assets/urls.DJq5hx5D.js',
    '/pagefind/fragment/fr_106d265.pf_fragment',
    '/pagefind/pagefind.fr_c264.pf_meta',
  ])
    expect(isImmutable(path)).toBe(true);
  for (const path of [
    '/pagefind/pagefind.js',
    '/pagefind/pagefind-entry.json',
    '/pagefind/wasm.fr.pagefind',
    '/index.html',
    '/api/index.json',
  ])
    expect(isImmutable(path)).toBe(false);
});

test('any file can be read from another origin, and is what its type says', () => {
  for (const path of ['/index.html', '/api/index.json', '/a.parquet', '/pagefind/x.pagefind', '/a.svg'])
    expect(headersOf(path)).toMatchObject({ 'access-control-allow-origin': '*', 'x-content-type-options': 'nosniff' });
  expect(headersOf('/a/atom.xml')['content-type']).toBe('application/atom+xml');
  expect(headersOf('/sitemap-0.xml')['content-type']).toBe('application/xml');
  expect(headersOf('/a/feed.json')['content-type']).toBe('application/feed+json');
});
