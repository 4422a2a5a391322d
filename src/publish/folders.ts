import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

import { UserError } from '../lib/errors.ts';
import { hasCode, lierLeFichier } from '../pipeline/lier.ts';
import { expliquerPanne, type Chantier } from './pannes.ts';

/** What every complete output holds; a folder without it is not ours to replace. */
const MARQUE = 'rapport.json';
const ANCIEN = '.ancien';
const CONSTRUCTION = '.construction-';

/**
 * A folder that is always whole: it is built beside (`next`) and put in place by two renames, which take no time. A build killed between
 * the two leaves the former folder under the name `….ancien`; the next `openOutput` puts it back.
 */
export interface OutputFolder {
  /** Where the person wants the result. */
  readonly target: string;
  /** Where to build, on the same disk. Empty at first. */
  readonly next: string;
  /** Puts `next` in place of `target`. */
  commit(): void;
  /** Removes `next`; to be called when the build fails. */
  discard(): void;
}

/** Prepares the replacement of `directory`. Refuses a folder that holds something else than an output of ours. */
export function openOutput(directory: string): OutputFolder {
  const target = existsSync(directory) ? realpathSync(directory) : resolve(directory);
  const ancien = target + ANCIEN;
  if (!existsSync(target) && existsSync(ancien)) renameSync(ancien, target);
  if (existsSync(target) && readdirSync(target).length > 0 && !existsSync(join(target, MARQUE))) {
    throw new UserError(
      `${directory} holds something else than a former output (no ${MARQUE} in it), so it is left alone. What to do: choose an empty or new folder.`,
    );
  }
  retirerLesRestes(dirname(target), basename(target) + CONSTRUCTION);
  rmSync(ancien, { recursive: true, force: true });
  const next = `${target}${CONSTRUCTION}${process.pid}`;
  // A dead build may have had the same number (usual in containers).
  rmSync(next, { recursive: true, force: true });
  // A folder where nothing can be written is told now, not after minutes of work.
  mkdirSync(next, { recursive: true });
  rmdirSync(next);
  return {
    target,
    next,
    commit() {
      if (existsSync(target)) renameSync(target, ancien);
      renameSync(next, target);
      // Last of all: deleting many files first would slow down the writing of the new ones (ENGINEERING § M0).
      rmSync(ancien, { recursive: true, force: true });
    },
    discard: () => rmSync(next, { recursive: true, force: true }),
  };
}

/**
 * Replaces the folder `target` by what `work` builds in `output.next` and commits. When it fails nothing is left beside, and a failure of the disk is
 * told in one sentence.
 */
export async function remplacer<T>(chantier: Chantier, work: (output: OutputFolder) => Promise<T>): Promise<T> {
  try {
    const output = openOutput(chantier.target);
    try {
      return await work(output);
    } catch (error) {
      output.discard();
      throw error;
    }
  } catch (error) {
    throw expliquerPanne(error, chantier);
  }
}

/** Removes what killed builds left in `parent`, in folders named by a prefix and their number; the folder of a build that still runs is kept. */
export function retirerLesRestes(parent: string, prefix: string): void {
  if (!existsSync(parent)) return;
  for (const name of readdirSync(parent)) {
    const pid = Number(name.slice(prefix.length));
    // A killed build may leave a child that writes a little longer.
    if (name.startsWith(prefix) && !isAlive(pid))
      rmSync(join(parent, name), { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Moves a file, or a folder into what is already there under its name; files of the same name are replaced. Works from one disk to another. */
export function deplacer(from: string, to: string): void {
  if (existsSync(to) && statSync(from).isDirectory()) {
    for (const name of readdirSync(from)) deplacer(join(from, name), join(to, name));
    return;
  }
  mkdirSync(dirname(to), { recursive: true });
  try {
    renameSync(from, to);
  } catch (error) {
    if (!hasCode(error, 'EXDEV')) throw error;
    cpSync(from, to, { recursive: true });
  }
}

/**
 * Gives the files of a folder a second name below another one, which takes no room and a tenth of the time of a copy; copies them where that cannot be
 * (another disk). Files of the same name are replaced. Whoever changes such a file must write a new one: both names would change.
 */
export function lier(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) lier(source, target);
    else lierLeFichier(source, target);
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** The raw folder to build from: the one asked for, else `data/raw` when it holds exports, else the demonstration data. */
export function chooseRawDir(asked: string | undefined, root: string): string {
  if (asked !== undefined && asked !== '') return resolve(asked);
  const raw = join(root, 'data/raw');
  const hasExports = existsSync(raw) && readdirSync(raw).some((name) => !name.startsWith('.'));
  return hasExports ? raw : join(root, 'data/demo');
}
