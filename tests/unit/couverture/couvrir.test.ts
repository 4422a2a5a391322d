import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { FICHIERS, SOMMAIRE } from '../domain/catalogue/fichiers-inventes.ts';

const SCRIPT = join(import.meta.dirname, '../../../scripts/coverage.ts');
const folder = mkdtempSync(join(tmpdir(), 'couverture-'));
const dist = join(folder, 'dist');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeAll(() => {
  for (const [name, text] of Object.entries({ ...FICHIERS, 'index.json': JSON.stringify(SOMMAIRE) })) {
    const path = join(dist, 'api/catalogue', name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
});

/** Runs the command as a person would; files in, files out. */
function run(...args: string[]): { code: number; stdout: string; stderr: string } {
  try {
    const stdout = execFileSync(process.execPath, [SCRIPT, ...args], { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
    return { code: 0, stdout, stderr: '' };
  } catch (error) {
    const { status, stdout, stderr } = error as { status: number; stdout: string; stderr: string };
    return { code: status, stdout, stderr };
  }
}
const write = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(folder, name), content);
  return name;
};

describe('npm run coverage', () => {
  test('prints the coverage by cause and writes the enriched catalogue', () => {
    const file = write('catalogue.csv', 'cfd;uai\n50000001;0350778F\n1022103;\n99999999;\n;\n');
    const { code, stdout } = run(file, '--dist', dist);
    expect(code).toBe(0);
    expect(stdout).toContain('4 lignes lues, 1 avec un chiffre publié.');
    expect(stdout).toMatch(/Chiffre de la formation dans la région +1 +25 %/);
    expect(stdout).toMatch(/Trop peu de jeunes pour publier un chiffre +1 +25 %/);
    expect(stdout).toContain('Ligne 4 : 99999999');
    const lines = readFileSync(join(folder, 'catalogue-enrichi.csv'), 'utf8').trimEnd().split('\n');
    expect(lines).toHaveLength(5);
    expect(lines[1]).toMatch(/^50000001;0350778F;chiffre_region;;sous_le_seuil;50000001;code;CAP Inventé;/);
  });

  test('reads Windows-1252 and writes UTF-8', () => {
    const file = write('ancien.csv', Buffer.from('cfd;libellé\r\n50000001;métiers\r\n', 'latin1'));
    expect(run(file, '--dist', dist, '--out', 'ancien-out.csv').stdout).toContain('Windows-1252');
    expect(readFileSync(join(folder, 'ancien-out.csv'), 'utf8')).toContain('50000001;métiers;chiffre_france');
  });

  test.each([
    [
      'rows too long',
      'cfd\n50000001;x\n5;6\n',
      /^long\.csv:2 : attendu 1 cellule par.*Que faire : .*\nlong\.csv:3 : attendu/,
    ],
    [
      'no column of codes',
      'titre\nCAP\n',
      /^long\.csv:1 : attendu une colonne de codes.*reçu la colonne « titre ».*Que faire/,
    ],
    ['an open quotation mark', 'cfd\n"5\n', /^long\.csv:2 : attendu .*guillemet ouvert.*Que faire/],
    ['an empty file', '', /^long\.csv : attendu .*reçu un fichier vide/],
  ])('%s: the fault is located, and nothing is written', (_, content, message) => {
    const file = write('long.csv', content);
    const { code, stderr } = run(file, '--dist', dist, '--out', 'long-out.csv');
    expect(code).toBe(1);
    expect(stderr.trim()).toMatch(message);
    expect(stderr).not.toContain('    at ');
    expect(existsSync(join(folder, 'long-out.csv'))).toBe(false);
    expect(readdirSync(folder).filter((name) => name.endsWith('.partiel'))).toEqual([]);
  });

  test('a file or a site that is not there, and an output that is the input, are refused', () => {
    const file = write('a.csv', 'cfd\n50000001\n');
    expect(run('absent.csv', '--dist', dist).stderr).toMatch(/^\s*absent\.csv : attendu un fichier CSV/);
    expect(run(file, '--dist', folder).stderr).toMatch(/attendu les fichiers d'un site construit.*npm run build/);
    expect(run(file, '--dist', dist, '--out', file).stderr).toContain('attendu un autre fichier');
    expect(run().stderr).toContain('expects one file');
    expect(readFileSync(join(folder, file), 'utf8')).toBe('cfd\n50000001\n');
  });
});
