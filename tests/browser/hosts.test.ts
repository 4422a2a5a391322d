import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { barePathOf, fileOfBarePath } from '../../src/deploy/bare-paths.ts';
import { headersOf, PREFLIGHT, RULES } from '../../src/deploy/rules.ts';
import { fichierAbsentSchema } from '../../src/domain/fichier-absent.ts';
import { launchBrowser } from './chromium.ts';
import { findServer, get, SERVERS, startServer, type RunningServer } from './hosts/servers.ts';
import { BARE, certifications, code, paths, read, removeSite, site, work } from './hosts/site.ts';

/** The shipped configurations in real web servers, on the built demonstration site: what is received is what the table says. */
afterAll(removeSite);

test('the sample meets every rule of the table, and the bare paths go both ways', () => {
  expect(RULES.filter(({ pattern }) => !paths.some((path) => pattern.test(path))).map(({ name }) => name)).toEqual([]);
  expect(paths.length).toBeGreaterThan(50);
  for (const path of paths) {
    const bare = barePathOf(path);
    if (bare !== undefined) expect(fileOfBarePath(bare)).toBe(path);
  }
});

/** The headers of the table, as a server sent them; those that the table does not send for this file must be absent. */
const NAMES = [...new Set(RULES.flatMap(({ headers }) => Object.keys(headers)))];
const pick = (headers: Record<string, string>): Record<string, string | undefined> =>
  Object.fromEntries(NAMES.map((name) => [name, headers[name]]));
const expected = (path: string): Record<string, string | undefined> => pick(headersOf(path));

describe.each(SERVERS)('$name', (kind) => {
  const installed = findServer(kind) !== undefined;
  if (!installed)
    console.warn(`${kind.name} is not installed, its tests are skipped: apt-get install ${kind.debianPackage}`);
  let server: RunningServer;
  beforeAll(async () => {
    if (installed) server = await startServer(kind, join(work, kind.command), site);
  });
  afterAll(async () => {
    if (installed) await server.stop();
  });

  /** The answer of the server to `path` is the page that says what is absent. */
  const expectAbsence = async (path: string, absence: string): Promise<void> => {
    const answer = await get(server.port, path);
    expect(answer.status).toBe(404);
    expect(pick(answer.headers)).toEqual(expected(absence));
    expect(answer.body.equals(read(absence))).toBe(true);
  };

  test.runIf(installed).each(paths)('%s: the bytes of the file, the headers of the table', async (path) => {
    const answer = await get(server.port, path.replace(/\/index\.html$/, '/'));
    expect(answer.status).toBe(200);
    expect(answer.body.equals(read(path))).toBe(true);
    expect(pick(answer.headers)).toEqual(expected(path));
    expect(answer.headers.etag).toBeDefined();
  });

  test.runIf(installed).each(BARE)('%s?%s answers as the original API, in JSON', async (path, query) => {
    const file = fileOfBarePath(decodeURIComponent(path), query) ?? '';
    const answer = await get(server.port, query === '' ? path : `${path}?${query}`);
    expect(answer.status).toBe(200);
    expect(answer.body.equals(read(file))).toBe(true);
    expect(pick(answer.headers)).toEqual(expected(file));
  });

  test
    .runIf(installed)
    .each([
      '/api/inserjeunes/certifications/00000000',
      `/api/inserjeunes/certifications/${code}?millesime=1999`,
      `/api/inserjeunes/certifications/${code}?millesime=2021-2022`,
      `/api/inserjeunes/certifications/${code}?millesime=..%2F${code}`,
      `/api/inserjeunes/certifications/${code}?vue=autre`,
      `/api/inserjeunes/certifications/${code}/`,
      '/api/inserjeunes/certifications/',
      '/api/resoudre/inconnu.json',
    ])('%s is absent, and says so in JSON', async (path) => {
    const answer = await get(server.port, path);
    expect(answer.status).toBe(404);
    expect(pick(answer.headers)).toEqual(expected('/404.json'));
    fichierAbsentSchema.parse(JSON.parse(answer.body.toString()));
  });

  test
    .runIf(installed)
    .each(['/inconnue/', '/formations/inconnue', '/essai/vide/', '/assets/', '/.cache-du-site', '/essai/absent.svg'])(
    '%s is absent, and shows the page that says so',
    (path) => expectAbsence(path, '/404.html'),
  );

  test
    .runIf(installed)
    .each([
      '/integrer/formations/99999999/',
      `/integrer/formations/${code}/99/`,
      '/integrer/etablissements/0000000X/',
      '/integrer/editions/1999-01-01/formations/99999999/',
      '/integrer/formations/99999999.svg',
    ])('%s has no card, and says so in a page that may be framed', (path) => expectAbsence(path, '/integrer/404.html'));

  test.runIf(installed)('a folder is sent to its address with a slash', async () => {
    const answer = await get(server.port, '/formations');
    expect([301, 308]).toContain(answer.status);
    expect(answer.headers.location).toMatch(/(?:^|:\d+)\/formations\/$/);
  });

  test.runIf(installed).each(['/index.json', '/', `/api/inserjeunes/certifications/${code}`])(
    '%s is compressed, and not sent again when it has not changed',
    async (path) => {
      for (const encoding of ['identity', 'gzip']) {
        const full = await get(server.port, path, { headers: { 'accept-encoding': encoding } });
        expect(full.headers['content-encoding']).toBe(encoding === 'gzip' ? 'gzip' : undefined);
        if (encoding === 'gzip') {
          expect(full.headers.vary?.toLowerCase()).toContain('accept-encoding');
          const plain = gunzipSync(full.body);
          expect(plain.equals(read(fileOfBarePath(path) ?? (path === '/' ? '/index.html' : path)))).toBe(true);
          expect(full.body.length).toBeLessThan(plain.length / 1.5);
        }
        const etag = full.headers.etag ?? '';
        const again = await get(server.port, path, { headers: { 'accept-encoding': encoding, 'if-none-match': etag } });
        expect(again.status).toBe(304);
        expect(again.body).toHaveLength(0);
        expect(again.headers['access-control-allow-origin']).toBe('*');
        expect(again.headers['cache-control']).toBe('public, max-age=300');
      }
    },
  );

  test.runIf(installed)('a piece of a Parquet file can be read from another origin', async () => {
    const path = '/api/inserjeunes/certifications.parquet';
    const asked = await get(server.port, path, {
      method: 'OPTIONS',
      headers: {
        origin: 'https://ailleurs.example',
        'access-control-request-method': 'GET',
        'access-control-request-headers': 'range',
      },
    });
    expect([200, 204]).toContain(asked.status);
    expect(asked.headers).toMatchObject({ ...PREFLIGHT, 'access-control-allow-origin': '*' });
    const piece = await get(server.port, path, { headers: { range: 'bytes=0-3', origin: 'https://ailleurs.example' } });
    expect(piece.status).toBe(206);
    expect(piece.body.toString()).toBe('PAR1');
    expect(piece.headers['access-control-allow-origin']).toBe('*');
  });

  test
    .runIf(installed)
    .each([
      '/../package.json',
      '/..%2f..%2fetc/passwd',
      '/api/..%2f..%2f..%2f..%2fetc/passwd',
      '//etc/passwd',
      '/%2e%2e/%2e%2e/etc/passwd',
    ])('%s leads nowhere', async (path) => {
    const answer = await get(server.port, path);
    expect([400, 403, 404]).toContain(answer.status);
    expect(answer.body.toString()).not.toContain('root:');
  });
});

const nginx = SERVERS.find(({ name }) => name === 'nginx');
const canRun = nginx !== undefined && findServer(nginx) !== undefined;

/** What the headers allow and forbid, as a browser obeys them; the foreign page stands at another origin (another port). */
describe.runIf(canRun)('in a browser, behind nginx', () => {
  let server: RunningServer;
  let foreign: Server;
  let browser: Browser;
  beforeAll(async () => {
    if (nginx === undefined) return;
    server = await startServer(nginx, join(work, 'nginx-browser'), site);
    foreign = createServer((_, response) => {
      const frames = ['/', '/integrer/essai/', '/integrer/formations/99999999/'].map(
        (path) => `<iframe src="http://127.0.0.1:${server.port}${path}"></iframe>`,
      );
      response
        .writeHead(200, { 'content-type': 'text/html' })
        .end(`<!doctype html><title>Ailleurs</title>${frames.join('')}`);
    });
    await new Promise<void>((done) => foreign.listen(0, '127.0.0.1', done));
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
    foreign.closeAllConnections();
    foreign.close();
  });
  const elsewhere = (): string => `http://127.0.0.1:${(foreign.address() as AddressInfo).port}/`;

  test('another site may frame a card, or its absence, and no page', async () => {
    const page = await browser.newPage();
    const refused: string[] = [];
    page.on('console', (message) => refused.push(message.text()));
    await page.goto(elsewhere(), { waitUntil: 'load' });
    const titles = await Promise.all(page.frames().map((frame) => frame.title().catch(() => 'refusée')));
    expect(titles).toContain('Carte');
    expect(titles.filter((title) => /^(?!Pas de chiffres).*Et après/.test(title))).toEqual([]);
    expect(refused.join('\n')).toContain('frame-ancestors');
    expect(titles.filter((title) => title.startsWith('Pas de chiffres'))).toHaveLength(1);
    await page.close();
  });

  test('another site may read the API and a piece of a Parquet file, without .json and with headers of its own', async () => {
    const page = await browser.newPage();
    await page.goto(elsewhere());
    const read = await page.evaluate(
      async ([base, path]) => {
        const record = await fetch(`${base ?? ''}${path ?? ''}`, { headers: { 'x-essai': '1' } });
        const piece = await fetch(`${base ?? ''}/api/inserjeunes/certifications.parquet`, {
          headers: { range: 'bytes=0-3' },
        });
        return {
          code: ((await record.json()) as { code_certification: string }).code_certification,
          type: record.headers.get('content-type'),
          piece: await piece.text(),
          range: piece.headers.get('content-range'),
        };
      },
      [`http://127.0.0.1:${server.port}`, `${certifications}/CFD:${code}`],
    );
    expect(read).toMatchObject({ code: expect.any(String) as string, type: 'application/json', piece: 'PAR1' });
    expect(read.range).toMatch(/^bytes 0-3\//);
    await page.close();
  });

  test.each(['/', '/recherche/?q=boulanger', '/donnees/mon-catalogue/', '/comparer/'])(
    '%s works with the policy of its header and that of its meta',
    async (path) => {
      const page = await browser.newPage();
      const faults: string[] = [];
      page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
      page.on('pageerror', (error) => faults.push(String(error)));
      await page.goto(`http://127.0.0.1:${server.port}${path}`, { waitUntil: 'networkidle' });
      expect(faults).toEqual([]);
      await page.close();
    },
  );
});
