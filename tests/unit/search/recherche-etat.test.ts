import { describe, expect, test } from 'vitest';

import {
  cheminInterne,
  correspond,
  ecartDeNom,
  ecrireEtat,
  elargirRequete,
  lireEtat,
  normaliserRequete,
  phraseDeStatut,
} from '../../../src/components/recherche-etat.ts';

describe('the address is the state', () => {
  test.each([
    ['', { q: '', filtres: {} }],
    ['?q=p%C3%A2tisserie&region=bretagne', { q: 'pâtisserie', filtres: { region: 'bretagne' } }],
    ['?q=cap&genre=&type=cap&inconnu=1', { q: 'cap', filtres: { type: 'cap' } }],
  ])('reads %s', (search, state) => {
    expect(lireEtat(search)).toEqual(state);
  });

  test('a filter that is no slug is left out', () => {
    expect(lireEtat('?region=<script>').filtres).toEqual({});
  });

  test('writing then reading gives the same state', () => {
    const state = { q: "CAP & l'été", filtres: { genre: 'formation', domaine: 'lettres-et-arts' } };
    expect(lireEtat(ecrireEtat(state))).toEqual(state);
    expect(ecrireEtat({ q: '  ', filtres: {} })).toBe('');
  });
});

test.each([
  ['CFD:50022137', '50022137'],
  ['cfd 50022137', '50022137'],
  ['MEFSTAT11:32221022002', '32221022002'],
  ['500 221 37', '50022137'],
  ['RNCP 37537', 'RNCP37537'],
  ['0010001w', '0010001w'],
  ["l'électricité", 'électricité'],
  ['Bourg-en-Bresse', 'Bourg en Bresse'],
  ['  bac   pro ', 'bac pro'],
  ['bac 2', 'bac 2'],
])('asks the index for « %s » as « %s »', (typed, asked) => {
  expect(normaliserRequete(typed)).toBe(asked);
});

test.each([
  ['coiffeur', ['coiff']],
  ['bts cuisine', ['bts cuisi', 'cuisine', 'cuisi']],
  ['cap', []],
  ['50022137', []],
])('widens « %s » into %j', (asked, wider) => {
  expect(elargirRequete(asked)).toEqual(wider);
});

test.each([
  ['patisserie', 'CAP Pâtisserie', true],
  ['boulangère', 'MC Boulangerie', true],
  ['bts mco', 'BTS Management. MCO', true],
  ['631243J', 'CAP 6 ans', false],
  ['menuisrie', 'Mention complémentaire', false],
])('« %s » is plausible in « %s »: %s', (asked, content, expected) => {
  expect(correspond(asked, content)).toBe(expected);
});

test.each([
  ['bretagne', 'Bretagne', 0],
  ['cuisine', 'CAP Cuisine', 1],
  ['gestion administration', 'Bac pro Gestion-administration', 1],
  ['cuisine', 'CAP Commis de cuisine', 2],
  ['cuisine', 'Cuisine et service', 2],
] as const)('« %s » is at %s steps of « %s »', (asked, title, distance) => {
  expect(ecartDeNom(asked, title)).toBe(distance);
});

test.each([
  [0, 0, 'zut', 'Aucun résultat pour «\u00a0zut\u00a0».'],
  [1, 0, 'cap', '1\u00a0résultat pour «\u00a0cap\u00a0».'],
  [1234, 0, '', '1\u202f234\u00a0résultats.'],
  [1, 46, 'coiffeur', '1\u00a0résultat pour «\u00a0coiffeur\u00a0», puis 46\u00a0résultats proches.'],
  [0, 1, 'x', 'Aucun résultat exact pour «\u00a0x\u00a0»\u202f; 1\u00a0résultat proche.'],
])('%i exact and %i near answers to « %s » are announced', (exact, near, asked, sentence) => {
  expect(phraseDeStatut(exact, near, asked)).toBe(sentence);
});

test.each([
  ['/formations/cap-boulanger-50022137/', true],
  ['//example.org/', false],
  ['javascript:alert(1)', false],
  ['https://example.org/', false],
  ['/a"onclick=', false],
])('%s becomes a link: %s', (url, isLink) => {
  expect(cheminInterne(url)).toBe(isLink ? url : null);
});
