import { readFile } from 'node:fs/promises';

import { UserError } from '../lib/errors.ts';
import type { Bucket } from './bucket.ts';
import { PHASES, storedHeaders, type Entry } from './build-folder.ts';
import { isDone, MANIFEST_KEY, manifestSchema, planDeploy, type Manifest, type Plan } from './manifest.ts';

export interface BucketDeploy {
  bucket: Bucket;
  /** Folder of the bucket, empty or with a final slash. */
  prefix: string;
  entries: readonly Entry[];
  dryRun: boolean;
  log: (line: string) => void;
  /** Stops between two files; what was sent is noted. */
  stop?: AbortSignal | undefined;
}

const WORKERS = 16;
/** After so many refusals there is no point in going on. */
const MAX_ERRORS = 20;

/** Sends what changed, in order, and returns what was planned. Throws `UserError` with every refusal; the next deploy goes on from there. */
export async function deployToBucket(deploy: BucketDeploy): Promise<Plan> {
  const { entries, dryRun, log } = deploy;
  const before = await readManifest(deploy);
  const plan = planDeploy(entries, before);
  if (dryRun || isDone(plan, before)) return plan;
  if (!before.complet && Object.keys(before.fichiers).length > 0) log('Reprise d’un envoi interrompu');
  const held = new Map(Object.entries(before.fichiers));
  const save = (complet: boolean): Promise<void> =>
    writeManifest(deploy, { complet, fichiers: Object.fromEntries([...held].sort()) });
  for (const { key } of PHASES.flatMap((phase) => plan.send[phase])) held.set(key, null);
  await save(false);
  try {
    await change(deploy, plan, held, save);
  } catch (error) {
    await save(false).catch(() => undefined);
    throw error;
  }
  await save(true);
  return plan;
}

async function change(
  { bucket, prefix, log, stop }: BucketDeploy,
  plan: Plan,
  held: Map<string, string | null>,
  save: (complet: boolean) => Promise<void>,
): Promise<void> {
  let sent = 0;
  let noted = 0;
  for (const phase of PHASES) {
    const entries = plan.send[phase];
    if (entries.length > 0) log(`${phase} : ${entries.length} fichiers à envoyer`);
    await inParallel(entries, stop, async ({ key, file, digest }) => {
      // A bare path has the headers of its file.
      const name = file.endsWith('.json') && !key.endsWith('.json') ? `${key}.json` : key;
      await bucket.put(prefix + key, await readFile(file), storedHeaders(name));
      held.set(key, digest);
      sent += 1;
      if (sent % 1000 === 0) log(`  ${sent} fichiers envoyés`);
      // Rarer and rarer: the manifest of a big site is some megabytes.
      if (sent - noted < Math.max(500, sent / 4)) return;
      noted = sent;
      await save(false);
    });
  }
  if (plan.remove.length > 0) log(`${plan.remove.length} fichiers à supprimer`);
  await inParallel(plan.remove, stop, async (key) => {
    await bucket.remove(prefix + key);
    held.delete(key);
  });
}

/** Works through a list with a few workers; throws `UserError` with every failure. */
async function inParallel<T>(
  items: readonly T[],
  stop: AbortSignal | undefined,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const errors: string[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < items.length && errors.length < MAX_ERRORS && stop?.aborted !== true) {
      const item = items[next] as T;
      next += 1;
      try {
        await work(item);
      } catch (error) {
        errors.push(error instanceof Error ? error.message : String(error));
      }
    }
  };
  await Promise.all(Array.from({ length: WORKERS }, worker));
  if (errors.length > 0) {
    throw new UserError(
      `${errors.sort().join('\n')}\n\n${errors.length} error(s), ${items.length - next} file(s) not tried. What to do: mend what is said above and run the same command again; what was sent is not sent again.`,
    );
  }
  if (stop?.aborted === true) throw new UserError('Stopped. Run the same command again to go on.');
}

async function readManifest({ bucket, prefix }: BucketDeploy): Promise<Manifest> {
  const text = (await orUserError(bucket.get(prefix + MANIFEST_KEY)))?.toString();
  if (text === undefined) return { complet: false, fichiers: {} };
  try {
    return manifestSchema.parse(JSON.parse(text));
  } catch (error) {
    throw new UserError(
      `${prefix}${MANIFEST_KEY} expects what a deploy wrote, received something else. What to do: remove it; everything is then sent again.`,
      { cause: error },
    );
  }
}

const writeManifest = ({ bucket, prefix }: BucketDeploy, manifest: Manifest): Promise<void> =>
  orUserError(
    bucket.put(prefix + MANIFEST_KEY, Buffer.from(JSON.stringify(manifest)), {
      'content-type': 'application/json',
      'cache-control': 'no-store',
    }),
  );

async function orUserError<T>(request: Promise<T>): Promise<T> {
  try {
    return await request;
  } catch (error) {
    throw new UserError(
      `${error instanceof Error ? error.message : String(error)}. What to do: check the bucket, the keys and S3_ENDPOINT.`,
      {
        cause: error,
      },
    );
  }
}
