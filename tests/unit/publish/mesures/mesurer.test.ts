import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { JSDOM } from 'jsdom';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { mesuresSchema, type Mesures } from '../../../../src/domain/mesures.ts';
import { mesurer } from '../../../../src/publish/mesures/mesurer.ts';

const page = (main: string, lang = ' lang="fr"'): string =>
  `<!doctype html><html${lang}><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Essai</title></head><body><main><h1>Essai</h1>${main}</main></body></html>`;
const QUALITE = page(
  '<h2>Poids</h2><div data-a-remplir="poids" data-astro-cid-x></div><h2>Accessibilité</h2><div data-a-remplir="accessibilite"></div>',
);
/** Text that gzip cannot shorten much, always the same. */
const lorem = (length: number): string =>
  Array.from({ length }, (_, rank) => ((rank * 2654435761) % 4294967296).toString(36)).join(' ');
const LOURDE = page(`<p>${lorem(4000)}</p>`);
const PAGES: Record<string, string> = {
  '/': page('<p>Accueil</p>'),
  '/qualite/': QUALITE,
  '/formations/legere/': page('<p>court</p>'),
  '/formations/moyenne/': page(`<p>${lorem(50)}</p>`),
  '/formations/lourde/': LOURDE,
  // Two images without text: a fault of axe-core; a duplicated id: a fault of html-validate.
  '/regions/fautive/': page(
    '<img src="/a.png"><img src="/b.png"><p id="a">un</p><p id="a">deux</p><details><summary>voir</summary><input></details>',
  ),
  '/familles/propre/': page('<p>rien</p>'),
};

let siteDir: string;
let mesures: Mesures;
let qualite: Document;
beforeAll(async () => {
  siteDir = mkdtempSync(join(tmpdir(), 'mesures-'));
  for (const [url, html] of Object.entries(PAGES)) {
    const fichier = join(siteDir, url, 'index.html');
    mkdirSync(dirname(fichier), { recursive: true });
    writeFileSync(fichier, html);
  }
  mesures = await mesurer({ siteDir, entete: { edition: 'Essai', donnees_fictives: true }, today: '2026-11-24' });
  qualite = new JSDOM(readFileSync(join(siteDir, 'qualite/index.html'), 'utf8')).window.document;
});
afterAll(() => rmSync(siteDir, { recursive: true, force: true }));

const gzip = (html: string): number => gzipSync(html, { level: 6 }).length;

test('each type of page has its weights, as a server sends them', () => {
  expect(mesures.poids.map(({ type }) => type)).toEqual(['accueil', 'formation', 'region', 'famille', 'qualite']);
  expect(mesures.poids.find(({ type }) => type === 'formation')).toEqual({
    type: 'formation',
    pages: 3,
    pesees: 3,
    mediane: gzip(PAGES['/formations/moyenne/'] ?? ''),
    p90: gzip(LOURDE),
    maximum: gzip(LOURDE),
    plus_lourde: '/formations/lourde/',
    budget: 14_336,
    au_dessus: 1,
  });
  expect(gzip(LOURDE)).toBeGreaterThan(14_336);
});

test('a fault of accessibility and a fault of HTML are counted, hidden contents included', () => {
  const fautive = mesures.examen.pages.find(({ url }) => url === '/regions/fautive/');
  expect(fautive?.accessibilite.map(({ regle, nombre }) => ({ regle, nombre }))).toEqual(
    expect.arrayContaining([
      { regle: 'image-alt', nombre: 2 },
      { regle: 'label', nombre: 1 },
    ]),
  );
  expect(fautive?.html.find(({ regle }) => regle === 'no-dup-id')?.nombre).toBe(1);
  const propre = mesures.examen.pages.find(({ url }) => url === '/familles/propre/');
  expect(propre).toEqual({ type: 'famille', url: '/familles/propre/', accessibilite: [], html: [] });
});

test('rules that need a drawn page are said not to be covered, and are not among those that answered', () => {
  expect(mesures.examen.regles).toContain('image-alt');
  expect(mesures.examen.regles_sans_reponse).toEqual(expect.arrayContaining(['color-contrast', 'target-size']));
  expect(mesures.examen.regles).not.toContain('color-contrast');
});

test('the page « Qualité » shows the weights, the budget and the faults', () => {
  const shown = (type: string, indicateur: string): string | null | undefined =>
    qualite
      .querySelector(`tr[data-type-page="${type}"] [data-indicateur="${indicateur}"]`)
      ?.getAttribute('data-valeur');
  expect(shown('formation', 'poids_p90_octets')).toBe(String(gzip(LOURDE)));
  expect(shown('region', 'defauts_accessibilite')).toBe(
    String(
      mesures.examen.pages
        .find(({ url }) => url === '/regions/fautive/')
        ?.accessibilite.reduce((sum, { nombre }) => sum + nombre, 0),
    ),
  );
  expect(shown('famille', 'defauts_html')).toBe('0');
  expect(qualite.body.textContent).toContain('limite dépassée');
  expect(qualite.body.textContent).toContain('image-alt');
  expect(qualite.body.textContent).toContain('<img src="/a.png">');
});

test('the filled page is measured too, and has no fault of its own', () => {
  expect(mesures.examen.pages.find(({ type }) => type === 'qualite')).toEqual({
    type: 'qualite',
    url: '/qualite/',
    accessibilite: [],
    html: [],
  });
  const said = mesures.poids.find(({ type }) => type === 'qualite')?.mediane ?? 0;
  expect(said).toBeGreaterThan(gzip(QUALITE) * 2);
  expect(Math.abs(said - gzip(readFileSync(join(siteDir, 'qualite/index.html'), 'utf8')))).toBeLessThan(100);
});

test('the same stands in JSON, with the mark of fictional figures', () => {
  const json: unknown = JSON.parse(readFileSync(join(siteDir, 'qualite/mesures.json'), 'utf8'));
  expect(mesuresSchema.parse(json)).toEqual(mesures);
  expect(json).toMatchObject({ edition: 'Essai', donnees_fictives: true, date: '2026-11-24' });
});
