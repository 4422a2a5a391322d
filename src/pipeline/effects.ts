import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Everything that the pipeline does to the world outside the database. Tests pass their own. */
export interface Effects {
  /** Folder of the output tree: what was written can be read back from there. */
  readonly outDir: string;
  /** Writes one file of the output tree; the path is relative to its root. */
  writeText(path: string, text: string): void;
  /** Writes one file through `write`, which is given its absolute path: for DuckDB's own exports. */
  writeWith(path: string, write: (target: string) => Promise<void>): Promise<void>;
  /** One line for the person who waits. */
  log(line: string): void;
}

export interface FileEffects extends Effects {
  readonly written: { files: number; bytes: number };
}

/** Writes below `outDir`, counts files and bytes, logs to standard error. Synchronous writes are the fastest at this size (ENGINEERING § M2). */
export function fileEffects(outDir: string, log: (line: string) => void): FileEffects {
  const written = { files: 0, bytes: 0 };
  const known = new Set<string>();
  const prepare = (path: string): string => {
    const target = join(outDir, path);
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
    async writeWith(path, write) {
      const target = prepare(path);
      await write(target);
      written.files += 1;
      written.bytes += statSync(target).size;
    },
  };
}
