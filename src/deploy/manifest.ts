import { z } from 'zod';

import { PHASES, type Entry, type Phase } from './build-folder.ts';

/** Beside the site: what is there. Hidden from visitors by the configurations of `hosting/`; it names public files only. */
export const MANIFEST_KEY = '.et-apres-deploiement.json';

/**
 * What the target holds. Written before the first change with the files to come as `null` (there or not, and which one is not known), and again as they
 * arrive, so that a deploy that is cut is taken up where it was; `complet` is said last.
 */
export const manifestSchema = z.strictObject({
  complet: z.boolean(),
  fichiers: z.record(z.string(), z.string().nullable()),
});
export type Manifest = z.infer<typeof manifestSchema>;

export interface Plan {
  /** By phase, in the order of a deploy; each entry differs from what the target holds. */
  send: Record<Phase, Entry[]>;
  /** Keys that the build has no more, but for the cards of former editions. */
  remove: string[];
  unchanged: number;
}

/** Cards of former editions, which a build does not hold: sites that put them in their pages count on them. */
export const EDITIONS = 'integrer/editions/';

/** What has to change for the target to hold exactly `entries`, and the cards of former editions. */
export function planDeploy(entries: readonly Entry[], target: Manifest): Plan {
  const held = new Map(Object.entries(target.fichiers));
  const changed = entries.filter(({ key, digest }) => held.get(key) !== digest);
  const keys = new Set(entries.map(({ key }) => key));
  return {
    send: Object.fromEntries(
      PHASES.map((phase) => [phase, changed.filter((entry) => entry.phase === phase)]),
    ) as Record<Phase, Entry[]>,
    remove: [...held.keys()].filter((key) => !keys.has(key) && !key.startsWith(EDITIONS)).sort(),
    unchanged: entries.length - changed.length,
  };
}

/** True when nothing has to be done, not even to say that the former deploy came to its end. */
export const isDone = ({ send, remove }: Plan, target: Manifest): boolean =>
  target.complet && remove.length === 0 && PHASES.every((phase) => send[phase].length === 0);
