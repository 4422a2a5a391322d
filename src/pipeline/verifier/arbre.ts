import { hash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { gunzipSync } from 'node:zlib';

import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';

import type { Database } from '../database.ts';
import { ditUnChiffre, isObjet, type Objet } from './fiche-lue.ts';
import { lireHtml } from './html.ts';
import { heriter, type Releve, type ReleveDit } from './releve.ts';
import { lireTables } from './tables.ts';

/** Above this size a list is read line by line, not at once: bytes. */
const LONGUE = 256_000;
/** What Pagefind puts before the JSON of a fragment. */
const ENTETE_PAGEFIND = 'pagefind_dcd';
const MARQUE_D_UN_FICHIER_JSON = '"millesime"';
/** Around the lines of a list. */
const [DEBUT_DE_LISTE, FIN_DE_LISTE, VIRGULE] = ['[\n{', '\n]', 0x2c] as const;

/** Records of each line of a list that was read, by what tells the line. */
type LignesVues = Map<string, number>;

/** What reads files that only DuckDB can read, made when it is first needed. */
type OuvrirBase = () => Promise<Database>;

/** A file to read. */
export interface FichierALire {
  /** Path below the root of the tree. */
  fichier: string;
  octets: number;
  /** Its bytes on the disk, whatever their names. */
  inode: string;
}

const TOUT = { withFileTypes: true, recursive: true } as const;

/** What was read: which bytes of the disk, and what they say. */
export interface ArbreLu {
  inodes: ReadonlySet<string>;
  releve: ReleveDit;
}

/** What needs no reading: it was read back already. */
export interface DejaLu {
  /** Folders at its top. */
  dossiers?: readonly string[];
  /** When given, all but these files. */
  seulement?: readonly string[];
  /** What was read of this tree or another: of a file with several names, the same bytes are read once. A copy is read, and so is what came after that reading. */
  arbre?: ArbreLu;
}

/**
 * The files of a finished tree that are read, by path. Folders whose name begins with a dot are the build's own and are not published. A file under several
 * names is read under the first.
 */
export function listerArbre(racine: string, { dossiers = [], seulement, arbre }: DejaLu = {}): FichierALire[] {
  // What is asked for by name was written since, were it in place of what was read.
  const vus = new Set(seulement === undefined ? arbre?.inodes : []);
  return (seulement ?? parcourir(racine, dossiers))
    .filter((fichier) => estUneTable(fichier) || LECTEURS[extensionDe(fichier)] !== undefined)
    .toSorted()
    .flatMap((fichier) => {
      const { dev, ino, nlink, size } = statSync(join(racine, fichier), { bigint: true });
      const inode = `${dev}:${ino}`;
      // With one name it is no file of another tree, whatever was read under its number before.
      if (nlink > 1n && vus.has(inode)) return [];
      vus.add(inode);
      return [{ fichier, octets: Number(size), inode }];
    });
}

/** The published files of a tree, but for these folders at its top. */
function parcourir(racine: string, dossiers: readonly string[]): string[] {
  return readdirSync(racine, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.') && !dossiers.includes(name))
    .flatMap((entry) => (entry.isDirectory() ? readdirSync(join(racine, entry.name), TOUT) : [entry]))
    .filter((entry) => entry.isFile())
    .map((entry) => relative(racine, join(entry.parentPath, entry.name)));
}

/** Reads files of a tree into `releve`: JSON, archives, pages, drawings and search index in their order, then the tables together. */
export async function lireArbre(
  releve: Releve,
  racine: string,
  fichiers: readonly string[],
  ouvrir: OuvrirBase,
): Promise<void> {
  releve.fichiersLus += fichiers.length;
  const vues: LignesVues = new Map();
  for (const fichier of fichiers) LECTEURS[extensionDe(fichier)]?.(releve, fichier, join(racine, fichier), vues);
  const tables = (extension: string): string[] => fichiers.filter((fichier) => extensionDe(fichier) === extension);
  await lireTables(releve, racine, { csv: tables('csv'), parquet: tables('parquet') }, ouvrir);
}

const extensionDe = (fichier: string): string => /\.([a-z_]+)$/.exec(fichier)?.[1] ?? '';
/** CSV and Parquet: what DuckDB reads. */
export const estUneTable = (fichier: string): boolean => ['csv', 'parquet'].includes(extensionDe(fichier));

type Lecteur = (releve: Releve, fichier: string, chemin: string, vues: LignesVues) => void;

const LECTEURS: Partial<Record<string, Lecteur>> = {
  json: lireJson,
  jsonld: lireJson,
  geojson: lireJson,
  ndjson: lireNdjson,
  html: (releve, fichier, chemin) => lireHtml(releve, fichier, readFileSync(chemin, 'utf8')),
  svg: (releve, fichier, chemin) => lireHtml(releve, fichier, readFileSync(chemin, 'utf8')),
  zip: lireZip,
  pf_fragment: lireFragment,
};

function lireJson(releve: Releve, fichier: string, chemin: string, vues: LignesVues): void {
  const bytes = readFileSync(chemin);
  if (!bytes.includes(MARQUE_D_UN_FICHIER_JSON) && !bytes.includes('"uai"')) return;
  const debut = bytes.indexOf(DEBUT_DE_LISTE);
  if (bytes.length > LONGUE && debut >= 0) lireLongueListe(releve, fichier, bytes, vues);
  else releve.lireJson(fichier, JSON.parse(bytes.toString('utf8')));
}

/** One value a line. */
function lireNdjson(releve: Releve, fichier: string, chemin: string): void {
  for (const ligne of readFileSync(chemin, 'utf8').split('\n'))
    if (ligne.trim() !== '') releve.lireJson(fichier, JSON.parse(ligne));
}

/** One record a line, between the two lines of the wrapper. The same line stands in the lists of France, of a region and of an academy: it is read once. */
function lireLongueListe(releve: Releve, fichier: string, bytes: Buffer, vues: LignesVues): void {
  const [debut, fin] = [bytes.indexOf(DEBUT_DE_LISTE) + 1, bytes.lastIndexOf(FIN_DE_LISTE)];
  const enveloppe = JSON.parse(bytes.toString('utf8', 0, debut) + bytes.toString('utf8', fin)) as Objet;
  releve.lireJson(fichier, enveloppe);
  const herite = heriter(enveloppe, {});
  const contexte = JSON.stringify(herite);
  for (let depart = debut + 1; depart < fin;) {
    const suite = bytes.indexOf('\n', depart);
    const ligne = bytes.toString('utf8', depart, bytes[suite - 1] === VIRGULE ? suite - 1 : suite);
    depart = suite + 1;
    const cle = hash('sha1', contexte + ligne, 'base64');
    const connues = vues.get(cle);
    const avant = releve.fichesComparees;
    if (connues === undefined) releve.lireJson(fichier, JSON.parse(ligne), herite);
    else releve.fichesComparees += connues;
    vues.set(cle, releve.fichesComparees - avant);
  }
}

function lireTexteCsv(releve: Releve, fichier: string, texte: string): void {
  const propre = texte.replace(/^\ufeff/, '');
  const delimiter = propre.slice(0, propre.indexOf('\n')).includes(';') ? ';' : ',';
  const [noms = [], ...lignes] = Papa.parse<string[]>(propre, { skipEmptyLines: true, delimiter }).data;
  for (const ligne of lignes) releve.lireLigne(fichier, toObjet(noms, ligne));
}

/** What is in an archive, as if it stood beside it; a file that does stand there, byte for byte, is read there. */
function lireZip(releve: Releve, fichier: string, chemin: string): void {
  for (const [nom, bytes] of Object.entries(unzipSync(readFileSync(chemin)))) {
    const voisin = join(dirname(chemin), nom);
    if (existsSync(voisin) && readFileSync(voisin).equals(bytes)) continue;
    const texte = strFromU8(bytes);
    if (nom.endsWith('.json')) releve.lireJson(`${fichier}/${nom}`, JSON.parse(texte));
    if (nom.endsWith('.csv')) lireTexteCsv(releve, `${fichier}/${nom}`, texte);
  }
}

/** A row of text without its empty cells, which say nothing. */
function toObjet(noms: readonly string[], ligne: readonly string[]): Objet {
  const objet: Objet = {};
  for (const [rang, cellule] of ligne.entries()) {
    const nom = noms[rang];
    if (nom !== undefined && cellule !== '') objet[nom] = cellule;
  }
  return objet;
}

/** The search index holds words, codes and places, and no figure at all: a percentage, an amount or « sur 100 » is one too many. */
function lireFragment(releve: Releve, fichier: string, chemin: string): void {
  const texte = gunzipSync(readFileSync(chemin)).toString('utf8');
  const fragment: unknown = JSON.parse(texte.startsWith(ENTETE_PAGEFIND) ? texte.slice(ENTETE_PAGEFIND.length) : texte);
  for (const part of Array.isArray(fragment) ? (fragment as unknown[]) : [fragment]) {
    const { url, content, meta } = isObjet(part) ? part : {};
    const textes = [content, ...(isObjet(meta) ? Object.values(meta) : [])].filter(
      (value) => typeof value === 'string',
    );
    const dits = textes.filter(ditUnChiffre);
    if (dits.length > 0)
      releve.fuites.push({ fichier, cellule: typeof url === 'string' ? url : fichier, montre: dits });
  }
}
