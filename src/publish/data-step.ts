import { join } from 'node:path';

import { buildData, type BuildDataOptions, type BuildDataResult } from '../pipeline/build.ts';
import { fileEffects, type FileEffects } from '../pipeline/effects.ts';
import { remplacer } from './folders.ts';

export interface DataStepOptions extends Omit<BuildDataOptions, 'workDir'> {
  outDir: string;
  log: (line: string) => void;
}

/** Runs the data step into `outDir`: complete at the end, or untouched. */
export async function runDataStep(
  options: DataStepOptions,
): Promise<BuildDataResult & { written: FileEffects['written'] }> {
  const { outDir, log, ...rest } = options;
  return remplacer({ target: outDir, rawDir: options.rawDir }, async (output) => {
    const effects = fileEffects(output.next, log);
    const result = await buildData({ ...rest, workDir: join(output.next, '.travail') }, effects);
    output.commit();
    return { ...result, written: effects.written };
  });
}
