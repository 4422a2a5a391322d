import { describe, expect, test } from 'vitest';

import { codeVariants, sigles, toRecord } from '../../../src/search/record.ts';
import { makeDocument } from './documents.ts';

describe('a page becomes a record', () => {
  const record = toRecord(
    makeDocument({
      url: '/formations/bac-pro-metiers-de-l-electricite-40025510/',
      titre: "Bac pro Métiers de l'électricité",
      precision: 'Baccalauréat professionnel',
      mots: ["METIERS DE L'ELECTRICITE (BAC PRO)", 'Mécanique, électricité, électronique'],
      codes: ['40025510', '01022103', 'RNCP38878'],
      filtres: {
        type: ['Bac pro'],
        domaine: ['Mécanique, électricité, électronique'],
        region: ['Grand Est', "Provence-Alpes-Côte d'Azur"],
      },
    }),
  );

  test('its words hold the title, the old and official names and every writing of its codes', () => {
    for (const word of [
      'Métiers de l électricité',
      'METIERS DE L ELECTRICITE',
      '40025510',
      '1022103',
      'RNCP38878',
      '38878',
    ]) {
      expect(record.content).toContain(word);
    }
  });

  test('the name of its domain is a filter, not a word of the page', () => {
    expect(record.content).not.toContain('électronique');
    expect(record.filters.domaine).toEqual(['mecanique-electricite-electronique']);
  });

  test('filters are slugs and hold the genre', () => {
    expect(record.filters).toMatchObject({
      genre: ['formation'],
      type: ['bac-pro'],
      region: ['grand-est', 'provence-alpes-cote-d-azur'],
    });
  });

  test('the title is shown as it is and searched in separate words', () => {
    expect(record.meta).toMatchObject({
      titre: "Bac pro Métiers de l'électricité",
      nom: 'Bac pro Métiers de l électricité',
    });
    expect(record.url).toBe('/formations/bac-pro-metiers-de-l-electricite-40025510/');
    expect(record.language).toBe('fr');
  });
});

test.each([
  ['50022137', ['50022137']],
  ['01022103', ['01022103', '1022103']],
  ['0010001W', ['0010001W', '10001W']],
  ['RNCP37537', ['RNCP37537', '37537']],
  ['CFD:50022137', ['50022137']],
  ['00', ['00']],
])('the code %s is found as %j', (code, expected) => {
  expect(codeVariants(code)).toEqual(expected);
});

test.each([
  ['BTS Management commercial opérationnel', ['MANAGEMENT COMMERCIAL OPERATIONNEL (BTS)'], 'BTS', ['MCO']],
  ['Bac pro Accompagnement, soins et services à la personne', [], 'Bac pro', ['ASSP']],
  ['BTS Services informatiques aux organisations option B solutions', [], 'BTS', ['SIO']],
  ['Bac pro Assistance', ['Bac pro Gestion-administration'], 'Bac pro', ['GA']],
  ['CAP Boulanger', ['BOULANGER (CAP)', 'Alimentation'], 'CAP', []],
  ['Master Géographie et aménagement', [], 'Master', []],
])('the acronyms of %s, also named %j, are those of its names', (titre, mots, type, expected) => {
  expect(sigles(makeDocument({ titre, mots, filtres: { type: [type] } }))).toEqual(expected);
});
