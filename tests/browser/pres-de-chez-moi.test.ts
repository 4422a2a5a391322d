import { readFileSync } from 'node:fs';

import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest';

import { launchBrowser } from './chromium.ts';

declare global {
  interface Window {
    axe: { run: (options: object) => Promise<AxeResults> };
  }
}

const siteUrl = inject('siteUrl');
const PAGE = '/pres-de-chez-moi/seine-saint-denis/';
const axeSource = readFileSync(new URL(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
let browser: Browser;
let page: Page;
/** Requests to anywhere else, faults and refusals of the policy. */
let complaints: string[];
beforeAll(async () => {
  browser = await launchBrowser();
});
afterEach(() => page.context().close());
afterAll(() => browser.close());

async function open(path: string, options: { javaScriptEnabled?: boolean; width?: number } = {}): Promise<void> {
  const { javaScriptEnabled = true, width = 360 } = options;
  page = await (await browser.newContext({ javaScriptEnabled, viewport: { width, height: 800 } })).newPage();
  complaints = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(siteUrl)) complaints.push(request.url());
  });
  await page.goto(siteUrl + path);
}

const statut = (): Promise<string> => page.locator('[data-statut]').innerText();
const found = () => page.locator('[data-resultats] [data-ecole]');
const distances = (): Promise<number[]> =>
  page.locator('[data-resultats] [data-km]').evaluateAll((all) => all.map((one) => Number(one.dataset.km)));
async function results(): Promise<void> {
  await found().first().waitFor({ state: 'attached' });
}

test('a département, then a town typed without its hyphen and with a wrong accent: schools come by distance', async () => {
  await open('/pres-de-chez-moi/');
  await page.getByRole('link', { name: /^Seine-Saint-Denis/ }).click();
  await page.locator('#commune').fill('saïnt denis');
  await page.locator('communes-proposees li a').first().waitFor();
  expect(await page.locator('communes-proposees [role="status"]').innerText()).toMatch(/^1\u00a0commune proposée,/);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await results();
  expect(new URL(page.url()).hash).toBe('#commune=saint-denis');
  expect(await page.locator('[data-resultats] h2:focus').innerText()).toBe('Depuis Saint-Denis');
  const km = await distances();
  expect(km).toEqual([...km].sort((left, right) => left - right));
  expect(await found().first().innerText()).toContain('dans la commune');
  expect(await statut()).toMatch(
    /^Saint-Denis\u00a0: \d+\u00a0établissements à 50\u00a0km ou moins, à vol d'oiseau\.$/,
  );
  expect(complaints).toEqual([]);
});

test('schools of the next départements are there: none is twice, none of the département is lost', async () => {
  await open(`${PAGE}#commune=saint-denis`);
  await results();
  const own = await page
    .locator('[data-liste] li > a')
    .evaluateAll((all) => all.map((one) => one.getAttribute('href')));
  const listed = await found()
    .locator('> a')
    .evaluateAll((all) => all.map((one) => one.getAttribute('href')));
  expect(listed.filter((href) => !own.includes(href)).length).toBeGreaterThan(10);
  expect(own.filter((href) => !listed.includes(href))).toEqual([]);
  expect(new Set(listed).size).toBe(listed.length);
});

test('Enter alone takes the nearest name; a name that nobody knows is said, and the list stays', async () => {
  await open(PAGE);
  await page.locator('#commune').fill('93200');
  await page.keyboard.press('Enter');
  await results();
  expect(await page.locator('#commune').inputValue()).toBe('Saint-Denis');
  await open(PAGE);
  await page.locator('#commune').fill('Quimper');
  await page.keyboard.press('Enter');
  await page.locator('[data-statut]:not(:empty)').waitFor();
  expect(await statut()).toContain('Aucune commune de ce département');
  expect(await page.locator('[data-liste]').isVisible()).toBe(true);
});

test('a type, a track and a course keep the schools that have them; the address says it and can be shared', async () => {
  await open(`${PAGE}#commune=saint-denis`);
  await results();
  const all = await found().count();
  await page.locator('select[name="type"]').selectOption('cap');
  await page.locator('[data-resultats] .offres').first().waitFor();
  expect(await found().count()).toBeLessThan(all);
  for (const text of await page.locator('[data-resultats] .offres').allTextContents()) expect(text).toContain('CAP');
  const [formation = ''] = await page
    .locator('select[name="formation"] option')
    .evaluateAll((options) => options.slice(1).map((option) => (option as HTMLOptionElement).value));
  await page.locator('select[name="formation"]').selectOption(formation);
  await page.waitForURL(new RegExp(`formation=${formation}$`));
  const shared = page.url().slice(siteUrl.length);
  const count = await found().count();
  expect(count).toBeGreaterThan(0);
  await page.context().close();
  await open(shared);
  await results();
  expect(await found().count()).toBe(count);
  expect(await page.locator('select[name="type"]').inputValue()).toBe('cap');
  expect(await statut()).toContain('ce choix');
});

test('a formation sends to near me with itself, through the choice of a département', async () => {
  await open('/formations/cap-cuisine-50022139/');
  await page.getByRole('link', { name: 'Près de chez moi' }).click();
  await page.waitForURL(/pres-de-chez-moi\/#formation=cap-cuisine-50022139$/);
  const link = page.getByRole('link', { name: /^Gironde/ });
  expect(await link.evaluate((one: HTMLAnchorElement) => one.pathname + one.hash)).toBe(
    '/pres-de-chez-moi/gironde/#formation=cap-cuisine-50022139',
  );
});

test('a school whose place no directory tells is listed apart, with the reason', async () => {
  await open('/pres-de-chez-moi/la-reunion/');
  const own = await page.locator('[data-liste] li > a').count();
  await page.goto(`${siteUrl}/pres-de-chez-moi/la-reunion/#commune=saint-denis`);
  await results();
  const apart = page.locator('[data-resultats] details', { hasText: 'Position inconnue' });
  expect(await apart.locator('[data-ecole]').count()).toBeGreaterThan(0);
  expect(await apart.locator('[data-km]').count()).toBe(0);
  expect(await apart.locator('> p').textContent()).toContain('Aucun annuaire');
  expect(await found().count()).toBe(own);
});

test.each(['light', 'dark'] as const)(
  'what is found has no fault that axe can see, all groups open, %s',
  async (colorScheme) => {
    const context = await browser.newContext({ colorScheme, viewport: { width: 360, height: 800 }, bypassCSP: true });
    page = await context.newPage();
    await page.goto(`${siteUrl}${PAGE}#commune=saint-denis&type=cap`);
    await results();
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
    await page.evaluate(axeSource);
    const { violations } = await page.evaluate(() => window.axe.run({ resultTypes: ['violations'] }));
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`),
    ).toEqual([]);
  },
);

test('without the file the page says so and keeps its list', async () => {
  await open(PAGE);
  await page.route('**/pres-de-chez-moi/*.json', (route) => route.abort());
  await page.locator('#commune').fill('saint-denis');
  await page.keyboard.press('Enter');
  await page.locator('[data-statut]:not(:empty)').waitFor();
  expect(await statut()).toContain("n'ont pas pu être chargées");
  expect(await page.locator('[data-liste] li > a').first().isVisible()).toBe(true);
});

test('without JavaScript every school of the département is there by town, and no field that does nothing', async () => {
  await open(PAGE, { javaScriptEnabled: false });
  const count = Number(/(\d+)/.exec(await page.locator('.chapeau p').innerText())?.[1]);
  expect(await page.locator('[data-liste] li > a').count()).toBe(count);
  expect(await page.locator('form.outils').isVisible()).toBe(false);
  const towns = await page.locator('[data-liste] h3').allInnerTexts();
  expect(towns).toEqual([...towns].sort((left, right) => left.localeCompare(right, 'fr')));
});

test('at 320 px with text at 200 % nothing scrolls sideways, before and after a town is chosen', async () => {
  await open(PAGE, { width: 320 });
  const overflow = (): Promise<number> =>
    page.evaluate(() => {
      document.documentElement.style.fontSize = '200%';
      return document.documentElement.scrollWidth - window.innerWidth;
    });
  expect(await overflow()).toBeLessThanOrEqual(0);
  await page.goto(`${siteUrl}${PAGE}#commune=saint-denis&type=cap`);
  await results();
  expect(await overflow()).toBeLessThanOrEqual(0);
});
