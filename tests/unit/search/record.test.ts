import { expect, test } from 'vitest';

import { lireLesMots } from '../../../src/lib/mots-marques.ts';
import { toRecord } from '../../../src/search/record.ts';
import { sigles } from '../../../src/search/sigles.ts';
import { makeDocument } from './documents.ts';

const school = (titre: string, precision = '') =>
  makeDocument({ url: '/etablissements/0010001w/', genre: 'etablissement', titre, precision });

test('a school becomes a record: its words apart and read back as they were, its region as a slug', () => {
  const titre = "Lycée Jeanne-d'Arc";
  const precision = 'Lycée, Bourg-en-Bresse, Ain, Auvergne-Rhône-Alpes';
  const filtres = { genre: ['Établissements'], region: ['Auvergne-Rhône-Alpes'] };
  const record = toRecord({ ...school(titre, precision), filtres });
  expect(record.meta.nom.split(/\s/)).toEqual(['Lycée', 'Jeanne-', "d'", 'Arc']);
  expect(record.content.split(/\s/).slice(1, 4)).toEqual(['Bourg-', 'en-', 'Bresse,']);
  expect(lireLesMots(record.meta.nom)).toBe(titre);
  // Pagefind makes plain spaces of the marks of a text.
  expect(lireLesMots(record.content.replace(/\s/g, ' '))).toBe(precision);
  expect(record.filters).toEqual({ region: ['auvergne-rhone-alpes'] });
});

test.each([
  ['Lycée Henri IV - annexe', 'Lycée Henri IV - annexe'],
  ['Organisme de formation- Antenne', 'Organisme de formation-Antenne'],
])('a hyphen with a space before it stays: « %s »', (titre, expected) => {
  expect(lireLesMots(toRecord(school(titre)).meta.nom)).toBe(expected);
});

test('a school that nothing places is a page like the others', () => {
  expect(toRecord(school('Lycée X')).content).toBe('Établissement');
});

test.each([
  ['Maison Familiale Rurale de Plabennec', 'MFR'],
  ["Organisme de formation-Centre de formation d'apprentis MAISON FAMILIALE RURALE DE BALAN", 'MFR CFA'],
  ['Lycée Pasteur', undefined],
])('the abbreviations of « %s » are words of its record: %s', (titre, sigles) => {
  expect(toRecord(school(titre)).meta.sigles).toBe(sigles);
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
