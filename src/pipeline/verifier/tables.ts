import { closeSync, openSync, readSync } from 'node:fs';
import { join, relative } from 'node:path';

import { quote, type Database } from '../database.ts';
import { withoutNulls } from '../outputs/write.ts';
import { identiteDe, NOMBRES_PUBLICS, nommeUneFigure, type Objet } from './fiche-lue.ts';
import type { Releve } from './releve.ts';

/** A header is shorter than this: bytes. */
const TAILLE_D_ENTETE = 16_384;
/** Files read by one query. */
const FICHIERS_A_LA_FOIS = 400;
/** Columns that tell which record a row is, and why it hides figures. */
const QUI = new Set([
  ...['code_certification', 'filiere', 'millesime', 'maille', 'region', 'region_code', 'uai', 'perimetre'],
  ...['nb_annee_term', 'absence', 'donnee_source_type', 'donnee_source_code_certification', 'uai_donnee'],
]);
/** Columns that name the figure of a row, in tables of one figure a row. */
const NOMS_DE_FIGURE = new Set(['mesure', 'indicateur']);
/** Numbers of a record that are no secret. */
const PUBLICS = [...NOMBRES_PUBLICS].map(quote).join(', ');

/** What DuckDB can read: a table as SQL writes it, with its path in `chemin`, and its columns. */
interface Source {
  sql: string;
  colonnes: readonly string[];
}

/** The rows of one record, as one: the columns of `QUI`, and what follows. */
interface Resume extends Objet {
  /** Do they show a figure? Do they say that they hide one? */
  _montree: boolean;
  _masquee: boolean;
  _lignes: number;
}

/**
 * Reads CSV and Parquet files, all of them at once: a hundred lists say the same of one record, and a list may say it one figure a row. DuckDB makes one row of
 * those of a record, and the rules look at that one.
 */
export async function lireTables(
  releve: Releve,
  racine: string,
  { csv, parquet }: Record<'csv' | 'parquet', readonly string[]>,
  ouvrir: () => Promise<Database>,
): Promise<void> {
  const sources = sourcesCsv(csv.map((fichier) => join(racine, fichier)));
  for (const lot of parLots(parquet.map((fichier) => join(racine, fichier))))
    sources.push(await sourceParquet(await ouvrir(), lot));
  for (const source of sources) await lireSource(releve, racine, source, await ouvrir());
}

async function lireSource(releve: Releve, racine: string, source: Source, db: Database): Promise<void> {
  const trahies: Objet[] = [];
  for await (const { _montree: montree, _masquee: masquee, _lignes, ...qui } of db.stream<Resume>(resumer(source))) {
    if (releve.lireResume(withoutNulls(qui), { montree, masquee }, _lignes)) trahies.push(qui);
  }
  for (const qui of trahies) {
    const identite = identiteDe(withoutNulls(qui));
    for (const { chemin, figure } of await db.all<{ chemin: string; figure: string }>(chercher(source, qui)))
      if (identite !== undefined) releve.signaler(relative(racine, chemin), identite, figure);
  }
}

/** CSV files by header. One without millésime tells no record. */
function sourcesCsv(chemins: readonly string[]): Source[] {
  return [...Map.groupBy(chemins, premiereLigne)].flatMap(([ligne, semblables]) => {
    if (!ligne.includes('millesime')) return [];
    const finDeLigne = ligne.endsWith('\r') ? '\\r\\n' : '\\n';
    const entete = ligne.replace(/^\ufeff/, '').trimEnd();
    const delim = entete.includes(';') ? ';' : ',';
    const colonnes = entete.split(delim).map((nom) => nom.replaceAll('"', ''));
    const types = colonnes.map((nom) => `${quote(nom)}: 'varchar'`).join(', ');
    return parLots(semblables).map((lot) => ({
      colonnes,
      sql: `read_csv(
        [${lot.map(quote).join(', ')}], columns = {${types}}, filename = 'chemin', header = true, auto_detect = false, delim = '${delim}', quote = '"',
        escape = '"', new_line = '${finDeLigne}', nullstr = '', strict_mode = true, max_line_size = 16000000
      )`,
    }));
  });
}

function premiereLigne(chemin: string): string {
  const handle = openSync(chemin, 'r');
  try {
    const bytes = Buffer.alloc(TAILLE_D_ENTETE);
    return bytes.toString('utf8', 0, readSync(handle, bytes)).split('\n', 1)[0] ?? '';
  } finally {
    closeSync(handle);
  }
}

async function sourceParquet(db: Database, chemins: readonly string[]): Promise<Source> {
  const sql = `read_parquet([${chemins.map(quote).join(', ')}], union_by_name = true, filename = 'chemin')`;
  const colonnes = await db.all<{ column_name: string }>(`describe select * from ${sql}`);
  return { sql, colonnes: colonnes.map(({ column_name: nom }) => nom).filter((nom) => nom !== 'chemin') };
}

/** One row for each record of a source. */
function resumer(source: Source): string {
  const figures = figuresDe(source);
  const une = (estTelle: (nom: string) => string): string => ['false', ...figures.map(estTelle)].join(' or ');
  const nom = nomDeFigure(source);
  const etPrivee = nom === undefined ? '' : ` and coalesce(${nom}, '') not in (${PUBLICS})`;
  return `
    select ${quiDe(source)
      .map((qui) => `${colonne(qui)}::varchar as ${colonne(qui)}, `)
      .join('')}
      bool_or((${une(estMontree)})${etPrivee}) as _montree, bool_or(${une(estMasquee)}) as _masquee, count(*)::integer as _lignes
    from ${source.sql} group by all`;
}

/** Where the rows of one record stand, and the figures that they show. */
function chercher(source: Source, qui: Objet): string {
  const nom = nomDeFigure(source);
  const montres = figuresDe(source).map(
    (figure) =>
      `if(${estMontree(figure)}, ${nom === undefined ? quote(figure) : `coalesce(${nom}, ${quote(figure)})`}, null)`,
  );
  const cible = quiDe(source).map((une) => {
    const value = qui[une];
    return `${colonne(une)}::varchar is not distinct from ${typeof value === 'string' ? quote(value) : 'null'}`;
  });
  return `
    select distinct chemin, figure
    from (select chemin, unnest([${montres.join(', ')}]) as figure from ${source.sql} where ${cible.join(' and ')})
    where figure not in (${PUBLICS}) order by all`;
}

const figuresDe = ({ colonnes }: Source): string[] =>
  colonnes.filter((nom) => nommeUneFigure(nom) && nom !== 'formation');
const quiDe = ({ colonnes }: Source): string[] => colonnes.filter((nom) => QUI.has(nom));
/** Where each row is one figure: what names it. */
function nomDeFigure({ colonnes }: Source): string | undefined {
  const noms = colonnes.filter((nom) => NOMS_DE_FIGURE.has(nom)).map((nom) => `nullif(${colonne(nom)}, '')`);
  return noms.length === 0 ? undefined : `coalesce(${noms.join(', ')})`;
}

const colonne = (nom: string): string => `"${nom.replaceAll('"', '""')}"`;
/** A cell that says something; a cell that says that a figure is hidden. */
const estMontree = (nom: string): string => `coalesce(${colonne(nom)}::varchar, '') not in ('', 'null', 'NULL')`;
const estMasquee = (nom: string): string => `coalesce(${colonne(nom)}::varchar, '') = 'null'`;

function parLots<T>(liste: readonly T[]): T[][] {
  const lots: T[][] = [];
  for (let rang = 0; rang < liste.length; rang += FICHIERS_A_LA_FOIS)
    lots.push(liste.slice(rang, rang + FICHIERS_A_LA_FOIS));
  return lots;
}
