import { existsSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';

import { DataError, UserError } from '../lib/errors.ts';
import { peser } from './taille.ts';

/** Where a build writes, and what it is made from. */
export interface Chantier {
  /** The folder that the person asked for. */
  target: string;
  rawDir: string;
}

/**
 * Bytes of an output for one byte of raw exports, when no former output tells: the demonstration gives 60. An order of size, to know whether a disk is
 * large enough.
 */
const OCTETS_PAR_OCTET = 60;

/** What the system refuses, as Node writes it in a code and DuckDB and Astro in a sentence. */
const PANNES = {
  plein: /\b(?:ENOSPC|EDQUOT)\b|no space left on device|quota exceeded/i,
  trop_grand: /\bEFBIG\b|file too large/i,
  // Node says ENOENT when it makes a folder, and those above it, on such a disk.
  lecture_seule: /\bEROFS\b|read-only file system|ENOENT[^']*, mkdir/i,
  interdit: /\b(?:EACCES|EPERM)\b|permission denied|operation not permitted/i,
  pas_un_dossier: /\bENOTDIR\b/,
} as const;
type Panne = keyof typeof PANNES;

/**
 * A failure of the disk or of its rights in one sentence that says what to do; any other error as it is. Ask once the half-built output is removed: the
 * free room told is what the next build will find.
 */
export function expliquerPanne(error: unknown, chantier: Chantier): unknown {
  if (!(error instanceof Error) || error instanceof DataError || error instanceof UserError) return error;
  const said = tout(error);
  const panne = (Object.keys(PANNES) as Panne[]).find((nom) => PANNES[nom].test(said));
  if (panne === undefined) return error;
  const place = /'(\/[^']+)'|"(\/[^"]+)"/.exec(said);
  const sentence = PHRASES[panne](chantier, place?.[1] ?? place?.[2] ?? chantier.target);
  return new UserError(`${sentence} Nothing was published: the former output, if any, is as it was.`, { cause: error });
}

const tout = (error: Error): string => {
  const code = 'code' in error ? String(error.code) : '';
  return `${code} ${error.message} ${error.cause instanceof Error ? tout(error.cause) : ''}`;
};

const PHRASES: Record<Panne, (chantier: Chantier, path: string) => string> = {
  plein: (chantier) =>
    `The disk of ${chantier.target} is full: ${inMegabytes(octetsLibres(chantier.target))} are free without this build, which needs about ${inMegabytes(octetsVoulus(chantier))}. What to do: free some room, or choose a folder on another disk (OUT_DIR and DATA_DIR, or --out).`,
  trop_grand: (_, path) =>
    `${path} cannot grow: the system limits the size of a file (ulimit -f, or the kind of disk). What to do: raise the limit, or choose a folder on another disk (OUT_DIR and DATA_DIR, or --out).`,
  lecture_seule: (_, path) =>
    `${path} is on a disk that can only be read. What to do: mount it for writing, or choose another folder (OUT_DIR and DATA_DIR, or --out).`,
  interdit: (_, path) =>
    `${path} cannot be written: permission denied. What to do: give yourself the right to write there, or choose another folder (OUT_DIR and DATA_DIR, or --out).`,
  pas_un_dossier: (_, path) =>
    `${path} stands where a folder is needed. What to do: move this file away, or choose another folder (OUT_DIR and DATA_DIR, or --out).`,
};

/** `366 MB`; as many digits as help to compare. */
const inMegabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`;

/** Bytes that the disk of a folder has left, the folder made or not. */
function octetsLibres(directory: string): number {
  let existing = directory;
  while (!existsSync(existing) && dirname(existing) !== existing) existing = dirname(existing);
  const { bavail, bsize } = statfsSync(existing);
  return bavail * bsize;
}

/** About how many bytes an output takes: those of the former one, or of the exports times what they usually give. */
function octetsVoulus({ target, rawDir }: Chantier): number {
  const former = peser(target).bytes;
  return former > 0 ? former : peser(rawDir).bytes * OCTETS_PAR_OCTET;
}
