import { closeSync, existsSync, openAsBlob, openSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';

import { CatalogueRefuse, type Bilan } from '../domain/catalogue/bilan.ts';
import { fichiersDuCatalogue, RACINE_DU_CATALOGUE } from '../domain/catalogue/fichiers.ts';
import { joindreCatalogue } from '../domain/catalogue/traiter.ts';
import {
  COLONNES_DE_COUVERTURE,
  fauteEnMots,
  inconnusEnMots,
  lectureEnMots,
  phraseDeBilan,
  phraseDesColonnes,
  phraseDuFormat,
  remarques,
  tableDeCouverture,
  type FauteEnMots,
} from '../domain/phrases-catalogue.ts';
import { ABSENCES_EN_MOTS } from '../domain/phrases.ts';
import { CsvIllisible } from '../lib/csv-lecture.ts';
import { UserError } from '../lib/errors.ts';
import { formatTable } from '../lib/table.ts';

export interface OptionsDeCouverture {
  /** The catalogue, a CSV file. */
  fichier: string;
  /** A built site, or the output of a data step. */
  distDir: string;
  /** Where the enriched catalogue goes. */
  outFile: string;
  /** Address of the site without final slash; empty when it is not known: links then begin with a slash. */
  adresse: string;
}

/**
 * `npm run coverage`: joins a catalogue with the files of a built site, writes the enriched CSV, complete or not at all, and returns the report.
 * Throws `UserError` with every fault of the file.
 */
export async function couvrir({ fichier, distDir, outFile, adresse }: OptionsDeCouverture): Promise<string> {
  const racine = join(distDir, RACINE_DU_CATALOGUE);
  verifier(fichier, racine, outFile);
  const partiel = `${outFile}.${process.pid}.partiel`;
  try {
    const bilan = await ecrire(partiel, async (sortie) =>
      joindreCatalogue({
        source: await openAsBlob(fichier),
        lire: (chemin) => readFile(join(racine, chemin), 'utf8'),
        adresse,
        ecrire: (texte) => writeSync(sortie, texte),
      }),
    );
    renameSync(partiel, outFile);
    return rapport(bilan, outFile);
  } catch (error) {
    rmSync(partiel, { force: true });
    throw toUserError(error, fichier);
  }
}

async function ecrire<T>(path: string, work: (file: number) => Promise<T>): Promise<T> {
  const file = openSync(path, 'w');
  try {
    return await work(file);
  } finally {
    closeSync(file);
  }
}

function verifier(fichier: string, racine: string, outFile: string): void {
  if (!existsSync(fichier) || !statSync(fichier).isFile())
    throw new UserError(`${fichier}${attente('un fichier CSV', 'rien à cet endroit', 'vérifier le nom du fichier')}`);
  if (!existsSync(join(racine, fichiersDuCatalogue.sommaire)))
    throw new UserError(
      `${racine}${attente("les fichiers d'un site construit", 'aucun', 'lancer `npm run build`, ou donner le dossier du site avec --dist')}`,
    );
  if (resolve(fichier) === resolve(outFile))
    throw new UserError(`--out${attente('un autre fichier que le catalogue', outFile, 'choisir un autre nom')}`);
}

const attente = (attendu: string, recu: string, conseil: string): string =>
  ` : attendu ${attendu}, reçu ${recu}. Que faire : ${conseil}${conseil.endsWith('.') ? '' : '.'}`;

function toUserError(error: unknown, fichier: string): unknown {
  if (error instanceof CsvIllisible)
    return new UserError(formatFaute(lectureEnMots(error.faute, error.ligne), fichier), { cause: error });
  if (error instanceof CatalogueRefuse)
    return new UserError(formatFaute(fauteEnMots(error.faute), fichier), { cause: error });
  return error;
}

/** file:line first, so that editors and terminals can open it (as lib/errors.ts); each faulty line has its own. */
function formatFaute({ attendu, recu, conseil, lignes }: FauteEnMots, fichier: string): string {
  const places = lignes.length === 0 ? [fichier] : lignes.map((ligne) => `${fichier}:${ligne}`);
  return places
    .map((place) => `${place}${attente(attendu, recu, conseil)}`)
    .join('\n')
    .replace(/[\u00a0\u202f]/g, ' ');
}

/** The report, with plain spaces: a terminal is no page. */
function rapport(bilan: Bilan, outFile: string): string {
  const couverture = tableDeCouverture(bilan, ABSENCES_EN_MOTS);
  const { titre, elements } = inconnusEnMots(bilan);
  const [resultat, ...colonnes] = COLONNES_DE_COUVERTURE;
  const motifs = couverture.filter(({ avecChiffre }) => !avecChiffre);
  return [
    `${bilan.edition}.`,
    `${phraseDuFormat(bilan.format)} ${phraseDesColonnes(bilan.colonnes)}`,
    phraseDeBilan(bilan),
    ...remarques(bilan),
    '',
    formatTable(
      [resultat, ...colonnes],
      couverture.map((ligne) => [ligne.titre, String(ligne.nombre), ligne.part]),
    ),
    '',
    ...motifs.map(({ titre: motif, conseil }) => `${motif} : ${conseil}`),
    ...(bilan.inconnus.length === 0 ? [] : [titre, ...elements.map((element) => `  ${element}`)]),
    '',
    `Catalogue enrichi : ${outFile}`,
  ]
    .join('\n')
    .replace(/[\u00a0\u202f]/g, ' ');
}

/** `dossier/catalogue.csv` → `catalogue-enrichi.csv`, in the current folder: the input may lie where nothing can be written. */
export const nomDeSortie = (fichier: string): string => `${basename(fichier).replace(/\.[^.]*$/, '')}-enrichi.csv`;
