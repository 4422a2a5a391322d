import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';

import { dansUnFil } from '../fil.ts';
import { Database } from '../database.ts';
import { estUneTable, lireArbre, type FichierALire } from './arbre.ts';
import { Releve, type ReleveLu } from './releve.ts';

export interface LectureDeFichiers {
  racine: string;
  /** Paths below `racine`. */
  fichiers: readonly string[];
  caches: ReadonlySet<string>;
}

/** Fewer files than this do not pay for a thread. */
const FICHIERS_PAR_FIL = 1000;
/** Opening a file takes as long as reading this much of one. */
const OCTETS_POUR_OUVRIR = 10_000;

/** Reads these files, in this thread. */
export async function lireFichiers({ racine, fichiers, caches }: LectureDeFichiers): Promise<Releve> {
  const releve = new Releve(caches);
  const bases: { db: Database; dossier: string }[] = [];
  try {
    await lireArbre(releve, racine, fichiers, async () => {
      if (bases[0] !== undefined) return bases[0].db;
      const dossier = await mkdtemp(join(tmpdir(), 'verifier-'));
      const db = await Database.open(dossier);
      bases.push({ db, dossier });
      return db;
    });
  } finally {
    for (const { db, dossier } of bases) {
      db.close();
      await rm(dossier, { recursive: true, force: true });
    }
  }
  return releve;
}

/** Reads files of a tree. When there are many, this thread reads the tables, and one thread for each core its share of the others. */
export async function lireTout(
  racine: string,
  caches: ReadonlySet<string>,
  fichiers: readonly FichierALire[],
): Promise<Releve> {
  const lire = (liste: readonly FichierALire[]): LectureDeFichiers => ({
    ...{ racine, caches },
    fichiers: liste.map(({ fichier }) => fichier),
  });
  if (fichiers.length < FICHIERS_PAR_FIL * 2) return lireFichiers(lire(fichiers));
  const { tables = [], autres = [] } = Object.groupBy(fichiers, ({ fichier }) =>
    estUneTable(fichier) ? 'tables' : 'autres',
  );
  const [releve, ...lus] = await Promise.all([
    lireFichiers(lire(tables)),
    ...partager(autres, availableParallelism()).map((part) =>
      dansUnFil<ReleveLu>(new URL('./fil.ts', import.meta.url), lire(part)),
    ),
  ]);
  for (const lu of lus) releve.fusionner(lu);
  return releve;
}

/** Shares of about the same work. Files that follow each other stay together: lists of the same records are neighbours, and a line of several is read once. */
function partager(fichiers: readonly FichierALire[], parts: number): FichierALire[][] {
  const travail = ({ octets }: FichierALire): number => octets + OCTETS_POUR_OUVRIR;
  const total = fichiers.reduce((sum, fichier) => sum + travail(fichier), 0);
  let avant = 0;
  const groupes = Map.groupBy(fichiers, (fichier) => {
    const rang = Math.floor((avant / total) * parts);
    avant += travail(fichier);
    return rang;
  });
  return [...groupes.values()];
}
