import { parentPort, workerData } from 'node:worker_threads';

import { ecrireContrat, type ContratAEcrire } from '../contrat.ts';

/* The thread that writes the contract while the other files are written (contrat.ts). */
parentPort?.postMessage(await ecrireContrat(workerData as ContratAEcrire));
