import { describe, expect, test } from 'vitest';

import { FLUX } from '../../../../src/domain/flux.ts';
import { ABSENCES } from '../../../../src/domain/publication.ts';
import { JEUX } from '../../../../src/domain/telechargements/jeux.ts';
import { pageDeTexteSchema, type PageDeTexte } from '../../../../src/domain/textes/page-de-texte.ts';
import { getPageDeTexte, pagesDeTexte } from '../../../../src/domain/textes/pages.ts';
import { segmenter } from '../../../../src/domain/textes/typographie.ts';
import { urls } from '../../../../src/lib/urls.ts';
import { editionComptee } from './edition-comptee.ts';
import { anchorsOf, textsOfPage } from './textes-lus.ts';

/** Words outside of code, with plain spaces, in lower case. */
const plainText = (page: PageDeTexte): string =>
  textsOfPage(page)
    .map((text) => text.replace(/`[^`]*`/g, ''))
    .join('\n')
    .replace(/[\u00a0\u202f]/g, ' ')
    .toLowerCase();

const PAGES_DE_TEXTE = pagesDeTexte({ edition: editionComptee });
const COMPRENDRE = getPageDeTexte('comprendre');
const anchors = new Map(PAGES_DE_TEXTE.map((page) => [`/${page.slug}/`, new Set(anchorsOf(page))]));

describe.each(PAGES_DE_TEXTE.map((page) => ({ slug: page.slug, page })))('$slug', ({ page }) => {
  test('follows the published schema', () => {
    expect(pageDeTexteSchema.parse(page)).toEqual(page);
  });

  test('each anchor names one place', () => {
    const ids = anchorsOf(page);
    expect(ids).toEqual([...new Set(ids)]);
  });

  test('every link leads to a page and a section that exist', () => {
    const jeux = Object.keys(JEUX).flatMap((jeu) => [`/telechargements/${jeu}.csv`, `/telechargements/${jeu}.parquet`]);
    const files = [
      ...jeux,
      '/telechargements/datapackage.json',
      '/rapport.json',
      '/donnees/catalogue.jsonld',
      FLUX.atom,
      FLUX.json,
    ];
    const known = [
      ...anchors.keys(),
      ...files,
      urls.home(),
      urls.formations(),
      urls.regions(),
      urls.recherche(),
      urls.devine(),
      urls.monCatalogue(),
      urls.widget(),
      urls.api(),
      '/api/openapi.json',
      urls.rapprocher(),
    ];
    const links = textsOfPage(page)
      .flatMap(segmenter)
      .filter((segment) => segment.genre === 'lien');
    for (const { href } of links.filter((link) => !link.href.startsWith('https://'))) {
      const [path = '', anchor] = href.split('#');
      const target = path === '' ? `/${page.slug}/` : path;
      expect(known, href).toContain(target);
      if (anchor !== undefined) expect([...(anchors.get(target) ?? [])], href).toContain(anchor);
    }
  });

  test('high signs and quotes are held by no-break spaces', () => {
    for (const text of textsOfPage(page).map((value) => value.replace(/`[^`]*`/g, 'code'))) {
      expect(text).not.toMatch(/ [:;?!%€»]|« | {2}|[^\s][?!;»](?=\s|$)(?<![\u00a0\u202f].)/);
    }
  });

  test.each(['moyenne', "marge d'erreur", 'sans emploi', 'échec', 'classement', 'part d’emploi', "part d'emploi"])(
    'never says « %s »',
    (word) => {
      expect(plainText(page)).not.toContain(word);
    },
  );
});

test('« taux d’emploi » is never said of all the pupils', () => {
  for (const sentence of PAGES_DE_TEXTE.flatMap((page) => plainText(page).split(/[.!?\n]/))) {
    if (!sentence.includes("taux d'emploi")) continue;
    expect(sentence).not.toMatch(/taux d'emploi[^,;:]*(sur 100|des élèves|de tous|tous les jeunes)/);
  }
});

test('every example with figures says that it is invented', () => {
  const examples = PAGES_DE_TEXTE.flatMap(({ sections }) => sections.flatMap(({ blocs }) => blocs)).filter(
    (bloc) => bloc.genre === 'exemple',
  );
  expect(examples.length).toBeGreaterThan(3);
  for (const { titre } of examples) expect(titre).toMatch(/inventé/);
});

test('« Comprendre » explains each reason of absence at its own code', () => {
  expect(anchorsOf(COMPRENDRE)).toEqual(expect.arrayContaining([...ABSENCES]));
});

test.each([
  'formation',
  'cfd',
  'mefstat11',
  'uai',
  'rncp',
  'sise',
  'maille',
  'millesime',
  'continuum',
  'sortant',
  'poursuite-d-etudes',
  'valeur-ajoutee',
  'seuil',
  'autre-situation',
  'horizons',
  'emploi-compte',
  'chiffre-bas',
  'autre-chiffre',
  'salaires',
])('the anchor #%s of « Comprendre » stays', (anchor) => {
  expect(anchorsOf(COMPRENDRE)).toContain(anchor);
});

test('the lines to copy name the address of the site, and so do the twins', () => {
  const lines = JSON.stringify(getPageDeTexte('donnees', { adresse: 'https://exemple.fr' }).sections);
  expect(lines).toContain('https://exemple.fr/regions/bretagne.json');
  expect(lines).not.toContain('et-apres.example');
  expect(pagesDeTexte({ adresse: 'https://exemple.fr' }).map(({ slug }) => slug)).toEqual(
    PAGES_DE_TEXTE.map(({ slug }) => slug),
  );
});
