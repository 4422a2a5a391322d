import { createHash } from 'node:crypto';

import { describe, expect, test } from 'vitest';

import { narrowPolicy } from '../../../src/site/policy.ts';

const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const page = (policy: string): string =>
  `<head><meta http-equiv="content-security-policy" content="${policy}"><style>p{color:red}</style></head>` +
  '<body><script type="module">go()</script><script src="/a.js"></script></body>';

describe('the content security policy of a page', () => {
  test('keeps the hashes of what stands inline in the page, and no other', () => {
    const policy = `default-src 'none'; script-src 'self' ${hash('elsewhere()')} ${hash('go()')}; style-src 'self' ${hash('p{color:red}')} ${hash('b{}')};`;
    expect(narrowPolicy(page(policy))).toBe(
      page(
        `default-src 'none'; script-src 'self' ${hash('go()')}; style-src 'self' ${hash('p{color:red}')}; worker-src 'none'`,
      ),
    );
  });

  test('never adds a source: what Astro did not allow stays refused', () => {
    const policy = "default-src 'none'; script-src 'self'; style-src 'self'; worker-src 'self'";
    expect(narrowPolicy(page(policy))).toBe(page(policy));
  });

  test('a page that names no worker may start none', () => {
    const policy = "default-src 'none'; script-src 'self';";
    expect(narrowPolicy(page(policy))).toContain("; worker-src 'none'\"");
  });
});
