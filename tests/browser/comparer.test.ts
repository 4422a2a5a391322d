import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import jsQR from 'jsqr';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';

import type { Etablissement } from '../../src/domain/etablissement.ts';
import { launchBrowser } from './chromium.ts';

const HASH = '#formations/cap-cuisine-50022139&formations/cap-boulanger-50022137&formations/inconnue';
let browser: Browser;

/** The pixels of a PNG, read by the browser itself. */
const pixelsOf = (page: Page, png: string) =>
  page.evaluate(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('no canvas');
    context.drawImage(image, 0, 0);
    const { data, width, height } = context.getImageData(0, 0, image.width, image.height);
    return { data: [...data], width, height };
  }, png);

/** The UAI, in small letters, of a school of the built site that has figures for one of its courses. */
function ecoleAvecDesCours(siteDir: string): string {
  const folder = join(siteDir, 'etablissements');
  const file = readdirSync(folder).find((name) => {
    if (!name.endsWith('.json')) return false;
    const { formations } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Pick<Etablissement, 'formations'>;
    return formations.some(({ fiches }) => fiches.length > 0);
  });
  if (file === undefined) throw new Error('no school with courses');
  return file.replace('.json', '');
}

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

test('two courses stand in one table; one is taken away by keyboard and the focus stays', async () => {
  const page = await browser.newPage({ viewport: { width: 320, height: 800 } });
  await page.goto(`${inject('siteUrl')}/comparer/${HASH}`);
  await page.locator('table tbody').nth(1).waitFor();
  expect(await page.locator('[data-statut]').innerText()).toContain("n'existe pas");
  expect(await page.locator('td:empty').count()).toBe(0);
  // A row that says figures says the three of them.
  const rows = page.locator('tr:has(+ .precisions)');
  expect(await rows.count()).toBeGreaterThan(1);
  for (const row of await rows.all())
    expect(await row.locator('[data-etat]:visible, [data-absence]:visible').count()).toBeGreaterThan(0);
  expect(await page.locator('table svg').count()).toBe(0);
  expect(await page.locator('[data-questions] li').count()).toBe(3);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await page.locator('[data-retirer]').first().focus();
  await page.keyboard.press('Enter');
  await page.locator('table tbody').nth(1).waitFor({ state: 'detached' });
  await page.locator('[data-retirer]:focus').waitFor();
  expect(new URL(page.url()).hash).toBe('#formations/cap-boulanger-50022137');
  await page.close();
});

test('the QR code of the page holds its address, list and region included', async () => {
  const page = await browser.newPage();
  await page.goto(`${inject('siteUrl')}/comparer/#formations/cap-cuisine-50022139&region=53`);
  const code = page.locator('[data-qr] svg');
  await code.waitFor();
  const { data, width, height } = await pixelsOf(page, (await code.screenshot()).toString('base64'));
  expect(jsQR(Uint8ClampedArray.from(data), width, height)?.data).toBe(page.url());
  await page.close();
});

test('a list is kept in this browser, comes back without an address, leaves as CSV, and is forgotten when asked', async () => {
  const page = await browser.newPage();
  await page.goto(`${inject('siteUrl')}/comparer/${HASH}`);
  await page.getByRole('button', { name: 'Garder cette liste' }).click();
  await page.getByText('Liste gardée dans ce navigateur.').waitFor();
  await page.goto(`${inject('siteUrl')}/comparer/`);
  await page.locator('table tbody').nth(1).waitFor();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Télécharger en CSV' }).click(),
  ]);
  const [head, ...lines] = readFileSync(await download.path(), 'utf8')
    .trim()
    .split(/\r?\n/);
  expect(head).toContain('part_emploi_6_mois');
  expect(lines.length).toBeGreaterThanOrEqual(2);
  expect(lines.every((line) => line.includes(`${inject('siteUrl')}/formations/`))).toBe(true);
  await page.getByRole('button', { name: 'Effacer la liste gardée' }).click();
  await page.getByText('La liste gardée dans ce navigateur a été effacée.').waitFor();
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  await page.close();
});

test('an empty list asks no question and shows no code', async () => {
  const page = await browser.newPage();
  await page.goto(`${inject('siteUrl')}/comparer/`);
  await page.getByText('La liste est vide.').waitFor();
  expect(await page.locator('[data-questions]').isVisible()).toBe(false);
  expect(await page.locator('[data-qr] svg').count()).toBe(0);
  await page.close();
});

test('a school gives its place to one of its courses, and takes it back', async () => {
  const uai = ecoleAvecDesCours(inject('siteDir'));
  const page = await browser.newPage({ viewport: { width: 320, height: 800 } });
  await page.goto(`${inject('siteUrl')}/comparer/#etablissements/${uai}`);
  const choice = page.locator('[data-cours]');
  await choice.waitFor();
  const titre = await choice.locator('option').nth(1).innerText();
  await choice.selectOption({ index: 1 });
  await page.locator('.nom a', { hasText: titre }).waitFor();
  expect(new URL(page.url()).hash).toMatch(new RegExp(`^#etablissements/${uai}/[0-9a-z]{8}$`));
  expect(await page.locator('[data-cours]').evaluate((select) => select === document.activeElement)).toBe(true);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await page.locator('[data-cours]').selectOption('');
  await page.locator('.nom a', { hasText: titre }).waitFor({ state: 'detached' });
  expect(new URL(page.url()).hash).toBe(`#etablissements/${uai}`);
  await page.close();
});

test('printed, the comparison keeps its figures, questions and code, and loses its buttons', async () => {
  const page = await browser.newPage();
  await page.goto(`${inject('siteUrl')}/comparer/${HASH}`);
  await page.locator('[data-qr] svg').waitFor();
  await page.emulateMedia({ media: 'print' });
  for (const shown of ['table', '[data-questions]', '[data-qr] svg', '.adresse'])
    expect(await page.locator(shown).first().isVisible(), shown).toBe(true);
  for (const hidden of ['[data-retirer]', '.actions', 'select'])
    expect(await page.locator(`main ${hidden}`).first().isVisible(), hidden).toBe(false);
  await page.close();
});

test('without JavaScript a sentence says what the page needs', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${inject('siteUrl')}/comparer/`);
  expect(await page.locator('noscript').innerText()).toContain('demande JavaScript');
  expect(await page.locator('[data-outil]').isVisible()).toBe(false);
  await context.close();
});
