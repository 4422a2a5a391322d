import { createHash, hash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readFileSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';

import { lierLeFichier } from './lier.ts';

/** A file that is written a piece at a time, for what does not fit in memory. Close it. */
export interface OpenText {
  write(text: string): void;
  close(): void;
}

/** Everything that the pipeline does to the world outside the database. Tests pass their own. */
export interface Effects {
  /** Folder of the output tree: what was written can be read back from there. */
  readonly outDir: string;
  /** Writes one file of the output tree; the path is relative to its root. */
  writeText(path: string, text: string): void;
  /** Writes one file that is no text. */
  writeBytes(path: string, bytes: Uint8Array): void;
  /** Opens one file of the output tree to write it in pieces. */
  openText(path: string): OpenText;
  /** Gives a file that is written and closed a second path: for files that are the same byte for byte. */
  link(path: string, second: string): void;
  /** SHA-256 of every file written, in hexadecimal, by path. */
  readonly empreintes: ReadonlyMap<string, string>;
  /** Adds what another thread wrote into the same tree. */
  count(written: Written): void;
  /** Writes one file through `write`, which is given its absolute path: for DuckDB's own exports. */
  writeWith(path: string, write: (target: string) => Promise<void>): Promise<void>;
  /** One line for the person who waits. */
  log(line: string): void;
}

/** What was written so far. */
export interface Written {
  files: number;
  bytes: number;
  empreintes: Map<string, string>;
}

export interface FileEffects extends Effects {
  readonly written: Written;
}

/** Characters kept in memory before they are written to an open file. */
const TAILLE_DE_MORCEAU = 65_536;

/** Writes below `outDir`, counts files and bytes, logs to standard error. Synchronous writes are the fastest at this size (ENGINEERING § M2). */
export function fileEffects(outDir: string, log: (line: string) => void): FileEffects {
  const written: Written = { files: 0, bytes: 0, empreintes: new Map() };
  const known = new Set<string>();
  const prepare = (path: string): string => {
    const target = join(outDir, path);
    // Codes make paths: were one of them any text, it would not write elsewhere.
    if (!target.startsWith(join(outDir, sep))) throw new Error(`${path} is outside the output`);
    const directory = dirname(target);
    if (!known.has(directory)) {
      mkdirSync(directory, { recursive: true });
      known.add(directory);
    }
    return target;
  };
  const note = (path: string, bytes: number, empreinte: string): void => {
    written.files += 1;
    written.bytes += bytes;
    written.empreintes.set(path, empreinte);
  };
  return {
    ...{ outDir, written, log, empreintes: written.empreintes },
    writeText(path, text) {
      writeFileSync(prepare(path), text);
      note(path, Buffer.byteLength(text), hash('sha256', text));
    },
    writeBytes(path, bytes) {
      writeFileSync(prepare(path), bytes);
      note(path, bytes.length, hash('sha256', bytes));
    },
    openText: (path) => openPieces(prepare(path), (bytes, empreinte) => note(path, bytes, empreinte)),
    link(path, second) {
      const target = prepare(second);
      lierLeFichier(prepare(path), target);
      note(second, statSync(target).size, written.empreintes.get(path) ?? '');
    },
    count({ files, bytes, empreintes }) {
      written.files += files;
      written.bytes += bytes;
      for (const [path, empreinte] of empreintes) written.empreintes.set(path, empreinte);
    },
    async writeWith(path, write) {
      const target = prepare(path);
      await write(target);
      const bytes = readFileSync(target);
      note(path, bytes.length, hash('sha256', bytes));
    },
  };
}

/** Opens a file that is written in pieces; `onClose` is told its bytes and their SHA-256. */
function openPieces(target: string, onClose: (bytes: number, empreinte: string) => void): OpenText {
  const file = openSync(target, 'w');
  const sha256 = createHash('sha256');
  let pending = '';
  let total = 0;
  const flush = (): void => {
    const bytes = Buffer.from(pending);
    for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done);
    sha256.update(bytes);
    total += bytes.length;
    pending = '';
  };
  return {
    write(text) {
      pending += text;
      if (pending.length > TAILLE_DE_MORCEAU) flush();
    },
    close() {
      flush();
      closeSync(file);
      onClose(total, sha256.digest('hex'));
    },
  };
}
