import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest';

import { launchBrowser } from './chromium.ts';

const siteUrl = inject('siteUrl');
const siteDir = inject('siteDir');
let browser: Browser;
let page: Page;
let complaints: string[];
beforeAll(async () => {
  browser = await launchBrowser();
});
afterEach(() => page.context().close());
afterAll(() => browser.close());

async function open(hash = '', javaScriptEnabled = true): Promise<void> {
  page = await (await browser.newContext({ javaScriptEnabled, viewport: { width: 360, height: 800 } })).newPage();
  complaints = [];
  page.on('console', (message) => {
    const isAsked = message.text().includes('404') && /\/(?:integrer|api\/resoudre)\//.test(message.location().url);
    if (message.type() === 'error' && !isAsked) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(`${siteUrl}/widget/${hash}`);
}
const code = (): Promise<string> => page.locator('textarea').inputValue();
const statut = () => page.locator('[data-statut]');

test('a name is typed, a diploma chosen with the arrows: the card shows, and the code has its height', async () => {
  await open();
  await page.locator('#code').fill('boulanger');
  await page.locator('formations-proposees li a').first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const frame = page.frameLocator('[data-apercu] iframe');
  await frame.locator('[data-phrase]').first().waitFor();
  expect(await frame.locator('h1').innerText()).toBe('CAP Boulanger');
  await page.waitForFunction(() => !document.querySelector('textarea')?.value.includes('height="720"'));
  expect(await code()).toMatch(
    /^<iframe src="http:\/\/[^"]+\/integrer\/formations\/50022137\/#tout\.fr\.complet\.auto" title="CAP Boulanger.*height="\d+"/,
  );
  const height = Number(/height="(\d+)"/.exec(await code())?.[1]);
  expect(height).toBe(await frame.locator('html').evaluate((html) => html.scrollHeight));
  expect(complaints).toEqual([]);
});

test('every choice is in the address and in the code', async () => {
  await open('#code=50022137&langue=en&taille=compact&theme=sombre&edition=figee');
  await statut().getByText('La carte est prête').waitFor();
  expect(await code()).toMatch(
    /\/integrer\/editions\/\d{4}-\d\d-\d\d\/formations\/50022137\/#tout\.en\.compact\.sombre"/,
  );
  await page.selectOption('[name="forme"]', 'element');
  await page.locator('et-apres [data-phrase]').first().waitFor();
  expect(await code()).toMatch(
    /<et-apres code="50022137" lang="en" taille="compact" theme="sombre" edition="\d{4}-\d\d-\d\d"><\/et-apres>$/,
  );
  expect(new URL(page.url()).hash).toContain('forme=element');
  await page.selectOption('[name="forme"]', 'image');
  const image = page.locator('[data-apercu] img');
  await image.waitFor();
  await page.waitForFunction(() => document.querySelector<HTMLImageElement>('[data-apercu] img')?.naturalWidth === 640);
  expect(await code()).toMatch(/^<a href="[^"]+\/formations\/cap-boulanger-50022137\/"><img src="[^"]+50022137\.svg"/);
  expect(complaints).toEqual([]);
});

test('the image of a course in a school is that of this course', async () => {
  const [file = ''] = readdirSync(join(siteDir, 'integrer/etablissements'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\/[^/]+\.svg$/.test(name))
    .sort();
  const [uai = '', cours = ''] = file.replace('.svg', '').split('/');
  await open(`#code=${cours}&uai=${uai}&forme=image`);
  await page.waitForFunction(() => document.querySelector<HTMLImageElement>('[data-apercu] img')?.naturalWidth === 640);
  expect(await code()).toContain(`/integrer/etablissements/${uai}/${cours}.svg"`);
  expect(complaints).toEqual([]);
});

test.each([
  ['#code=99999999', 'code_inconnu', 'Code inconnu'],
  ['#code=50022137&region=06', 'sans_region', 'dans cette région'],
])('%s: says why there is nothing to copy', async (hash, absence, words) => {
  await open(hash);
  await statut().getByText(words).waitFor();
  expect(await statut().getAttribute('data-absence')).toBe(absence);
  expect(await page.locator('textarea').isVisible()).toBe(false);
});

test('without scripts, the three forms can be copied by hand', async () => {
  await open('', false);
  expect(await page.locator('noscript').innerText()).toContain('demande JavaScript');
  const codes = await page.locator('#a-la-main pre').allInnerTexts();
  expect(codes.map((text) => /^<(\w+)/.exec(text)?.[1])).toEqual(['iframe', 'a', 'script']);
  expect(await page.locator('fieldset').getAttribute('disabled')).not.toBeNull();
});
