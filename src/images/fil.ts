import { parentPort, workerData } from 'node:worker_threads';

import { dessinerPart, type PartDImages } from './dessiner.ts';

/* A thread that draws its share of the images (src/publish/images.ts). */
const part = workerData as PartDImages;
// Of this thread alone: where the pages find their files (src/site/read.ts).
process.env.DATA_DIR = part.dataDir;
dessinerPart(part);
parentPort?.postMessage(null);
