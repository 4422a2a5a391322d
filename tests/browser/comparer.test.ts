import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';

import { launchBrowser } from './chromium.ts';

const HASH = '#formations/cap-cuisine-50022139&formations/cap-boulanger-50022137&formations/inconnue';
let browser: Browser;
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
  expect(await page.locator('[data-questions] li').count()).toBe(3);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await page.locator('[data-retirer]').first().focus();
  await page.keyboard.press('Enter');
  await page.locator('table tbody').nth(1).waitFor({ state: 'detached' });
  await page.locator('[data-retirer]:focus').waitFor();
  expect(new URL(page.url()).hash).toBe('#formations/cap-boulanger-50022137');
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
