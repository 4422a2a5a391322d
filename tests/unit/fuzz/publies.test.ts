import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { afterEach, expect, test } from 'vitest';

import { relire } from '../../../src/fuzz/publies.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function fautesDe(files: Record<string, string>): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'publies-'));
  folders.push(folder);
  for (const [nom, texte] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, nom)), { recursive: true });
    writeFileSync(join(folder, nom), texte);
  }
  return relire(folder).fautes;
}

const fiche = (eleves: number): string =>
  JSON.stringify({
    fiches: [{ maille: 'nationale', millesime: '2023', code_certification: 'A', parts: null, nb_annee_term: eleves }],
  });

test('a sound tree has nothing to say', () => {
  expect(fautesDe({ 'a.json': fiche(40), 'b/c.json': fiche(40), 'd.csv': "nom;nb\n'=1+1;-4\nÉté ☂;+7\n" })).toEqual([]);
});

test('two files that give one record two figures', () => {
  expect(fautesDe({ 'a.json': fiche(40), 'b.json': fiche(41) })).toEqual([
    expect.stringContaining('nb_annee_term is 41, and 40 elsewhere'),
  ]);
});

test.each(['=1+1', '@SUM(1)', '-2+3', '+cmd'])('a cell that a spreadsheet runs: %s', (cell) => {
  expect(fautesDe({ 'a.csv': `nom;nb\n${cell};4\n` })).toEqual([expect.stringContaining('a spreadsheet runs')]);
});

test.each(['\u202e', '\u200b', '\u0000', '\ufeff', '\u0007'])('a mark that nobody sees', (mark) => {
  expect(fautesDe({ 'a.json': JSON.stringify({ nom: `CAP${mark}` }) })).toHaveLength(1);
  expect(fautesDe({ 'a.csv': `nom;nb\nCAP${mark};4\n` })).toHaveLength(1);
});

test('a name of file that a text of the exports made', () => {
  expect(fautesDe({ 'formations/a b.json': '{}' })).toEqual([expect.stringContaining('not a name for an address')]);
});
