import { expect, test } from 'vitest';

import { composer, segmenter } from '../../../../src/domain/textes/typographie.ts';

test.each([
  ['Pourquoi 48 % ?', 'Pourquoi 48\u00a0%\u202f?'],
  ['Il dit : « oui ! »', 'Il dit\u00a0: «\u00a0oui\u202f!\u00a0»'],
  ['entre 1 380 et 1 620 €', 'entre 1\u202f380 et 1\u202f620\u00a0€'],
  ['20 jeunes en 2022 et 6 mois', '20\u00a0jeunes en 2022 et 6\u00a0mois'],
  ['`parts : null ?` : absent', '`parts : null ?`\u00a0: absent'],
  ['voir https://exemple.fr', 'voir https://exemple.fr'],
])('%s is composed', (typed, composed) => {
  expect(composer(typed)).toBe(composed);
});

test('a text is cut at its links and its code', () => {
  expect(segmenter('Voir [le seuil](/comprendre/#seuil) et `parts`.')).toEqual([
    { genre: 'mots', texte: 'Voir ' },
    { genre: 'lien', texte: 'le seuil', href: '/comprendre/#seuil' },
    { genre: 'mots', texte: ' et ' },
    { genre: 'code', texte: 'parts' },
    { genre: 'mots', texte: '.' },
  ]);
});

test.each(['javascript:alert(1)', '//exemple.fr', 'http://exemple.fr', 'page.html'])(
  'a link to %s is refused',
  (href) => {
    expect(() => segmenter(`[x](${href})`)).toThrow(/invalid link/);
  },
);
