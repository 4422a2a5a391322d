import { createReadStream, createWriteStream } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';

import { FetchFault, PassingError } from './faults.ts';
import { ask, type Answer } from './http.ts';
import type { Begun, Locked } from './lock.ts';
import {
  clear,
  draftOf,
  knownVersion,
  partOf,
  place,
  sizeOf,
  type Outcome,
  type Placed,
  type Workshop,
} from './place.ts';
import { persist, statusError } from './retry.ts';

export interface Download extends Pick<Placed, 'fichier' | 'kind'> {
  url: string;
  licence: string;
}

/**
 * Brings one file: asks whether it has changed, goes on with what a former try or run left, tries again what passes, checks, puts in place.
 * Throws `FetchFault` when it cannot be had; the former file is then as it was.
 */
export async function download(file: Download, workshop: Workshop): Promise<Outcome> {
  const { fichier, kind, url, licence } = file;
  const known = await knownVersion(fichier, url, workshop);
  const begun = await persist(fichier, () => transfer(file, known, workshop), workshop.net);
  if (begun === 'inchangé') {
    clear(workshop, fichier);
    return { etat: 'inchangé', octets: known?.octets ?? 0, lignes: known?.lignes ?? 0 };
  }
  const { etag, derniere_modification, compression } = begun;
  const from = compression === null ? partOf(workshop, fichier) : draftOf(workshop, fichier);
  return place(workshop, { fichier, kind, from, locked: { url, etag, derniere_modification, licence } });
}

/** One request, and what it brings written to the end of the partial file; the whole body is then there, decompressed if it was not. */
async function transfer(file: Download, known: Locked | undefined, workshop: Workshop): Promise<Begun | 'inchangé'> {
  const { fichier, url } = file;
  const { lock, net } = workshop;
  const part = partOf(workshop, fichier);
  const held = heldPart(file, workshop);
  const answer = await ask({ url, headers: { 'accept-encoding': 'gzip', ...headersFor(held, known) } }, net);
  let begun: Begun;
  let offset = 0;
  if (answer.status === 304 && (held?.isWhole ?? known !== undefined)) {
    answer.discard();
    if (held === undefined) return 'inchangé';
    begun = held.begun;
  } else if (answer.status === 206 && held !== undefined && continues(answer, held)) {
    begun = held.begun;
    offset = held.size;
  } else if (answer.status === 200) {
    begun = beginning(answer, url);
    await rm(part, { force: true });
    lock.begin(fichier, begun);
  } else {
    if (![206, 416].includes(answer.status)) throw await statusError(answer, url, net);
    answer.discard();
    clear(workshop, fichier);
    throw new PassingError('the rest is not there any more, the file changed on the way');
  }
  if (answer.status !== 304) await writeBody(file, answer, { begun, offset }, workshop);
  if (begun.compression === 'gzip') await decompress(fichier, workshop);
  return begun;
}

/** Asks for the rest of what is held, or for the whole file unless it is the version that is there. */
function headersFor(held: Held | undefined, known: Locked | undefined): Record<string, string> {
  if (held?.isWhole === false) return { range: `bytes=${held.size}-`, 'if-range': held.validator };
  const { etag = null, derniere_modification = null } = held?.begun ?? known ?? {};
  if (etag !== null) return { 'if-none-match': etag };
  return derniere_modification === null ? {} : { 'if-modified-since': derniere_modification };
}

interface Held {
  begun: Begun;
  size: number;
  /** Every byte is there: the run stopped before the file was put in place. */
  isWhole: boolean;
  validator: string;
}

/** What a former try left, when the server can be asked for the rest of that very version (a weak ETag is none: RFC 9110, 13.1.5). */
function heldPart({ fichier, url }: Download, workshop: Workshop): Held | undefined {
  const begun = workshop.lock.begun(fichier);
  const size = sizeOf(partOf(workshop, fichier));
  if (begun?.url !== url || size === 0) return undefined;
  const validator = begun.etag ?? begun.derniere_modification;
  if (validator === null || validator.startsWith('W/')) return undefined;
  return { begun, size, isWhole: size === begun.octets, validator };
}

/** Is a partial answer the rest of what is held? */
function continues({ headers }: Answer, { begun, size }: Held): boolean {
  const range = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(headers['content-range'] ?? '');
  if (range?.[1] === undefined || Number(range[1]) !== size) return false;
  if (begun.octets !== null && range[2] !== '*' && Number(range[2]) !== begun.octets) return false;
  if (begun.etag !== null && headers.etag !== undefined && headers.etag !== begun.etag) return false;
  return (headers['content-encoding'] === 'gzip' ? 'gzip' : null) === begun.compression;
}

function beginning({ headers, discard }: Answer, url: string): Begun {
  const coding = headers['content-encoding'] ?? 'identity';
  if (coding !== 'gzip' && coding !== 'identity') {
    discard();
    throw new FetchFault([
      {
        expected: `a body in plain or gzip from ${url}`,
        received: `"${coding}", which was not asked for`,
        todo: 'Download this address with a browser, and put the file in the folder.',
      },
    ]);
  }
  const length = headers['content-length'];
  return {
    url,
    etag: headers.etag ?? null,
    derniere_modification: headers['last-modified'] ?? null,
    compression: coding === 'gzip' ? 'gzip' : null,
    octets: length === undefined ? null : Number(length),
  };
}

async function writeBody(
  { fichier }: Download,
  { body }: Answer,
  { begun, offset }: { begun: Begun; offset: number },
  workshop: Workshop,
): Promise<void> {
  const total = begun.octets ?? undefined;
  let done = offset;
  const part = await open(partOf(workshop, fichier), offset === 0 ? 'w' : 'a');
  try {
    for await (const bytes of body) {
      await part.writeFile(bytes);
      done += bytes.length;
      workshop.onProgress(fichier, done, total, 'octets');
    }
  } finally {
    await part.close();
  }
  if (total === undefined || done === total) return;
  clear(workshop, fichier);
  throw new PassingError(`${done} bytes, ${total} announced`);
}

/** Strict: a body cut short is an error, and is of no use. */
async function decompress(fichier: string, workshop: Workshop): Promise<void> {
  try {
    await pipeline(
      createReadStream(partOf(workshop, fichier)),
      createGunzip(),
      createWriteStream(draftOf(workshop, fichier)),
    );
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && String(cause.code).startsWith('Z_'))) throw cause;
    clear(workshop, fichier);
    throw new PassingError(`a gzip body that cannot be read (${cause.message})`, { cause });
  }
}
