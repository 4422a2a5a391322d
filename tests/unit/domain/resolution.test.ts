import { describe, expect, test } from 'vitest';

import { choisir, findPages } from '../../../src/domain/resolution.ts';
import { resolutionSchema, type PageTrouvee } from '../../../src/domain/ressources.ts';

const page = (code: string, absence?: PageTrouvee['absence']): PageTrouvee => ({
  genre: 'formation',
  code,
  titre: `CAP ${code}`,
  url: `/formations/${code}/`,
  json: `/formations/${code}.json`,
  csv: `/formations/${code}.csv`,
  ...(absence === undefined ? {} : { absence }),
});

/** Links `ancien → nouveaux`, and the codes that have a page. */
const find = (from: string, liens: Record<string, string[]>, pages: string[]): string[] =>
  findPages(from, {
    pageOf: (code) => (pages.includes(code) ? page(code) : undefined),
    nouveauxOf: (code) => (liens[code] ?? []).map((nouveau) => ({ code: nouveau, libelle: nouveau })),
  }).map(({ code }) => code);

describe('the pages that a diploma leads to (RULES § 10)', () => {
  test('its own page wins over its successors', () => expect(find('A', { A: ['B'] }, ['A', 'B'])).toEqual(['A']));
  test('else the first page down each line', () =>
    expect(find('A', { A: ['B'], B: ['C'], C: ['D'] }, ['C', 'D'])).toEqual(['C']));
  test('a diploma cut in two leads to both', () =>
    expect(find('A', { A: ['B', 'C'] }, ['B', 'C'])).toEqual(['B', 'C']));
  test('two lines that meet give one page', () =>
    expect(find('A', { A: ['B', 'C'], B: ['D'], C: ['D'] }, ['D'])).toEqual(['D']));
  test('links that turn round end', () => expect(find('A', { A: ['B'], B: ['A'] }, [])).toEqual([]));
});

describe('what is answered', () => {
  test('one page, with its own reason', () =>
    expect(choisir([page('A', 'sous_le_seuil')], 'code', 'hors_dispositif')).toEqual({
      chemin: 'code',
      page: page('A', 'sous_le_seuil'),
      absence: 'sous_le_seuil',
    }));
  test('the same page twice is one page', () =>
    expect(choisir([page('A'), page('A')], 'fiche_rncp', 'hors_dispositif')).toEqual({
      chemin: 'fiche_rncp',
      page: page('A'),
    }));
  test('several pages are listed without choosing', () =>
    expect(choisir([page('A'), page('B')], 'succession', 'hors_dispositif')).toEqual({
      chemin: 'succession',
      candidats: [page('A'), page('B')],
      absence: 'plusieurs_formations_possibles',
    }));
  test('no page: the reason that is given', () =>
    expect(choisir([], 'code', 'pas_encore_publiee')).toEqual({ absence: 'pas_encore_publiee' }));
});

describe('the schema refuses', () => {
  const base = { edition: 'Édition', code: '50022190', type: 'cfd', anciens: [], nouveaux: [] };
  test.each([
    ['no page and no reason', base],
    ['a code that could name another folder', { ...base, code: '../../index', absence: 'code_inconnu' }],
    ['candidates without the reason', { ...base, candidats: [page('A'), page('B')] }],
    ['one candidate', { ...base, candidats: [page('A')], absence: 'plusieurs_formations_possibles' }],
  ])('%s', (_, value) => expect(resolutionSchema.safeParse(value).success).toBe(false));
  test('and takes a page', () => expect(resolutionSchema.safeParse({ ...base, page: page('A') }).success).toBe(true));
});
