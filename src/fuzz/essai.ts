import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { DataError, UserError, type DataFault } from '../lib/errors.ts';
import { buildData } from '../pipeline/build.ts';
import { fileEffects } from '../pipeline/effects.ts';
import { readFile } from '../pipeline/reader/read-file.ts';
import { readRaw } from '../pipeline/reader/read-raw.ts';
import { recognise } from '../pipeline/reader/recognise.ts';
import type { Dossier } from './base.ts';
import { lireLignes, type Lignes } from './lignes.ts';
import type { Mutant } from './mutant.ts';
import { chiffresSansCause, comparerLectures, sansCause, touches } from './oracle.ts';
import { relire, type Relecture } from './publies.ts';

/**
 * What became of a mutant.
 * - `refuse`: the build stopped, and says where and what to do
 * - `identique`: the records read, hence the files, are those of the clean folder
 * - `explique`: other figures, all of which come from records that the mutant changed
 * - `faux`: something is published that nothing explains, or that attacks who reads it
 * - `plante`: it stopped without saying where
 */
export const VERDICTS = ['refuse', 'identique', 'explique', 'faux', 'plante'] as const;
export type Verdict = (typeof VERDICTS)[number];

export interface Resultat {
  verdict: Verdict;
  /** What it said, or what is wrong. */
  detail: string;
}

/** The clean folder: what is read in it and what it publishes. */
export interface Reference {
  dossier: Dossier;
  lignes: Lignes;
  relecture: Relecture;
}

export interface Atelier {
  /** Folder of scratch files, on a fast disk. */
  scratch: string;
  today: string;
}

/** Builds the clean folder once. Throws if it is not clean. */
export async function faireReference(dossier: Dossier, atelier: Atelier): Promise<Reference> {
  return dansUnDossier(atelier, dossier, async (rawDir, workDir) => {
    const lignes = lireLignes(await readRaw({ rawDir, workDir }));
    const relecture = await publier(rawDir, workDir, atelier);
    if (relecture.fautes.length > 0) throw new Error(`the clean folder is not clean:\n${relecture.fautes.join('\n')}`);
    return { dossier, lignes, relecture };
  });
}

/**
 * What is read in a mutant. Files that are those of the clean folder are not read again: most mutants stop here, in milliseconds. Throws `DataError` with
 * the faults of the others; those of the folder as a whole come with the data step.
 */
async function lire(dossier: Dossier, reference: Reference, rawDir: string, workDir: string): Promise<Lignes> {
  // A file more, or less: the folder itself may be at fault.
  if (dossier.size !== reference.dossier.size) return lireLignes(await readRaw({ rawDir, workDir }));
  const lignes = new Map(reference.lignes);
  for (const [fichier, octets] of dossier) {
    const kind = recognise(fichier);
    if (octets === reference.dossier.get(fichier) || !('kind' in kind)) continue;
    const cible = join(workDir, `lu-${fichier}`);
    const { lu, fautes } = await readFile({ path: join(rawDir, fichier), fichier, cible, ...kind });
    if (fautes.length > 0) throw new DataError(fautes);
    if (lu !== undefined) for (const [nom, lues] of lireLignes({ fichiers: [lu], ignores: [] })) lignes.set(nom, lues);
  }
  return lignes;
}

/** Reads a mutant, and builds it when it reads otherwise than the clean folder. Never throws. */
export async function essayer({ dossier, effet }: Mutant, reference: Reference, atelier: Atelier): Promise<Resultat> {
  try {
    return await dansUnDossier(atelier, dossier, async (rawDir, workDir) => {
      const lignes = await lire(dossier, reference, rawDir, workDir);
      const ecarts = comparerLectures(reference.lignes, lignes);
      if (ecarts.perdus.length + ecarts.nouveaux.length === 0) return { verdict: 'identique', detail: '' };
      const [first] = [...ecarts.nouveaux, ...ecarts.perdus];
      if (effet === 'rien')
        return {
          verdict: 'faux',
          detail: `accepted, and read otherwise: ${first?.fichier ?? ''}:${first?.ligne ?? 0} ${first?.texte ?? ''}`,
        };
      const fichiers = [...ecarts.perdus, ...ecarts.nouveaux].map(({ fichier }) => fichier);
      const lectures = sansCause(fichiers, reference.dossier, dossier, [reference.lignes, lignes]);
      if (lectures.length > 0) return { verdict: 'faux', detail: lectures.slice(0, 3).join('\n') };
      const relecture = await publier(rawDir, workDir, atelier);
      const touched = effet === 'repetition' ? new Set<string>() : touches(ecarts, [reference.lignes, lignes]);
      return juger(relecture, chiffresSansCause(reference.relecture.chiffres, relecture.chiffres, touched));
    });
  } catch (error) {
    return jugerErreur(error, [...dossier.keys()]);
  }
}

export function juger({ fautes }: Relecture, chiffres: readonly string[]): Resultat {
  const all = [...fautes, ...chiffres];
  return all.length === 0
    ? { verdict: 'explique', detail: '' }
    : { verdict: 'faux', detail: all.slice(0, 3).join('\n') };
}

/** A refusal names a file of the folder, or the folder itself, and says what to do; anything else is a crash. */
export function jugerErreur(error: unknown, fichiers: readonly string[]): Resultat {
  const detail = error instanceof Error ? error.message : String(error);
  if (error instanceof DataError && error.faults.every((fault) => isLocated(fault, fichiers)))
    return { verdict: 'refuse', detail };
  if (error instanceof UserError && fichiers.some((fichier) => detail.includes(fichier)))
    return { verdict: 'refuse', detail };
  return { verdict: 'plante', detail: error instanceof Error ? (error.stack ?? detail) : detail };
}

const isLocated = ({ source, expected, received, todo, line }: DataFault, fichiers: readonly string[]): boolean =>
  (fichiers.includes(source) || source.startsWith('/')) &&
  (line ?? 1) > 0 &&
  [expected, received, todo].every((part) => part !== '');

/** The data step, then its files read back as a stranger would. */
async function publier(rawDir: string, workDir: string, { today }: Atelier): Promise<Relecture> {
  const outDir = join(workDir, 'publie');
  mkdirSync(outDir, { recursive: true });
  await buildData(
    { rawDir, workDir: join(workDir, 'etape'), today, api: 'leger' },
    fileEffects(outDir, () => undefined),
  );
  return relire(outDir);
}

/** Writes a folder, gives it with a place to work in, and takes both away. */
async function dansUnDossier<T>(
  { scratch }: Atelier,
  dossier: Dossier,
  work: (rawDir: string, workDir: string) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(scratch, 'mutant-'));
  const [rawDir, workDir] = [join(folder, 'raw'), join(folder, 'travail')];
  try {
    mkdirSync(rawDir);
    mkdirSync(workDir);
    for (const [nom, octets] of dossier) writeFileSync(join(rawDir, nom), octets);
    return await work(rawDir, workDir);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
