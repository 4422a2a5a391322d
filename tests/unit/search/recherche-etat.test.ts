import { describe, expect, test } from 'vitest';

import {
  cheminInterne,
  correspond,
  ecartDeNom,
  ecrireEtat,
  elargirRequete,
  lireEtat,
  nommeUnDiplome,
  nommeUneEcole,
  normaliserRequete,
} from '../../../src/components/recherche-etat.ts';
import { codesPossibles } from '../../../src/components/recherche-codes.ts';
import { phraseDeCodeSansPage, phraseDeStatut } from '../../../src/domain/phrases-recherche.ts';

describe('the address is the state', () => {
  test.each([
    ['', { q: '', filtres: {} }],
    ['?q=p%C3%A2tisserie&region=bretagne', { q: 'pâtisserie', filtres: { region: 'bretagne' } }],
    ['?q=cap&genre=&type=cap&inconnu=1', { q: 'cap', filtres: { type: 'cap' } }],
    ['?type=cap&tri=emploi', { q: '', filtres: { type: 'cap' }, tri: 'emploi' }],
    ['?q=cap&tri=toString', { q: 'cap', filtres: {} }],
  ])('reads %s', (search, state) => {
    expect(lireEtat(search)).toEqual(state);
  });

  test('a filter that is no slug is left out', () => {
    expect(lireEtat('?region=<script>').filtres).toEqual({});
  });

  test('writing then reading gives the same state', () => {
    const filtres = { genre: 'formation', domaine: 'lettres-et-arts' };
    const state = { q: "CAP & l'été", filtres, tri: 'formation' as const };
    expect(lireEtat(ecrireEtat(state))).toEqual(state);
    expect(ecrireEtat({ q: '  ', filtres: {} })).toBe('');
  });
});

test.each([
  ['50022137', ['50022137']],
  ['CFD:50022137', ['50022137']],
  ['cfd 50022137', ['50022137']],
  ['500 221 37', ['50022137']],
  ['56t25405', ['56T25405']],
  ['MEFSTAT11:32221022002', ['32221022002']],
  ['2221022002', ['2221022002', '02221022002']],
  ['1022107', ['1022107', '01022107']],
  ['RNCP 37537', ['RNCP37537']],
  ['37537', ['RNCP37537']],
  ['UAI 0350777e', ['0350777E']],
  ['350777E', ['0350777E']],
  ['cuisine', []],
  ['bac 2', []],
  ['50', []],
  ['../0350777E', []],
])('« %s » may be the codes %j', (typed, codes) => {
  expect(codesPossibles(typed)).toEqual(codes);
});

test.each([
  ["l'électricité", 'électricité'],
  ['Bourg-en-Bresse', 'Bourg en Bresse'],
  ['lycée St-Malo', 'lycée saint Malo'],
  ['Ste. Anne', 'sainte Anne'],
  ['bac ST2S', 'bac ST2S'],
  ['  bac   pro ', 'bac pro'],
  ['bac 2', 'bac 2'],
])('asks the index for « %s » as « %s »', (typed, asked) => {
  expect(normaliserRequete(typed)).toBe(asked);
});

test.each([
  ['Bac pro cuisne', true],
  ['BTS', true],
  ['lycée bac pro', false],
])('« %s » begins as the name of a course: %s', (asked, expected) => {
  expect(nommeUnDiplome(asked)).toBe(expected);
});

test.each([
  ['Lycée Pasteur', true],
  ['CFA du bâtiment', true],
  ['institut Lumière', true],
  ['cuisine en lycée', true],
  ['btp cfa toulouse', true],
  ['cuisine école', false],
  ['', false],
])('« %s » is said of a school: %s', (asked, expected) => {
  expect(nommeUneEcole(asked)).toBe(expected);
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

test('a code without a page is named', () => {
  expect(phraseDeCodeSansPage('50022999', 'FORGERON')).toContain('«\u00a0FORGERON\u00a0»');
  expect(phraseDeCodeSansPage('50022999', undefined)).toContain('50022999 existe');
});
