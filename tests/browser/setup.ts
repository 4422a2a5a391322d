import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { TestProject } from 'vitest/node';

import { answer } from '../../src/bench/static-server.ts';
import { publish } from '../../src/publish/publish.ts';
import { findBrowser } from './chromium.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the demonstration site, without final slash. */
    siteUrl: string;
    /** Folder that it is served from. */
    siteDir: string;
  }
}

/**
 * Builds the demonstration site once for all browser tests and serves it on a free port of this machine. `SITE_DIR` serves a site that is
 * already built instead (to look at one failing test again without waiting).
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  findBrowser();
  const root = join(import.meta.dirname, '../..');
  const work = mkdtempSync(join(tmpdir(), 'et-apres-'));
  const siteDir = process.env.SITE_DIR ?? join(work, 'dist');
  if (process.env.SITE_DIR === undefined) {
    await publish({
      root,
      rawDir: join(root, 'data/demo'),
      dataDir: join(work, 'build'),
      outDir: siteDir,
      today: '2026-11-24',
      log: () => undefined,
    });
  }
  const server = createServer((request, response) => answer(siteDir, request, response));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  project.provide('siteUrl', `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  project.provide('siteDir', siteDir);
  return async () => {
    await close(server);
    rmSync(work, { recursive: true, force: true });
  };
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((done) => server.close(() => done()));
}
