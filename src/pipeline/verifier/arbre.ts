import {
  closeSync,
  createReadStream,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  statSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { createInterface } from 'node:readline';
import { gunzipSync } from 'node:zlib';

import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';

import { quote, type Database } from '../database.ts';
import { ditUnChiffre, isObjet, nommeUneFigure, type Objet } from './fiche-lue.ts';
import { lireHtml } from './html.ts';
import type { Releve } from './releve.ts';

/** Above this size a text file is read row by row, not at once: bytes. */
const GRAND = 64_000_000;
/** What Pagefind puts before the JSON of a fragment. */
const ENTETE_PAGEFIND = 'pagefind_dcd';
/** Parquet files read by one query. */
const PARQUETS_A_LA_FOIS = 200;
const MARQUE_D_UN_FICHIER_JSON = '"millesime"';

/** What reads files that only DuckDB can read, made when it is first needed. */
type OuvrirBase = () => Promise<Database>;

/**
 * The files of a finished tree that are read, by path. Folders whose name begins with a dot are the build's own and are not published; those of `dejaLus` are
 * left out. A file under several names is read under the first.
 */
export function listerArbre(racine: string, dejaLus: readonly string[]): string[] {
  const vus = new Set<bigint>();
  const isNew = (fichier: string): boolean => {
    const { ino, nlink } = statSync(join(racine, fichier), { bigint: true });
    if (nlink === 1n) return true;
    if (vus.has(ino)) return false;
    vus.add(ino);
    return true;
  };
  return readdirSync(racine, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(racine, join(entry.parentPath, entry.name)))
    .filter((fichier) => !fichier.startsWith('.') && !dejaLus.some((dossier) => fichier.startsWith(`${dossier}/`)))
    .filter((fichier) => extensionDe(fichier) === PARQUET || LECTEURS[extensionDe(fichier)] !== undefined)
    .sort()
    .filter(isNew);
}

/** Reads files of a tree into `releve`: JSON, CSV, Parquet, archives, pages, drawings and search index. */
export async function lireArbre(
  releve: Releve,
  racine: string,
  fichiers: readonly string[],
  ouvrir: OuvrirBase,
): Promise<void> {
  for (const fichier of fichiers) {
    releve.fichiersLus += 1;
    await LECTEURS[extensionDe(fichier)]?.(releve, fichier, join(racine, fichier), ouvrir);
  }
  const parquets = fichiers
    .filter((fichier) => extensionDe(fichier) === PARQUET)
    .map((fichier) => join(racine, fichier));
  for (let rang = 0; rang < parquets.length; rang += PARQUETS_A_LA_FOIS)
    await lireParquets(releve, racine, parquets.slice(rang, rang + PARQUETS_A_LA_FOIS), await ouvrir());
}

const PARQUET = 'parquet';
const extensionDe = (fichier: string): string => /\.([a-z_]+)$/.exec(fichier)?.[1] ?? '';

type Lecteur = (releve: Releve, fichier: string, chemin: string, ouvrir: OuvrirBase) => Promise<void> | void;

const LECTEURS: Partial<Record<string, Lecteur>> = {
  json: lireJson,
  jsonld: lireJson,
  geojson: lireJson,
  ndjson: lireJsonParLignes,
  csv: lireCsv,
  html: (releve, fichier, chemin) => lireHtml(releve, fichier, readFileSync(chemin, 'utf8')),
  svg: (releve, fichier, chemin) => lireHtml(releve, fichier, readFileSync(chemin, 'utf8')),
  zip: lireZip,
  pf_fragment: lireFragment,
};

async function lireJson(releve: Releve, fichier: string, chemin: string): Promise<void> {
  if (statSync(chemin).size > GRAND) return lireJsonParLignes(releve, fichier, chemin);
  const bytes = readFileSync(chemin);
  if (bytes.includes(MARQUE_D_UN_FICHIER_JSON) || bytes.includes('"uai"'))
    releve.lireJson(fichier, JSON.parse(bytes.toString('utf8')));
}

/** A large list: one record a line, between the lines of its wrapper. */
async function lireJsonParLignes(releve: Releve, fichier: string, chemin: string): Promise<void> {
  for await (const ligne of createInterface({ input: createReadStream(chemin), crlfDelay: Infinity })) {
    if (!ligne.includes(MARQUE_D_UN_FICHIER_JSON)) continue;
    const debut = ligne.indexOf('{');
    releve.lireJson(fichier, JSON.parse(ligne.slice(debut, ligne.lastIndexOf('}') + 1)));
  }
}

async function lireCsv(releve: Releve, fichier: string, chemin: string, ouvrir: OuvrirBase): Promise<void> {
  if (!premiersOctets(chemin).includes('millesime')) return;
  if (statSync(chemin).size > GRAND)
    return lireParSql(releve, fichier, ouvrir, `read_csv(${quote(chemin)}, header = true, all_varchar = true)`);
  lireTexteCsv(releve, fichier, readFileSync(chemin, 'utf8'));
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

/** Enough of a file to read its header line. */
function premiersOctets(chemin: string): string {
  const handle = openSync(chemin, 'r');
  try {
    const bytes = Buffer.alloc(4096);
    return bytes.toString('utf8', 0, readSync(handle, bytes));
  } finally {
    closeSync(handle);
  }
}

async function lireParSql(releve: Releve, fichier: string, ouvrir: OuvrirBase, source: string): Promise<void> {
  const db = await ouvrir();
  for await (const ligne of db.stream<Objet>(`select * from ${source}`)) releve.lireLigne(fichier, ligne);
}

/** Rows of many Parquet files at once: the columns that tell who a record is, and the names of its figures, as one list made by DuckDB. */
async function lireParquets(releve: Releve, racine: string, chemins: readonly string[], db: Database): Promise<void> {
  const source = `read_parquet([${chemins.map(quote).join(', ')}], union_by_name = true, filename = 'chemin')`;
  const colonnes = await db.all<{ column_name: string }>(`describe select * from ${source}`);
  const noms = colonnes.map(({ column_name: nom }) => nom).filter((nom) => nom !== 'chemin');
  const isFigure = (nom: string): boolean => nommeUneFigure(nom) && nom !== 'formation';
  const figures = noms.filter(isFigure).map((nom) => `if(nullif("${nom}"::varchar, '') is null, null, ${quote(nom)})`);
  const autres = noms.filter((nom) => !isFigure(nom)).map((nom) => `"${nom}"::varchar as "${nom}"`);
  const rows = db.stream<Objet & { chemin: string; figures: string[] }>(
    `select chemin, ${[...autres.filter((nom) => IDENTITE.test(nom)), `list_filter([${figures.join(', ')}], lambda nom : nom is not null) as figures`].join(', ')}
     from ${source}`,
  );
  for await (const { chemin, figures: montre, ...ligne } of rows) {
    const presents = Object.entries(ligne).filter(([, value]) => value !== null);
    releve.lireLigne(relative(racine, chemin), {
      ...Object.fromEntries(presents),
      ...Object.fromEntries(montre.map((nom) => [nom, true])),
    });
  }
}

/** Columns that tell which record a row is, and why it hides figures. */
const IDENTITE =
  /^"(code_certification|filiere|millesime|maille|region|region_code|uai|perimetre|nb_annee_term|absence|mesure|indicateur|donnee_source_type|donnee_source_code_certification|uai_donnee)"/;

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
