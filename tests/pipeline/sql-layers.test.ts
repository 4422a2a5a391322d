import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { Database } from '../../src/pipeline/database.ts';
import { STAGES } from '../../src/pipeline/stages.ts';
import { temporaryFolder } from './build-folder.ts';

const SQL_DIR = join(import.meta.dirname, '../../src/pipeline/sql');
/** Run once before every stage; makes no table. */
const MACROS = 'macros.sql';

const files = readdirSync(SQL_DIR, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.sql'));
const queries = files.filter((file) => file !== MACROS).sort();
const textOf = (file: string): string => readFileSync(join(SQL_DIR, file), 'utf8');
/** Without comments and quoted texts: what is left is SQL words and names. */
const codeOf = (sql: string): string => sql.replace(/--.*$/gm, '').replace(/'(?:[^']|'')*'/g, "''");

/** A node of DuckDB's own reading of a query (`json_serialize_sql`). */
type Node = Record<string, unknown>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

/** Tables that a query reads, with their schema when it is written, less the queries that it names itself (`with …`). */
function tablesOf(tree: unknown): Set<string> {
  const tables = new Set<string>();
  const named = new Set<string>();
  const visit = (value: unknown): void => {
    if (!isNode(value)) return;
    if (value.type === 'BASE_TABLE') {
      const { schema_name: schema, table_name: table } = value as Record<string, string>;
      tables.add(schema ? `${schema}.${table ?? ''}` : (table ?? ''));
    }
    if (isNode(value.cte_map)) for (const { key } of value.cte_map.map as { key: string }[]) named.add(key);
    Object.values(value).forEach(visit);
  };
  visit(tree);
  return new Set([...tables].filter((table) => !named.has(table)));
}

/** What each layer may read (docs/decisions/0002): prefixes of table names. A mart has no prefix: it is named after its object. */
const MAY_READ: Record<string, RegExp> = {
  staging: /^(raw|ref)\./,
  intermediate: /^(stg_|int_|ref\.|secret\.)/,
  marts: /^(?!raw\.)/,
  checks: /^(?!raw\.)/,
};

describe('the files of src/pipeline/sql', () => {
  let db: Database;
  beforeAll(async () => {
    db = await Database.open(temporaryFolder());
  });
  afterAll(() => db.close());

  /** DuckDB reads select statements only; anything else, or several statements, is an error. */
  const parse = async (sql: string): Promise<{ error: boolean; error_message?: string; statements?: unknown[] }> => {
    const [row] = await db.all<{ tree: string }>(`select json_serialize_sql('${sql.replaceAll("'", "''")}') as tree`);
    return JSON.parse(row?.tree ?? '{}') as Awaited<ReturnType<typeof parse>>;
  };

  test('each is in a stage, once and under its layer, or is a check or the macros', () => {
    const staged = Object.entries(STAGES).flatMap(([layer, names]) => names.map((name) => [layer, name] as const));
    expect(staged.filter(([layer, name]) => dirname(name) !== layer)).toEqual([]);
    const checks = files.filter((file) => dirname(file) === 'checks');
    expect([...staged.map(([, name]) => name), ...checks, MACROS].sort()).toEqual([...files].sort());
  });

  test.each(queries)('%s begins with its grain, or the sentence of its check', (file) => {
    const [first = ''] = textOf(file).split('\n');
    expect(first).toMatch(dirname(file) === 'checks' ? /^-- \p{Lu}.{20,}$/u : /^-- grain: .{10,}$/);
  });

  test.each(queries)('%s names its table by its layer', (file) => {
    const prefix = { staging: /^stg_[a-z_]+__[a-z_]+$/, intermediate: /^int_[a-z_]+$/ }[dirname(file)];
    expect(basename(file, '.sql')).toMatch(prefix ?? /^(?!stg_|int_)[a-z0-9_]+$/);
  });

  test.each(queries)('%s is one select statement, of 80 lines at most', async (file) => {
    const { error, error_message: message, statements } = await parse(textOf(file));
    expect(error, message).toBe(false);
    expect(statements).toHaveLength(1);
    expect(textOf(file).trimEnd().split('\n').length).toBeLessThanOrEqual(80);
  });

  test.each(queries)('%s reads only what its layer may', async (file) => {
    const { statements } = await parse(textOf(file));
    const tables = tablesOf(statements);
    expect(tables.size).toBeGreaterThan(0);
    const allowed = MAY_READ[dirname(file)];
    expect([...tables].filter((table) => allowed?.test(table) !== true)).toEqual([]);
  });

  test.each(files)('%s is in lower case outside texts and comments', (file) => {
    expect(codeOf(textOf(file)).match(/\p{Lu}+/gu) ?? []).toEqual([]);
  });

  test('a stage reads tables made before it', async () => {
    const made = new Set<string>();
    for (const file of Object.values(STAGES).flat()) {
      const own = [...tablesOf((await parse(textOf(file))).statements)].filter((table) => !table.includes('.'));
      expect(
        own.filter((table) => !made.has(table)),
        file,
      ).toEqual([]);
      made.add(basename(file, '.sql'));
    }
  });

  test('the reading sees raw tables in joins and sub-queries, and not the names of with', async () => {
    const { statements } = await parse(
      'with a as (select * from raw.b) select * from a join ref.c using (d) where e in (select e from stg_f)',
    );
    expect(tablesOf(statements)).toEqual(new Set(['raw.b', 'ref.c', 'stg_f']));
  });
});
