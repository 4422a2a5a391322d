import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { inject, expect, test, afterAll, beforeAll, describe } from 'vitest';

import { JSDOM } from 'jsdom';
import type { Browser } from 'playwright-core';

import { launchBrowser } from './chromium.ts';
import { listPages, readPage } from './site-pages.ts';

/** The page of a formation as a pupil and a counsellor use it: their region, chosen once, and its print sheet. */
const siteUrl = inject('siteUrl');
const siteDir = inject('siteDir');
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const formations = listPages(siteDir).filter((path) => /^\/formations\/[^/]+\/$/.test(path));
const weight = (path: string): number => readPage(siteDir, path).length;
const heaviest = [...formations].sort((left, right) => weight(right) - weight(left)).slice(0, 8);
const ROW_OF_BRETAGNE = '#regions-en-detail [data-region="53"] td[data-etat="emploi"]';
const withBretagne = formations.filter((path) => readPage(siteDir, path).includes(`href="${path}bretagne/"`));

describe('the region of the visitor', () => {
  const [first = '', ...others] = withBretagne;
  /** One whose figures in Bretagne are shown, not hidden. */
  const second =
    others.find((path) => new JSDOM(readPage(siteDir, path)).window.document.querySelector(ROW_OF_BRETAGNE) !== null) ??
    '';

  test('without JavaScript, is chosen by a link, and stays in the address', async () => {
    const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    await page.goto(`${siteUrl}${first}`);
    await page.locator('ma-region summary').click();
    await page.locator('ma-region a[href$="/bretagne/"]').click();
    expect(new URL(page.url()).pathname).toBe(`${first}bretagne/`);
    await page.context().close();
  });

  test('with JavaScript, is remembered: the next page says its figures first and carries it in the address', async () => {
    const page = await (await browser.newContext()).newPage();
    await page.goto(`${siteUrl}${first}`);
    expect(await page.locator('.choisie').textContent()).toBe('');
    await page.locator('ma-region summary').click();
    await page.locator('ma-region a[href$="/bretagne/"]').click();
    await page.goto(`${siteUrl}${second}`);
    const said = (await page.locator('.choisie').textContent()) ?? '';
    expect(said).toMatch(
      /^Votre région\u00a0: Bretagne\. .*sur 100, \d+ travaillaient, \d+ étudiaient, \d+ en autre situation/,
    );
    const row = page.locator(ROW_OF_BRETAGNE).first();
    expect(said).toContain(`${(await row.getAttribute('data-valeur')) ?? '?'} travaillaient`);
    expect(new URL(page.url()).search).toBe('?region=bretagne');

    await page.getByRole('button', { name: 'Oublier ma région' }).click();
    await page.waitForURL((url) => url.search === '');
    expect(await page.locator('.choisie').textContent()).toBe('');
    await page.context().close();
  });

  test('an address that names no region changes nothing in the page', async () => {
    const page = await (await browser.newContext()).newPage();
    await page.goto(`${siteUrl}${first}?region=%3Cscript%3E`);
    expect(await page.locator('.choisie').textContent()).toBe('');
    await page.context().close();
  });
});

test.each(heaviest)('%s prints on two A4 pages', async (path) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await page.goto(`${siteUrl}${path}`);
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBeLessThanOrEqual(2);
  await page.context().close();
});

describe.each(heaviest)('%s', (path) => {
  const { document } = new JSDOM(readPage(siteDir, path)).window;
  const textOf = (selector: string, from: ParentNode = document): string =>
    from.querySelector(selector)?.textContent.trim() ?? `no ${selector}`;
  const titre = textOf('h1');

  test('is quoted in three forms beside its figures', () => {
    const forms = [...document.querySelectorAll('details')].find(({ textContent }) => textContent.startsWith('Citer'));
    if (forms === undefined) throw new Error('the page does not say how to quote it');
    for (const form of ['p', 'p + p', 'pre']) {
      expect(textOf(form, forms)).toContain(titre);
      expect(textOf(form, forms)).toContain(path);
    }
    expect(textOf('p + p', forms)).toMatch(/Sources\u00a0: .*(InserJeunes|InserSup)/);
    expect(textOf('p + p', forms)).toContain(textOf('a[href^="https://"]', forms));
  });

  test('is described as a data set, whose files are there', () => {
    const described = JSON.parse(textOf('[type="application/ld+json"]')) as {
      description: string;
      distribution: { contentUrl: string }[];
    };
    expect(described).toMatchObject({ '@type': 'Dataset', name: titre });
    expect(described.description).toContain('Données fictives');
    expect(described.distribution).toHaveLength(2);
    for (const { contentUrl } of described.distribution)
      expect(existsSync(join(siteDir, new URL(contentUrl).pathname)), contentUrl).toBe(true);
  });
});
