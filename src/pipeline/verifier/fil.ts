import { parentPort, workerData } from 'node:worker_threads';

import { lireFichiers, type LectureDeFichiers } from './lire-fichiers.ts';

/* A thread that reads its share of the files (verifier.ts). */
const { cellules, copies, agregats, regions, fuites, ...comptes } = await lireFichiers(workerData as LectureDeFichiers);
const { fichiersLus, fichesComparees, valeursComparees, sansIdentite } = comptes;
parentPort?.postMessage({
  ...{ cellules, copies, agregats, regions, fuites },
  ...{ fichiersLus, fichesComparees, valeursComparees, sansIdentite },
});
