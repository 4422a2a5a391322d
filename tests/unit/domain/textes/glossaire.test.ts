import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import {
  GLOSSAIRE,
  lier,
  SECTIONS_QUI_EXPLIQUENT,
  terme,
  termeDuLien,
} from '../../../../src/domain/textes/glossaire.ts';
import { getPageDeTexte, pagesDeTexte } from '../../../../src/domain/textes/pages.ts';
import { anchorsOf, textsOfPage } from './textes-lus.ts';

const root = join(import.meta.dirname, '../../../../src');
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(ts|astro)$/.test(name))
  .map((name) => readFileSync(join(root, name), 'utf8'));

/** Every way to lead to a place of « Comprendre » that a source can hold; `${…}` is known to the texts of the pages. */
const WAYS = [
  /\/comprendre\/#([a-z0-9_-]+)/g,
  /urls\.comprendre\('([^']+)'\)/g,
  /<Terme\s+id="([^"]+)"/g,
  /\bterme\(\s*'([^']+)'/g,
];
// The examples of this module's own comments are no uses.
const inSources = sources
  .map((source) => source.replace(/\/\*[^]*?\*\//g, ''))
  .flatMap((source) => WAYS.flatMap((way) => [...source.matchAll(way)].map(([, id = '']) => id)));
const inTexts = pagesDeTexte()
  .flatMap(textsOfPage)
  .flatMap((text) => [...text.matchAll(/\/comprendre\/#([a-z0-9_-]+)/g)].map(([, id = '']) => id));
const used = new Set([...inSources, ...inTexts]);
const anchors = anchorsOf(getPageDeTexte('comprendre'));

test('an id of the glossary names one word', () => {
  const ids = GLOSSAIRE.map(([id]) => id);
  expect(ids).toEqual([...new Set(ids)]);
});

test.each(GLOSSAIRE.map(([id]) => id))('a page or a component leads to the word #%s', (id) => {
  expect([...used]).toContain(id);
});

test('there are links to check, and each leads to a place that « Comprendre » has', () => {
  expect(used.size).toBeGreaterThan(30);
  expect([...used].filter((id) => !anchors.includes(id))).toEqual([]);
});

describe('a section that explains a word', () => {
  test.each(SECTIONS_QUI_EXPLIQUENT)('%s stands in « Comprendre »', (id) => {
    expect(anchors).toContain(id);
  });
});

test('a link to a word is known as one, any other is not', () => {
  expect(termeDuLien(/\((.+)\)/.exec(terme('depp', 'DEPP'))?.[1] ?? '')).toBe('depp');
  expect(termeDuLien('/comprendre/#inconnu')).toBeUndefined();
  expect(termeDuLien('/donnees/#cfd')).toBeUndefined();
});

test('the words are in alphabetical order, as a reader looks for them', () => {
  const words = GLOSSAIRE.map(([, word]) => word);
  expect(words).toEqual([...words].sort((left, right) => left.localeCompare(right, 'fr')));
});

test('a word of a sentence leads to its meaning once, and a sentence without it stays as it is', () => {
  expect(lier('Depp, puis Depp et Sies', { depp: 'Depp', sies: 'Sies' })).toBe(
    '[Depp](/comprendre/#depp), puis Depp et [Sies](/comprendre/#sies)',
  );
  expect(lier('Rien ici', { depp: 'Depp' })).toBe('Rien ici');
  expect(lier('Un prix : $& et $1', { depp: '$&' })).toBe('Un prix : [$&](/comprendre/#depp) et $1');
});
