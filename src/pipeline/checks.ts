import { readdir } from 'node:fs/promises';

import type { Rapport } from '../domain/edition.ts';
import { readSql, type Database } from './database.ts';

const CHECKS_DIR = new URL('./sql/checks/', import.meta.url);

/**
 * Runs every file of `sql/checks`: each selects the offending rows, with one column `exemple`; its first comment is the sentence of the
 * report, in French. They are oddities of the sources: counted and shown, they never stop the build.
 */
export async function runChecks(db: Database): Promise<Rapport['anomalies']> {
  const files = (await readdir(CHECKS_DIR)).filter((file) => file.endsWith('.sql')).sort();
  const anomalies: Rapport['anomalies'] = [];
  for (const file of files) {
    const sql = await readSql(`checks/${file}`);
    const rows = await db.all<{ exemple: string }>(`select exemple from (${sql}) order by exemple`);
    const regle = /^-- (.+)$/m.exec(sql)?.[1] ?? file;
    if (rows[0] !== undefined) anomalies.push({ regle, nombre: rows.length, exemple: rows[0].exemple });
  }
  return anomalies;
}
