import { expect, test } from 'vitest';

import { decodeEntities, escapeHtml } from '../../../src/lib/html.ts';

test('no word of the data opens a tag, an attribute or an entity', () => {
  expect(escapeHtml(`<b title="a" id='b'> & &lt;`)).toBe('&lt;b title=&quot;a&quot; id=&#39;b&#39;&gt; &amp; &amp;lt;');
});

test('no-break spaces and apostrophes leave as characters', () => {
  expect(decodeEntities('<p title="l&#39;an">Et après&#8239;?&nbsp;Oui</p>')).toBe(
    `<p title="l'an">Et après\u202f?\u00a0Oui</p>`,
  );
});

test('what a reader would take for a tag or an entity stays written as it was', () => {
  const html = '<p title="&quot;">&lt;b&gt; &amp;nbsp; &amp;#39; &amp;lt;</p>';
  expect(decodeEntities(html)).toBe(html);
});

test('scripts and style sheets keep their bytes: their hashes stand in the policy of the page', () => {
  const html = `<style>a{content:"&nbsp;"}</style><script type="module">say("&#39;")</script>`;
  expect(decodeEntities(html)).toBe(html);
});
