import { closeSync, mkdirSync, openSync, statSync, writeFileSync, writeSync } from 'node:fs';
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
  /** Adds to the counts what another thread wrote into the same tree. */
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
}

export interface FileEffects extends Effects {
  readonly written: Written;
}

/** Characters kept in memory before they are written to an open file. */
const TAILLE_DE_MORCEAU = 65_536;

/** Writes below `outDir`, counts files and bytes, logs to standard error. Synchronous writes are the fastest at this size (ENGINEERING § M2). */
export function fileEffects(outDir: string, log: (line: string) => void): FileEffects {
  const written = { files: 0, bytes: 0 };
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
  return {
    outDir,
    written,
    log,
    writeText(path, text) {
      writeFileSync(prepare(path), text);
      written.files += 1;
      written.bytes += Buffer.byteLength(text);
    },
    writeBytes(path, bytes) {
      writeFileSync(prepare(path), bytes);
      written.files += 1;
      written.bytes += bytes.length;
    },
    openText(path) {
      return openPieces(prepare(path), (bytes) => {
        written.files += 1;
        written.bytes += bytes;
      });
    },
    link(path, second) {
      const target = prepare(second);
      lierLeFichier(prepare(path), target);
      written.files += 1;
      written.bytes += statSync(target).size;
    },
    count({ files, bytes }) {
      written.files += files;
      written.bytes += bytes;
    },
    async writeWith(path, write) {
      const target = prepare(path);
      await write(target);
      written.files += 1;
      written.bytes += statSync(target).size;
    },
  };
}

/** Opens a file that is written in pieces; `onClose` is told its bytes. */
function openPieces(target: string, onClose: (bytes: number) => void): OpenText {
  const file = openSync(target, 'w');
  let pending = '';
  let total = 0;
  const flush = (): void => {
    const bytes = Buffer.from(pending);
    for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done);
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
      onClose(total);
    },
  };
}
