import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { DataError } from '../../src/lib/errors.ts';
import {
  build,
  CASES_DIR,
  listFiles,
  NOMENCLATURES_DIR,
  readJson,
  readTables,
  temporaryFolder,
} from './build-folder.ts';

/**
 * A folder is a test: `cases/<situation>/raw` holds a few hand-made lines, `expected` the files that they must give, JSON pretty-printed and
 * others as they are, or `error.txt`, the whole message of the refusal, or `tables/{name}.json`, the rows of a table of `src/pipeline/sql`, for a
 * rule that no page shows in full. The reference tables of `cases/_nomenclatures` are added, unless the case has its own.
 *
 * To add a case: write `raw` and `case.json`, create an empty file in `expected` for each output to compare, then run with `UPDATE=1`, which
 * rewrites the expected files of every case, and check each number by hand against the rule.
 */
interface Case {
  /** The rule, as a sentence: title of the test. */
  titre: string;
  /** Files that must not be written. */
  absents?: string[];
  /** Why the case fails today although what it expects is right. Its expected files are written by hand. */
  echoue?: string;
}

const UPDATE = process.env.UPDATE === '1';
if (UPDATE && process.env.CI !== undefined) throw new Error('UPDATE=1 is refused on CI: goldens are reviewed as code');

const situations = readdirSync(CASES_DIR).filter((name) => !name.startsWith('_'));

describe.each(situations)('%s', (situation) => {
  const caseDir = join(CASES_DIR, situation);
  const { titre, absents = [], echoue } = JSON.parse(readFileSync(join(caseDir, 'case.json'), 'utf8')) as Case;
  const run = echoue === undefined ? test : test.fails;

  run(titre, async () => {
    const expectedDir = join(caseDir, 'expected');
    const goldens = listFiles(expectedDir);
    expect(goldens, 'a case without expected file checks nothing').not.toEqual([]);
    const outcome = await buildCase(caseDir, goldens);
    for (const golden of goldens) {
      const received = outcome(golden);
      expect(received, `${golden} is expected`).not.toBe(NOT_WRITTEN);
      if (UPDATE && echoue === undefined) writeFileSync(join(expectedDir, golden), received);
      else expect(received, golden).toBe(readFileSync(join(expectedDir, golden), 'utf8'));
    }
    for (const path of absents) expect(outcome(path), path).toBe(NOT_WRITTEN);
  });
});

/** Schemas and OpenAPI have the keys of their standards: ours begin with `x-` there (docs/decisions/0014). */
const markOf = (path: string): string =>
  /^api\/(?:schemas\/\w+|openapi)\.json$/.test(path) ? 'x-donnees_fictives' : 'donnees_fictives';

test.each(['donnees-fictives', 'niveaux'])(
  '%s: every written file says that its figures are fictional, or none does',
  async (situation) => {
    const rawDir = rawFolderOf(join(CASES_DIR, situation));
    const { outDir } = await build(rawDir);
    const files = listFiles(outDir).filter((path) => path.endsWith('.json'));
    expect(files.length).toBeGreaterThan(30);
    const marked = files.filter(
      (path) => (readJson(outDir, path) as Partial<Record<string, unknown>>)[markOf(path)] === true,
    );
    expect(marked).toEqual(existsSync(join(rawDir, 'DONNEES-FICTIVES.txt')) ? files : []);
  },
);

/** A golden that holds the rows of a table. */
const TABLE = /^tables\/(\w+)\.json$/;

const NOT_WRITTEN = '(not written)\n';

/** A copy of the raw files of a case, with the common reference tables that it does not have. */
function rawFolderOf(caseDir: string): string {
  const rawDir = temporaryFolder();
  cpSync(NOMENCLATURES_DIR, rawDir, { recursive: true });
  cpSync(join(caseDir, 'raw'), rawDir, { recursive: true });
  return rawDir;
}

/** Builds one case. What it gives is asked for by the name of the expected file. */
async function buildCase(caseDir: string, goldens: readonly string[]): Promise<(path: string) => string> {
  const rawDir = rawFolderOf(caseDir);
  try {
    const { outDir } = await build(rawDir);
    const own = new Set(readdirSync(join(caseDir, 'raw')));
    const names = goldens.flatMap((path) => TABLE.exec(path)?.[1] ?? []);
    const tables = names.length === 0 ? undefined : await readTables(rawDir, names);
    return (path) => {
      const table = tables?.get(TABLE.exec(path)?.[1] ?? '');
      if (table !== undefined) return lineByLine(table);
      if (!existsSync(join(outDir, path))) return NOT_WRITTEN;
      if (!path.endsWith('.json')) return readFileSync(join(outDir, path), 'utf8');
      const value = readJson(outDir, path);
      // The fingerprint of every file of the edition: it would change with each of them.
      if (path === 'index.json') return pretty({ ...(value as object), empreinte: undefined });
      return pretty(path === 'rapport.json' ? ofOwnFiles(value as Rapport, own) : value);
    };
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    const message = `${error.message.replaceAll(rawDir, '<raw>')}\n`;
    return (path) => (path === 'error.txt' ? message : NOT_WRITTEN);
  }
}

/** One row a line, so that a table can be read as a table. */
const lineByLine = (rows: readonly unknown[]): string =>
  `[\n${rows.map((row) => `  ${JSON.stringify(row)}`).join(',\n')}\n]\n`;

const pretty = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;

interface Rapport {
  sources: { fichier: string; octets?: number; sha256?: string }[];
  secret: { verification: Partial<Record<'fichiers' | 'fiches' | 'sommes' | 'inconnues' | 'equations', number>> };
}

/**
 * The report without the common reference tables, the size and fingerprint of files, nor how much was read back: a golden shows what the case is
 * about.
 */
function ofOwnFiles(rapport: Rapport, own: ReadonlySet<string>): Rapport {
  const sources = rapport.sources
    .filter(({ fichier }) => own.has(fichier))
    .map(({ octets, sha256, ...source }) => source);
  const { fichiers, fiches, sommes, inconnues, equations, ...verification } = rapport.secret.verification;
  return { ...rapport, sources, secret: { ...rapport.secret, verification } };
}
