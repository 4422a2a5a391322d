import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { launchBrowser } from './chromium.ts';
import { DOCUMENTS, MFR, startSearchSite, type SearchSite } from './search-site.ts';

let site: SearchSite;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  site = await startSearchSite();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  site.close();
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
  await page.goto(site.address + search);
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
  await page.goto(`${site.address}?q=50022999`);
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
  await page.goto(site.address);
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
