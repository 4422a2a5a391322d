import { createReadStream } from 'node:fs';
import Papa from 'papaparse';
import type { ParseResult } from 'papaparse';
import { CHUNK_BYTES, decoderLabel } from './encoding.ts';
import type { Encodage, Separateur } from './types.ts';

/** No real record comes near: a longer one is a quote that was opened and never closed. */
const MAX_RECORD_CHARACTERS = 4 << 20;

const QUOTE_ERRORS: Readonly<Record<string, string>> = {
  MissingQuotes: 'a quote that is opened and never closed',
  InvalidQuotes: 'a quote that is closed before the end of its cell',
};

/** How the cells of a file are told apart. */
export interface Dialect {
  encodage: Encodage;
  separateur: Separateur;
  /** Is `"` a quoting character? It is not in BCN tables, which have raw ones inside cells (SOURCES § D). */
  guillemets: boolean;
}

/** Rows of one chunk of the file, in order, header included. */
export interface Batch {
  rows: string[][];
  /** Could a cell hold a line break? Otherwise each row is one line. */
  multiline: boolean;
  /** Index of a row → what is wrong with its quotes. */
  malformed: ReadonlyMap<number, string>;
  /** The rest of the file is one endless record: it is not read. */
  endless: boolean;
  /** The last row is the last of the file, and no line feed ends it. */
  unended: boolean;
  octetsLus: number;
}

type Parsed = ParseResult<string[]> & { meta: { cursor: number } };

/** The parts of a text that make whole records; `last`: nothing comes after. Lines end with `\n`; a `\r` before it is trimmed with the cell. */
function parse(
  text: string,
  { separateur, guillemets }: Pick<Dialect, 'separateur' | 'guillemets'>,
  last: boolean,
): Parsed {
  // The parser that papaparse's own streams call for each chunk: synchronous, says where it stopped, guesses nothing.
  const options = { delimiter: separateur, newline: '\n' as const };
  const parser = new Papa.Parser(guillemets ? options : { ...options, fastMode: true });
  return parser.parse(text, 0, !last) as Parsed;
}

/** All the rows of a short text. */
export function parseText(text: string, dialect: Pick<Dialect, 'separateur' | 'guillemets'>): string[][] {
  const { data, errors } = parse(text, dialect, true);
  return errors.length > 0 ? [] : data;
}

/** Decoded pieces of a file, with the number of bytes read so far. Unreadable bytes become U+FFFD (they are located elsewhere). */
async function* readText(
  path: string,
  encodage: Encodage,
): AsyncGenerator<[text: string, octetsLus: number, last: boolean]> {
  const decoder = new TextDecoder(decoderLabel(encodage));
  let octetsLus = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK_BYTES }) as AsyncIterable<Buffer>) {
    octetsLus += chunk.length;
    yield [decoder.decode(chunk, { stream: true }), octetsLus, false];
  }
  yield [decoder.decode(), octetsLus, true];
}

/** The beginning of a file: its first `CHUNK_BYTES` at most, decoded. */
export async function readHead(path: string, encodage: Encodage): Promise<string> {
  for await (const [text] of readText(path, encodage)) return text;
  return '';
}

/** Reads a file record by record, a chunk at a time: memory stays flat whatever its size. */
export async function* readRecords(path: string, dialect: Dialect): AsyncGenerator<Batch> {
  let rest = '';
  for await (const [text, octetsLus, last] of readText(path, dialect.encodage)) {
    const input = rest + text;
    if (input === '') continue;
    const { data, errors, meta } = parse(input, dialect, last);
    // An error on the record that the chunk cuts is not one: the record is read again with the next chunk.
    const malformed = errors.filter(({ row }) => last || (row ?? 0) < data.length);
    rest = last ? '' : input.slice(meta.cursor);
    const endless = rest.length > MAX_RECORD_CHARACTERS;
    yield {
      rows: data,
      multiline: dialect.guillemets && input.includes('"'),
      malformed: new Map(malformed.map(({ row, code, message }) => [row ?? 0, QUOTE_ERRORS[code] ?? message])),
      endless,
      unended: last && !input.endsWith('\n'),
      octetsLus,
    };
    if (endless) return;
  }
}
