import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { fetchSources, type FetchOptions } from '../../../src/fetch/fetch.ts';
import type { Imitation } from './imitation.ts';
import { ManualClock } from './manual-clock.ts';

export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'fetch-'));

export interface Brought {
  /** The closing table, or the message of the error. */
  text: string;
  failed: boolean;
  /** What was shown on the way. */
  shown: string;
  clock: ManualClock;
}

/** Runs the command on the imitation, without waiting. */
export async function bring(
  imitation: Imitation,
  outDir: string,
  options: Partial<FetchOptions> & { clock?: ManualClock } = {},
): Promise<Brought> {
  const { clock = new ManualClock(), ...rest } = options;
  let shown = '';
  const end = await fetchSources({
    ...{ outDir, only: [], dryRun: false, identifiants: undefined, bases: imitation.bases },
    output: { write: (text) => (shown += text), isTTY: false },
    net: { clock, random: () => 1, silenceMs: 60_000 },
    ...rest,
  }).then(
    (text) => ({ text, failed: false }),
    (error: unknown) => {
      if (error instanceof Error && error.name === 'UserError') return { text: error.message, failed: true };
      throw error;
    },
  );
  return { ...end, shown, clock };
}
