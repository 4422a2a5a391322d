import { spawn } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import { deplacer, retirerLesRestes } from './folders.ts';

export interface SiteStepOptions {
  /** Root of the project. */
  root: string;
  /** Folder of JSON files that the pages read. */
  dataDir: string;
  outDir: string;
  log: (line: string) => void;
}

/** Says where the build is every so many pages. */
const PAGES_PAR_LIGNE = 1000;
/** Pages are made of many short-lived strings: with room for them, they are collected in a tenth less time. Megabytes; what lives on is small. */
const MEMOIRE = ['--max-semi-space-size=64', '--max-old-space-size=1024'];
/** More processes than this bring less than the memory they take. */
const PARTIES_MAX = 4;

/**
 * Renders the pages with Astro into `outDir`, which must not exist, in one process for each core: Astro renders on one, and the bundle that each of them
 * makes again costs two seconds. Returns how many pages were written. Throws with the last lines of Astro when one of them fails.
 */
export async function runSiteStep({ root, dataDir, outDir, log }: SiteStepOptions): Promise<number> {
  const parties = Math.min(availableParallelism(), PARTIES_MAX);
  // Inside the project: the code of the pages is bundled beside them, and finds the packages from there.
  const folder = join(root, '.astro/parties');
  retirerLesRestes(folder, '');
  const folders = Array.from({ length: parties }, (_, rang) => join(folder, String(process.pid), String(rang)));
  let pages = 0;
  const onPage = (): void => {
    pages += 1;
    if (pages % PAGES_PAR_LIGNE === 0) log(`  ${pages} pages`);
  };
  try {
    const runs = folders.map((part, rang) =>
      startAstro({ root, onPage, outDir: part, env: { DATA_DIR: dataDir, PARTIE: `${rang}/${parties}` } }),
    );
    try {
      await Promise.all(runs.map(({ done }) => done));
    } finally {
      for (const { stop } of runs) stop();
    }
    for (const part of folders) for (const name of readdirSync(part)) deplacer(join(part, name), join(outDir, name));
  } finally {
    rmSync(join(folder, String(process.pid)), { recursive: true, force: true, maxRetries: 5 });
  }
  return pages;
}

interface AstroRun {
  root: string;
  outDir: string;
  env: Record<string, string>;
  onPage: () => void;
}

/** Astro in a process of its own, so that its memory is given back; it ends with us. */
function startAstro({ root, outDir, env, onPage }: AstroRun): { done: Promise<void>; stop: () => void } {
  const astro = join(root, 'node_modules/astro/bin/astro.mjs');
  const child = spawn(process.execPath, [...MEMOIRE, astro, 'build', '--outDir', outDir], {
    cwd: root,
    env: { ...process.env, ...env, ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1', FORCE_COLOR: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lastLines: string[] = [];
  const onLine = (line: string): void => {
    lastLines.push(line);
    if (lastLines.length > 40) lastLines.shift();
    if (line.includes('.html')) onPage();
  };
  createInterface({ input: child.stdout }).on('line', onLine);
  createInterface({ input: child.stderr }).on('line', onLine);
  const stop = (): void => void child.kill();
  process.once('exit', stop);
  const done = new Promise<number | null>((end, fail) => child.once('error', fail).once('close', end)).then((code) => {
    process.off('exit', stop);
    if (code === 0) return;
    const how = code ?? 'a signal';
    throw new Error(`the pages could not be rendered (astro exited with ${how}):\n${lastLines.join('\n')}`);
  });
  return { done, stop };
}
