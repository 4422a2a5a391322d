import type { DataFault } from '../lib/errors.ts';
import { getKind, type KindName } from '../pipeline/kinds.ts';
import { inspect } from '../pipeline/reader/encoding.ts';
import { quote } from '../pipeline/reader/faults.ts';
import { readHeader } from '../pipeline/reader/read-file.ts';
import { readHead, readRecords } from '../pipeline/reader/records.ts';
import { FetchFault } from './faults.ts';

export interface Content {
  octets: number;
  sha256: string;
  /** Records under the header. */
  lignes: number;
}

/**
 * Looks at a downloaded file as the reader will: is it a table, does its header name the columns of its kind, does it hold rows, does it end
 * where it should? What a single cell holds is left to the build, which says it with its line. Throws `FetchFault` with every fault.
 */
export async function checkContent(path: string, kindName: KindName, url: string): Promise<Content> {
  const kind = getKind(kindName);
  const inspection = await inspect(path);
  const { octets, sha256, encodage, illisibles } = inspection;
  if (inspection.faute !== undefined) {
    const { expected, received } = inspection.faute;
    const start = octets === 0 ? '' : `: ${quote((await readHead(path, encodage)).slice(0, 300))}`;
    throw wrong(url, [{ expected, received: `${received}${start}` }]);
  }
  const { headerLine, dialect, header } = await readHeader(path, kind, inspection);
  const faults: Omit<DataFault, 'source' | 'todo'>[] = header.fautes.map(({ expected, received, column }) => ({
    line: headerLine,
    ...(column === undefined ? {} : { column }),
    ...{ expected, received },
  }));
  for (const [line, byte] of illisibles)
    if (byte === '0x00') faults.push({ line, expected: 'text', received: 'a NUL byte' });
  const { lignes, broken, last } = await countRows(path, dialect);
  if (broken !== undefined) faults.push({ expected: 'quotes around a whole cell', received: broken });
  if (lignes === 0 && !kind.vide_permis)
    faults.push({ expected: 'at least one row under the header', received: 'a header alone' });
  if (lignes > 0 && last.length !== header.entetes.length)
    faults.push({
      expected: `${header.entetes.length} fields in the last row, as in the header`,
      received: `${last.length}: ${quote(last.join(dialect.separateur))}`,
    });
  if (faults.length > 0) throw wrong(url, faults);
  return { octets, sha256, lignes };
}

const wrong = (url: string, faults: readonly Omit<DataFault, 'source' | 'todo'>[]): FetchFault =>
  new FetchFault(
    faults.map((fault) => ({
      ...fault,
      expected: `${fault.expected} from ${url}`,
      todo: 'Open this address in a browser: if it gives the right file, run the same command again; if the data set has changed, src/pipeline/kinds has to follow. The former file is untouched.',
    })),
  );

type Dialect = Parameters<typeof readRecords>[1];

/** Rows under the header, blank lines left out; what is wrong with the quotes of the first bad one; the last one. */
async function countRows(
  path: string,
  dialect: Dialect,
): Promise<{ lignes: number; broken: string | undefined; last: readonly string[] }> {
  let rows = 0;
  let broken: string | undefined;
  let last: readonly string[] = [];
  for await (const batch of readRecords(path, dialect)) {
    for (const row of batch.rows) {
      if (row.length === 1 && row[0]?.trim() === '') continue;
      rows += 1;
      last = row;
    }
    const [first] = batch.malformed;
    broken ??= first?.[1] ?? (batch.endless ? 'a quote that is opened and not closed' : undefined);
  }
  return { lignes: Math.max(0, rows - 1), broken, last };
}

/** The distinct values of one column of a raw file, in order; empty when the file does not have that column. */
export async function columnValues(path: string, kindName: KindName, nom: string): Promise<string[]> {
  const kind = getKind(kindName);
  const inspection = await inspect(path);
  if (inspection.faute !== undefined) return [];
  const { dialect, header } = await readHeader(path, kind, inspection);
  const index = header.indices[kind.colonnes.findIndex((colonne) => colonne.nom === nom)] ?? -1;
  const values = new Set<string>();
  let isHeader = true;
  for await (const { rows } of readRecords(path, dialect)) {
    for (const row of rows) {
      if (row.length === 1 && row[0]?.trim() === '') continue;
      const value = row[index]?.trim() ?? '';
      if (!isHeader && value !== '') values.add(value);
      isHeader = false;
    }
  }
  return [...values].sort();
}
