import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** WCAG 2.2 §§ 1.4.3 and 1.4.11, computed on the very values of src/styles/tokens.css, in both modes. */
const css = readFileSync(new URL('../../../src/styles/tokens.css', import.meta.url), 'utf8');
const [lightCss = '', darkCss = ''] = css.split('@media screen and (prefers-color-scheme: dark)');

const readTokens = (text: string): Map<string, string> =>
  new Map([...text.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [name, value]));

const light = readTokens(lightCss);
const dark = readTokens(darkCss);

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((start) => parseInt(hex.slice(start, start + 2), 16) / 255)
    .map((channel) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(tokens: Map<string, string>, front: string, back: string): number {
  const [lighter = 0, darker = 0] = [front, back]
    .map((name) => {
      const value = tokens.get(name);
      if (value === undefined) throw new Error(`unknown colour: --${name}`);
      return luminance(value);
    })
    .sort((left, right) => right - left);
  return (lighter + 0.05) / (darker + 0.05);
}

const BACKGROUNDS = ['papier', 'feuille', 'creux', 'bande'];
const on = (fronts: string[], backs: string[]): [string, string][] =>
  fronts.flatMap((front) => backs.map((back): [string, string] => [front, back]));

const TEXTS = [
  ...on(['encre', 'encre-douce', 'lien', 'lien-vif'], BACKGROUNDS),
  // Highlighted shares, numbers inside the bars of a drawing, notes, buttons, the band of the home page.
  ...on(['encre'], ['emploi-clair', 'formation-clair', 'autre-clair']),
  ...on(['feuille'], ['emploi', 'formation']),
  ...on(['note-encre'], ['note']),
  ...on(['bandeau-encre', 'bandeau-vif'], ['bandeau']),
  ...on(['papier'], ['lien-vif']),
];
const GRAPHICS = [...on(['emploi', 'formation', 'autre', 'filet'], ['papier', 'feuille']), ...on(['filet'], ['bande'])];

describe.each([
  ['light', light],
  ['dark', dark],
])('in the %s mode', (_mode, tokens) => {
  it.each(TEXTS)('the text --%s can be read on --%s (4.5)', (front, back) => {
    expect(contrast(tokens, front, back)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(GRAPHICS)('the drawing --%s can be seen on --%s (3)', (front, back) => {
    expect(contrast(tokens, front, back)).toBeGreaterThanOrEqual(3);
  });
});

describe('the colours of the states', () => {
  it('have both modes, with the same names', () => {
    expect([...dark.keys()].sort()).toEqual([...light.keys()].sort());
  });

  it.each([
    ['light', light],
    ['dark', dark],
  ])('« autre situation » is never red (%s)', (_mode, tokens) => {
    const hex = tokens.get('autre') ?? '';
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => parseInt(hex.slice(start, start + 2), 16));
    expect(red - Math.max(green, blue)).toBeLessThan(16);
  });
});

it('the styles use no colour that is not a token, but for white paper and the home button on its own band', () => {
  const files = readdirSync(new URL('../../../src/styles/', import.meta.url))
    .filter((name) => name !== 'tokens.css')
    .sort();
  const strays = files.flatMap((file) => {
    const text = readFileSync(new URL(`../../../src/styles/${file}`, import.meta.url), 'utf8');
    return text.match(/#[0-9a-f]{3,8}\b/g) ?? [];
  });
  expect(strays).toEqual(['#2b1028', '#fff']);
});
