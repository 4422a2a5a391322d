import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { COMPARABLES_MIN, ECART_MIN, PROCHES_MAX } from '../domain/comparaison.ts';
import type { ProfilApi } from '../domain/contrat.ts';
import type { Rapport } from '../domain/edition.ts';
import { SEUIL_PUBLICATION } from '../domain/publication.ts';
import { runChecks } from './checks.ts';
import { Database, readSql, type Params } from './database.ts';
import type { Effects } from './effects.ts';
import { openFormer } from './former.ts';
import { loadLibellesAnciens } from './libelles-anciens.ts';
import { loadRaw, loadReferences } from './load.ts';
import { writeComparaisons } from './outputs/comparaisons/fichiers.ts';
import { writeLegendes } from './outputs/comparaisons/legendes.ts';
import { Comptes } from './outputs/comptes.ts';
import type { Contexte } from './outputs/contexte.ts';
import { commencerContrat } from './outputs/contrat.ts';
import { writeEmpreintes } from './outputs/empreintes.ts';
import { nomDEdition, writeEdition } from './outputs/edition.ts';
import { writeEtablissements } from './outputs/etablissements.ts';
import { writeFlux } from './outputs/flux.ts';
import { writeFormations } from './outputs/formations.ts';
import { loadIdentites } from './outputs/identites.ts';
import { toLecture } from './outputs/lecture.ts';
import { writeListes } from './outputs/listes.ts';
import { writeProximite } from './outputs/proximite.ts';
import { writeRapport } from './outputs/rapport.ts';
import { writeRecherche } from './outputs/recherche.ts';
import { writeRegions } from './outputs/regions.ts';
import { writeReference } from './outputs/ressources/reference.ts';
import { writeRessources } from './outputs/ressources/ressources.ts';
import { Comparateur } from './outputs/revisions.ts';
import { writeTextes } from './outputs/textes.ts';
import { loadParts } from './parts.ts';
import { readRaw } from './reader/read-raw.ts';
import type { LectureBrute } from './reader/types.ts';
import { hideCells, type BilanDeProtection } from './secret.ts';
import { STAGES, TABLE_DES_CELLULES, TABLE_DES_CERTIFICATIONS, TABLE_DES_FORMATIONS } from './stages.ts';
import { toSecret } from './outputs/secret.ts';
import type { ArbreLu } from './verifier/arbre.ts';
import { loadCaches, verifierArbre } from './verifier/verifier.ts';

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
  /** Which files of the contract tree are written (API § 8). */
  api?: ProfilApi | undefined;
  /** Output of a former edition, to say what changed since. */
  formerDir?: string | undefined;
}

export interface BuildDataResult {
  rapport: Rapport;
  /** Seconds of each step, in order. */
  steps: { name: string; seconds: number }[];
  /** Keys of the records that must not be shown, for the check of whatever is made from these files (src/pipeline/verifier). */
  caches: ReadonlySet<string>;
  /** What these files say, all read back, for the same check: those that the site shares are read once. */
  lu: ArbreLu;
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

  const revisions = openComparateur(options);
  await rm(options.workDir, { recursive: true, force: true });
  await mkdir(options.workDir, { recursive: true });
  const db = await Database.open(join(options.workDir, 'duckdb'));
  try {
    const lecture = await step('lecture des exports', () => readExports(options, effects));
    const protection = await step('calcul des chiffres', () => computeTables(db, lecture, options.today));
    const lue = await toLecture(db, lecture, [MARQUE_FICTIVE]);
    const contexte = await openContexte(db, options, effects, revisions);
    const contrat = await commencerContrat(contexte, options.api ?? 'standard', options.workDir);
    try {
      await step('écriture des fichiers', () => writeOutputs(contexte, options, lue));
      await step('arborescence du contrat', () => contrat.finir());
    } finally {
      await contrat.attendre();
    }
    await writeEdition(contexte, options.today, writeEmpreintes(contexte));
    const caches = await loadCaches(db);
    const { bilan, lu: ecrits } = await step('vérification du secret', () => verifierArbre(effects.outDir, caches));
    const avant = new Map(effects.empreintes);
    const secret = await toSecret(db, protection, bilan);
    const rapport = await step('rapport', async () => writeRapport(contexte, { ...lue, secret }, await runChecks(db)));
    writeFlux(contexte, rapport);
    writeReference(contexte, options.today, options.siteUrl);
    // What tells of the check is written after it, and checked too.
    const seulement = [...effects.empreintes].flatMap(([path, empreinte]) =>
      avant.get(path) === empreinte ? [] : [path],
    );
    const { lu } = await verifierArbre(effects.outDir, caches, { seulement, arbre: ecrits });
    return { rapport, steps, caches, lu };
  } finally {
    db.close();
    await rm(options.workDir, { recursive: true, force: true });
  }
}

const areFictional = ({ rawDir }: BuildDataOptions): boolean => existsSync(join(rawDir, MARQUE_FICTIVE));

/** The former edition, opened before the long work: a wrong folder is told at once. */
function openComparateur(options: BuildDataOptions): Comparateur | undefined {
  const { formerDir } = options;
  return formerDir === undefined ? undefined : new Comparateur(openFormer(formerDir), areFictional(options));
}

async function readExports({ rawDir, workDir }: BuildDataOptions, effects: Effects): Promise<LectureBrute> {
  const lus = new Set<string>();
  return readRaw({
    rawDir,
    workDir: join(workDir, 'exports'),
    onProgress: ({ fichier, octetsLus, octets }) => {
      if (octetsLus < octets || lus.has(fichier)) return;
      lus.add(fichier);
      effects.log(`  lu : ${fichier}`);
    },
  });
}

/** From raw texts to marts: the SQL files of `STAGES`, in order. */
export async function computeTables(db: Database, lecture: LectureBrute, today: string): Promise<BilanDeProtection> {
  const params: Params = {
    seuil: SEUIL_PUBLICATION,
    today,
    comparables_min: COMPARABLES_MIN,
    proches_max: PROCHES_MAX,
    ecart_min: ECART_MIN,
  };
  await db.run(await readSql('macros.sql'));
  await loadReferences(db);
  await loadRaw(db, lecture.fichiers);
  let protection: BilanDeProtection | undefined;
  for (const file of Object.values(STAGES).flat()) {
    await db.createTable(file, params);
    if (file === TABLE_DES_CELLULES) protection = await hideCells(db);
    if (file === TABLE_DES_CERTIFICATIONS) await loadLibellesAnciens(db);
    if (file === TABLE_DES_FORMATIONS) await loadParts(db);
  }
  if (protection === undefined) throw new Error(`no stage makes ${TABLE_DES_CELLULES}`);
  return protection;
}

/** What every writer shares. */
async function openContexte(
  db: Database,
  options: BuildDataOptions,
  effects: Effects,
  revisions: Comparateur | undefined,
): Promise<Contexte> {
  const fictives = areFictional(options);
  return {
    db,
    effects,
    entete: { edition: nomDEdition(options.today), ...(fictives ? { donnees_fictives: true as const } : {}) },
    date: options.today,
    siteUrl: options.siteUrl,
    identites: await loadIdentites(db),
    resumes: new Map(),
    etablissements: new Map(),
    ecoles: [],
    couverture: new Map(),
    mots: new Map(),
    comptes: new Comptes(),
    revisions,
  };
}

/** Every file but the contract and the report, which tells how they were checked. */
async function writeOutputs(
  contexte: Contexte,
  options: BuildDataOptions,
  lue: Awaited<ReturnType<typeof toLecture>>,
): Promise<void> {
  await writeFormations(contexte);
  await writeEtablissements(contexte);
  await writeRegions(contexte);
  await writeProximite(contexte);
  writeListes(contexte);
  writeRecherche(contexte);
  await writeComparaisons(contexte);
  writeLegendes(contexte);
  writeTextes(contexte, options.siteUrl);
  await writeRessources(contexte, options.today, lue.sources);
}
