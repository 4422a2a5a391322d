import { describe, expect, it } from 'vitest';

import { drawFormes, drawIcone, drawSur100, FORMES } from '../../../src/charts/sur100-icons.ts';
import { ETATS, type Etat } from '../../../src/domain/indicateurs.ts';
import { expectPageReady, parseSvg } from './drawing.ts';

const CASES: Record<Etat, number>[] = [
  { emploi: 23, formation: 52, autre: 25 },
  { emploi: 0, formation: 0, autre: 100 },
  { emploi: 100, formation: 0, autre: 0 },
  { emploi: 1, formation: 99, autre: 0 },
  { emploi: 33, formation: 33, autre: 34 },
];

const draw = (parts: Record<Etat, number>): string => drawSur100(parts, { titre: 'Sur 100', id: 'v1' });

describe('drawSur100', () => {
  it.each(CASES)('draws as many icons of each state as its share: %o', (parts) => {
    const root = parseSvg(draw(parts));
    expect(root.querySelectorAll('[data-icone]')).toHaveLength(100);
    for (const etat of ETATS) {
      expect(root.querySelectorAll(`[data-etat="${etat}"] [data-icone]`)).toHaveLength(parts[etat]);
    }
  });

  it('gives each icon its own place, in a grid of 20 by 5', () => {
    const places = [...parseSvg(draw({ emploi: 23, formation: 52, autre: 25 })).querySelectorAll('[data-icone]')].map(
      (icon) => `${icon.parentElement?.getAttribute('transform') ?? ''} ${icon.getAttribute('y') ?? ''}`,
    );
    expect(new Set(places).size).toBe(100);
    expect(new Set(places.map((place) => place.split(' ')[0])).size).toBe(20);
  });

  it('refers only to shapes that it defines, each state with its own', () => {
    const root = parseSvg(draw({ emploi: 23, formation: 52, autre: 25 }));
    const references = new Set([...root.querySelectorAll('use')].map((use) => use.getAttribute('href')));
    const shapes = [...root.querySelectorAll('defs > g')];
    expect(new Set(shapes.map(({ id }) => `#${id}`))).toEqual(references);
    expect(new Set(Object.values(FORMES)).size).toBe(ETATS.length);
  });

  it('refers, in a page, to the shapes that the page defines once', () => {
    const shapes = [...parseSvg(drawFormes()).querySelectorAll('defs > g')].map(({ id }) => `#${id}`);
    const parts = { emploi: 23, formation: 52, autre: 25 };
    for (const svg of [drawSur100(parts, { titre: 'Sur 100' }), ETATS.map(drawIcone).join('')]) {
      const references = [...svg.matchAll(/href="([^"]+)"/g)].map(([, href]) => href);
      expect(new Set(references)).toEqual(new Set(shapes));
      expect(svg).not.toContain('<defs>');
    }
  });

  it('refuses shares that do not add up to 100', () => {
    expect(() => draw({ emploi: 23, formation: 52, autre: 24 })).toThrow('expected 100 icons, got 99');
  });

  it('draws the same thing as before', async () => {
    const svg = draw({ emploi: 23, formation: 52, autre: 25 });
    expectPageReady(svg);
    await expect(svg).toMatchFileSnapshot('sur100-icons.svg');
  });
});
