import { parentPort, workerData } from 'node:worker_threads';

import { mesurer, type MesurerOptions } from './mesurer.ts';

/* The thread that measures the pages while others read them back (publish.ts). */
parentPort?.postMessage(await mesurer(workerData as MesurerOptions));
