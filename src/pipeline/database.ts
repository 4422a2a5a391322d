import { readFile } from 'node:fs/promises';

import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';

/** A value that DuckDB hands over: text, number, boolean, list of texts, or null. 64-bit integers never appear: the SQL casts them. */
export type Cell = string | number | boolean | string[] | null;
export type Row = Record<string, Cell>;
export type Params = Record<string, string | number>;

/** The SQL files, relative to `sql/`. */
const SQL_DIR = new URL('./sql/', import.meta.url);

/** The one place that speaks to DuckDB: an in-memory database with one connection. Close it when done. */
export class Database {
  readonly #instance: DuckDBInstance;
  readonly #connection: DuckDBConnection;

  private constructor(instance: DuckDBInstance, connection: DuckDBConnection) {
    this.#instance = instance;
    this.#connection = connection;
  }

  /** Opens an empty database. `tempDir` receives what does not fit in memory. */
  static async open(tempDir: string): Promise<Database> {
    const instance = await DuckDBInstance.create(':memory:', {
      threads: '2',
      memory_limit: '1500MB',
      temp_directory: tempDir,
      // Files answer in the order they were read; every query that needs an order says so.
      preserve_insertion_order: 'true',
    });
    const connection = await instance.connect();
    return new Database(instance, connection);
  }

  /** Runs one or several statements without parameters. */
  async run(sql: string): Promise<void> {
    await this.#connection.run(sql);
  }

  /**
   * Makes the table that a file of `sql/` describes: `staging/stg_bcn__mefs.sql` → table `stg_bcn__mefs`.
   * Named parameters of the query (`$seuil`) take their value from `params`; the others are ignored.
   */
  async createTable(file: string, params: Params): Promise<void> {
    const name = /([^/]+)\.sql$/.exec(file)?.[1];
    if (name === undefined) throw new Error(`not a SQL file: ${file}`);
    const query = await readSql(file);
    await this.#connection.run(`create table ${name} as ${query}`, pickParams(query, params));
  }

  /** All rows of a query. For results that fit in memory. */
  async all<T extends object = Row>(sql: string, params: Params = {}): Promise<T[]> {
    const reader = await this.#connection.runAndReadAll(sql, pickParams(sql, params));
    return reader.getRowObjectsJson() as T[];
  }

  /**
   * The rows of a query in its order, a chunk at a time, so that memory does not grow with the result. DuckDB writes each as JSON, on every core: reading
   * that takes half the time of asking for each cell.
   */
  async *stream<T extends object = Row>(sql: string): AsyncGenerator<T> {
    // A connection of its own: another query on the same one would end the stream early, without a word.
    const connection = await this.#instance.connect();
    try {
      const result = await connection.stream(`select to_json(_rangee)::varchar from (${sql}) as _rangee`);
      for await (const chunk of result)
        for (const json of chunk.getColumnValues(0)) yield JSON.parse(String(json)) as T;
    } finally {
      connection.closeSync();
    }
  }

  /** Adds a normalised CSV (UTF-8, comma, RFC 4180, one header line) to a table of texts; `columns` are those of the file, in order. */
  async loadText(table: string, csvPath: string, columns: readonly string[]): Promise<void> {
    const types = columns.map((name) => `'${name}': 'varchar'`).join(', ');
    await this.#connection.run(
      `insert into ${table} by name
       select * from read_csv(
         $path, columns = {${types}}, header = true, auto_detect = false, delim = ',', quote = '"', escape = '"', new_line = '\\n',
         strict_mode = true, max_line_size = 16000000
       )`,
      { path: csvPath },
    );
  }

  /**
   * Makes the Parquet twin of a CSV of ours (header, `;`, RFC 4180): same rows, same order. `columns`: names and DuckDB types, in the order of the
   * file; an empty cell is null.
   */
  async csvToParquet(
    csvPath: string,
    parquetPath: string,
    columns: readonly (readonly [string, string])[],
  ): Promise<void> {
    const types = columns.map(([name, type]) => `'${name}': '${type}'`).join(', ');
    await this.#connection.run(
      `copy (
         select * from read_csv(
           ${quote(csvPath)}, columns = {${types}}, header = true, auto_detect = false, delim = ';', quote = '"', escape = '"', new_line = '\\n',
           nullstr = '', strict_mode = true, max_line_size = 16000000
         )
       ) to ${quote(parquetPath)} (format parquet, compression zstd)`,
    );
  }

  /** Writes a table as Parquet, for another database. */
  async exportTable(table: string, path: string): Promise<void> {
    await this.#connection.run(`copy ${table} to ${quote(path)} (format parquet)`);
  }

  /** Makes a table of what another database exported: reading it in place takes twice as long, once it is asked a hundred times. */
  async importTable(table: string, path: string): Promise<void> {
    await this.#connection.run(`create table ${table} as from read_parquet(${quote(path)})`);
  }

  /** Makes a table of texts from objects that share their keys; `columns` when there may be no object. */
  async createFromObjects(
    table: string,
    objects: readonly Record<string, string | null>[],
    columns: readonly string[] = Object.keys(objects[0] ?? {}),
  ): Promise<void> {
    const fields = columns.map((name) => `entry->>'${name}' as ${name}`).join(', ');
    await this.#connection.run(
      `create table ${table} as select ${fields} from (select unnest(from_json($json, '["json"]')) as entry)`,
      { json: JSON.stringify(objects) },
    );
  }

  /** Adds objects to a table of texts; `columns` are those of the table, in order. */
  async insertObjects(
    table: string,
    objects: readonly Record<string, string | null>[],
    columns: readonly string[],
  ): Promise<void> {
    const fields = columns.map((name) => `entry->>'${name}' as ${name}`).join(', ');
    await this.#connection.run(
      `insert into ${table} select ${fields} from (select unnest(from_json($json, '["json"]')) as entry)`,
      { json: JSON.stringify(objects) },
    );
  }

  close(): void {
    this.#connection.closeSync();
    this.#instance.closeSync();
  }
}

/** A text as SQL writes it: `l'an` → `'l''an'`. */
export const quote = (path: string): string => `'${path.replaceAll("'", "''")}'`;

/** Reads a file of `sql/`. */
export async function readSql(file: string): Promise<string> {
  return readFile(new URL(file, SQL_DIR), 'utf8');
}

/** DuckDB refuses values for parameters that the query does not name. */
function pickParams(sql: string, params: Params): Params {
  return Object.fromEntries(Object.entries(params).filter(([name]) => new RegExp(`\\$${name}\\b`).test(sql)));
}
