import { mkdir, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { DataError } from '../../lib/errors.ts';
import type { DataFault } from '../../lib/errors.ts';
import type { KindName } from '../kinds.ts';
import { folderFaults } from './folder.ts';
import { readFile } from './read-file.ts';
import { recognise } from './recognise.ts';
import type { FichierIgnore, FichierLu, LectureBrute, LectureOptions } from './types.ts';

interface Candidate {
  fichier: string;
  kind: KindName;
}

/**
 * Reads a raw folder (FORMATS): recognises each file by its name, finds its encoding, separator and header style, checks every
 * row, and writes one normalised CSV per file into `workDir`.
 *
 * Throws one `DataError` with every fault of every file; rows that are merely refused are counted in the result.
 */
export async function readRaw({ rawDir, workDir, onProgress }: LectureOptions): Promise<LectureBrute> {
  const { candidates, ignores } = await listFolder(rawDir);
  await mkdir(workDir, { recursive: true });
  const faults: DataFault[] = [];
  const fichiers: FichierLu[] = [];
  const ranks = new Map<KindName, number>();
  let voieScolaire = false;
  for (const { fichier, kind } of candidates) {
    const rank = (ranks.get(kind) ?? 0) + 1;
    ranks.set(kind, rank);
    const cible = join(workDir, `${kind}.${rank}.csv`);
    const reading = await readFile({
      path: join(rawDir, fichier),
      fichier,
      kind,
      cible,
      ...(onProgress && { onProgress }),
    });
    if (reading.lu) fichiers.push(reading.lu);
    faults.push(...reading.fautes);
    voieScolaire ||= reading.voieScolaire;
  }
  faults.push(...folderFaults({ rawDir, presents: new Set(ranks.keys()), fichiers, voieScolaire }));
  if (faults.length > 0) throw new DataError(faults);
  return { fichiers, ignores };
}

/** The files of the folder in the order of their names (by character code, the same everywhere), hidden ones left out. */
async function listFolder(rawDir: string): Promise<{ candidates: Candidate[]; ignores: FichierIgnore[] }> {
  const names = await readdir(rawDir).catch((cause: unknown) => {
    throw missingFolder(rawDir, cause);
  });
  const candidates: Candidate[] = [];
  const ignores: FichierIgnore[] = [];
  for (const fichier of names.filter((name) => !name.startsWith('.')).sort()) {
    const recognised = recognise(fichier);
    // A link that leads nowhere has no kind of file: reading it will say so.
    const info = await stat(join(rawDir, fichier)).catch(() => undefined);
    if (info?.isFile() === false) ignores.push({ fichier, raison: 'dossier' });
    else if ('ignore' in recognised) ignores.push({ fichier, raison: recognised.ignore });
    else candidates.push({ fichier, kind: recognised.kind });
  }
  return { candidates, ignores };
}

function missingFolder(rawDir: string, cause: unknown): DataError {
  const error = new DataError([
    {
      source: rawDir,
      expected: 'a folder of exports that can be read',
      received: cause instanceof Error ? cause.message : 'nothing',
      todo: 'Check the path of the raw folder.',
    },
  ]);
  error.cause = cause;
  return error;
}
