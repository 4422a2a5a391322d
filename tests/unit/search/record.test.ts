import { expect, test } from 'vitest';

import { toRecord } from '../../../src/search/record.ts';
import { sigles } from '../../../src/search/sigles.ts';
import { makeDocument } from './documents.ts';

test('a school becomes a record: its name and town in separate words, shown as they are, its region as a slug', () => {
  const record = toRecord(
    makeDocument({
      url: '/etablissements/0010001w/',
      genre: 'etablissement',
      titre: "Lycée Jeanne-d'Arc",
      precision: 'Lycée, Bourg-en-Bresse, Ain, Auvergne-Rhône-Alpes',
      codes: ['0010001W'],
      filtres: { genre: ['Établissements'], region: ['Auvergne-Rhône-Alpes'] },
    }),
  );
  expect(record.content).toBe('Lycée Jeanne d Arc. Lycée, Bourg en Bresse, Ain, Auvergne Rhône Alpes');
  expect(record.meta).toEqual({
    titre: "Lycée Jeanne-d'Arc",
    precision: 'Lycée, Bourg-en-Bresse, Ain, Auvergne-Rhône-Alpes',
    nom: 'Lycée Jeanne d Arc',
  });
  expect(record.filters).toEqual({ region: ['auvergne-rhone-alpes'] });
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
