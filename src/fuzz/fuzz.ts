import { fork, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';

import { UserError } from '../lib/errors.ts';
import { OPERATEURS } from './mutant.ts';
import type { Consigne, Reponse } from './ouvrier.ts';

export interface FuzzOptions {
  /** Raw folder that the small one is cut from. */
  source: string;
  graine: number;
  mutants: number;
  /** Number of the first mutant. */
  from: number;
  /** Name of the only operator to try. */
  only?: string | undefined;
  today: string;
  onReponse: (reponse: Reponse) => void;
}

/** A memory disk where there is one: hundreds of small files are written and removed at each mutant. */
const DISQUE_DE_MEMOIRE = '/dev/shm';
/** A mutant that takes longer hangs: milliseconds. */
const PATIENCE = 120_000;
/** Mutants that one process tries before another takes its place: what a crash leaves in memory does not add up. */
const PAR_OUVRIER = 400;

/** Tries every mutant, in as many processes as there are cores, and gives the answers in the order of their numbers. */
export async function fuzz(options: FuzzOptions): Promise<Reponse[]> {
  const { source, graine, only, today, mutants, from, onReponse } = options;
  if (only !== undefined && !OPERATEURS.some(({ nom }) => nom === only))
    throw new UserError(
      `--only expects the name of an operator, received "${only}". One of: ${OPERATEURS.map(({ nom }) => nom).join(', ')}.`,
    );
  const scratch = mkdtempSync(join(existsSync(DISQUE_DE_MEMOIRE) ? DISQUE_DE_MEMOIRE : tmpdir(), 'fuzz-'));
  const consigne: Consigne = { source, scratch, today, graine, only };
  const reponses: Reponse[] = [];
  let next = from;
  const work = async (): Promise<void> => {
    while (next < from + mutants) {
      const ouvrier = await Ouvrier.start(consigne);
      for (let left = PAR_OUVRIER; left > 0 && next < from + mutants && ouvrier.isAlive; left -= 1) {
        const numero = next++;
        const reponse = await ouvrier.try(numero);
        reponses.push(reponse);
        onReponse(reponse);
      }
      ouvrier.stop();
    }
  };
  try {
    await Promise.all(Array.from({ length: Math.min(availableParallelism(), mutants) }, work));
  } finally {
    rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
  }
  return reponses.sort((left, right) => left.numero - right.numero);
}

/** A process that tries mutants one after the other; when it dies or hangs, its answer says so. */
class Ouvrier {
  readonly #child: ChildProcess;
  isAlive = true;

  private constructor(child: ChildProcess) {
    this.#child = child;
    child.once('exit', () => (this.isAlive = false));
  }

  static async start(consigne: Consigne): Promise<Ouvrier> {
    const child = fork(join(import.meta.dirname, 'ouvrier.ts'), [JSON.stringify(consigne)], {
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    const ouvrier = new Ouvrier(child);
    let last = '';
    child.stderr?.on('data', (text: Buffer) => (last = (last + text.toString()).slice(-2000)));
    await new Promise<void>((done, fail) => {
      child
        .once('message', () => done())
        .once('exit', () => fail(new Error(`the clean folder cannot be built:\n${last}`)));
    });
    return ouvrier;
  }

  async try(numero: number): Promise<Reponse> {
    const start = performance.now();
    const lost = (detail: string): Reponse => {
      this.isAlive = false;
      return { numero, operateur: '?', fichier: '?', ms: performance.now() - start, verdict: 'plante', detail };
    };
    const reponse = await new Promise<Reponse>((done) => {
      const timer = setTimeout(() => done(lost(`no answer after ${PATIENCE / 1000} s`)), PATIENCE);
      const onExit = (code: number | null, signal: string | null): void =>
        done(lost(`the process ended with ${signal ?? code ?? 'nothing'}`));
      this.#child.once('exit', onExit);
      this.#child.once('message', (message) => {
        clearTimeout(timer);
        this.#child.off('exit', onExit);
        done(message as Reponse);
      });
      this.#child.send(numero);
    });
    return reponse;
  }

  stop(): void {
    this.#child.kill('SIGKILL');
  }
}
