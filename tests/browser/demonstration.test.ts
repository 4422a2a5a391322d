import { readFileSync } from 'node:fs';

import { JSDOM } from 'jsdom';
import { expect, inject, test } from 'vitest';

import { listJson, listPages, pickPages, readPage } from './site-pages.ts';

const siteDir = inject('siteDir');

test('every page of the demonstration says that its figures are fictional (PRODUCT § 5.7)', () => {
  const silent = listPages(siteDir).filter((page) => !/données fictives/i.test(readPage(siteDir, page)));
  expect(silent).toEqual([]);
});

test('every card and chart of the demonstration says it too, for whoever copies it alone', () => {
  const silent = pickPages(siteDir).filter(({ page }) => {
    const { document } = new JSDOM(readPage(siteDir, page)).window;
    const drawings = [...document.querySelectorAll('figure:has(svg)')].map(
      (figure) => figure.closest('[data-carte]') ?? figure,
    );
    return drawings.some((drawing) => !/fictif/i.test(drawing.textContent));
  });
  expect(silent).toEqual([]);
});

test('every JSON file of the demonstration bears the mark', () => {
  const silent = listJson(siteDir).filter((file) => {
    // JSON Schema and OpenAPI have keys of their own; others begin with `x-`.
    const content = JSON.parse(readFileSync(file, 'utf8')) as Partial<Record<string, unknown>>;
    return (content.donnees_fictives ?? content['x-donnees_fictives']) !== true;
  });
  expect(silent).toEqual([]);
});
