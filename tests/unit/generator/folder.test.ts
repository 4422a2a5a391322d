import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import { generate } from '../../../src/generator/generate.ts';
import { KINDS } from '../../../src/pipeline/kinds.ts';
import { readRaw } from '../../../src/pipeline/reader/read-raw.ts';
import { recognise } from '../../../src/pipeline/reader/recognise.ts';
import { folder, read, readBcn, root, SEED, useFolder } from './raw-folder.ts';

useFolder();

const COMMITTED = join(import.meta.dirname, '../../../data/demo');

const bytesOf = (base: string): Map<string, string> =>
  new Map(readdirSync(base).map((name) => [name, readFileSync(join(base, name)).toString('base64')]));

describe('the folder', () => {
  test('the same seed gives the same bytes, which are those of data/demo', () => {
    const again = join(root, 'encore');
    generate({ out: again, seed: SEED });
    expect(bytesOf(again)).toEqual(bytesOf(folder));
    const committed = bytesOf(COMMITTED);
    const differing = [...bytesOf(folder)].filter(([name, bytes]) => committed.get(name) !== bytes);
    // `npm run generate` brings the committed folder up to date.
    expect(differing.map(([name]) => name)).toEqual([]);
    expect([...committed.keys()].sort()).toEqual(readdirSync(folder).sort());
  });

  test('another seed gives other figures for the same diplomas', () => {
    const other = join(root, 'deux');
    generate({ out: other, seed: 2 });
    const [first, second] = [bytesOf(folder), bytesOf(other)];
    expect(second.get('inserjeunes-national.csv')).not.toBe(first.get('inserjeunes-national.csv'));
    expect(second.get('acce_etablissements.csv')).not.toBe(first.get('acce_etablissements.csv'));
    expect(second.get('n_formation_diplome.csv')).toBe(first.get('n_formation_diplome.csv'));
  });

  test('it holds at most 8 MB', () => {
    const total = readdirSync(folder).reduce((sum, name) => sum + readFileSync(join(folder, name)).length, 0);
    expect(total).toBeLessThanOrEqual(8_000_000);
    expect(total).toBeGreaterThan(3_000_000);
  });

  test('every kind of file is there, and the mark of fiction besides', () => {
    const recognised = readdirSync(folder).map((name) => [name, recognise(name)] as const);
    const kinds = new Set(recognised.flatMap(([, found]) => ('kind' in found ? [found.kind] : [])));
    expect([...kinds].sort()).toEqual(KINDS.map(({ nom }) => nom).sort());
    const unknown = recognised.filter(([, found]) => 'ignore' in found).map(([name]) => name);
    expect(unknown).toEqual(['DONNEES-FICTIVES.txt']);
  });

  test('the reader finds no fault in it, and the encodings that are declared', async () => {
    const { fichiers } = await readRaw({ rawDir: folder, workDir: join(root, 'lecture') });
    const encodages = new Map(fichiers.map(({ fichier, encodage }) => [fichier, encodage]));
    expect(encodages.get('n_formation_diplome.csv')).toBe('Windows-1252');
    expect(encodages.get('acce_etablissements.csv')).toBe('ISO-8859-1');
    expect(encodages.get('fr-en-inserjeunes-cfa.csv')).toBe('UTF-8 BOM');
    const isInsersup = ({ kind }: { kind: string }): boolean => kind === 'insersup_open_data';
    const refused = fichiers
      .filter((file) => !isInsersup(file))
      .flatMap(({ lignes_refusees: lignes }) => Object.values(lignes));
    expect(refused.reduce((sum, count) => sum + count, 0)).toBe(10);
    expect(fichiers.find(isInsersup)?.lignes_refusees).toEqual({
      ventilation_non_retenue: 81,
      etablissement_non_retenu: 176,
      tous_diplomes_ensemble: 11,
    });
  });

  test('the notice says in French that nothing may be quoted', () => {
    const notice = readFileSync(join(folder, 'DONNEES-FICTIVES.txt'), 'utf8');
    expect(notice).toMatch(/NE JAMAIS CITER/);
    expect(notice).toMatch(/Tous les chiffres de ce dossier sont inventés/);
  });
});

describe('encodings', () => {
  const head = (name: string): string => readFileSync(join(folder, name)).subarray(0, 3).toString('hex');
  const isUtf8 = (name: string): boolean => {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(join(folder, name)));
      return true;
    } catch {
      return false;
    }
  };
  const hasC1 = (name: string): boolean =>
    readFileSync(join(folder, name)).some((byte) => byte >= 0x80 && byte <= 0x9f);

  test('n_formation_diplome is Windows-1252: not UTF-8, with bytes that ISO-8859-1 does not print', () => {
    expect([isUtf8('n_formation_diplome.csv'), hasC1('n_formation_diplome.csv')]).toEqual([false, true]);
    const [first] = readBcn('n_formation_diplome.csv', 'windows-1252').filter((row) => row.OBSERVATION !== '');
    expect(first?.OBSERVATION).toMatch(/œuvre jusqu’à/);
  });

  test.each(['acce_etablissements.csv', 'n_diplome_sise.csv'])('%s is ISO-8859-1', (name) => {
    expect([isUtf8(name), hasC1(name)]).toEqual([false, false]);
  });

  test.each([
    'fr-en-annuaire-education.csv',
    'fr-en-inserjeunes-cfa.csv',
    'fr-en-inserjeunes-lycee_pro-formation-fine.csv',
    'kit_apprentissage.csv',
    'v_formation_diplome.csv',
  ])('%s begins with a BOM', (name) => {
    expect(head(name)).toBe('efbbbf');
  });

  test.each(['inserjeunes-regional.csv', 'n_niveau_formation_diplome.csv', 'certif_info.csv'])(
    '%s has no BOM and is UTF-8',
    (name) => {
      expect(head(name)).not.toBe('efbbbf');
      expect(isUtf8(name)).toBe(true);
    },
  );

  test('line ends are those of each publisher', () => {
    const crlf = (name: string): boolean => readFileSync(join(folder, name), 'latin1').includes('\r\n');
    expect(crlf('fr-en-inserjeunes-cfa.csv')).toBe(true);
    expect(crlf('depp-2023-etablissements-2018_2019-pro.csv')).toBe(false);
  });

  test('v_formation_diplome holds raw quotes that nothing closes', () => {
    const lines = readFileSync(join(folder, 'v_formation_diplome.csv'), 'utf8').split('\n');
    expect(lines.filter((line) => line.split('"').length % 2 === 0).length).toBeGreaterThan(0);
    expect(lines.some((line) => line.includes('CONDUCTEUR ROUTIER "MARCHANDISES" (CAP)'))).toBe(true);
  });

  test('kit_apprentissage has a label on several lines', () => {
    const labels = read('kit_apprentissage.csv').map((row) => row['Intitulé diplôme (DEPP)'] ?? '');
    expect(labels.filter((label) => label.includes('\n'))).toHaveLength(1);
  });

  test('n_type_diplome_sise is cut by bars and has lost some accents', () => {
    const text = readFileSync(join(folder, 'n_type_diplome_sise.csv'), 'utf8');
    expect(text).toMatch(/^TYPE_DIPLOME_SISE\|CURSUS\|/);
    expect(text).toContain('\ufffd');
  });
});
