import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';

import { afterAll } from 'vitest';

import type { BuildDataOptions } from '../../src/pipeline/build.ts';
import { buildData, computeTables, type BuildDataResult } from '../../src/pipeline/build.ts';
import { Database, type Row } from '../../src/pipeline/database.ts';
import { fileEffects } from '../../src/pipeline/effects.ts';
import { readRaw } from '../../src/pipeline/reader/read-raw.ts';

/** The only clock of every build of these tests. */
export const TODAY = '2026-11-24';

export const CASES_DIR = join(import.meta.dirname, 'cases');
export const NOMENCLATURES_DIR = join(CASES_DIR, '_nomenclatures');

const folders: string[] = [];

afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A new empty folder under the system's temporary one, removed after the tests of the file. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'pipeline-'));
  folders.push(folder);
  return folder;
}

/** Text of each file of a raw folder by name; a list is a list of lines. */
export type Files = Record<string, string | readonly string[] | Uint8Array>;

export function writeFiles(folder: string, files: Files): void {
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content instanceof Array ? `${content.join('\n')}\n` : content);
  }
}

/** A raw folder with these files and the common reference tables, except those that the files replace. */
export function rawFolder(files: Files): string {
  const folder = temporaryFolder();
  cpSync(NOMENCLATURES_DIR, folder, { recursive: true });
  writeFiles(folder, files);
  return folder;
}

export interface Build extends BuildDataResult {
  outDir: string;
}

/** Runs the data step on a raw folder, into a new folder. */
export async function build(rawDir: string, options: Pick<BuildDataOptions, 'api' | 'formerDir'> = {}): Promise<Build> {
  const outDir = temporaryFolder();
  const effects = fileEffects(outDir, () => undefined);
  const workDir = join(temporaryFolder(), 'travail');
  const result = await buildData({ rawDir, workDir, today: TODAY, ...options }, effects);
  return { ...result, outDir };
}

/** The rows of some tables that the SQL files make from a raw folder, in the order of their columns; an unknown value is no key. */
export async function readTables(rawDir: string, names: readonly string[]): Promise<Map<string, Row[]>> {
  const workDir = temporaryFolder();
  const db = await Database.open(join(workDir, 'duckdb'));
  try {
    await computeTables(db, await readRaw({ rawDir, workDir }), TODAY);
    const tables = new Map<string, Row[]>();
    for (const name of names) {
      const rows = await db.all(`select * from ${name} order by all`);
      tables.set(
        name,
        rows.map((row) => Object.fromEntries(Object.entries(row).filter(([, cell]) => cell !== null))),
      );
    }
    return tables;
  } finally {
    db.close();
  }
}

/** Paths of every file below a folder, relative to it and sorted. */
export function listFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}

/** Every file below a folder: path → text (Parquet and ZIP: one character a byte). Two folders are identical when their trees are equal. */
export function readTree(folder: string): Map<string, string> {
  const encodingOf = (path: string): 'latin1' | 'utf8' => (/\.(?:parquet|zip)$/.test(path) ? 'latin1' : 'utf8');
  return new Map(listFiles(folder).map((path) => [path, readFileSync(join(folder, path), encodingOf(path))]));
}

/** One written JSON file. */
export function readJson(folder: string, path: string): unknown {
  return JSON.parse(readFileSync(join(folder, path), 'utf8'));
}
