import { statSync } from 'node:fs';
import { join } from 'node:path';

import { FICTIF, type Champ, type TypeDeChamp } from '../../../domain/telechargements/champs.ts';
import { compareMillesimes, millesimeEnMots } from '../../../domain/millesime.ts';
import { JEUX, type NomDeJeu } from '../../../domain/telechargements/jeux.ts';
import { BOM, csvLine } from '../../../lib/csv.ts';
import type { Effects, OpenText } from '../../effects.ts';
import type { Contexte } from '../contexte.ts';

/** A whole data set: what it is, and its columns. */
export interface Jeu<Ligne> {
  /** Name of its files, without extension. */
  nom: NomDeJeu;
  champs: readonly Champ<Ligne>[];
  /** In a stable order: the files must be the same from one build to the next. */
  lignes: AsyncIterable<Ligne> | Iterable<Ligne>;
  /** Whose young people a row counts: the rows of each millésime are also files of their own. */
  millesimeDe?: (ligne: Ligne) => string;
}

export interface FichierEcrit {
  /** Path inside `telechargements/`. */
  fichier: string;
  format: 'csv' | 'parquet';
  octets: number;
  sha256: string;
}

/** A data set once written, or its rows of one millésime: what the description says of it. */
export interface JeuEcrit {
  /** `fiches-nationales`, `fiches-nationales-2021-2022`. */
  nom: string;
  /** Set that it is a part of, with the same columns. */
  partieDe?: NomDeJeu;
  millesime?: string;
  titre: string;
  description: string;
  champs: readonly Omit<Champ<never>, 'lire'>[];
  lignes: number;
  fichiers: FichierEcrit[];
}

export const DOSSIER = 'telechargements';
const TYPES_DUCKDB: Record<TypeDeChamp, string> = {
  string: 'varchar',
  integer: 'integer',
  number: 'double',
  boolean: 'boolean',
  date: 'date',
};

/**
 * Writes a data set as CSV, row by row, whole and by millésime in one pass, then the Parquet twin of each file from that very file: the two cannot differ.
 * The whole set comes first, then its millésimes, newest first.
 */
export async function writeJeu<Ligne>(contexte: Contexte, jeu: Jeu<Ligne>): Promise<JeuEcrit[]> {
  const champs = contexte.entete.donnees_fictives ? [...jeu.champs, FICTIF] : jeu.champs;
  const lignesParFichier = await writeCsv(contexte, champs, jeu);
  const { titre, description } = JEUX[jeu.nom];
  const ecrits: JeuEcrit[] = [];
  for (const [millesime, lignes] of [...lignesParFichier].sort(([left], [right]) => compareParties(left, right))) {
    const partie = millesime === undefined ? '' : `, sortie en ${millesimeEnMots(millesime)}`;
    ecrits.push({
      nom: millesime === undefined ? jeu.nom : `${jeu.nom}-${millesime.replace('_', '-')}`,
      ...(millesime === undefined ? {} : { partieDe: jeu.nom, millesime }),
      titre: `${titre}${partie}`,
      description,
      champs: champs.map(({ lire, ...reste }) => reste),
      lignes,
      fichiers: await writeParquet(contexte, cheminDe(jeu.nom, millesime), champs),
    });
  }
  return ecrits;
}

/** Path of a file of a set inside `telechargements/`, without extension. */
const cheminDe = (nom: NomDeJeu, millesime: string | undefined): string =>
  millesime === undefined ? nom : `${nom}/${millesime}`;

/** The whole set first, then the newest millésime. */
function compareParties(left: string | undefined, right: string | undefined): number {
  if (left === undefined || right === undefined) return Number(right === undefined) - Number(left === undefined);
  return compareMillesimes(left, right);
}

/** Rows written by millésime; those of the whole set under `undefined`. */
async function writeCsv<Ligne>(
  { effects }: Contexte,
  champs: readonly Champ<Ligne>[],
  { nom, lignes, millesimeDe }: Jeu<Ligne>,
): Promise<Map<string | undefined, number>> {
  const ouverts = new Map<string | undefined, { texte: OpenText; lignes: number }>();
  const open = (millesime?: string): { texte: OpenText; lignes: number } => {
    const connu = ouverts.get(millesime);
    if (connu !== undefined) return connu;
    const ouvert = { texte: effects.openText(`${DOSSIER}/${cheminDe(nom, millesime)}.csv`), lignes: 0 };
    ouvert.texte.write(BOM + csvLine(champs.map((champ) => champ.nom)));
    ouverts.set(millesime, ouvert);
    return ouvert;
  };
  try {
    const entier = open();
    for await (const ligne of lignes) {
      const line = csvLine(champs.map(({ lire }) => lire(ligne)));
      for (const ouvert of millesimeDe === undefined ? [entier] : [entier, open(millesimeDe(ligne))]) {
        ouvert.texte.write(line);
        ouvert.lignes += 1;
      }
    }
  } finally {
    for (const { texte } of ouverts.values()) texte.close();
  }
  return new Map([...ouverts].map(([millesime, ouvert]) => [millesime, ouvert.lignes]));
}

/** Makes the Parquet twin of a CSV that is written; both, with their sizes and fingerprints. */
async function writeParquet(
  { db, effects }: Contexte,
  chemin: string,
  champs: readonly { nom: string; type: TypeDeChamp }[],
): Promise<FichierEcrit[]> {
  const csv = join(effects.outDir, DOSSIER, `${chemin}.csv`);
  const colonnes = champs.map(({ nom, type }) => [nom, TYPES_DUCKDB[type]] as const);
  await effects.writeWith(`${DOSSIER}/${chemin}.parquet`, (target) => db.csvToParquet(csv, target, colonnes));
  return (['csv', 'parquet'] as const).map((format) => decrire(effects, `${chemin}.${format}`, format));
}

function decrire({ outDir, empreintes }: Effects, fichier: string, format: FichierEcrit['format']): FichierEcrit {
  const sha256 = empreintes.get(`${DOSSIER}/${fichier}`);
  if (sha256 === undefined) throw new Error(`not written: ${fichier}`);
  return { fichier, format, octets: statSync(join(outDir, DOSSIER, fichier)).size, sha256 };
}
