import { closeSync, existsSync, mkdirSync, openSync, readdirSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { join } from 'node:path';

import { UserError } from '../lib/errors.ts';
import type { Encodage, FichierBrut } from './fichier-brut.ts';

/** Presence of this file in a raw folder marks its figures as fictional for the build. */
export const MARQUE_DE_FICTION = 'DONNEES-FICTIVES.txt';

/** What Windows-1252 has where ISO-8859-1 has control codes; only the characters that official tables use. */
const CP1252: Record<string, number> = { '€': 0x80, '…': 0x85, Œ: 0x8c, '‘': 0x91, '’': 0x92, '–': 0x96, œ: 0x9c };

function encodeByte(text: string, index: number, encodage: Encodage): number {
  const code = text.charCodeAt(index);
  if (code < 0x80 || (code >= 0xa0 && code <= 0xff)) return code;
  const character = text.charAt(index);
  const byte = encodage === 'windows-1252' ? CP1252[character] : undefined;
  if (byte === undefined) throw new Error(`${encodage} has no byte for "${character}"`);
  return byte;
}

/** Bytes of a text; throws rather than write a question mark. `encode('œ', 'windows-1252')` → `9c`. */
export function encode(text: string, encodage: Encodage): Buffer {
  if (encodage.startsWith('utf-8')) return Buffer.from(text, 'utf8');
  // One unit, one byte: no character of these tables takes two.
  const bytes = Buffer.allocUnsafe(text.length);
  for (let index = 0; index < text.length; index += 1) bytes[index] = encodeByte(text, index, encodage);
  return bytes;
}

const BLOC = 64 * 1024;

/** Writes one export as its lines come, by blocks; gives its size in bytes. */
function writeFichier(folder: string, fichier: FichierBrut): number {
  const descriptor = openSync(join(folder, fichier.nom), 'w');
  let octets = 0;
  let pending = fichier.encodage === 'utf-8-bom' ? '\ufeff' : '';
  const flush = (): void => {
    octets += writeSync(descriptor, encode(pending, fichier.encodage));
    pending = '';
  };
  try {
    for (const ligne of fichier.lignes()) {
      pending += ligne + fichier.finDeLigne;
      if (pending.length > BLOC) flush();
    }
    flush();
  } finally {
    closeSync(descriptor);
  }
  return octets;
}

/** Empties a folder that an earlier run wrote; refuses to touch any other, which could hold real exports. */
function prepareFolder(folder: string): void {
  if (!existsSync(folder)) {
    mkdirSync(folder, { recursive: true });
    return;
  }
  const names = readdirSync(folder);
  if (names.length > 0 && !names.includes(MARQUE_DE_FICTION)) {
    throw new UserError(`${folder} is not a folder of demonstration data: choose an empty one with --out`);
  }
  for (const name of names) rmSync(join(folder, name));
}

/** Throws `UserError` when the disk of the folder has not that many bytes left: better now than after some minutes. */
function checkSpace(folder: string, needed: number): void {
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize >= needed) return;
  const mo = (bytes: number): string => `${Math.ceil(bytes / 1e6)} MB`;
  throw new UserError(
    `${folder} has ${mo(bavail * bsize)} left, the exports need about ${mo(needed)}: free some space or choose another disk with --out`,
  );
}

export interface WriteOptions {
  /** Told after each file. */
  onFile?: (nom: string, octets: number) => void;
  /** Space that the disk must have left, in bytes. */
  needed?: number;
}

/** Writes the folder; gives the size of each file, in bytes. */
export function writeFolder(
  folder: string,
  fichiers: readonly FichierBrut[],
  { onFile, needed = 0 }: WriteOptions = {},
): Map<string, number> {
  prepareFolder(folder);
  checkSpace(folder, needed);
  const sizes = new Map<string, number>();
  for (const fichier of fichiers) {
    const octets = writeFichier(folder, fichier);
    sizes.set(fichier.nom, octets);
    onFile?.(fichier.nom, octets);
  }
  return sizes;
}
