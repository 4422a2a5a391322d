import { writeFolder } from './ecriture.ts';
import { fichiersOf } from './fichiers.ts';
import { buildModele } from './modele.ts';

export interface GenerateOptions {
  /** Folder to write: empty, missing, or written by an earlier run. */
  out: string;
  seed: number;
  /** Rows of the InserSup open data, to try the build at full size; a few hundred when not given. */
  insersupLignes?: number | undefined;
}

/** Writes a fictional raw folder, the same bytes for the same seed; gives the size of each file in bytes. */
export function generate({ out, seed, insersupLignes }: GenerateOptions): Map<string, number> {
  return writeFolder(out, fichiersOf(buildModele(seed), insersupLignes));
}
