import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';

import { dansUnFil } from '../fil.ts';
import { Database } from '../database.ts';
import { lireArbre, listerArbre } from './arbre.ts';
import { Releve, type ReleveLu } from './releve.ts';

export interface LectureDeFichiers {
  racine: string;
  /** Paths below `racine`. */
  fichiers: readonly string[];
  caches: ReadonlySet<string>;
}

/** Fewer files than this do not pay for a thread. */
const FICHIERS_PAR_FIL = 1000;

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

/** Reads a whole tree, in one thread for each core when it is large. */
export async function lireTout(
  racine: string,
  caches: ReadonlySet<string>,
  dejaLus: readonly string[],
): Promise<Releve> {
  const fichiers = listerArbre(racine, dejaLus);
  const fils = Math.max(1, Math.min(availableParallelism(), Math.floor(fichiers.length / FICHIERS_PAR_FIL)));
  const part = (rang: number): LectureDeFichiers => ({
    racine,
    caches,
    fichiers: fichiers.filter((_, index) => index % fils === rang),
  });
  const autres = Array.from({ length: fils - 1 }, (_, rang) =>
    dansUnFil<ReleveLu>(new URL('./fil.ts', import.meta.url), part(rang + 1)),
  );
  const [releve, ...lus] = await Promise.all([lireFichiers(part(0)), ...autres]);
  for (const lu of lus) releve.fusionner(lu);
  return releve;
}
