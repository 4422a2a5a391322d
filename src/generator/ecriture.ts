import { closeSync, existsSync, mkdirSync, openSync, readdirSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

import { UserError } from '../lib/errors.ts';
import type { Encodage, FichierBrut } from './fichier-brut.ts';

/** Presence of this file in a raw folder marks its figures as fictional for the build. */
export const MARQUE_DE_FICTION = 'DONNEES-FICTIVES.txt';

/** What Windows-1252 has where ISO-8859-1 has control codes; only the characters that official tables use. */
const CP1252: Record<string, number> = { '€': 0x80, '…': 0x85, Œ: 0x8c, '‘': 0x91, '’': 0x92, '–': 0x96, œ: 0x9c };

function encodeByte(character: string, encodage: Encodage): number {
  const code = character.charCodeAt(0);
  if (code < 0x80 || (code >= 0xa0 && code <= 0xff)) return code;
  const byte = encodage === 'windows-1252' ? CP1252[character] : undefined;
  if (byte === undefined) throw new Error(`${encodage} has no byte for "${character}"`);
  return byte;
}

/** Bytes of a text; throws rather than write a question mark. `encode('œ', 'windows-1252')` → `9c`. */
export function encode(text: string, encodage: Encodage): Buffer {
  if (encodage.startsWith('utf-8')) return Buffer.from(text, 'utf8');
  return Buffer.from(Array.from(text, (character) => encodeByte(character, encodage)));
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

/** Writes the folder; gives the size of each file, in bytes. */
export function writeFolder(folder: string, fichiers: readonly FichierBrut[]): Map<string, number> {
  prepareFolder(folder);
  return new Map(fichiers.map((fichier) => [fichier.nom, writeFichier(folder, fichier)]));
}
