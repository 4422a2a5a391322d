import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import { prefixesPostauxSchema, type ProfilApi } from '../../domain/contrat.ts';
import { REGIONS } from '../../domain/regions.ts';
import { Database } from '../database.ts';
import { fileEffects, type Written } from '../effects.ts';
import { dansUnFil } from '../fil.ts';
import { writeAgregats } from './contrat/agregats.ts';
import { writeBcn } from './contrat/bcn.ts';
import { RACINE, type ContexteContrat } from './contrat/contexte.ts';
import { writeFiches } from './contrat/fiches.ts';
import { cleDeDefaut, defautDemande, type Defauts } from './contrat/lieu.ts';
import type { LigneContrat } from './contrat/lignes.ts';
import { writeListes } from './contrat/listes.ts';
import type { Contexte } from './contexte.ts';
import { writeJson } from './write.ts';

/** The marts that the contract is written from. */
const TABLES = ['contrat_fiches', 'contrat_filieres', 'contrat_bcn'] as const;
/** Fewer rows than this do not pay for a thread. */
const LIGNES_PAR_FIL = 20_000;

/** What the thread of the contract is told. */
export interface ContratAEcrire extends Pick<Contexte, 'entete'> {
  outDir: string;
  /** Folder of the marts, one Parquet file each; scratch room too. */
  tables: string;
  profil: ProfilApi;
}

/** A contract being written. */
interface ContratCommence {
  /** Ends when every file of it is written; throws what its writing throws. */
  finir(): Promise<void>;
  /** Ends when nothing of it runs any more, whatever happened: before its folder is removed. */
  attendre(): Promise<void>;
}

/**
 * Begins to write the contract. Large, it is written in a thread, from a copy of its marts, while the caller goes on with the other files: it is about half
 * of what there is to write.
 */
export async function commencerContrat(
  contexte: Pick<Contexte, 'db' | 'effects' | 'entete'>,
  profil: ProfilApi,
  workDir: string,
): Promise<ContratCommence> {
  const { db, effects, entete } = contexte;
  const [compte] = await db.all<{ lignes: number }>('select count(*)::integer as lignes from contrat_fiches');
  if (compte === undefined || compte.lignes < LIGNES_PAR_FIL)
    return { finir: () => writeContrat(contexte, profil), attendre: () => Promise.resolve() };
  const tables = join(workDir, 'contrat');
  await mkdir(tables, { recursive: true });
  for (const table of TABLES) await db.exportTable(table, join(tables, `${table}.parquet`));
  const ecriture = dansUnFil<Written>(new URL('./contrat/fil.ts', import.meta.url), {
    ...{ entete, profil, tables, outDir: effects.outDir },
  } satisfies ContratAEcrire);
  const attendre = (): Promise<void> =>
    ecriture.then(
      () => undefined,
      () => undefined,
    );
  // A failure waits until somebody asks.
  void attendre();
  return { finir: async () => effects.count(await ecriture), attendre };
}

/** What the thread does: the whole contract, from the copy of its marts. */
export async function ecrireContrat({ outDir, tables, profil, entete }: ContratAEcrire): Promise<Written> {
  const db = await Database.open(join(tables, 'duckdb'));
  try {
    for (const table of TABLES) await db.importTable(table, join(tables, `${table}.parquet`));
    const effects = fileEffects(outDir, () => undefined);
    await writeContrat({ db, effects, entete }, profil);
    return effects.written;
  } finally {
    db.close();
  }
}

/** Writes `api/inserjeunes/…`, the contract of the original API as files (API §§ 2-8), with the files of the profile. */
export async function writeContrat(
  { db, effects, entete }: Pick<Contexte, 'db' | 'effects' | 'entete'>,
  profil: ProfilApi,
): Promise<void> {
  const contexte: ContexteContrat = {
    db,
    effects,
    profil,
    entete: entete.donnees_fictives === true ? { donnees_fictives: true } : {},
    defauts: await loadDefauts(db),
  };
  await writeFiches(contexte);
  await writeAgregats(contexte);
  await writeListes(contexte);
  await writeBcn(contexte);
  writePrefixesPostaux(contexte);
}

async function loadDefauts(db: Database): Promise<Defauts> {
  const rows = await db.all<Pick<LigneContrat, 'maille' | 'filiere' | 'millesime'>>(
    `select maille, filiere, max(millesime) as millesime from contrat_fiches where est_defaut group by all order by all`,
  );
  return new Map(rows.map((row) => [cleDeDefaut(row), defautDemande(row)]));
}

/** Two characters of a postal code, or three overseas (97, 98), give the region; Corse is 20 there, never 2A nor 2B (RULES § 17). */
function writePrefixesPostaux({ effects, entete }: ContexteContrat): void {
  const prefixes = REGIONS.flatMap(({ code: region, departements }) =>
    departements.map(({ code }) => [code, region] as const),
  )
    .filter(([prefixe]) => /^\d+$/.test(prefixe))
    .sort(([left], [right]) => (left < right ? -1 : 1));
  writeJson(effects, `${RACINE}/regions/prefixes-postaux.json`, prefixesPostauxSchema, {
    ...entete,
    prefixes: Object.fromEntries(prefixes),
  });
}
