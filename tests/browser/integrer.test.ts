import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { JSDOM } from 'jsdom';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';

import { answer } from '../../src/bench/static-server.ts';
import { etablissementSchema } from '../../src/domain/etablissement.ts';
import { formationSchema } from '../../src/domain/formation.ts';
import { oEmbedSchema } from '../../src/domain/oembed.ts';
import { CARTE_ABSENTE } from '../../src/domain/phrases-integrer.ts';
import { launchBrowser } from './chromium.ts';

/* The cards, tried from a page of another origin whose policy allows nothing but them. */

const siteDir = inject('siteDir');
const read = (path: string): string => readFileSync(join(siteDir, path), 'utf8');
const formations = readdirSync(join(siteDir, 'formations'))
  .filter((name) => name.endsWith('.json'))
  .map((name) => formationSchema.parse(JSON.parse(read(`formations/${name}`))));
const etablissements = readdirSync(join(siteDir, 'etablissements'))
  .filter((name) => name.endsWith('.json'))
  .map((name) => etablissementSchema.parse(JSON.parse(read(`etablissements/${name}`))));

const cuisine = formations.find(({ code }) => code === '50022137');
if (cuisine === undefined) throw new Error('the demonstration has no CAP Boulanger');
const voie = cuisine.voies.find(({ filiere }) => filiere === 'pro');
const lecture = voie?.lectures.find(({ maille }) => maille === 'nationale');
if (voie === undefined || lecture === undefined) throw new Error('CAP Boulanger shows no figure of France');
const { phrases } = lecture;

/** What would spoil a card that did not keep to itself. */
const STYLE = 'p,td{color:rgb(255,0,0)!important;font-size:40px!important}';
const HASH = createHash('sha256').update(STYLE).digest('base64');

let site: Server;
let hote: Server;
let siteUrl: string;
let hoteUrl: string;
let corps = '';
let browser: Browser;
let page: Page;
let complaints: string[];

const listen = async (server: Server): Promise<string> => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

beforeAll(async () => {
  browser = await launchBrowser();
  site = createServer((request, response) => {
    response.setHeader('access-control-allow-origin', '*');
    answer(siteDir, request, response);
  });
  siteUrl = await listen(site);
  hote = createServer((_, response) => {
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `default-src 'none'; frame-src ${siteUrl}; img-src ${siteUrl}; script-src ${siteUrl}; connect-src ${siteUrl}; style-src 'sha256-${HASH}'; require-trusted-types-for 'script'`,
    });
    response.end(
      `<!doctype html><html lang="fr"><title>Hôte</title><link rel="icon" href="${siteUrl}/favicon.svg"><style>${STYLE}</style><h1>Hôte</h1>${corps}</html>`,
    );
  });
  hoteUrl = await listen(hote);
});
afterEach(async () => {
  await page.context().close();
});
afterAll(async () => {
  await browser.close();
  for (const server of [site, hote]) {
    server.closeAllConnections();
    server.close();
  }
});

/** A page of the host with this body. */
async function open(body: string, options: BrowserContextOptions = {}): Promise<void> {
  corps = body;
  page = await (await browser.newContext({ viewport: { width: 640, height: 800 }, ...options })).newPage();
  complaints = [];
  page.on('console', (message) => {
    // A region or a code without a file is an answer.
    const isAsked = /\/(?:integrer|api\/resoudre)\//.test(message.location().url) && message.text().includes('404');
    if (message.type() === 'error' && !isAsked) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    if (![siteUrl, hoteUrl].some((origin) => request.url().startsWith(origin))) complaints.push(request.url());
  });
  await page.goto(hoteUrl, { waitUntil: 'load' });
}

const cadre = (path: string): string =>
  `<iframe src="${siteUrl}${path}" title="Carte" width="100%" height="600" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>`;
const element = (attributes: string): string =>
  `<script type="module" src="${siteUrl}/integrer/et-apres.js"></script><et-apres ${attributes}></et-apres>`;
const CARTE = `/integrer/formations/${cuisine.code}/`;

describe('in a frame of another site', () => {
  test.each([
    [320, 'light', true],
    [640, 'dark', true],
    [320, 'dark', false],
  ] as const)(
    'at %i px, %s, scripts %s: the sentence of the page, and nothing is wider',
    async (width, colorScheme, javaScriptEnabled) => {
      await open(cadre(CARTE), { viewport: { width, height: 800 }, colorScheme, javaScriptEnabled });
      const frame = page.frameLocator('iframe');
      expect(await frame.locator('[data-phrase]').first().innerText()).toBe(phrases.fr);
      expect(await frame.locator('[lang="en"]').first().isVisible()).toBe(false);
      expect(await frame.locator('[data-icone]').count()).toBe(100 * (await frame.locator('[data-phrase]').count()));
      const fond = await frame
        .locator('main')
        .evaluate((main) => [
          getComputedStyle(main).backgroundColor,
          String(document.documentElement.scrollWidth <= innerWidth),
        ]);
      expect(fond).toEqual([colorScheme === 'dark' ? 'rgb(34, 27, 38)' : 'rgb(255, 255, 255)', 'true']);
      expect(complaints).toEqual([]);
    },
  );

  test('the fragment of the address says card, language, size and colours, without script', async () => {
    await open(cadre(`${CARTE}#${voie.code_certification}.en.compact.sombre`), { javaScriptEnabled: false });
    const frame = page.frameLocator('iframe');
    expect(await frame.locator('article:visible').count()).toBe(1);
    expect(await frame.locator('[data-phrase]:visible').innerText()).toBe(phrases.en);
    expect(await frame.locator('.icones:visible').count()).toBe(0);
    const fond = await frame.locator('main').evaluate((main) => getComputedStyle(main).backgroundColor);
    expect(fond).toBe('rgb(34, 27, 38)');
  });

  test('a course below the threshold says why, with its headcount and no share', async () => {
    const found = etablissements.flatMap((ecole) =>
      ecole.formations.flatMap(({ fiches }) =>
        fiches.every(({ absence }) => absence === 'sous_le_seuil')
          ? fiches.slice(0, 1).map((fiche) => ({ ecole, fiche }))
          : [],
      ),
    )[0];
    if (found === undefined) throw new Error('the demonstration hides no course of a school');
    await open(cadre(`/integrer/etablissements/${found.ecole.uai}/#${found.fiche.code_certification}`));
    const card = page.frameLocator('iframe').locator('article:visible');
    expect(await card.getAttribute('data-absence')).toBe('sous_le_seuil');
    expect(await card.innerText()).toContain('Trop peu de jeunes pour publier un chiffre');
    expect(await card.locator('[data-etat]').count()).toBe(0);
  });

  test.each([
    ['/integrer/formations/99999999/#99999999.en.compact.sombre', 'light', true],
    ['/integrer/etablissements/0000000X/', 'dark', false],
  ] as const)(
    'an address without a card says so in both languages (%s)',
    async (path, colorScheme, javaScriptEnabled) => {
      await open(cadre(path), { viewport: { width: 320, height: 800 }, colorScheme, javaScriptEnabled });
      const frame = page.frameLocator('iframe');
      expect(await frame.getByRole('heading').allInnerTexts()).toEqual([
        CARTE_ABSENTE.titre.fr,
        CARTE_ABSENTE.titre.en,
      ]);
      const wide = await frame.locator('main').evaluate(() => document.documentElement.scrollWidth > innerWidth);
      expect(wide).toBe(false);
      expect(await frame.locator('main').innerText()).not.toMatch(/\d\s*%|sur 100/);
      expect(complaints).toEqual([]);
    },
  );

  test('made-up figures say so', async () => {
    await open(cadre(CARTE));
    expect(await page.frameLocator('iframe').locator('.fictive').first().innerText()).toBe('Chiffres fictifs');
  });
});

test('as an image, the card loads in another site and says its sentence in words', async () => {
  await open(`<img src="${siteUrl}/integrer/formations/${cuisine.code}.svg" alt="Carte">`);
  const width = await page.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth);
  expect(width).toBe(640);
  expect(read(`integrer/formations/${cuisine.code}.svg`)).toContain(`<desc>${phrases.fr}`);
  expect(complaints).toEqual([]);
});

test('every card that a school has of a course is also an image, with its words, live and frozen', () => {
  const [edition = ''] = readdirSync(join(siteDir, 'integrer/editions'));
  let courses = 0;
  for (const { uai } of etablissements) {
    const { document } = new JSDOM(read(`integrer/etablissements/${uai}/index.html`)).window;
    for (const card of document.querySelectorAll<HTMLElement>('article[data-formation]')) {
      const path = `etablissements/${uai}/${card.dataset.code ?? '?'}.svg`;
      const image = new JSDOM(read(`integrer/${path}`), { contentType: 'image/svg+xml' }).window.document;
      const drawn = ['emploi', 'formation', 'autre'].map(
        (etat) => image.querySelectorAll(`g.i-${etat} use`).length || undefined,
      );
      const said = ['emploi', 'formation', 'autre'].map((etat) => card.querySelector(`td[data-etat="${etat}"]`));
      expect(drawn, path).toEqual(
        said.map((cell) => (cell === null ? undefined : Number(cell.textContent) || undefined)),
      );
      expect(read(`integrer/editions/${edition}/${path}`), path).toBe(read(`integrer/${path}`));
      courses += 1;
    }
  }
  expect(courses).toBeGreaterThan(1000);
});

test('no line of an image goes past its edge, however long the names are', async () => {
  const images = readdirSync(join(siteDir, 'integrer'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.svg') && !name.startsWith('editions'))
    .map((name) => ({ name, svg: read(`integrer/${name}`) }));
  const longestLine = ({ svg }: { svg: string }): number =>
    Math.max(...[...svg.matchAll(/class="fort"[^>]*>([^<]*)/g)].map(([, line = '']) => line.length));
  const longest = images.sort((left, right) => longestLine(right) - longestLine(left)).slice(0, 150);
  page = await (await browser.newContext()).newPage();
  await page.setContent(longest.map(({ name, svg }) => `<div id="${name}">${svg}</div>`).join(''));
  const past = await page.evaluate(() =>
    [...document.querySelectorAll('svg > g > text')]
      .filter((text) => (text as SVGTextElement).getBBox().x + (text as SVGTextElement).getBBox().width > 640 - 12)
      .map((text) => `${text.closest('div')?.id ?? ''}: ${text.textContent}`),
  );
  expect(past).toEqual([]);
});

describe('<et-apres>', () => {
  const carte = () => page.locator('et-apres [data-carte]:visible');

  test('lays the card in the page: its own style, its own height, one card a track', async () => {
    await open(element(`code="${cuisine.code}"`));
    await carte().first().waitFor();
    expect(await carte().count()).toBe(cuisine.voies.length);
    const phrase = page.locator('et-apres [data-phrase]').first();
    expect(await phrase.innerText()).toBe(phrases.fr);
    expect(await phrase.evaluate((p) => getComputedStyle(p).fontSize)).toBe('17px');
    const [box, inner] = await page
      .locator('et-apres')
      .evaluate((host) => [host.clientHeight, host.shadowRoot?.querySelector('.carte')?.clientHeight]);
    expect(box).toBe(inner);
    expect(complaints).toEqual([]);
  });

  test('takes any official code, a region, a language, a size and colours, and changes with them', async () => {
    const region = voie.lectures.find(({ maille }) => maille === 'regionale');
    await open(element(`code="MEFSTAT11:${voie.code_certification}" region="${region?.region ?? ''}" theme="sombre"`));
    await carte().first().waitFor();
    expect(await page.locator('et-apres [data-phrase]').first().innerText()).toBe(region?.phrases.fr);
    expect(await carte().count()).toBe(1);
    await page.locator('et-apres').evaluate((host) => {
      host.removeAttribute('region');
      host.setAttribute('lang', 'en');
      host.setAttribute('taille', 'compact');
    });
    await page.locator('et-apres').getByText(phrases.en).waitFor();
    expect(await page.locator('et-apres .icones:visible').count()).toBe(0);
  });

  test.each([
    ['code="99999999"', 'code_inconnu'],
    ['uai="0000000A"', 'code_inconnu'],
    [`uai="${etablissements[0]?.uai ?? ''}" code="99999999"`, 'pas_encore_publiee'],
    ['code="../../index"', 'code_inconnu'],
    [`code="${cuisine.code}" region="06"`, 'pas_encore_publiee'],
  ])('%s: says why there is no figure', async (attributes, absence) => {
    await open(element(attributes));
    const reason = page.locator(`et-apres p[data-absence="${absence}"]`);
    await reason.waitFor();
    expect((await reason.innerText()).length).toBeGreaterThan(20);
    expect(complaints).toEqual([]);
  });

  test('has less than 5 KB, listens to no message and makes no markup of text', () => {
    const source = read('integrer/et-apres.js');
    expect(gzipSync(source).length).toBeLessThan(5000);
    expect(source).not.toMatch(
      /innerHTML|insertAdjacentHTML|postMessage|addEventListener\('message|eval\(|document\.cookie/,
    );
  });
});

describe('the cards as files', () => {
  const files = readdirSync(join(siteDir, 'integrer'), { recursive: true, encoding: 'utf8' });
  const pages = files.filter((name) => name.endsWith('.html') && !/^(?:editions|404)/.test(name));

  test('hold no script, no form and no address of elsewhere, below a policy that allows none', () => {
    expect(pages.length).toBeGreaterThan(formations.length + etablissements.length);
    for (const name of [...pages, '404.html']) {
      const html = read(`integrer/${name}`);
      expect(html, name).not.toMatch(/<script|<form|\son\w+=|javascript:|(?:src|href)="(?:https?:)?\/\//);
      expect(html, name).toMatch(/content="default-src 'none'; img-src 'self'; style-src 'self'; base-uri 'none'/);
    }
  });

  test('stay as they are for this edition, and say so', async () => {
    const [edition = ''] = readdirSync(join(siteDir, 'integrer/editions'));
    const path = `/integrer/editions/${edition}/formations/${cuisine.code}/`;
    expect(read(`${path}index.html`)).toBe(read(`${CARTE}index.html`).replace('lang="fr"', 'lang="fr" data-figee'));
    await open(cadre(path));
    const frame = page.frameLocator('iframe');
    expect(await frame.locator('.figee').isVisible()).toBe(true);
    expect(await frame.locator('.figee a').getAttribute('href')).toBe(CARTE);
    const frozen = readdirSync(join(siteDir, 'integrer/editions', edition), { recursive: true });
    expect(frozen.filter((name) => String(name).endsWith('.html'))).toHaveLength(pages.length);
  });

  test('each has its oEmbed description, found from its page', () => {
    const html = read(`formations/${cuisine.slug}/index.html`);
    const href = /type="application\/json\+oembed" href="([^"]+)"/.exec(html)?.[1] ?? '';
    const embed = oEmbedSchema.parse(JSON.parse(read(href)));
    expect(embed).toMatchObject({ type: 'rich', title: cuisine.titre, donnees_fictives: true });
    expect(embed.html).toMatch(
      new RegExp(`^<iframe src="https://[^"/]+${CARTE}" title="[^"]+".*sandbox="allow-popups`),
    );
    expect(files.filter((name) => /^(?:formations|etablissements)\/.*\.json$/.test(name))).toHaveLength(pages.length);
  });
});
