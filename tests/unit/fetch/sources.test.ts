import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { adresseDExport, BASES, SOURCES_API, SOURCES_MANUELLES, SOURCES_OUVERTES } from '../../../src/fetch/sources.ts';
import { KINDS } from '../../../src/pipeline/kinds.ts';
import { recognise } from '../../../src/pipeline/reader/recognise.ts';

const ALL = [...SOURCES_OUVERTES, ...SOURCES_API, ...SOURCES_MANUELLES];

test.each(ALL.map(({ fichier, kind }) => [fichier, kind]))('%s is what the reader takes for %s', (fichier, kind) => {
  expect(recognise(fichier.replace('AAAA_AAAA', '2018_2019'))).toEqual({ kind });
});

test('every kind of file that the reader knows is fetched, or listed among those to be put by hand', () => {
  expect(KINDS.map(({ nom }) => nom).filter((nom) => !ALL.some(({ kind }) => kind === nom))).toEqual([]);
});

test('the addresses are those of the exports of Explore 2.1, lists joined as the reader reads them', () => {
  expect(SOURCES_OUVERTES.map((source) => adresseDExport(source, BASES)).at(-1)).toBe(
    'https://data.enseignementsup-recherche.gouv.fr/api/explore/v2.1/catalog/datasets/fr-esr-insersup/exports/csv?delimiter=%3B&list_separator=%2C&with_bom=true&use_labels=false&lang=fr&timezone=Europe%2FParis',
  );
});

test('secrets go encrypted', () => {
  expect(Object.values<string>({ ...BASES }).filter((base) => !base.startsWith('https://'))).toEqual([]);
});

test('neither the exports nor a file of passwords is ever committed', () => {
  const ignored = readFileSync(join(import.meta.dirname, '../../../.gitignore'), 'utf8').split('\n');
  expect(ignored).toEqual(expect.arrayContaining(['data/raw/*', '.env', '.env.*']));
});
