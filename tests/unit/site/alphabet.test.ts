import { expect, test } from 'vitest';

import { nomDeLettre, toAlphabet } from '../../../src/components/alphabet.ts';
import { makeDocument } from '../search/documents.ts';

const ALPHABET = toAlphabet([
  makeDocument({ titre: 'CAP Pâtissier', url: '/formations/cap-patissier-50022136/' }),
  makeDocument({
    titre: 'CAP Pâtissier',
    url: '/formations/cap-patissier-50022141/',
    mots: ['PATISSIER (CAP)', 'pâtisserie'],
  }),
  makeDocument({ titre: 'BP Pâtissier', url: '/formations/bp-patissier-45022101/' }),
  makeDocument({
    titre: 'CAP Électricien',
    url: '/formations/cap-electricien-50025521/',
    mots: ['CAP Installations électriques'],
  }),
  makeDocument({ titre: 'CAP 1re année de CAP services', url: '/formations/cap-1re-annee-50030001/' }),
  makeDocument({ titre: 'Lycée Pasteur', url: '/etablissements/0350777e/', genre: 'etablissement' }),
]);
const entrees = (lettre: string) => ALPHABET.get(lettre)?.map(({ nom, liens }) => [nom, liens.map(({ url }) => url)]);

test('a name without its type leads to every diploma that bears it, the newest of each title; trades lead there too', () => {
  expect(entrees('p')).toEqual([
    ['Pâtisserie', ['/formations/cap-patissier-50022141/']],
    ['Pâtissier', ['/formations/bp-patissier-45022101/', '/formations/cap-patissier-50022141/']],
  ]);
});

test('an old name stands at its own letter, an accent is no letter of its own, digits come last', () => {
  expect(entrees('e')?.[0]).toEqual(['Électricien', ['/formations/cap-electricien-50025521/']]);
  expect(entrees('i')).toEqual([['Installations électriques', ['/formations/cap-electricien-50025521/']]]);
  expect([...ALPHABET.keys()]).toEqual(['e', 'i', 'p', 'chiffres']);
  expect(['b', 'chiffres'].map(nomDeLettre)).toEqual(['B', '0-9']);
});
