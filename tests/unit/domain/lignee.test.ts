import { expect, test } from 'vitest';

import { findNomAncien, type Maillon } from '../../../src/domain/lignee.ts';

/** A line of diplomas, nearest first: `C0` is the present one, `C1` the one it replaces, and so on. */
const line = (labels: readonly string[]) => {
  const nodes = new Map(
    labels.map((libelle, rank): [string, Maillon] => [
      `C${rank}`,
      { libelle, anciens: rank === labels.length - 1 ? [] : [`C${rank + 1}`] },
    ]),
  );
  return (code: string) => nodes.get(code);
};

test.each([
  [
    'the nearest label is contained in the present one, the next is not',
    ['CAP FLEURISTE DECORATEUR', 'CAP FLEURISTE', 'CAP HORTICULTURE'],
    'CAP HORTICULTURE',
  ],
  [
    'a longer label is not contained in a shorter one',
    ['CAP FLEURISTE', 'CAP FLEURISTE DECORATEUR'],
    'CAP FLEURISTE DECORATEUR',
  ],
  ['accents do not make a name', ['MC Pâtisserie', 'MC Patisserie'], undefined],
  ['case does', ['CAP Cuisine', 'CAP CUISINE'], 'CAP CUISINE'],
  ['no ancestor, no previous label', ['CAP CUISINE'], undefined],
])('%s (RULES § 9)', (_, labels, expected) => expect(findNomAncien('C0', line(labels))?.libelle).toBe(expected));

test('the walk stops where a diploma replaces several others', () => {
  const nodes = new Map<string, Maillon>([
    ['A', { libelle: 'CAP VENTE', anciens: ['B', 'C'] }],
    ['B', { libelle: 'CAP COMMERCE', anciens: [] }],
  ]);
  expect(findNomAncien('A', (code) => nodes.get(code))).toBeUndefined();
});

test('an ancestor that the tables do not know, or a loop, ends the line', () => {
  expect(
    findNomAncien('A', (code) => (code === 'A' ? { libelle: 'CAP VENTE', anciens: ['Z'] } : undefined)),
  ).toBeUndefined();
  const loop = new Map<string, Maillon>([
    ['A', { libelle: 'CAP VENTE', anciens: ['B'] }],
    ['B', { libelle: 'CAP VENTE', anciens: ['A'] }],
  ]);
  expect(findNomAncien('A', (code) => loop.get(code))).toBeUndefined();
});
