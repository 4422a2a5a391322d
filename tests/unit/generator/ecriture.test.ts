import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { encode, MARQUE_DE_FICTION, writeFolder } from '../../../src/generator/ecriture.ts';
import { type FichierBrut, plain, quoted, textQuoted, withDecimal } from '../../../src/generator/fichier-brut.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ecriture-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const fichier = (nom: string, habits: Partial<FichierBrut> = {}): FichierBrut => ({
  nom,
  encodage: 'utf-8',
  finDeLigne: '\n',
  lignes: () => ['é', 'b'],
  ...habits,
});

test.each([
  ['utf-8', 'c3a9'],
  ['iso-8859-1', 'e9'],
  ['windows-1252', 'e9'],
] as const)('é in %s is %s', (encodage, hex) => {
  expect(encode('é', encodage).toString('hex')).toBe(hex);
});

test('œ, ’ and … are bytes of Windows-1252 that ISO-8859-1 has not', () => {
  expect(encode('œ’…', 'windows-1252').toString('hex')).toBe('9c9285');
  expect(() => encode('œ', 'iso-8859-1')).toThrow('iso-8859-1 has no byte for "œ"');
});

test('a file begins with its BOM and ends its lines as declared', () => {
  writeFolder(folder, [fichier('a.csv', { encodage: 'utf-8-bom', finDeLigne: '\r\n' })]);
  expect(readFileSync(join(folder, 'a.csv')).toString('hex')).toBe('efbbbfc3a90d0a620d0a');
});

test('sizes are those of the files, even when a file is longer than one block', () => {
  const lignes = () => Array<string>(20_000).fill('élève');
  const sizes = writeFolder(folder, [fichier('long.csv', { lignes })]);
  expect(sizes.get('long.csv')).toBe(160_000);
  expect(readFileSync(join(folder, 'long.csv'))).toHaveLength(160_000);
});

test('a folder of real exports is never emptied', () => {
  writeFileSync(join(folder, 'inserjeunes-national.csv'), 'millesime');
  expect(() => writeFolder(folder, [fichier('a.csv')])).toThrow('is not a folder of demonstration data');
  expect(readdirSync(folder)).toEqual(['inserjeunes-national.csv']);
});

test('files that an earlier version left in a demonstration folder are removed', () => {
  writeFolder(folder, [fichier(MARQUE_DE_FICTION), fichier('ancien.csv')]);
  writeFolder(folder, [fichier(MARQUE_DE_FICTION), fichier('nouveau.csv')]);
  expect(readdirSync(folder).sort()).toEqual([MARQUE_DE_FICTION, 'nouveau.csv']);
});

test('each publisher quotes in its own way', () => {
  const cells = ['CONDUCTEUR "A"', 12, null];
  expect(plain(cells)).toBe('CONDUCTEUR "A";12;');
  expect(quoted(cells)).toBe('"CONDUCTEUR ""A""";12;');
  expect(textQuoted(['Lycée', 12, null])).toBe('"Lycée";12;');
  expect([withDecimal(30), withDecimal(null)]).toEqual(['30.0', '']);
});

test('a cell that would break a file without quotes is a mistake of the generator', () => {
  expect(() => plain(['a;b'])).toThrow('cell needs quotes: a;b');
});
