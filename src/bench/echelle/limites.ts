import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

import { Database } from '../../pipeline/database.ts';

/** What this machine can do at best with the same files, in the same run. */
export interface Limites {
  /** Seconds to write as many files of the same sizes, in the same folders. */
  ecriture: number;
  /** Seconds of DuckDB's plain `read_csv` over the same exports. */
  lecture: number;
}

/** Writes files of the sizes of those of `model` below `workDir`, one after the other, and removes them. Links count as files. */
export function mesurerEcriture(model: string, workDir: string): number {
  const files = readdirSync(model, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ target: join(workDir, relative(model, path)), size: statSync(path).size }));
  const bytes = Buffer.alloc(
    files.reduce((largest, { size }) => Math.max(largest, size), 0),
    'et après ? ',
  );
  const folders = new Set<string>();
  const start = performance.now();
  for (const { target, size } of files) {
    const folder = dirname(target);
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
    folders.add(folder);
    writeFileSync(target, bytes.subarray(0, size));
  }
  const seconds = (performance.now() - start) / 1000;
  rmSync(workDir, { recursive: true, force: true });
  return seconds;
}

/** Reads every CSV of a raw folder with DuckDB, all columns as text. */
export async function mesurerLecture(rawDir: string, workDir: string): Promise<number> {
  const paths = readdirSync(rawDir)
    .filter((name) => name.endsWith('.csv'))
    .map((name) => join(rawDir, name));
  const db = await Database.open(workDir);
  const start = performance.now();
  try {
    for (const path of paths) {
      const source = `read_csv('${path.replaceAll("'", "''")}', all_varchar = true, ignore_errors = true)`;
      await db.all(`select count(columns(*)) from ${source}`);
    }
  } finally {
    db.close();
    rmSync(workDir, { recursive: true, force: true });
  }
  return (performance.now() - start) / 1000;
}
