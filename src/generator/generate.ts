import { resolve } from 'node:path';

import { UserError } from '../lib/errors.ts';
import { DEMONSTRATION, echelleNationale } from './echelle.ts';
import { writeFolder } from './ecriture.ts';
import { fichiersOf } from './fichiers.ts';
import { buildModele } from './modele.ts';

export interface GenerateOptions {
  /** Folder to write: empty, missing, or written by an earlier run. */
  out: string;
  seed: number;
  /** Fraction of the real country, 1 for all of it; the demonstration when not given. */
  fraction?: number | undefined;
  /** Rows of the InserSup open data, to try the build at full size; what the scale says when not given. */
  insersupLignes?: number | undefined;
  /** Told of each step, with its seconds. */
  log?: (line: string) => void;
}

/** Folder of the committed demonstration, which no other scale may take the place of. */
export const DOSSIER_DE_DEMONSTRATION = resolve(import.meta.dirname, '../../data/demo');
/** Bytes of the whole country, a little more than measured, and those of its InserSup rows (decision 0018). */
const OCTETS_DU_PAYS = 1_100_000_000;
const OCTETS_PAR_LIGNE_INSERSUP = 600;
/** Fewer schools would be nobody. */
const FRACTION_MIN = 1 / 1000;

/** `national` → 1, `1/20` → 0.05, `0.25` → 0.25. Throws `UserError` on anything else. */
export function chooseFraction(asked: string): number {
  const [, part = '', whole = '1'] = /^(\d+(?:\.\d+)?)(?:\/(\d+))?$/.exec(asked === 'national' ? '1' : asked) ?? [];
  const fraction = Number(part) / Number(whole);
  if (part !== '' && fraction >= FRACTION_MIN && fraction <= 1) return fraction;
  throw new UserError(
    `--scale expects "national" or a fraction of it from 1/1000 to 1, such as 1/20, received "${asked}".`,
  );
}

function neededBytes(fraction: number | undefined, insersupLignes = 0): number {
  return insersupLignes * OCTETS_PAR_LIGNE_INSERSUP + (fraction ?? 0) * OCTETS_DU_PAYS;
}

/** Writes a fictional raw folder, the same bytes for the same seed and scale; gives the size of each file in bytes. */
export function generate({ out, seed, fraction, insersupLignes, log }: GenerateOptions): Map<string, number> {
  if (fraction !== undefined && resolve(out) === DOSSIER_DE_DEMONSTRATION) {
    throw new UserError(`${out} is the demonstration, which has its own scale: choose another folder with --out`);
  }
  let start = performance.now();
  const step = (name: string): void => {
    const now = performance.now();
    log?.(`  ${name} : ${((now - start) / 1000).toFixed(1)} s`);
    start = now;
  };
  const modele = buildModele(seed, fraction === undefined ? DEMONSTRATION : echelleNationale(fraction));
  step('modèle');
  const needed = neededBytes(fraction, insersupLignes);
  return writeFolder(out, fichiersOf(modele, insersupLignes), { onFile: step, needed });
}
