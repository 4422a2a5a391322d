import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';

import { drawCard, type CarteImage } from '../../../src/charts/card.ts';
import { wrapText } from '../../../src/charts/feuille.ts';

const aCard = (fields: Partial<CarteImage> = {}): CarteImage => ({
  titre: 'CAP Boulanger',
  blocs: [
    {
      titre: 'Par apprentissage (France)',
      phrase: 'Sur 100 apprentis, 23 travaillaient, 52 étudiaient, 25 étaient dans une autre situation.',
      parts: { emploi: 23, formation: 52, autre: 25, calcul: 'source' },
      mentions: ['Mesuré sur 52 apprentis.'],
    },
  ],
  signature: 'Et après ? Édition du 24 novembre 2026.',
  fictif: false,
  couleurs: ':root{--emploi:#0b766d}',
  ...fields,
});

/** Reads the file as an XML reader would: a bare attribute or an unescaped label is an error. */
function read(svg: string): Document {
  const { document } = new JSDOM(svg, { contentType: 'image/svg+xml' }).window;
  return document;
}

describe('drawCard', () => {
  it('is a well-formed image with its words: title, sentence, 100 icons, three numbers, source', () => {
    const document = read(drawCard(aCard()));
    expect(document.querySelector('title')?.textContent).toBe('CAP Boulanger');
    expect(document.querySelector('desc')?.textContent).toContain('23 travaillaient');
    expect(document.querySelectorAll('use')).toHaveLength(100);
    expect([...document.querySelectorAll('tspan')].map((node) => node.textContent)).toEqual(['23', '52', '25']);
    expect(document.documentElement.textContent).toContain('Mesuré sur 52 apprentis.');
  });

  it('draws a track after the other, inside its own height', () => {
    const [bloc] = aCard().blocs;
    if (!bloc) throw new Error('no track');
    const one = read(drawCard(aCard()));
    const two = read(drawCard(aCard({ blocs: [bloc, bloc] })));
    const heightOf = (document: Document): number => Number(document.documentElement.getAttribute('height'));
    expect(heightOf(two)).toBeGreaterThan(heightOf(one) + 200);
    const ys = [...two.querySelectorAll('text')].map((node) => Number(node.getAttribute('y')));
    expect(ys).toEqual([...ys].sort((left, right) => left - right));
    expect(Math.max(...ys)).toBeLessThan(heightOf(two));
    expect(new Set([...two.querySelectorAll('[id]')].map(({ id }) => id)).size).toBe(6);
  });

  it('draws no icon and no number where there is no figure', () => {
    const phrase = 'Trop peu de jeunes pour publier un chiffre.';
    const document = read(drawCard(aCard({ blocs: [{ titre: 'Au lycée', phrase, parts: null, mentions: [] }] })));
    expect(document.querySelectorAll('use, tspan')).toHaveLength(0);
    expect(document.documentElement.textContent).toContain(phrase);
  });

  it('says that its figures are fictional, in the image and in its description', () => {
    const document = read(drawCard(aCard({ fictif: true })));
    expect(document.querySelector('text.marque')?.textContent).toContain('Données fictives');
    expect(document.querySelector('desc')?.textContent).toContain('Données fictives');
    expect(read(drawCard(aCard())).documentElement.textContent).not.toContain('fictives');
  });

  it('shows a hostile label as text', () => {
    const document = read(drawCard(aCard({ titre: '<script>alert(1)</script> & "x"' })));
    expect(document.querySelector('script')).toBeNull();
    expect(document.querySelector('title')?.textContent).toBe('<script>alert(1)</script> & "x"');
  });
});

it.each([
  ['a b c', 3, ['a b', 'c']],
  ['a b', 10, ['a b']],
  ['interminable mot', 5, ['interminable', 'mot']],
  ['12\u00a0345 jeunes', 6, ['12\u00a0345', 'jeunes']],
])('wrapText cuts %j at spaces, within %i characters', (text, longest, lines) => {
  expect(wrapText(text, longest, ({ length }) => length)).toEqual(lines);
});

it('capitals take more room than small letters, and thin letters less', () => {
  const linesOf = (text: string): number => wrapText(text, 20).length;
  expect(linesOf('formation professionnelle et promotion')).toBe(1);
  expect(linesOf('FORMATION PROFESSIONNELLE ET PROMOTION')).toBe(2);
  expect(linesOf('il fit ici titi il fit ici titi il fit ici')).toBe(1);
});
