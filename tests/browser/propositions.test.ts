import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest';

import { launchBrowser } from './chromium.ts';

/** The box of the home page proposes names while one types; without script it is a form. */
const siteUrl = inject('siteUrl');
let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterEach(() => page.context().close());
afterAll(() => browser.close());

async function open(javaScriptEnabled = true): Promise<void> {
  page = await (await browser.newContext({ javaScriptEnabled, viewport: { width: 360, height: 800 } })).newPage();
  await page.goto(siteUrl);
}
const names = () => page.locator('noms-proposes li a');
async function type(words: string): Promise<void> {
  await page.locator('#q').fill(words);
  await names().first().waitFor();
}

test('names come while typing, the nearest first, and lead to their pages', async () => {
  await open();
  await type('cap patis');
  expect(await names().first().innerText()).toMatch(/^CAP Pâtissier/);
  await names().first().click();
  await page.waitForURL(/\/formations\/cap-patissier-[0-9a-z]{8}\/$/);
});

test('what was typed before the script came is answered too', async () => {
  page = await (await browser.newContext({ viewport: { width: 360, height: 800 } })).newPage();
  let send: () => void = () => undefined;
  const typed = new Promise<void>((done) => (send = done));
  await page.route('**/*.js', async (route) => {
    await typed;
    await route.continue();
  });
  await page.goto(siteUrl, { waitUntil: 'commit' });
  await page.locator('#q').fill('cap patis');
  expect(await names().count()).toBe(0);
  send();
  await names().first().waitFor();
  expect(await names().first().innerText()).toMatch(/^CAP Pâtissier/);
});

test('a mistake is forgiven', async () => {
  await open();
  await type('cap patisier');
  expect(await names().first().innerText()).toMatch(/^CAP Pâtissier/);
});

test('the keyboard is enough: arrows, Enter, Escape; what happens is said', async () => {
  await open();
  await type('cap');
  const count = await names().count();
  expect(await page.locator('noms-proposes [role="status"]').innerText()).toMatch(new RegExp(`^${count} noms? propos`));
  await page.keyboard.press('ArrowDown');
  expect(
    await names()
      .first()
      .evaluate((link) => link === document.activeElement),
  ).toBe(true);
  await page.keyboard.press('ArrowUp');
  expect(await page.locator('#q').evaluate((input) => input === document.activeElement)).toBe(true);
  await page.keyboard.press('Escape');
  expect(await names().first().isVisible()).toBe(false);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/recherche\/\?q=cap$/);
});

test.each(['light', 'dark'] as const)('what is typed can be read, %s', async (colorScheme) => {
  page = await (await browser.newContext({ colorScheme })).newPage();
  await page.goto(siteUrl);
  const [ink = 0, paper = 0] = await page.locator('#q').evaluate((input) => {
    const { color, backgroundColor } = getComputedStyle(input);
    // Relative luminance of WCAG 2, of `rgb(38, 31, 43)`.
    return [color, backgroundColor].map((text) => {
      const [r = 0, g = 0, b = 0] = [...text.matchAll(/[\d.]+/g)].slice(0, 3).map(([value]) => {
        const part = Number(value) / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    });
  });
  expect((Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05)).toBeGreaterThan(4.5);
});

test('nothing moves when they come, nor scrolls sideways', async () => {
  await open();
  const before = await page.locator('main').boundingBox();
  await type('bac pro');
  expect(await page.locator('main').boundingBox()).toEqual(before);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
});

test('without script, the form leads to the search page', async () => {
  await open(false);
  await page.locator('#q').fill('cuisine');
  await page.locator('main form button').click();
  expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/recherche/?q=cuisine');
});
