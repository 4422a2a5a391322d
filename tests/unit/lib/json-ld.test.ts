import { expect, test } from 'vitest';

import { toJsonLd } from '../../../src/lib/json-ld.ts';

test('a hostile name stays inside its JSON: it ends no element and opens no comment', () => {
  const value = { name: '</script><script>alert(1)</script><!-- " & é' };
  expect(toJsonLd(value)).not.toContain('<');
  expect(JSON.parse(toJsonLd(value))).toEqual(value);
});
