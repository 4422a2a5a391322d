import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { DataFault } from '../../lib/errors.ts';
import { examineBytes } from './unreadable.ts';
import type { Encodage } from './types.ts';

/** Bytes read from a file at once. */
export const CHUNK_BYTES = 1 << 20;
/** First bytes looked at to tell a table from anything else. */
const HEAD_BYTES = 4096;

export interface Inspection {
  octets: number;
  sha256: string;
  encodage: Encodage;
  /** The whole file cannot be read as a table, and why. */
  faute?: Omit<DataFault, 'source'>;
  /** Lines that hold a byte without meaning in this encoding → that byte (`0xFF`); at most `LISTED_LINES` of them. */
  illisibles: ReadonlyMap<number, string>;
}

/** Label for `TextDecoder`, which reads ISO-8859-1 as its superset Windows-1252. */
export function decoderLabel(encodage: Encodage): string {
  return encodage.startsWith('UTF-8') ? 'utf-8' : 'windows-1252';
}

const startsWith = (head: Buffer, ...bytes: number[]): boolean => bytes.every((byte, index) => head[index] === byte);

const DOWNLOAD_AGAIN = 'Download the CSV export again and put it here as published.';

/** What a file really is when it is no text table: recognised by its first bytes. */
function notATable(head: Buffer): { received: string; todo: string } | undefined {
  if (head.length === 0) return { received: 'an empty file', todo: DOWNLOAD_AGAIN };
  const utf16 = 'Save it again as UTF-8.';
  if (startsWith(head, 0xff, 0xfe) || startsWith(head, 0xfe, 0xff)) return { received: 'a UTF-16 file', todo: utf16 };
  if (head.filter((byte) => byte === 0).length * 4 > head.length) return { received: 'a UTF-16 file', todo: utf16 };
  if (startsWith(head, 0x1f, 0x8b)) return { received: 'a gzip archive', todo: 'Decompress it (gunzip).' };
  if (startsWith(head, 0x50, 0x4b, 3, 4)) {
    return { received: 'a ZIP archive or a spreadsheet (.xlsx)', todo: 'Unzip it, or save the sheet as CSV.' };
  }
  if (startsWith(head, 0x25, 0x50, 0x44, 0x46)) return { received: 'a PDF document', todo: DOWNLOAD_AGAIN };
  const text = head
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart();
  if (text === '' && head.length < HEAD_BYTES) return { received: 'only blanks', todo: DOWNLOAD_AGAIN };
  if (text.startsWith('<'))
    return { received: 'a web page (HTML or XML)', todo: `The download failed. ${DOWNLOAD_AGAIN}` };
  if (text.startsWith('{') || text.startsWith('[')) return { received: 'JSON', todo: 'Choose the CSV export.' };
  return undefined;
}

interface Scan {
  head: Buffer;
  octets: number;
  sha256: string;
  utf8: boolean;
  nul: boolean;
}

/** One quick pass: size, fingerprint, is it all UTF-8, has it NUL bytes? */
async function scan(path: string): Promise<Scan> {
  const hash = createHash('sha256');
  let head: Buffer | undefined;
  let octets = 0;
  let utf8 = true;
  let nul = false;
  let rest = Buffer.alloc(0);
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK_BYTES }) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    head ??= chunk.subarray(0, HEAD_BYTES);
    octets += chunk.length;
    nul ||= chunk.includes(0);
    if (!utf8) continue;
    // A line feed is never inside a UTF-8 character: cut there, so that no character is cut in two.
    const cut = chunk.lastIndexOf(10) + 1;
    utf8 = isUtf8(rest.length === 0 ? chunk.subarray(0, cut) : Buffer.concat([rest, chunk.subarray(0, cut)]));
    rest = cut === 0 ? Buffer.concat([rest, chunk]) : Buffer.from(chunk.subarray(cut));
  }
  return { head: head ?? Buffer.alloc(0), octets, sha256: hash.digest('hex'), utf8: utf8 && isUtf8(rest), nul };
}

function cannotBeRead(error: unknown): Inspection {
  const received = error instanceof Error ? error.message : 'an error';
  const faute = { expected: 'a file that can be read', received, todo: 'Check the file and its permissions.' };
  return { octets: 0, sha256: '', encodage: 'UTF-8', illisibles: new Map(), faute };
}

/**
 * Reads the whole file once to know its encoding, before any cell is trusted.
 *
 * UTF-8 is tried first, because ISO-8859-1 never fails: it would read UTF-8 with broken accents (SOURCES § D).
 * Bytes 0x80-0x9F are control codes in ISO-8859-1 and letters in Windows-1252: nobody publishes the former.
 */
export async function inspect(path: string): Promise<Inspection> {
  const scanned = await scan(path).catch((error: unknown) => cannotBeRead(error));
  if (!('head' in scanned)) return scanned;
  const { head, octets, sha256, utf8, nul } = scanned;
  const base = { octets, sha256, illisibles: new Map<number, string>() };
  const bom = startsWith(head, 0xef, 0xbb, 0xbf);
  const plain: Encodage = bom ? 'UTF-8 BOM' : 'UTF-8';
  const not = notATable(head);
  if (not)
    return {
      ...base,
      encodage: plain,
      faute: { expected: 'a CSV table in UTF-8, ISO-8859-1 or Windows-1252', ...not },
    };
  if (utf8 && !nul) return { ...base, encodage: plain };
  const bytes = await examineBytes(path);
  // A Latin file holds UTF-8 characters by accident only. When they are as many as the bytes that are not UTF-8, the file is
  // a damaged UTF-8 one: reading it as Latin would break every accent without a word.
  if (bom || bytes.utf8Characters >= bytes.notUtf8) return { ...base, encodage: plain, illisibles: bytes.linesNotUtf8 };
  return { ...base, encodage: bytes.c1 > 0 ? 'Windows-1252' : 'ISO-8859-1', illisibles: bytes.linesNotCp1252 };
}
