import { existsSync, openSync, closeSync, fsyncSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

import type { KindName } from '../pipeline/kinds.ts';
import { inspect } from '../pipeline/reader/encoding.ts';
import { checkContent, type Content } from './check.ts';
import { FetchFault } from './faults.ts';
import type { Net } from './http.ts';
import { syncFolder, type Lock, type Locked } from './lock.ts';

/** Where files go, and what is known of them. */
export interface Workshop {
  dir: string;
  lock: Lock;
  net: Net;
  /** How far the file under way is; `total` when it is known. */
  onProgress: (fichier: string, done: number, total: number | undefined, unit: 'octets' | 'pages') => void;
}

export interface Outcome {
  etat: 'nouveau' | 'modifié' | 'inchangé';
  octets: number;
  lignes: number;
}

export interface Placed {
  fichier: string;
  kind: KindName;
  /** Path of the whole file, still under another name. */
  from: string;
  locked: Omit<Locked, 'date' | keyof Content>;
}

/** The beginning of a file under way. The reader ignores it, and the report of the build names it. */
export const partOf = ({ dir }: Pick<Workshop, 'dir'>, fichier: string): string => join(dir, `${fichier}.part`);
/** A whole file that is not checked yet. */
export const draftOf = ({ dir }: Workshop, fichier: string): string => join(dir, `.${fichier}.tmp`);

export const sizeOf = (path: string): number => (existsSync(path) ? statSync(path).size : 0);

/** The version in place, if this command put it there from this address and nobody has touched it since. */
export async function knownVersion(fichier: string, url: string, { dir, lock }: Workshop): Promise<Locked | undefined> {
  const locked = lock.file(fichier);
  const path = join(dir, fichier);
  if (locked?.url !== url || sizeOf(path) !== locked.octets) return undefined;
  return (await inspect(path)).sha256 === locked.sha256 ? locked : undefined;
}

/** Removes what was begun. */
export function clear(workshop: Workshop, fichier: string): void {
  workshop.lock.forget(fichier);
  rmSync(partOf(workshop, fichier), { force: true });
  rmSync(draftOf(workshop, fichier), { force: true });
}

/**
 * Checks a whole file and gives it its final name, in one piece whatever happens. A file whose content is wrong is removed, the former one stays.
 */
export async function place(workshop: Workshop, { fichier, kind, from, locked }: Placed): Promise<Outcome> {
  const { dir, lock, net } = workshop;
  let content: Content;
  try {
    content = await checkContent(from, kind, locked.url);
  } catch (error) {
    if (error instanceof FetchFault) clear(workshop, fichier);
    throw error;
  }
  const file = openSync(from, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  const target = join(dir, fichier);
  const before = existsSync(target) ? lock.file(fichier) : undefined;
  renameSync(from, target);
  syncFolder(dir);
  lock.put(fichier, { ...locked, ...content, date: new Date(net.clock.now()).toISOString() });
  clear(workshop, fichier);
  if (before !== undefined && content.lignes < before.lignes * 0.9)
    net.log(`  ${fichier} : attention, ${content.lignes} lignes, il y en avait ${before.lignes}`);
  const etat = before === undefined ? 'nouveau' : before.sha256 === content.sha256 ? 'inchangé' : 'modifié';
  return { etat, octets: content.octets, lignes: content.lignes };
}
