import { parentPort, workerData } from 'node:worker_threads';

import { mesurer, type MesurerOptions } from './mesurer.ts';

/* The thread that measures the pages while they get their images and are read back (publish.ts). */
parentPort?.postMessage(await mesurer(workerData as MesurerOptions));
