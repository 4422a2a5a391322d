import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { answer } from '../../src/bench/static-server.ts';
import { couper } from '../../src/fuzz/base.ts';
import { rendreHostile } from '../../src/fuzz/hostile.ts';
import { relire } from '../../src/fuzz/publies.ts';
import { publish } from '../../src/publish/publish.ts';
import { launchBrowser } from './chromium.ts';
import { listFiles, listPages, readPage } from './site-pages.ts';

/** A small site whose names of diplomas, schools and towns all attack whoever shows them: scripts, tags, formulas, ends of comments. */

const root = join(import.meta.dirname, '../..');
const work = mkdtempSync(join(tmpdir(), 'hostile-'));
const siteDir = join(work, 'dist');
let server: Server;
let browser: Browser;
let address: string;

beforeAll(async () => {
  const rawDir = join(work, 'raw');
  mkdirSync(rawDir);
  for (const [nom, octets] of rendreHostile(couper(join(root, 'data/demo')))) writeFileSync(join(rawDir, nom), octets);
  await publish({
    root,
    rawDir,
    dataDir: join(work, 'build'),
    outDir: siteDir,
    today: '2026-11-24',
    log: () => undefined,
  });
  server = createServer((request, response) => answer(siteDir, request, response));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  server.closeAllConnections();
  server.close();
  rmSync(work, { recursive: true, force: true });
});

test.each(['&lt;script&gt;', 'onerror=', '&lt;/style&gt;', 'HYPERLINK', '{{constructor', '../../../etc/passwd'])(
  'the attacks are in the pages, as words: %s',
  (words) => {
    expect(listPages(siteDir).some((page) => readPage(siteDir, page).includes(words))).toBe(true);
  },
);

test('on every page no script of theirs runs, nothing is asked for elsewhere, no tag of theirs stands, and the page is whole', async () => {
  const faults: string[] = [];
  const page = await browser.newPage();
  let here = '';
  const note = (what: string): void => void faults.push(`${here}: ${what}`);
  page.on('dialog', (dialog) => {
    note(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('pageerror', (error) => note(`an error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') note(`the console: ${message.text()}`);
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(address) && !request.url().startsWith('data:')) note(`a request: ${request.url()}`);
  });
  const pages = listPages(siteDir).filter((path) => !path.startsWith('/integrer/editions/'));
  for (here of pages) {
    await page.goto(address + here, { waitUntil: 'load' });
    const found = await page.evaluate(() => ({
      pirate: 'pirate' in window,
      tags: [...document.querySelectorAll('base, img[src="x"], [onerror], [onload], x, embed, object')].map(
        (tag) => tag.outerHTML,
      ),
      links: [...document.querySelectorAll('a[href]')]
        .map((link) => (link as HTMLAnchorElement).href)
        .filter((href) => /^javascript:|pirate\.example/.test(href)),
      main: document.querySelector('main')?.getBoundingClientRect().height ?? 0,
      wide: document.documentElement.scrollWidth > innerWidth,
      json: [...document.querySelectorAll('script[type="application/ld+json"]')].map((script) => script.textContent),
    }));
    if (found.pirate) note('a script of the exports ran');
    for (const tag of found.tags) note(`a tag: ${tag}`);
    for (const link of found.links) note(`a link: ${link}`);
    if (found.main < 20) note('nothing to see');
    if (found.wide) note('wider than the screen');
    for (const text of found.json) expect(() => JSON.parse(text) as unknown, here).not.toThrow();
  }
  expect(pages.length).toBeGreaterThan(30);
  expect(faults).toEqual([]);
});

test('every drawing is well-formed and holds no script', async () => {
  const page = await browser.newPage();
  await page.goto(`${address}/404.html`);
  const drawings = listFiles(siteDir, new Set(['.svg']));
  expect(drawings.length).toBeGreaterThan(5);
  for (const path of drawings) {
    const found = await page.evaluate(async (url) => {
      const drawing = new DOMParser().parseFromString(await (await fetch(url)).text(), 'image/svg+xml');
      return drawing.querySelectorAll('parsererror, script, foreignObject, [onload]').length;
    }, address + path);
    expect(found, path).toBe(0);
  }
});

test('no cell of a CSV is a formula, no text hides a mark, no name makes a strange address, and records agree', () => {
  expect(relire(siteDir).fautes).toEqual([]);
});
