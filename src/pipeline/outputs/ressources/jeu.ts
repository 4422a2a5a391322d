import { createHash } from 'node:crypto';
import { closeSync, openSync, readFileSync, statSync, writeFileSync } from 'node:fs';

import { FICTIF, type Champ, type TypeDeChamp } from '../../../domain/telechargements/champs.ts';
import { JEUX, type NomDeJeu } from '../../../domain/telechargements/jeux.ts';
import { BOM, csvLine } from '../../../lib/csv.ts';
import type { Contexte } from '../contexte.ts';

/** A whole data set: what it is, and its columns. */
export interface Jeu<Ligne> {
  /** Name of its files, without extension. */
  nom: NomDeJeu;
  champs: readonly Champ<Ligne>[];
  /** In a stable order: the files must be the same from one build to the next. */
  lignes: AsyncIterable<Ligne> | Iterable<Ligne>;
}

export interface FichierEcrit {
  /** Name inside `telechargements/`. */
  fichier: string;
  format: 'csv' | 'parquet';
  octets: number;
  sha256: string;
}

/** A data set once written: what the description says of it. */
export interface JeuEcrit {
  nom: NomDeJeu;
  titre: string;
  description: string;
  champs: readonly Omit<Champ<never>, 'lire'>[];
  lignes: number;
  fichiers: FichierEcrit[];
}

export const DOSSIER = 'telechargements';
/** Characters kept in memory before they are written. */
const TAMPON = 1 << 20;

const TYPES_DUCKDB: Record<TypeDeChamp, string> = {
  string: 'varchar',
  integer: 'integer',
  number: 'double',
  boolean: 'boolean',
  date: 'date',
};

/** Writes a data set as CSV, row by row, then its Parquet twin from that very file: the two cannot differ. */
export async function writeJeu<Ligne>({ db, effects, entete }: Contexte, jeu: Jeu<Ligne>): Promise<JeuEcrit> {
  const champs = entete.donnees_fictives ? [...jeu.champs, FICTIF] : jeu.champs;
  const fichiers: FichierEcrit[] = [];
  let csv = '';
  let lignes = 0;
  await effects.writeWith(`${DOSSIER}/${jeu.nom}.csv`, async (target) => {
    csv = target;
    lignes = await writeCsv(target, champs, jeu.lignes);
    fichiers.push({ fichier: `${jeu.nom}.csv`, format: 'csv', ...empreinte(target) });
  });
  await effects.writeWith(`${DOSSIER}/${jeu.nom}.parquet`, async (target) => {
    await db.csvToParquet(
      csv,
      target,
      champs.map(({ nom, type }) => [nom, TYPES_DUCKDB[type]] as const),
    );
    fichiers.push({ fichier: `${jeu.nom}.parquet`, format: 'parquet', ...empreinte(target) });
  });
  return { nom: jeu.nom, ...JEUX[jeu.nom], champs: champs.map(({ lire, ...reste }) => reste), lignes, fichiers };
}

async function writeCsv<Ligne>(
  target: string,
  champs: readonly Champ<Ligne>[],
  lignes: Jeu<Ligne>['lignes'],
): Promise<number> {
  const file = openSync(target, 'w');
  try {
    let tampon = BOM + csvLine(champs.map(({ nom }) => nom));
    let count = 0;
    for await (const ligne of lignes) {
      tampon += csvLine(champs.map(({ lire }) => lire(ligne)));
      count += 1;
      if (tampon.length < TAMPON) continue;
      writeFileSync(file, tampon);
      tampon = '';
    }
    writeFileSync(file, tampon);
    return count;
  } finally {
    closeSync(file);
  }
}

function empreinte(target: string): { octets: number; sha256: string } {
  return { octets: statSync(target).size, sha256: createHash('sha256').update(readFileSync(target)).digest('hex') };
}
