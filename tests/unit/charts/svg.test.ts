import { describe, expect, it } from 'vitest';

import { getChartDocument } from '../../../src/charts/document.ts';
import { escapeXml, toSvg } from '../../../src/charts/svg.ts';

function drawingOf(inside: string): SVGSVGElement {
  const holder = getChartDocument().createElement('div');
  holder.innerHTML = `<svg width="10" height="5" viewBox="0 0 10 5">${inside}</svg>`;
  const [svg] = holder.children;
  return svg as SVGSVGElement;
}

describe('toSvg', () => {
  it.each([
    ['drops style elements', '<style>a { b: c }</style><g></g>', '<g></g>'],
    ['drops style attributes and labels of groups', '<g style="a:b" aria-label="bar"></g>', '<g></g>'],
    [
      'writes a no-break space as XML reads it',
      '<text>1\u00a0250\u202f€ &amp; plus</text>',
      '<text>1\u00a0250\u202f€ &amp; plus</text>',
    ],
    ['rounds coordinates to a tenth', '<path d="M45.4545,-92.5149L1.04,2"></path>', '<path d="M45.5,-92.5L1,2"/>'],
    [
      'numbers the ids of Plot from 1',
      '<g clip-path="url(#plot-clip-41)"></g><clipPath id="plot-clip-41"></clipPath>',
      '<g clip-path="url(#clip-1)"></g><clipPath id="clip-1"></clipPath>',
    ],
  ])('%s', (_rule, inside, expected) => {
    expect(toSvg(drawingOf(inside), { titre: 't' })).toBe(
      '<svg class="trace" role="img" width="10" height="5" viewBox="0 0 10 5"><title>t</title>' +
        `<g aria-hidden="true" fill="currentColor" text-anchor="middle">${expected}</g></svg>`,
    );
  });

  it('escapes the title', () => {
    expect(toSvg(drawingOf(''), { titre: '</title><script>' })).toContain(
      '<title>&lt;/title&gt;&lt;script&gt;</title>',
    );
    expect(escapeXml('a & b < "c"')).toBe('a &amp; b &lt; &quot;c&quot;');
  });

  it('refuses anything but an svg', () => {
    expect(() => toSvg(getChartDocument().createElement('figure'), { titre: 't' })).toThrow('expected an svg');
  });
});
