import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { bilanDe, formatAFroid, formatBilan, type Essai } from '../../../src/bench/recherche/bilan.ts';
import { pagesAttendues, requetesSchema } from '../../../src/bench/recherche/requetes.ts';

const PAGES = [
  { url: '/formations/cap-cuisine-50022131/', titre: 'CAP Cuisine', codes: ['50022131', 'RNCP1'] },
  { url: '/formations/cap-cuisine-50022139/', titre: 'CAP Cuisine', codes: ['50022139', 'RNCP1'] },
  { url: '/regions/bretagne/', titre: 'Bretagne', codes: ['53'] },
];
const attendues = (...attendu: string[]): string[] => [...pagesAttendues({ attendu }, PAGES)];

describe('the pages that answer a request', () => {
  test('a title is its newest page, a code every page that holds it, an address itself', () => {
    expect(attendues('CAP Cuisine')).toEqual(['/formations/cap-cuisine-50022139/']);
    expect(attendues('code RNCP1')).toEqual(['/formations/cap-cuisine-50022131/', '/formations/cap-cuisine-50022139/']);
    expect(attendues('/regions/bretagne/')).toEqual(['/regions/bretagne/']);
  });

  test('what this edition does not have answers nothing', () => {
    expect(attendues('CAP Sirène', 'code 99999999', '/regions/atlantide/')).toEqual([]);
  });
});

test('there are 150 requests at least, each once, of every kind that people use', () => {
  const { requetes } = requetesSchema.parse(
    JSON.parse(readFileSync(join(import.meta.dirname, '../../search/queries.json'), 'utf8')),
  );
  expect(requetes.length).toBeGreaterThanOrEqual(150);
  expect(new Set(requetes.map(({ requete }) => requete)).size).toBe(requetes.length);
  expect(new Set(requetes.map(({ genre }) => genre)).size).toBe(8);
});

const anEssai = (rang: number | null, more: Partial<Essai> = {}): Essai => ({
  genre: 'nom',
  requete: `rang ${rang ?? 'aucun'}`,
  attendu: ['CAP Cuisine'],
  premiers: ['/formations/a/'],
  ms: 100,
  octets: 1000,
  rang,
  ...more,
});

test('the first place, the three first and the mean of inverse ranks are counted over all the requests', () => {
  const essais = [anEssai(1), anEssai(2, { ms: 300 }), anEssai(4, { octets: 5000 }), anEssai(null)];
  expect(bilanDe('nom', essais)).toEqual({
    genre: 'nom',
    nombre: 4,
    hit1: 0.25,
    hit3: 0.5,
    mrr: (1 + 1 / 2 + 1 / 4) / 4,
    ms: { p50: 100, p95: expect.any(Number) as number },
    octets: { p50: 1000, max: 5000 },
  });
});

test('the report has a line a kind, then the worst requests first, none of those that succeed', () => {
  const report = formatBilan([anEssai(1), anEssai(3), anEssai(null, { genre: 'faute' })]).split('\n');
  expect(report.filter((line) => line.startsWith('| '))).toHaveLength(5);
  expect(report.join('\n')).toContain('Heaviest: « ');
  expect(report.filter((line) => line.startsWith('- ')).map((line) => line.slice(2, 16))).toEqual(
    ['« rang aucun » ', '« rang 3 » (3),'].map((text) => text.slice(0, 14)),
  );
});

test('the bytes of first searches are told by kind, then for all', () => {
  const essais = [anEssai(1), anEssai(1), anEssai(2, { genre: 'code' })];
  expect(formatAFroid(essais, [100, 300, 50]).split('\n').slice(2)).toEqual([
    '| nom | 2 | 100 | 300 |',
    '| code | 1 | 50 | 50 |',
    '| all | 3 | 100 | 300 |',
  ]);
});
