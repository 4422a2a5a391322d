import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

import type { Rapport, Refus, SourceLue } from '../domain/edition.ts';
import { SEUIL_PUBLICATION } from '../domain/publication.ts';
import { runChecks } from './checks.ts';
import { Database, readSql, type Params } from './database.ts';
import type { Effects } from './effects.ts';
import { getKind } from './kinds.ts';
import { loadRaw, loadReferences } from './load.ts';
import type { Contexte } from './outputs/contexte.ts';
import { nomDEdition, writeEdition, writeRapport } from './outputs/edition.ts';
import { writeEtablissements } from './outputs/etablissements.ts';
import { writeFormations } from './outputs/formations.ts';
import { loadIdentites } from './outputs/identites.ts';
import { writeListes } from './outputs/listes.ts';
import { writeRecherche } from './outputs/recherche.ts';
import { writeRegions } from './outputs/regions.ts';
import { writeTextes } from './outputs/textes.ts';
import { readRaw } from './reader/read-raw.ts';
import type { LectureBrute } from './reader/types.ts';
import { STAGES } from './stages.ts';

/** Its presence in a raw folder says that the figures are fictional (written by `npm run generate`). */
export const MARQUE_FICTIVE = 'DONNEES-FICTIVES.txt';

export interface BuildDataOptions {
  /** Flat folder of raw exports. */
  rawDir: string;
  /** Scratch folder, emptied and removed by this function. */
  workDir: string;
  /** ISO day: the only clock of the data step (API § 9). */
  today: string;
  /** Public address of the site without final slash, for the copy-paste lines of « Données ». */
  siteUrl?: string | undefined;
}

export interface BuildDataResult {
  rapport: Rapport;
  /** Seconds of each step, in order. */
  steps: { name: string; seconds: number }[];
}

/**
 * The data step: raw exports → checked tables → JSON files of the publication, through `effects`.
 *
 * Throws `DataError` with every fault of the raw folder, or `UserError`; nothing is written in that case.
 */
export async function buildData(options: BuildDataOptions, effects: Effects): Promise<BuildDataResult> {
  const steps: BuildDataResult['steps'] = [];
  const step = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const start = performance.now();
    const result = await work();
    const seconds = (performance.now() - start) / 1000;
    steps.push({ name, seconds });
    effects.log(`  ${name} : ${seconds.toFixed(1)} s`);
    return result;
  };

  await rm(options.workDir, { recursive: true, force: true });
  await mkdir(options.workDir, { recursive: true });
  const db = await Database.open(join(options.workDir, 'duckdb'));
  try {
    const lecture = await step('lecture des exports', () => readExports(options, effects));
    await step('calcul des chiffres', () => computeTables(db, lecture, options.today));
    const rapport = await step('écriture des fichiers', () => writeOutputs(db, lecture, options, effects));
    return { rapport, steps };
  } finally {
    db.close();
    await rm(options.workDir, { recursive: true, force: true });
  }
}

async function readExports({ rawDir, workDir }: BuildDataOptions, effects: Effects): Promise<LectureBrute> {
  return readRaw({
    rawDir,
    workDir: join(workDir, 'exports'),
    onProgress: ({ fichier, octetsLus, octets }) => {
      if (octetsLus === octets) effects.log(`  lu : ${fichier}`);
    },
  });
}

/** From raw texts to marts: the SQL files of `STAGES`, in order. */
async function computeTables(db: Database, lecture: LectureBrute, today: string): Promise<void> {
  const params: Params = { seuil: SEUIL_PUBLICATION, today };
  await db.run(await readSql('macros.sql'));
  await loadReferences(db);
  await loadRaw(db, lecture.fichiers);
  for (const file of Object.values(STAGES).flat()) await db.createTable(file, params);
}

async function writeOutputs(
  db: Database,
  lecture: LectureBrute,
  options: BuildDataOptions,
  effects: Effects,
): Promise<Rapport> {
  const fictives = existsSync(join(options.rawDir, MARQUE_FICTIVE));
  const contexte: Contexte = {
    db,
    effects,
    entete: { edition: nomDEdition(options.today), ...(fictives ? { donnees_fictives: true } : {}) },
    identites: await loadIdentites(db),
    resumes: new Map(),
    etablissements: new Map(),
    couverture: new Map(),
    mots: new Map(),
  };
  await writeFormations(contexte);
  await writeEtablissements(contexte);
  await writeRegions(contexte);
  writeListes(contexte);
  writeRecherche(contexte);
  writeTextes(contexte, options.siteUrl);
  await writeEdition(contexte, options.today);
  return writeRapport(contexte, await toLecture(db, lecture), await runChecks(db));
}

/** What was read and refused, by the reader and by the reference tables, for the report. */
async function toLecture(
  db: Database,
  { fichiers, ignores }: LectureBrute,
): Promise<Pick<Rapport, 'sources' | 'fichiers_ignores' | 'refus'>> {
  const inconnues = await db.all<{ fichier: string; motif: string; lignes: number }>(
    'select fichier, motif, count(*)::integer as lignes from int_lignes_refusees group by all order by all',
  );
  const exemples = await db.all<Refus>(
    `select fichier, ligne, motif, valeur from int_lignes_refusees
     qualify row_number() over (partition by fichier, motif, valeur order by ligne) = 1
       and row_number() over (partition by fichier, motif order by ligne) <= 20
     order by fichier, ligne`,
  );
  const cachees = new Map(
    (await db.all<{ fichier: string; lignes: number }>('select * from lignes_cachees')).map((row) => [
      row.fichier,
      row.lignes,
    ]),
  );
  const sources = fichiers.map((file): SourceLue => {
    const refusees = {
      ...file.lignes_refusees,
      ...Object.fromEntries(
        inconnues.filter(({ fichier }) => fichier === file.fichier).map(({ motif, lignes }) => [motif, lignes]),
      ),
    };
    return {
      fichier: file.fichier,
      genre: file.kind,
      libelle: getKind(file.kind).libelle,
      octets: file.octets,
      sha256: file.sha256,
      encodage: file.encodage,
      separateur: file.separateur,
      lignes_lues: file.lignes_lues,
      lignes_gardees: file.lignes_lues - Object.values(refusees).reduce((sum, lines) => sum + lines, 0),
      lignes_refusees: refusees,
      lignes_cachees: cachees.get(file.fichier) ?? 0,
    };
  });
  const refusALaLecture = fichiers.flatMap(({ fichier, refus }) =>
    refus.map(({ raison, ligne, valeur }) => ({ fichier, ligne, motif: raison, valeur })),
  );
  return { sources, fichiers_ignores: ignores.map(({ fichier }) => fichier), refus: [...refusALaLecture, ...exemples] };
}
