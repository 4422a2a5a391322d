import type { Browser, CDPSession, Page } from 'playwright-core';

import type { DocumentDeRecherche } from '../../domain/recherche.ts';
import type { Essai } from './bilan.ts';
import { pagesAttendues, type Requete } from './requetes.ts';

/** A request is answered when the status of the page says something else than « en cours ». */
const ATTENTE_MAX_MS = 15_000;

/** What still arrives once the answer is on the page belongs to its request. */
const REPOS_MS = 150;

/** Types each request in the search page, one after the other, as one visitor would; what this edition does not have is left out. */
export async function essayer(
  browser: Browser,
  adresse: string,
  requetes: readonly Requete[],
  documents: readonly DocumentDeRecherche[],
): Promise<{ premiere: Pick<Essai, 'ms' | 'octets'>; essais: Essai[] }> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    const reseau = await compter(await context.newCDPSession(page));
    await page.goto(`${adresse}/recherche/`, { waitUntil: 'networkidle' });
    reseau.octets = 0;
    /* The runtime, the names and the first words: what the first search of a visit costs. */
    const premiere = await demander(page, 'cuisine', reseau);
    const essais: Essai[] = [];
    for (const requete of requetes) {
      const wanted = pagesAttendues(requete, documents);
      if (wanted.size === 0) continue;
      const cout = await demander(page, requete.requete, reseau);
      const shown = await page
        .locator('[data-resultat] a')
        .evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).pathname));
      const rank = shown.findIndex((url) => wanted.has(url));
      essais.push({ ...requete, ...cout, rang: rank === -1 ? null : rank + 1, premiers: shown.slice(0, 3) });
    }
    return { premiere, essais };
  } finally {
    await context.close();
  }
}

/** The first search of a visit, for each request: bytes of everything it fetched once the page was there. */
export async function essayerAFroid(
  browser: Browser,
  adresse: string,
  requetes: readonly Requete[],
): Promise<number[]> {
  const octets: number[] = [];
  for (const { requete } of requetes) {
    const context = await browser.newContext();
    const page = await context.newPage();
    const reseau = await compter(await context.newCDPSession(page));
    await page.goto(`${adresse}/recherche/`, { waitUntil: 'networkidle' });
    reseau.octets = 0;
    octets.push((await demander(page, requete, reseau)).octets);
    await context.close();
  }
  return octets;
}

async function compter(session: CDPSession): Promise<{ octets: number }> {
  const reseau = { octets: 0 };
  await session.send('Network.enable');
  session.on('Network.loadingFinished', ({ encodedDataLength }) => (reseau.octets += encodedDataLength));
  return reseau;
}

async function demander(page: Page, q: string, reseau: { octets: number }): Promise<Pick<Essai, 'ms' | 'octets'>> {
  const statut = page.locator('[data-statut]');
  const before = reseau.octets;
  await page.locator('input[type="search"]').fill('');
  await page.waitForFunction(() => document.querySelector('[data-statut]')?.textContent === '');
  const start = performance.now();
  await page.locator('input[type="search"]').fill(q);
  await statut.filter({ hasText: /résultat|charger/ }).waitFor({ timeout: ATTENTE_MAX_MS });
  const ms = performance.now() - start;
  await page.waitForTimeout(REPOS_MS);
  return { ms, octets: reseau.octets - before };
}
