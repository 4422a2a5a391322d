import { describe, expect, it } from 'vitest';

import { getChartDocument } from '../../../src/charts/document.ts';
import { escapeXml, nommer, superposer, toSvg } from '../../../src/charts/svg.ts';

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
    ['rounds coordinates to a tenth', '<path d="M45.4545,-92.5149H1.04"></path>', '<path d="M45.5,-92.5H1"/>'],
    [
      'writes a broken line step by step, without adding the errors up',
      '<path d="M0.04,0L10.06,5.55L20.14,0"></path>',
      '<path d="M0,0l10.1,5.6l10,-5.6"/>',
    ],
    [
      'writes the rules of a group as one path',
      '<g><line x1="1" x2="9" y1="4" y2="4"></line><line x1="1" x2="1" y1="2" y2="4.5"></line></g>',
      '<g><path d="M1,4l8,0M1,2l0,2.5"/></g>',
    ],
    [
      'places texts where their group, their transform and their ems put them',
      '<g font-size="10" transform="translate(-6,3)"><text y="0.7em" transform="translate(20,5)">a</text></g>',
      '<g font-size="10"><text x="14" y="15">a</text></g>',
    ],
    [
      'leaves alone a text that turns, or whose size is not told',
      '<g font-size="10"><text transform="rotate(90)">a</text></g><g><text y="0.3em">b</text></g>',
      '<g font-size="10"><text transform="rotate(90)">a</text></g><g><text y="0.3em">b</text></g>',
    ],
    [
      'joins groups of texts that say the same',
      '<g font-size="9"><text>a</text></g><g font-size="9"><text>b</text></g><g font-size="8"><text>c</text></g>',
      '<g font-size="9"><text x="0" y="0">a</text><text x="0" y="0">b</text></g><g font-size="8"><text x="0" y="0">c</text></g>',
    ],
    [
      'numbers the ids of Plot from 1',
      '<g clip-path="url(#plot-clip-41)"></g><clipPath id="plot-clip-41"></clipPath>',
      '<g clip-path="url(#clip-1)"></g><clipPath id="clip-1"></clipPath>',
    ],
  ])('%s', (_rule, inside, expected) => {
    expect(toSvg(drawingOf(inside), { titre: 't' })).toBe(
      '<svg class="trace" role="img" viewBox="0 0 10 5"><title>t</title>' +
        `<g aria-hidden="true" fill="currentColor" text-anchor="middle">${expected}</g></svg>`,
    );
  });

  it('escapes the title', () => {
    expect(toSvg(drawingOf(''), { titre: '</title><script>' })).toContain(
      '<title>&lt;/title&gt;&lt;script&gt;</title>',
    );
    expect(escapeXml('a & b < "c"')).toBe('a &amp; b &lt; &quot;c&quot;');
  });

  it('names what was drawn without a name, and escapes it', () => {
    const svg = toSvg(drawingOf('<text>a</text>'), { titre: '' });
    expect(nommer(svg, 'CAP $& <b>')).toBe(toSvg(drawingOf('<text>a</text>'), { titre: 'CAP $& <b>' }));
    expect(() => nommer(nommer(svg, 'CAP'), 'BTS')).toThrow('without a name');
  });

  it('lays a drawing over another of the same size, under the name of the first', () => {
    const dessous = toSvg(drawingOf('<text>a</text>'), { titre: 'CAP' });
    const dessus = toSvg(drawingOf('<text>b</text>'), { titre: '' });
    expect(superposer(dessous, dessus)).toBe(toSvg(drawingOf('<text>a</text><text>b</text>'), { titre: 'CAP' }));
    expect(() => superposer(dessous, dessus.replace('0 0 10 5', '0 0 9 5'))).toThrow('of the same size');
  });

  it('refuses anything but an svg', () => {
    expect(() => toSvg(getChartDocument().createElement('figure'), { titre: 't' })).toThrow('expected an svg');
  });
});
