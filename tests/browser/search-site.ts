import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { stripTypeScriptTypes } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, extname, join } from 'node:path';

import type { Filiere } from '../../src/domain/fiche.ts';
import type { CarteDeRecherche, ChiffresDeRecherche, DocumentDeRecherche } from '../../src/domain/recherche.ts';
import { buildSearchIndex } from '../../src/search/build.ts';
import { toNoms } from '../../src/search/noms.ts';

/**
 * The search by itself: a small index made by our code, asked by the script of the search page in a real browser. The built site is not
 * needed; the markup below is what Recherche.astro gives to the script.
 */
const MARKUP = `<!doctype html><html lang="fr"><title>Chercher</title><div data-recherche data-regions='{"53":"Bretagne","44":"Grand Est"}'>
<form action="/" method="get"><input type="search" name="q" aria-label="Chercher">
<fieldset disabled><details><summary>Affiner</summary>
<select name="genre" aria-label="Genre"><option value=""><option value="formation"><option value="etablissement"></select>
<select name="region" aria-label="Région"><option value=""><option value="bretagne"><option value="grand-est"></select>
<select name="voie" aria-label="Voie"><option value=""><option value="pro"><option value="apprentissage"></select>
<select name="tri" aria-label="Tri"><option value=""><option value="emploi"><option value="formation"></select>
</details></fieldset></form>
<p role="status" data-statut></p><p data-tri hidden>Trier</p><p data-legende hidden>Pour 100</p><ol data-resultats></ol>
<button data-suite hidden>Suite</button><button data-partout hidden>Partout</button><div data-sans-resultat hidden>Aide</div>
</div><script type="module" src="/depart.js"></script></html>`;

const DEPART = `import { monter } from '/components/recherche.client.ts'; monter(document.querySelector('[data-recherche]'));`;

/** No script but ours, WebAssembly for Pagefind, nothing inline, no worker. */
const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self'; base-uri 'none'";

const formation = (titre: string, code: string, more: Partial<DocumentDeRecherche> = {}): DocumentDeRecherche => {
  const type = /^(CAP|BP|MC|BTS|Bac pro)/.exec(titre)?.[0] ?? 'Titre';
  return {
    url: `/formations/${code.toLowerCase()}/`,
    genre: 'formation',
    titre,
    precision: type,
    mots: [],
    codes: [code],
    ...more,
    filtres: { type: [type], ...(more.filtres ?? { voie: ['Au lycée'] }) },
  };
};

export const MFR = 'Maison familiale rurale de Plabennec';

export const DOCUMENTS: DocumentDeRecherche[] = [
  formation('CAP Boulanger', '50022137', {
    mots: ['BOULANGER (CAP)'],
    codes: ['50022137', '23320022137', 'RNCP37537'],
    filtres: { region: ['Bretagne', 'Grand Est'] },
  }),
  formation('BP Boulanger', '45022108'),
  formation('Bac pro Boulanger-pâtissier', '40022105'),
  formation('CAP Pâtissier', '50022141', { filtres: { region: ['Bretagne'] } }),
  formation('MC Pâtisserie boulangère', '01022105'),
  formation('CAP Cuisine', '50022146', { mots: ['CUISINE (CAP)'], filtres: { region: ['Bretagne'] } }),
  formation('CAP Commis de cuisine', '50022147'),
  formation('Bac pro Cuisine', '40022106'),
  formation('CAP Métiers de la coiffure', '50033618'),
  formation('CAP Menuisier fabricant', '50023439'),
  formation("Bac pro Métiers de l'électricité et de ses environnements connectés", '40025510'),
  formation('BTS Management commercial opérationnel', '32031213', {
    mots: ['MANAGEMENT COMMERCIAL OPERATIONNEL (BTS)'],
  }),
  formation('Bac pro Assistance à la gestion des organisations', '40030004', {
    mots: ['Bac pro Gestion-administration'],
  }),
  formation('CAP <img src=x onerror="window.attaque = true">', '50099999'),
  {
    url: '/regions/bretagne/',
    genre: 'region',
    titre: 'Bretagne',
    precision: 'Région',
    mots: [],
    codes: ['53'],
    filtres: {},
  },
  ...['Lycée Pasteur', 'Lycée Jeanne-Moulin', 'Lycée des Métiers de Bretagne', 'Lycée La Boulangère', MFR].map(
    (titre, rank): DocumentDeRecherche => ({
      url: `/etablissements/035000${rank}x/`,
      genre: 'etablissement',
      titre,
      precision: 'Lycée, Bourg-en-Bresse, Ain',
      mots: [],
      codes: [`035000${rank}X`],
      filtres: { region: ['Bretagne'] },
    }),
  ),
  ...Array.from({ length: 25 }, (_, rank) =>
    formation(`CAP Horloger option ${rank}`, `500251${String(rank).padStart(2, '0')}`),
  ),
  formation('Titre Boulanger de demain', '36X22101', { filtres: {} }),
];

const carte = (filiere: Filiere, emploi: number, more: Partial<CarteDeRecherche> = {}): CarteDeRecherche => ({
  ...{ code_certification: '1', filiere, maille: 'nationale', millesime: '2021_2022', nb_annee_term: 1234 },
  parts: { emploi, formation: 80 - emploi, autre: 20, calcul: 'derive' },
  ...more,
});
const bretonne = (emploi: number): CarteDeRecherche =>
  carte('pro', emploi, { maille: 'regionale', region: '53', nb_annee_term: 94 });
const CHIFFRES: Record<string, ChiffresDeRecherche['formations']> = {
  france: {
    '50022137': [carte('pro', 25), carte('apprentissage', 60)],
    '45022108': [carte('apprentissage', 70)],
    '40022105': [carte('pro', 30)],
  },
  bretagne: { '50022137': [bretonne(18)], '50022141': [bretonne(21)] },
  'grand-est': { '50022137': [carte('pro', 24, { maille: 'regionale', region: '44' })] },
};

/** A module of ours as the browser takes it: no types, and the library by its address. */
const toScript = (source: string): string => stripTypeScriptTypes(source).replace("'minisearch'", "'/minisearch.js'");

export interface SearchSite {
  /** With its final slash. */
  address: string;
  close(): void;
}

/** Writes the index in a folder of its own and serves it, with the page and the sources of its script. */
export async function startSearchSite(): Promise<SearchSite> {
  const work = mkdtempSync(join(tmpdir(), 'et-apres-recherche-'));
  await writeIndex(work);
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    response.setHeader('content-security-policy', POLICY);
    if (pathname === '/') return response.setHeader('content-type', 'text/html').end(MARKUP);
    if (pathname === '/depart.js') return response.setHeader('content-type', 'text/javascript').end(DEPART);
    if (pathname === '/favicon.ico') return response.writeHead(204).end();
    const isSource = /^\/(?:components|domain|lib)\//.test(pathname);
    const file =
      pathname === '/minisearch.js'
        ? join(import.meta.dirname, '../../node_modules/minisearch/dist/es/index.js')
        : join(isSource ? join(import.meta.dirname, '../../src') : work, pathname);
    if (['.js', '.ts'].includes(extname(file))) response.setHeader('content-type', 'text/javascript');
    if (!existsSync(file)) return response.writeHead(404).end();
    const bytes = readFileSync(file);
    return response.end(isSource ? toScript(bytes.toString('utf8')) : bytes);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () => {
      server.closeAllConnections();
      server.close();
      rmSync(work, { recursive: true, force: true });
    },
  };
}

async function writeIndex(work: string): Promise<void> {
  const ecoles = DOCUMENTS.filter(({ genre }) => genre === 'etablissement');
  await buildSearchIndex({ documents: ecoles, outputDir: join(work, 'pagefind') });
  const write = (path: string, content: unknown): void => {
    mkdirSync(dirname(join(work, path)), { recursive: true });
    writeFileSync(join(work, path), JSON.stringify(content));
  };
  const { avecChiffres, sansChiffre } = toNoms(DOCUMENTS);
  write('recherche/noms.json', avecChiffres);
  write('recherche/noms-sans-chiffre.json', sansChiffre);
  for (const [lieu, formations] of Object.entries(CHIFFRES))
    write(`recherche/chiffres/${lieu}.json`, { lieu, formations });
  for (const { codes, titre, url } of DOCUMENTS)
    for (const code of codes) write(`api/resoudre/${code}.json`, { code, page: { genre: 'formation', titre, url } });
  write('api/resoudre/50022999.json', { code: '50022999', libelle: 'FORGERON (CAP)', absence: 'pas_de_page' });
}
