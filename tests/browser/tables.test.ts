import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';

import { launchBrowser } from './chromium.ts';
import { listPages, readPage } from './site-pages.ts';

/** Sortable tables: by keyboard, announced, absences last, complete without JavaScript (issue 4, PRODUCT §§ 5.6 and 6). */
const siteUrl = inject('siteUrl');
const siteDir = inject('siteDir');
/** One table with tracks of one course on several rows, and a filter. */
const OF_REGION = '/regions/ile-de-france/cap/';
/** One table under letters. */
const OF_TYPE = '/diplomes/cap/';
const WARNING = "Trier n'est pas classer";

let browser: Browser;
const opened: Page[] = [];
beforeAll(async () => {
  browser = await launchBrowser();
});
afterEach(async () => {
  for (const page of opened.splice(0)) await page.context().close();
});
afterAll(() => browser.close());

async function open(path: string, javaScriptEnabled = true): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1000, height: 800 }, javaScriptEnabled });
  const page = await context.newPage();
  opened.push(page);
  await page.goto(siteUrl + path);
  if (javaScriptEnabled) await page.locator('table-triable button.tri').first().waitFor();
  return page;
}

interface Row {
  nom: string;
  suite: boolean;
  /** « travaillaient »; null = an absence. */
  emploi: number | null;
}

/** The rows in sight, in their order. */
const readRows = (table: Locator): Promise<Row[]> =>
  table.locator('tbody tr:not(.titre):not([hidden])').evaluateAll((rows) =>
    rows.map((row) => {
      const value = row.querySelector('td[data-etat="emploi"]')?.getAttribute('data-valeur') ?? null;
      return {
        nom: row.querySelector('th')?.textContent.replace(/\s+/g, ' ').trim() ?? '',
        suite: row.classList.contains('suite'),
        emploi: value === null ? null : Number(value),
      };
    }),
  );

/** Each course with its other tracks, as one text. */
function groupsOf(rows: readonly Row[]): string[] {
  const groups: string[] = [];
  for (const { nom, suite } of rows) {
    if (suite) groups.push(`${groups.pop() ?? ''} + ${nom}`);
    else groups.push(nom);
  }
  return groups;
}

/** The figure by which a course is sorted: the first one that it shows. */
function keysOf(rows: readonly Row[]): (number | null)[] {
  const keys: (number | null)[] = [];
  for (const { suite, emploi } of rows) {
    if (suite) keys.push(keys.pop() ?? emploi);
    else keys.push(emploi);
  }
  return keys;
}

const statusOf = (page: Page): Promise<string> => page.locator('.outils [role="status"]').innerText();

test('a heading sorts by keyboard: the highest first, then the lowest, then the printed order', async () => {
  const page = await open(OF_REGION);
  const table = page.locator('table.parts');
  const printed = await readRows(table);
  expect(printed.filter(({ suite }) => suite).length).toBeGreaterThan(3);
  const head = page.getByRole('columnheader', { name: 'travaillaient' });
  await page.getByLabel('Filtrer par un mot').focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  expect(await head.getByRole('button').evaluate((button) => button === document.activeElement)).toBe(true);

  await page.keyboard.press('Enter');
  const down = await readRows(table);
  expect(await head.getAttribute('aria-sort')).toBe('descending');
  expect(keysOf(down)).toEqual([...keysOf(printed)].sort((a, b) => (b ?? -1) - (a ?? -1)));
  expect(keysOf(down)).not.toEqual(keysOf(printed));
  expect([...groupsOf(down)].sort()).toEqual([...groupsOf(printed)].sort());
  expect(await statusOf(page)).toMatch(/^Tri décroissant par «\stravaillaient\s»\. /);
  expect(await statusOf(page)).toContain(WARNING);
  expect(await head.getByRole('button').evaluate((button) => button === document.activeElement)).toBe(true);

  await page.keyboard.press('Space');
  expect(await head.getAttribute('aria-sort')).toBe('ascending');
  expect(keysOf(await readRows(table))).toEqual([...keysOf(printed)].sort((a, b) => (a ?? 101) - (b ?? 101)));

  await page.keyboard.press('Enter');
  expect(await head.getAttribute('aria-sort')).toBeNull();
  expect(await readRows(table)).toEqual(printed);
  expect(await statusOf(page)).toMatch(/^Ordre d'origine\./);
});

test('only one heading of a table says an order, and headings keep their scope and their text', async () => {
  const page = await open(OF_REGION);
  const names = ['Formation', 'travaillaient', 'étudiaient', 'autre situation'];
  for (const name of names) await page.getByRole('columnheader', { name }).getByRole('button').click();
  const heads = page.locator('table.parts thead th');
  expect(await heads.evaluateAll((all) => all.map((head) => head.getAttribute('aria-sort')))).toEqual([
    ...[null, null, null],
    'descending',
  ]);
  expect(
    await heads.evaluateAll((all) => all.map((head) => [head.getAttribute('scope'), head.textContent.trim()])),
  ).toEqual(names.map((name) => ['col', name]));
});

describe('absences', () => {
  const withAbsences = listPages(siteDir).find((page) => {
    const [, table = ''] = readPage(siteDir, page).split('<table-triable');
    return /^\/etablissements\/./.test(page) && /<td colspan="3".*<td data-etat.*<td colspan="3"/s.test(table);
  });

  test.each([1, 2])('come last after %i presses on a figure', async (presses) => {
    expect(withAbsences).toBeDefined();
    const page = await open(withAbsences ?? '');
    const table = page.locator('table-triable table').first();
    const before = keysOf(await readRows(table));
    for (let press = 0; press < presses; press += 1) await table.getByRole('button', { name: 'travaillaient' }).click();
    const after = keysOf(await readRows(table));
    const absent = after.filter((key) => key === null).length;
    expect(absent).toBeGreaterThan(0);
    expect(after.slice(-absent)).toEqual(Array.from({ length: absent }, () => null));
    expect(before).not.toEqual(after);
  });
});

test('letters belong to the printed order only', async () => {
  const page = await open(OF_TYPE);
  const letters = page.locator('tr.titre');
  const count = await letters.count();
  expect(count).toBeGreaterThan(3);
  const heading = page.getByRole('columnheader', { name: 'travaillaient' }).getByRole('button');
  await heading.click();
  expect(await letters.locator('visible=true').count()).toBe(0);
  await heading.click();
  await heading.click();
  expect(await letters.locator('visible=true').count()).toBe(count);
});

test('a word keeps the courses that hold it, without accents, and says how many', async () => {
  const page = await open(OF_TYPE);
  const table = page.locator('table.parts');
  const printed = await readRows(table);
  await page.getByLabel('Filtrer par un mot').fill('VEHICULES');
  const kept = groupsOf(await readRows(table));
  expect(kept).toEqual(groupsOf(printed).filter((group) => group.includes('véhicules')));
  expect(kept.length).toBeGreaterThan(0);
  expect(kept.length).toBeLessThan(groupsOf(printed).length);
  expect(await statusOf(page)).toContain(`${kept.length} sur ${groupsOf(printed).length} affiché`);
  await page.getByLabel('Filtrer par un mot').fill('zzz');
  expect(await table.isVisible()).toBe(false);
  expect(await statusOf(page)).toContain('Rien ne correspond.');
  await page.getByLabel('Filtrer par un mot').fill('');
  expect(await readRows(table)).toEqual(printed);
});

test('a département keeps its rows', async () => {
  const page = await open(OF_REGION);
  await page.evaluate(() => {
    const row = (name: string, departement: string): string =>
      `<tr data-departement="${departement}"><th scope="row">${name}</th><td data-valeur="1">1</td></tr>`;
    document.body.insertAdjacentHTML(
      'beforeend',
      `<table-triable id="essai"><div class="outils"><select name="departement" disabled><option value="">Tous</option>
      <option>Var</option></select><p role="status"><span></span></p></div>
      <table><tbody>${row('a', 'Var')}${row('b', 'Ain')}${row('c', 'Var')}</tbody></table></table-triable>`,
    );
  });
  await page.locator('#essai select').selectOption('Var');
  expect(await page.locator('#essai tbody tr:not([hidden]) th').allInnerTexts()).toEqual(['a', 'c']);
});

test('the warning stands above the table that is sorted, even far below the first one', async () => {
  const path = listPages(siteDir).find(
    (page) => page.startsWith('/domaines/') && readPage(siteDir, page).split('<table ').length > 3,
  );
  expect(path).toBeDefined();
  const page = await open(path ?? '');
  const second = page.locator('table-triable table').nth(1);
  await second.getByRole('button', { name: 'étudiaient' }).click();
  const above = second.locator('xpath=preceding-sibling::*[1]');
  expect(await above.innerText()).toMatch(/^Tri décroissant par «\sétudiaient\s»\. Trier n.est pas classer/);
  await second.getByRole('button', { name: 'étudiaient' }).click();
  await second.getByRole('button', { name: 'étudiaient' }).click();
  expect(await above.isVisible()).toBe(false);
});

test.each([OF_REGION, OF_TYPE])(
  '%s is complete without JavaScript, and offers no control that would do nothing',
  async (path) => {
    const [withScript, without] = [await open(path), await open(path, false)];
    const rows = await readRows(without.locator('table.parts'));
    expect(rows).toEqual(await readRows(withScript.locator('table.parts')));
    expect(rows.length).toBeGreaterThan(10);
    expect(await without.locator('table.parts thead button').count()).toBe(0);
    expect(await without.locator('.outils').isVisible()).toBe(false);
    expect(await withScript.locator('.outils').isVisible()).toBe(true);
  },
);
