import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { join } from 'node:path';

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

/**
 * Renders the pages with Astro, in a process of its own so that its memory is given back. Returns how many pages were written.
 * Throws with the last lines of Astro when it fails.
 */
export async function runSiteStep({ root, dataDir, outDir, log }: SiteStepOptions): Promise<number> {
  const child = spawn(process.execPath, [join(root, 'node_modules/astro/bin/astro.mjs'), 'build', '--outDir', outDir], {
    cwd: root,
    env: { ...process.env, DATA_DIR: dataDir, ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1', FORCE_COLOR: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lastLines: string[] = [];
  let pages = 0;
  const onLine = (line: string): void => {
    lastLines.push(line);
    if (lastLines.length > 40) lastLines.shift();
    if (!line.includes('.html')) return;
    pages += 1;
    if (pages % PAGES_PAR_LIGNE === 0) log(`  ${pages} pages`);
  };
  createInterface({ input: child.stdout }).on('line', onLine);
  createInterface({ input: child.stderr }).on('line', onLine);
  const stop = (): void => void child.kill();
  process.once('exit', stop);
  const code = await new Promise<number | null>((done, fail) => child.once('error', fail).once('close', done));
  process.off('exit', stop);
  if (code !== 0)
    throw new Error(
      `the pages could not be rendered (astro exited with ${code ?? 'a signal'}):\n${lastLines.join('\n')}`,
    );
  return pages;
}
