import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { afterAll, describe, expect, inject, test } from 'vitest';

import type { LignesACopier } from '../../src/domain/fichiers/lignes-a-copier.ts';
import type { Reference } from '../../src/domain/fichiers/reference.ts';
import { ADRESSE_PAR_DEFAUT } from '../../src/domain/textes/donnees.ts';
import type { PageDeTexte } from '../../src/domain/textes/page-de-texte.ts';
import { Database } from '../../src/pipeline/database.ts';

/** Every line to copy of the pages « API », « Données » and « Venir de l'ancienne API », run as it is, but for the address of the site. */
const siteDir = inject('siteDir');
const siteUrl = inject('siteUrl');
const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'exemples-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Exemple {
  page: string;
  langage: string;
  titre: string;
  texte: string;
}
const readJson = (path: string): unknown => JSON.parse(readFileSync(join(siteDir, path), 'utf8'));
const reference: Exemple[] = (readJson('donnees/api.json') as Reference).code.map((lignes) => ({
  page: 'api',
  ...lignes,
}));
const dansUnePage = (page: string): Exemple[] =>
  (readJson(`${page}.json`) as PageDeTexte).sections.flatMap(({ blocs }) =>
    blocs.flatMap((bloc) => (bloc.genre === 'code' && bloc.langage !== 'text' ? [{ page, ...bloc }] : [])),
  );
const exemples = [...reference, ...dansUnePage('donnees'), ...dansUnePage('donnees/ancienne-api')];

const COMMANDES: Record<Exclude<LignesACopier['langage'], 'sql'>, [programme: string, ...options: string[]]> = {
  bash: ['bash', '-c'],
  js: [process.execPath, '--input-type=module', '--eval'],
  python: ['python3', '-c'],
  r: ['Rscript', '-e'],
};
const isKnown = (langage: string): langage is keyof typeof COMMANDES => Object.hasOwn(COMMANDES, langage);
const estLa = (programme: string): boolean => spawnSync(programme, ['--version']).error === undefined;

/** What the example prints, or the size of the file that it saves. DuckDB has no network here: it reads the file that the address leads to. */
async function executer({ langage, texte }: Exemple): Promise<string> {
  if (langage === 'sql') {
    const db = await Database.open(mkdtempSync(join(folder, 'duckdb-')));
    try {
      const rows = await db.all(texte.replaceAll(ADRESSE_PAR_DEFAUT, siteDir));
      return rows.map((row) => JSON.stringify(row)).join('\n');
    } finally {
      db.close();
    }
  }
  if (!isKnown(langage)) throw new Error(`no program for ${langage}`);
  const [programme, ...options] = COMMANDES[langage];
  const cwd = mkdtempSync(join(folder, 'travail-'));
  const { stdout } = await run(programme, [...options, texte.replaceAll(ADRESSE_PAR_DEFAUT, siteUrl)], { cwd });
  return (
    stdout +
    readdirSync(cwd)
      .map((name) => readFileSync(join(cwd, name), 'utf8'))
      .join('\n')
  );
}

test('there is an example in each language', () => {
  expect(new Set(reference.map(({ langage }) => langage))).toEqual(new Set([...Object.keys(COMMANDES), 'sql']));
  expect(exemples.every(({ texte }) => texte.includes(ADRESSE_PAR_DEFAUT))).toBe(true);
});

describe('an example that a reader copies', () => {
  for (const exemple of exemples) {
    const { page, langage, titre } = exemple;
    const programme = isKnown(langage) ? COMMANDES[langage][0] : undefined;
    const absent = programme !== undefined && !estLa(programme);
    if (absent) console.warn(`skipped, ${programme} is not installed: /${page}/, ${titre}`);
    test.skipIf(absent)(`/${page}/, ${titre}: runs and prints data`, async () => {
      const printed = await executer(exemple);
      expect(printed.length).toBeGreaterThan(200);
      expect(printed).not.toMatch(/\bundefined\b|\bNaN\b|Traceback|<!doctype/);
    });
  }

  test('says the same in JavaScript and in Python: one line for each record', async () => {
    const printed = await Promise.all(
      ['js', 'python'].map(async (langage) => {
        const exemple = reference.find((autre) => autre.langage === langage);
        return exemple === undefined || !estLa('python3') ? '' : executer(exemple);
      }),
    );
    const [js = [], python = []] = printed.map((text) => text.trim().split('\n'));
    if (estLa('python3')) expect(js.length).toBe(python.length);
    expect(js.length).toBeGreaterThan(10);
  });
});
