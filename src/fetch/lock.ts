import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';

import { z } from 'zod';

import { UserError } from '../lib/errors.ts';

/** In the raw folder. The reader leaves out what begins with a point, and so does the choice between `data/raw` and the demonstration. */
export const LOCK = '.sources.lock.json';

/** What the server said of a version of a file, to ask for it again or for its rest. */
const versionSchema = z.strictObject({
  url: z.string(),
  etag: z.string().nullable(),
  derniere_modification: z.string().nullable(),
});

const lockSchema = z.strictObject({
  /** Files put in place by this command. */
  fichiers: z.record(
    z.string(),
    versionSchema.extend({
      /** When it was downloaded, UTC. */
      date: z.string(),
      octets: z.int(),
      lignes: z.int(),
      sha256: z.string(),
      licence: z.string(),
      /** SHA-256 of the list of pages asked, for the files made of the answers of an API. */
      demande: z.string().optional(),
    }),
  ),
  /** Of which version the `….part` files are the beginning. */
  en_cours: z.record(
    z.string(),
    versionSchema.extend({ compression: z.literal('gzip').nullable(), octets: z.int().nullable() }),
  ),
});
type Content = z.infer<typeof lockSchema>;
export type Locked = Content['fichiers'][string];
export type Begun = Content['en_cours'][string];

/** What is known of the files of a raw folder; each change is on the disk when its method returns. */
export class Lock {
  private readonly path: string;
  private readonly dir: string;
  private readonly content: Content;

  constructor(dir: string) {
    this.dir = dir;
    this.path = join(dir, LOCK);
    this.content = existsSync(this.path) ? read(this.path) : { fichiers: {}, en_cours: {} };
  }

  file(name: string): Locked | undefined {
    return this.content.fichiers[name];
  }

  begun(name: string): Begun | undefined {
    return this.content.en_cours[name];
  }

  /** A download starts from its first byte. */
  begin(name: string, begun: Begun): void {
    this.content.en_cours[name] = begun;
    this.save();
  }

  /** The partial file is of no use any more. */
  forget(name: string): void {
    if (!(name in this.content.en_cours)) return;
    Reflect.deleteProperty(this.content.en_cours, name);
    this.save();
  }

  /** A file is in place. */
  put(name: string, locked: Locked): void {
    this.content.fichiers[name] = locked;
    Reflect.deleteProperty(this.content.en_cours, name);
    this.save();
  }

  /** Also makes the folder: a disk that cannot be written is known before anything is asked. */
  save(): void {
    mkdirSync(this.dir, { recursive: true });
    const { fichiers, en_cours } = this.content;
    writeWhole(this.path, `${JSON.stringify({ fichiers: sorted(fichiers), en_cours: sorted(en_cours) }, null, 2)}\n`);
    syncFolder(this.dir);
  }
}

function read(path: string): Content {
  try {
    return lockSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (cause) {
    throw new UserError(
      `${path} expects what npm run fetch wrote, received something else. What to do: remove it; everything is then downloaded again.`,
      { cause },
    );
  }
}

/** By name, by character code, so that two runs write the same lines. */
const sorted = <T>(record: Record<string, T>): Record<string, T> =>
  Object.fromEntries(Object.entries(record).sort(([left], [right]) => (left < right ? -1 : 1)));

/** Written beside, then put in place. */
function writeWhole(path: string, text: string): void {
  const file = openSync(`${path}.tmp`, 'w');
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(`${path}.tmp`, path);
}

/** Makes renames in a folder last. Windows cannot open a folder, and does without. */
export function syncFolder(dir: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(dir, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
