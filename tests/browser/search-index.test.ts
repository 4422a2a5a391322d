import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { stripTypeScriptTypes } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, extname, join } from 'node:path';

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import type { Filiere } from '../../src/domain/fiche.ts';
import type { CarteDeRecherche, ChiffresDeRecherche, DocumentDeRecherche } from '../../src/domain/recherche.ts';
import { buildSearchIndex } from '../../src/search/build.ts';
import { toNoms } from '../../src/search/noms.ts';
import { launchBrowser } from './chromium.ts';

/**
 * The search by itself: a small index made by our code, asked by the script of the search page in a real browser. The built site is not
 * needed; the markup below is what Recherche.astro gives to the script.
 */
const MARKUP = `<!doctype html><html lang="fr"><title>Chercher</title><div data-recherche data-regions='{"53":"Bretagne","44":"Grand Est"}'>
<form action="/" method="get"><input type="search" name="q" aria-label="Chercher">
<fieldset disabled><details><summary>Affiner</summary>
<select name="genre" aria-label="Genre"><option value=""><option value="formation"><option value="etablissement"></select>
<select name="region" aria-label="Région"><option value=""><option value="bretagne"><option value="grand-est"></select>
<select name="voie" aria-label="Voie"><option value=""><option value="pro"><option value="apprentissage"></select>
<select name="tri" aria-label="Tri"><option value=""><option value="emploi"><option value="formation"></select>
</details></fieldset></form>
<p role="status" data-statut></p><p data-tri hidden>Trier</p><p data-legende hidden>Pour 100</p><ol data-resultats></ol>
<button data-suite hidden>Suite</button><button data-partout hidden>Partout</button><div data-sans-resultat hidden>Aide</div>
</div><script type="module" src="/depart.js"></script></html>`;

const DEPART = `import { monter } from '/components/recherche.client.ts'; monter(document.querySelector('[data-recherche]'));`;

/** No script but ours, WebAssembly for Pagefind, nothing inline, no worker. */
const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self'; base-uri 'none'";

const formation = (titre: string, code: string, more: Partial<DocumentDeRecherche> = {}): DocumentDeRecherche => {
  const type = /^(CAP|BP|MC|BTS|Bac pro)/.exec(titre)?.[0] ?? 'Titre';
  return {
    url: `/formations/${code.toLowerCase()}/`,
    genre: 'formation',
    titre,
    precision: type,
    mots: [],
    codes: [code],
    ...more,
    filtres: { type: [type], ...(more.filtres ?? { voie: ['Au lycée'] }) },
  };
};

const MFR = 'Maison familiale rurale de Plabennec';

const DOCUMENTS: DocumentDeRecherche[] = [
  formation('CAP Boulanger', '50022137', {
    mots: ['BOULANGER (CAP)'],
    codes: ['50022137', '23320022137', 'RNCP37537'],
    filtres: { region: ['Bretagne', 'Grand Est'] },
  }),
  formation('BP Boulanger', '45022108'),
  formation('Bac pro Boulanger-pâtissier', '40022105'),
  formation('CAP Pâtissier', '50022141', { filtres: { region: ['Bretagne'] } }),
  formation('MC Pâtisserie boulangère', '01022105'),
  formation('CAP Cuisine', '50022146', { mots: ['CUISINE (CAP)'], filtres: { region: ['Bretagne'] } }),
  formation('CAP Commis de cuisine', '50022147'),
  formation('Bac pro Cuisine', '40022106'),
  formation('CAP Métiers de la coiffure', '50033618'),
  formation('CAP Menuisier fabricant', '50023439'),
  formation("Bac pro Métiers de l'électricité et de ses environnements connectés", '40025510'),
  formation('BTS Management commercial opérationnel', '32031213', {
    mots: ['MANAGEMENT COMMERCIAL OPERATIONNEL (BTS)'],
  }),
  formation('Bac pro Assistance à la gestion des organisations', '40030004', {
    mots: ['Bac pro Gestion-administration'],
  }),
  formation('CAP <img src=x onerror="window.attaque = true">', '50099999'),
  {
    url: '/regions/bretagne/',
    genre: 'region',
    titre: 'Bretagne',
    precision: 'Région',
    mots: [],
    codes: ['53'],
    filtres: {},
  },
  ...['Lycée Pasteur', 'Lycée Jeanne-Moulin', 'Lycée des Métiers de Bretagne', 'Lycée La Boulangère', MFR].map(
    (titre, rank): DocumentDeRecherche => ({
      url: `/etablissements/035000${rank}x/`,
      genre: 'etablissement',
      titre,
      precision: 'Lycée, Bourg-en-Bresse, Ain',
      mots: [],
      codes: [`035000${rank}X`],
      filtres: { region: ['Bretagne'] },
    }),
  ),
  ...Array.from({ length: 25 }, (_, rank) =>
    formation(`CAP Horloger option ${rank}`, `500251${String(rank).padStart(2, '0')}`),
  ),
  formation('Titre Boulanger de demain', '36X22101', { filtres: {} }),
];

const carte = (filiere: Filiere, emploi: number, more: Partial<CarteDeRecherche> = {}): CarteDeRecherche => ({
  ...{ code_certification: '1', filiere, maille: 'nationale', millesime: '2021_2022', nb_annee_term: 1234 },
  parts: { emploi, formation: 80 - emploi, autre: 20, calcul: 'derive' },
  ...more,
});
const bretonne = (emploi: number): CarteDeRecherche =>
  carte('pro', emploi, { maille: 'regionale', region: '53', nb_annee_term: 94 });
const CHIFFRES: Record<string, ChiffresDeRecherche['formations']> = {
  france: {
    '50022137': [carte('pro', 25), carte('apprentissage', 60)],
    '45022108': [carte('apprentissage', 70)],
    '40022105': [carte('pro', 30)],
  },
  bretagne: { '50022137': [bretonne(18)], '50022141': [bretonne(21)] },
  'grand-est': { '50022137': [carte('pro', 24, { maille: 'regionale', region: '44' })] },
};

/** A module of ours as the browser takes it: no types, and the library by its address. */
const toScript = (source: string): string => stripTypeScriptTypes(source).replace("'minisearch'", "'/minisearch.js'");

const work = mkdtempSync(join(tmpdir(), 'et-apres-recherche-'));
let server: Server;
let browser: Browser;
let page: Page;
let address: string;

beforeAll(async () => {
  const ecoles = DOCUMENTS.filter(({ genre }) => genre === 'etablissement');
  await buildSearchIndex({ documents: ecoles, outputDir: join(work, 'pagefind') });
  const write = (path: string, content: unknown): void => {
    mkdirSync(dirname(join(work, path)), { recursive: true });
    writeFileSync(join(work, path), JSON.stringify(content));
  };
  const { avecChiffres, sansChiffre } = toNoms(DOCUMENTS);
  write('recherche/noms.json', avecChiffres);
  write('recherche/noms-sans-chiffre.json', sansChiffre);
  for (const [lieu, formations] of Object.entries(CHIFFRES))
    write(`recherche/chiffres/${lieu}.json`, { lieu, formations });
  for (const { codes, titre, url } of DOCUMENTS)
    for (const code of codes) write(`api/resoudre/${code}.json`, { code, page: { genre: 'formation', titre, url } });
  write('api/resoudre/50022999.json', { code: '50022999', libelle: 'FORGERON (CAP)', absence: 'pas_de_page' });
  server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    response.setHeader('content-security-policy', POLICY);
    if (pathname === '/') return response.setHeader('content-type', 'text/html').end(MARKUP);
    if (pathname === '/depart.js') return response.setHeader('content-type', 'text/javascript').end(DEPART);
    if (pathname === '/favicon.ico') return response.writeHead(204).end();
    const isSource = /^\/(?:components|domain|lib)\//.test(pathname);
    const file =
      pathname === '/minisearch.js'
        ? join(import.meta.dirname, '../../node_modules/minisearch/dist/es/index.js')
        : join(isSource ? join(import.meta.dirname, '../../src') : work, pathname);
    if (['.js', '.ts'].includes(extname(file))) response.setHeader('content-type', 'text/javascript');
    if (!existsSync(file)) return response.writeHead(404).end();
    const bytes = readFileSync(file);
    return response.end(isSource ? toScript(bytes.toString('utf8')) : bytes);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  server.closeAllConnections();
  server.close();
  rmSync(work, { recursive: true, force: true });
});

let complaints: string[];
beforeEach(async () => {
  page = await browser.newPage();
  complaints = [];
  page.on('console', (message) => {
    // A code is tried with and without its zero: a file that does not exist is an answer.
    const isAsked = message.location().url.includes('/api/resoudre/');
    if (message.type() === 'error' && !isAsked) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return async () => {
    await page.close();
    expect(complaints).toEqual([]);
  };
});

const status = (): Promise<string> => page.locator('[data-statut]').innerText();
const titles = (): Promise<string[]> => page.locator('[data-resultat] a').allInnerTexts();

/** Opens the search page at an address and waits for its answer. */
async function open(search: string): Promise<void> {
  await page.goto(address + search);
  await page.waitForFunction(() => (document.querySelector('[data-statut]')?.textContent ?? '').includes('résultat'));
}

describe('the best answer comes first', () => {
  test.each([
    ['boulanger', 'CAP Boulanger'],
    ['cuisine', 'CAP Cuisine'],
    ['patissier', 'CAP Pâtissier'],
    ['pâtissier', 'CAP Pâtissier'],
    ['pâtisserie boulangère', 'MC Pâtisserie boulangère'],
    ["l'electricité", "Bac pro Métiers de l'électricité et de ses environnements connectés"],
    ['boulanger patissier', 'Bac pro Boulanger-pâtissier'],
    ['Bretagne', 'Bretagne'],
    ['lycée pasteur', 'Lycée Pasteur'],
    ['pasteur bourg-en-bresse', 'Lycée Pasteur'],
    ['mfr plabennec', MFR],
    ['lycée jeanne moulin', 'Lycée Jeanne-Moulin'],
    ['50022137', 'CAP Boulanger'],
    ['CFD:50022137', 'CAP Boulanger'],
    ['mefstat11 23320022137', 'CAP Boulanger'],
    ['rncp 37537', 'CAP Boulanger'],
    ['1022105', 'MC Pâtisserie boulangère'],
    ['0350000x', 'Lycée Pasteur'],
    ['350000X', 'Lycée Pasteur'],
    ['bts mco', 'BTS Management commercial opérationnel'],
    ['gestion administration', 'Bac pro Assistance à la gestion des organisations'],
    ['GA', 'Bac pro Assistance à la gestion des organisations'],
  ])('« %s » → %s', async (asked, first) => {
    await open(`?q=${encodeURIComponent(asked)}`);
    expect((await titles())[0]).toBe(first);
  });
});

test.each([
  ['coiffeur', 'CAP Métiers de la coiffure'],
  ['menuisrie', 'CAP Menuisier fabricant'],
  ['bts cuisine', 'CAP Cuisine'],
])('« %s », which no page holds, finds what is near: %s', async (asked, first) => {
  await open(`?q=${encodeURIComponent(asked)}`);
  expect((await titles())[0]).toBe(first);
  expect(await status()).toMatch(/^Aucun résultat exact pour .*proche/);
});

test('without any answer, the page says so and helps', async () => {
  await open('?q=zzzz');
  expect(await status()).toBe('Aucun résultat pour «\u00a0zzzz\u00a0».');
  expect(await page.locator('[data-sans-resultat]').isVisible()).toBe(true);
  expect(await titles()).toEqual([]);
});

test('what the index holds is shown as text', async () => {
  await open('?q=50099999');
  expect(await titles()).toEqual(['CAP <img src=x onerror="window.attaque = true">']);
  expect(await page.locator('img').count()).toBe(0);
  expect(await page.evaluate(() => 'attaque' in window)).toBe(false);
});

test('a code that has no page here is named', async () => {
  await page.goto(`${address}?q=50022999`);
  await page.getByText('celui de «\u00a0FORGERON (CAP)\u00a0»').waitFor();
  expect(await titles()).toEqual([]);
});

test('what nothing holds shows the names that look like it', async () => {
  await open('?q=ecole%20pattiserier');
  expect(await titles()).toContain('CAP Pâtissier');
  expect(await status()).toMatch(/^Aucun résultat exact/);
});

test('a result shows its card in small: a line a track, of how many, when and where', async () => {
  await open('?q=cap boulanger');
  const first = page.locator('[data-resultat]').first();
  expect(await first.innerText()).toContain('Au lycée\u00a0: 25 travaillaient, 55 étudiaient, 20 autre situation');
  expect(await first.innerText()).toContain(
    '1\u202f234\u00a0élèves en dernière année, sortants de 2021 et 2022. Échelle\u00a0: France.',
  );
  expect(await first.locator('.mini').count()).toBe(2);
  expect(await page.locator('[data-legende]').isVisible()).toBe(true);
});

test('with a region, the cards are those of the region', async () => {
  await open('?q=cap boulanger&region=bretagne');
  expect(await page.locator('.mini').allInnerTexts()).toEqual([expect.stringMatching(/18 travaillaient[^]*Bretagne/)]);
});

test('sorted by a share, formations with figures come by that share, and a warning goes with them', async () => {
  await open('?q=boulanger&tri=emploi');
  expect(await titles()).toEqual(['BP Boulanger', 'Bac pro Boulanger-pâtissier', 'CAP Boulanger']);
  expect(await page.locator('[data-tri]').isVisible()).toBe(true);
  await open('?q=boulanger&tri=emploi&voie=apprentissage');
  expect(await titles()).toEqual(['BP Boulanger', 'CAP Boulanger']);
  expect(await page.locator('.mini').count()).toBe(2);
});

test('schools and formations without figures are looked through when asked, or when little else answers', async () => {
  await open('?q=cap');
  expect(await titles()).not.toContain('Titre Boulanger de demain');
  await open('?q=demain');
  expect(await titles()).toEqual(['Titre Boulanger de demain']);
  expect(await page.locator('[data-resultat]').innerText()).toContain('Pas de chiffre publié');
  await open('?q=boulanger');
  expect(await titles()).not.toContain('Lycée La Boulangère');
  await page.locator('[data-partout]').click();
  await page.getByText('Lycée La Boulangère').waitFor();
  expect(await titles()).toContain('Titre Boulanger de demain');
  expect(await page.locator('[data-partout]').isVisible()).toBe(false);
  const links = await page.locator('[data-resultat] a').evaluateAll((all) => all.map((a) => a.getAttribute('href')));
  for (const href of links) expect(DOCUMENTS.map(({ url }) => url)).toContain(href);
});

test('facets narrow the answers, alone or with words, and stand in the address', async () => {
  await open('?q=boulanger');
  expect(await titles()).toContain('BP Boulanger');
  await page.locator('details').evaluate((element) => element.setAttribute('open', ''));
  await page.selectOption('select[name="region"]', 'bretagne');
  await page.selectOption('select[name="genre"]', 'formation');
  await page.waitForFunction(() => document.querySelectorAll('[data-resultat]').length === 1);
  expect(await titles()).toEqual(['CAP Boulanger']);
  expect(new URL(page.url()).search).toBe('?q=boulanger&genre=formation&region=bretagne');
  await page.goBack();
  await page.goBack();
  await page.waitForFunction(() => document.querySelectorAll('[data-resultat]').length > 2);
  expect(await page.inputValue('select[name="region"]')).toBe('');
  await open('?region=grand-est');
  expect(await titles()).toEqual(['CAP Boulanger']);
});

test('typing searches, the keyboard is enough, and more answers take the focus', async () => {
  await page.goto(address);
  expect(await page.locator('fieldset').isVisible()).toBe(true);
  await page.getByRole('searchbox').focus();
  await page.keyboard.type('horloger');
  // A slow machine can search in the middle of the word: only the end counts.
  await page.getByText('25\u00a0résultats pour «\u00a0horloger\u00a0».').waitFor();
  expect(await titles()).toHaveLength(10);
  expect(new URL(page.url()).search).toBe('?q=horloger');
  await page.locator('[data-suite]').focus();
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.querySelectorAll('[data-resultat]').length === 20);
  expect(await page.locator('[data-suite]').isVisible()).toBe(true);
  const focused = await page.evaluate(() => document.activeElement?.textContent);
  expect(focused).toBe((await titles())[10]);
});
