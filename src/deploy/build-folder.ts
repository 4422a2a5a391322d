import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { UserError } from '../lib/errors.ts';
import { barePathOf } from './bare-paths.ts';
import { headersOf, isImmutable } from './rules.ts';

/** What every complete build holds, from the first step to the last. */
const PARTS = [
  'rapport.json',
  'index.html',
  '404.html',
  '404.json',
  'integrer/404.html',
  'api/index.json',
  'pagefind/pagefind.js',
  'qualite/mesures.json',
];

/**
 * The order of a deploy. Files with a hash in their name disturb nobody and are needed by what follows; pages come after the data that they link to. What
 * is gone goes last (manifest.ts).
 */
export const PHASES = ['immuables', 'données', 'pages'] as const;
export type Phase = (typeof PHASES)[number];

/** One file to publish under one name. */
export interface Entry {
  /** Path in the site without its first slash: `api/index.json`. */
  key: string;
  /** Absolute path of the file. */
  file: string;
  bytes: number;
  phase: Phase;
  /** SHA-256 of the content and of the headers that are kept with it: a file is sent again when one of them changes. */
  digest: string;
}

/** The headers that object storage keeps with a file. */
export function storedHeaders(key: string): { 'content-type': string; 'cache-control': string } {
  const headers = headersOf(`/${key}`);
  return { 'content-type': headers['content-type'] ?? '', 'cache-control': headers['cache-control'] ?? '' };
}

/** Throws `UserError` unless `directory` is a complete build of ours, of real figures or with `demonstration` said. */
export function checkBuild(directory: string, demonstration: boolean): void {
  const missing = PARTS.filter((part) => !existsSync(join(directory, part)));
  if (missing.length > 0) {
    throw new UserError(
      `--dist expects a complete build, received ${directory}, without ${missing.join(', ')}. What to do: run \`npm run build\`, or give the folder that it wrote.`,
    );
  }
  const { donnees_fictives } = JSON.parse(readFileSync(join(directory, 'rapport.json'), 'utf8')) as {
    donnees_fictives?: boolean;
  };
  if (donnees_fictives === true && !demonstration) {
    throw new UserError(
      `${directory} holds the invented figures of the demonstration. What to do: build from real exports, or add --demonstration to publish it all the same.`,
    );
  }
}

/** Every file of a build in the order of its key; with `bare`, the JSON files of the API a second time under their address without `.json`. */
export function listEntries(directory: string, { bare }: { bare: boolean }): Entry[] {
  const root = resolve(directory);
  const entries = readdirSync(root, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .flatMap((entry) => {
      const file = join(entry.parentPath, entry.name);
      const path = file.slice(root.length).replaceAll('\\', '/');
      const content = readFileSync(file);
      const other = bare ? barePathOf(path) : undefined;
      // A bare path has the headers of its file.
      const digest = digestOf(content, path);
      const of = (name: string): Entry => ({
        key: name.slice(1),
        file,
        bytes: content.length,
        phase: phaseOf(path),
        digest,
      });
      return other === undefined ? [of(path)] : [of(path), of(other)];
    });
  return entries.sort((a, b) => (a.key < b.key ? -1 : 1));
}

function digestOf(content: Buffer, path: string): string {
  const hash = createHash('sha256').update(content);
  for (const value of Object.values(storedHeaders(path.slice(1)))) hash.update(`\n${value}`);
  return hash.digest('hex');
}

function phaseOf(path: string): Phase {
  if (isImmutable(path)) return 'immuables';
  return path.endsWith('.html') ? 'pages' : 'données';
}

/** Bytes of a list of entries. */
export const sumBytes = (entries: readonly Entry[]): number => entries.reduce((total, { bytes }) => total + bytes, 0);
