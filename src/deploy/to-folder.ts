import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { UserError } from '../lib/errors.ts';
import { PHASES, type Entry } from './build-folder.ts';
import { EDITIONS, MANIFEST_KEY } from './manifest.ts';

export interface FolderDeploy {
  distDir: string;
  /** `user@host:path`, `rsync://…` or a folder of this machine. */
  target: string;
  entries: readonly Entry[];
  dryRun: boolean;
  log: (line: string) => void;
}

/** What rsync did, or would do. */
export interface FolderChanges {
  sent: string[];
  removed: string[];
}

/** Files of the host itself stay where they are, and the cards of former editions. */
const KEPT = ['/.htaccess', '/.well-known/', `/${MANIFEST_KEY}`, `/${EDITIONS}`];

/**
 * Content only: rsync compares checksums, and a file that has not changed keeps its date, hence its ETag. Each file is put in place whole. A pass that is
 * cut leaves the rest for the next run.
 */
const OPTIONS = ['--recursive', '--checksum', '--chmod=D755,F644', '--out-format=%i %n'];

/** Sends what changed, in order, and removes what is gone. Throws `UserError` with what rsync says. */
export async function deployToFolder({ distDir, target, entries, dryRun, log }: FolderDeploy): Promise<FolderChanges> {
  const source = `${resolve(distDir)}/`;
  const destination = target.replace(/\/?$/, '/');
  await checkTarget(destination);
  const options = dryRun ? [...OPTIONS, '--dry-run'] : OPTIONS;
  const changes: FolderChanges = { sent: [], removed: [] };
  const pass = async (more: string[], input = ''): Promise<void> => {
    const lines = (await rsync([...options, ...more, '--', source, destination], input)).split('\n');
    const names = (pattern: RegExp): string[] => lines.flatMap((line) => pattern.exec(line)?.[1] ?? []);
    changes.sent.push(...names(/^[<>]f\S* (.+)$/));
    changes.removed.push(...names(/^\*deleting +(.+[^/])$/));
  };
  if (!dryRun) await mark(destination, false);
  for (const phase of PHASES) {
    const files = entries.filter((entry) => entry.phase === phase).map(({ key }) => key);
    log(`${phase} : ${files.length} fichiers comparés`);
    await pass(['--files-from=-'], files.join('\n'));
  }
  log('fichiers disparus');
  await pass(['--delete', '--existing', '--ignore-existing', ...KEPT.map((path) => `--filter=P ${path}`)]);
  if (!dryRun) await mark(destination, true);
  return changes;
}

/** Notes at the target that it is ours, and whether the deploy came to its end. */
async function mark(destination: string, complet: boolean): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'et-apres-'));
  try {
    writeFileSync(join(folder, MANIFEST_KEY), `${JSON.stringify({ complet })}\n`);
    await rsync([...OPTIONS, '--', `${folder}/`, destination], '');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Refuses a folder that holds something else than a deploy of ours: what is not in the build would be removed. */
async function checkTarget(destination: string): Promise<void> {
  let listing: string;
  try {
    listing = await rsync(['--list-only', '--', destination], '');
  } catch (error) {
    if (error instanceof UserError && error.message.includes('No such file or directory')) return;
    throw error;
  }
  const names = listing.split('\n').flatMap((line) => /^\S+\s+\S+\s+\S+\s+\S+ (.+)$/.exec(line)?.[1] ?? []);
  const foreign = names.filter((name) => name !== '.' && !KEPT.some((path) => path.replaceAll('/', '') === name));
  if (foreign.length === 0 || names.includes(MANIFEST_KEY)) return;
  throw new UserError(
    `${destination} holds something else than a deploy of ours (${foreign.slice(0, 3).join(', ')}…), so it is left alone. What to do: give an empty folder.`,
  );
}

function rsync(args: string[], input: string): Promise<string> {
  return new Promise((done, fail) => {
    const child = spawn('rsync', args, { stdio: ['pipe', 'pipe', 'pipe'] });
    let out = '';
    let errors = '';
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
    child.once('error', (error) =>
      fail(new UserError(`rsync cannot be started. What to do: install it (apt-get install rsync).`, { cause: error })),
    );
    child.once('close', (code) => {
      if (code === 0) done(out);
      else
        fail(
          new UserError(
            `${errors.trim()}\n\nrsync exited with ${code ?? 'a signal'}. What to do: mend what is said above and run the same command again; what was sent is not sent again.`,
          ),
        );
    });
    // A rsync that dies early closes its end first.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}
