import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { journalSchema, type Journal } from '../../publish/journal.ts';

export interface Construction extends Journal {
  /** Seconds from the start of the command to its end. */
  secondes: number;
  /** Most memory held at one moment by the command and its children, bytes; null where /proc does not tell. */
  memoire: number | null;
}

export interface ConstruireOptions {
  root: string;
  rawDir: string;
  /** Folder for the data, the site and the journal. */
  workDir: string;
  log: (line: string) => void;
}

const ENTRE_DEUX_MESURES_MS = 200;

/** Runs `npm run build` on a raw folder as a person would, in a process of its own. Throws when it fails. */
export async function construire({ root, rawDir, workDir, log }: ConstruireOptions): Promise<Construction> {
  const journal = join(workDir, 'journal.json');
  const start = performance.now();
  const child = spawn(process.execPath, [join(root, 'scripts/build.ts'), '--journal', journal], {
    cwd: root,
    env: { ...process.env, RAW_DIR: rawDir, DATA_DIR: join(workDir, 'data'), OUT_DIR: join(workDir, 'dist') },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    for (const line of text.split('\n')) if (line !== '') log(`    ${line}`);
  });
  let memoire: number | null = null;
  const watch = setInterval(() => {
    const now = memoryOfTree(child.pid ?? 0);
    if (now !== null) memoire = Math.max(memoire ?? 0, now);
  }, ENTRE_DEUX_MESURES_MS);
  const code = await new Promise<number | null>((done, fail) => child.once('error', fail).once('close', done));
  clearInterval(watch);
  const secondes = (performance.now() - start) / 1000;
  if (code !== 0) throw new Error(`the build of ${rawDir} ended with ${code ?? 'a signal'}`);
  return { ...journalSchema.parse(JSON.parse(readFileSync(journal, 'utf8'))), secondes, memoire };
}

/** Resident bytes of a process and its descendants, from /proc; null elsewhere than on Linux. */
function memoryOfTree(root: number): number | null {
  let names: string[];
  try {
    names = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    return null;
  }
  const processes = new Map<number, { parent: number; bytes: number }>();
  for (const name of names) {
    try {
      const status = readFileSync(`/proc/${name}/status`, 'utf8');
      const read = (key: string): number => Number(new RegExp(`^${key}:\\s*(\\d+)`, 'm').exec(status)?.[1] ?? 0);
      processes.set(Number(name), { parent: read('PPid'), bytes: read('VmRSS') * 1024 });
    } catch {
      // It has ended since the folder was read.
    }
  }
  const isOurs = (pid: number): boolean => {
    const parent = processes.get(pid)?.parent;
    return pid === root || (parent !== undefined && parent !== 0 && isOurs(parent));
  };
  return [...processes].reduce((sum, [pid, { bytes }]) => (isOurs(pid) ? sum + bytes : sum), 0);
}
