import { availableParallelism } from 'node:os';

import { dansUnFil } from '../pipeline/fil.ts';

export interface DossiersDImages {
  /** Root of the project. */
  root: string;
  dataDir: string;
  siteDir: string;
}

/**
 * Draws the cards of formations, regions, schools and courses as images, in one thread for each core: they need neither Plot nor Astro, which takes
 * longer over a file than the drawing. `siteDir` holds the pages already.
 */
export async function dessinerImages(dossiers: DossiersDImages): Promise<void> {
  const parties = availableParallelism();
  await Promise.all(
    Array.from({ length: parties }, (_, rang) =>
      dansUnFil(new URL('../images/fil.ts', import.meta.url), { ...dossiers, rang, parties }),
    ),
  );
}
