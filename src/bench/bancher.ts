import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { Browser, CDPSession, Page } from 'playwright-core';

import { quantile } from '../domain/mesures.ts';
import type { PageABancher } from './choisir.ts';
import { launchBrowser } from './chromium.ts';
import { answer } from './static-server.ts';

/**
 * « Slow 4G » as Lighthouse applies it in the browser (its `mobileSlow4G` with request-level delays: 150 ms of round trip × 3.75, 1.6 Mb/s and
 * 750 kb/s × 0.9), and a processor four times slower.
 */
export const CONDITIONS = {
  latence_ms: 562.5,
  descendant_octets_s: Math.round((1.6 * 1024 * 1024 * 0.9) / 8),
  montant_octets_s: Math.round((750 * 1024 * 0.9) / 8),
  ralentissement_processeur: 4,
  ecran: { width: 360, height: 800 },
} as const;

/** What one load gave: milliseconds since the start of navigation; layout shift has no unit. */
export interface Passage {
  fcp: number;
  lcp: number;
  cls: number;
  requetes: number;
  /** Bytes that came over the network, headers included. */
  octets: number;
}
export interface Resultat extends PageABancher, Passage {}

/** How long a page is watched after it is loaded: late shifts and a late largest paint count. */
const ATTENTE_MS = 1500;

/** Loads each page `runs` times in a fresh browser context, and keeps the median of each measure. */
export async function bancher(
  siteDir: string,
  pages: readonly PageABancher[],
  { runs, log }: { runs: number; log: (line: string) => void },
): Promise<Resultat[]> {
  const server = createServer((request, response) => answer(siteDir, request, response, { gzip: true }));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const adresse = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const browser = await launchBrowser();
  try {
    // The first page of a new browser pays for its start: one load that does not count.
    await load(browser, adresse + (pages[0]?.url ?? '/'));
    const results: Resultat[] = [];
    for (const [rank, page] of pages.entries()) {
      log(`${rank + 1}/${pages.length} ${page.url}`);
      const passages: Passage[] = [];
      for (let run = 0; run < runs; run += 1) passages.push(await load(browser, adresse + page.url));
      results.push({ ...page, ...median(passages) });
    }
    return results;
  } finally {
    await browser.close();
    await close(server);
  }
}

/** The median of each measure, by itself. */
export function median(passages: readonly Passage[]): Passage {
  const of = (mesure: keyof Passage): number =>
    quantile(
      passages.map((passage) => passage[mesure]).sort((left, right) => left - right),
      0.5,
    );
  return { fcp: of('fcp'), lcp: of('lcp'), cls: of('cls'), requetes: of('requetes'), octets: of('octets') };
}

async function load(browser: Browser, url: string): Promise<Passage> {
  const context = await browser.newContext({ viewport: CONDITIONS.ecran, deviceScaleFactor: 2, isMobile: true });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    const reseau = await slowDown(session);
    await page.goto(url, { waitUntil: 'load' });
    await page.waitForTimeout(ATTENTE_MS);
    return { ...(await readVitals(page)), ...reseau };
  } finally {
    await context.close();
  }
}

/** Applies the conditions, and counts what comes over the network from then on. */
async function slowDown(session: CDPSession): Promise<{ requetes: number; octets: number }> {
  const reseau = { requetes: 0, octets: 0 };
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: CONDITIONS.latence_ms,
    downloadThroughput: CONDITIONS.descendant_octets_s,
    uploadThroughput: CONDITIONS.montant_octets_s,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: CONDITIONS.ralentissement_processeur });
  session.on('Network.requestWillBeSent', () => (reseau.requetes += 1));
  session.on('Network.loadingFinished', ({ encodedDataLength }) => (reseau.octets += encodedDataLength));
  return reseau;
}

/** Largest and first contentful paint, and the sum of layout shifts that nobody's action caused. */
function readVitals(page: Page): Promise<Pick<Passage, 'fcp' | 'lcp' | 'cls'>> {
  return page.evaluate(async () => {
    const read = (type: string): Promise<PerformanceEntry[]> =>
      new Promise((done) => {
        const seen: PerformanceEntry[] = [];
        new PerformanceObserver((list) => seen.push(...list.getEntries())).observe({ type, buffered: true });
        setTimeout(() => done(seen), 100);
      });
    const [paints, largest, shifts] = await Promise.all([
      read('paint'),
      read('largest-contentful-paint'),
      read('layout-shift'),
    ]);
    return {
      fcp: paints.find(({ name }) => name === 'first-contentful-paint')?.startTime ?? 0,
      lcp: largest.at(-1)?.startTime ?? 0,
      cls: (shifts as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
        .filter(({ hadRecentInput }) => !hadRecentInput)
        .reduce((sum, { value }) => sum + value, 0),
    };
  });
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((done) => server.close(() => done()));
}
