import { Worker } from 'node:worker_threads';

/**
 * Runs a module in a thread of its own, with `workerData` copied to it, and gives what it posts (copied too). Throws what it throws.
 *
 * The module is plain Node: it posts its one result with `parentPort.postMessage`.
 */
export function dansUnFil<T>(module: URL, workerData: unknown): Promise<T> {
  const fil = new Worker(module, { workerData });
  return new Promise((done, fail) => {
    fil.once('message', done).once('error', fail);
    fil.once('exit', (code) => {
      fail(new Error(`the thread of ${module.pathname} ended with ${code}, without a result`));
    });
  });
}
