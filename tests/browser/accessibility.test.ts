import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';

import { findViolations } from './axe.ts';
import { launchBrowser } from './chromium.ts';
import { pickPages } from './site-pages.ts';

const siteUrl = inject('siteUrl');
const pages = pickPages(inject('siteDir'));

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

async function openPage(
  path: string,
  options: { width: number; colorScheme: 'light' | 'dark' },
): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext({
    viewport: { width: options.width, height: 800 },
    colorScheme: options.colorScheme,
    reducedMotion: 'reduce',
    // axe is injected by the test: the policy of the page would refuse it. The policy itself has its own test.
    bypassCSP: true,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !(path === '/404.html' && message.text().includes('404')))
      complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(siteUrl + path);
  return { page, complaints };
}

describe.each(pages)('$type: $page', ({ page: path }) => {
  test.each([
    { width: 1280, colorScheme: 'light' as const },
    { width: 360, colorScheme: 'dark' as const },
  ])('has no accessibility violation that axe can see at $width px, $colorScheme', async (options) => {
    const { page, complaints } = await openPage(path, options);
    for (const details of await page.locator('details').all())
      await details.evaluate((element) => element.setAttribute('open', ''));
    expect(await findViolations(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('does not scroll sideways at 320 px, even with text twice as large and all that opens open', async () => {
    const { page } = await openPage(path, { width: 320, colorScheme: 'light' });
    const overflow = (): Promise<number> =>
      page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(await overflow()).toBeLessThanOrEqual(0);
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%';
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
    expect(await overflow()).toBeLessThanOrEqual(0);
    await page.context().close();
  });
});
