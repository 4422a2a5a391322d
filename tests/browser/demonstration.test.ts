import { readFileSync } from 'node:fs';

import { expect, inject, test } from 'vitest';

import { listJson, listPages, readPage } from './site-pages.ts';

const siteDir = inject('siteDir');

test('every page of the demonstration says that its figures are fictional (PRODUCT § 5.7)', () => {
  const silent = listPages(siteDir).filter((page) => !/données fictives/i.test(readPage(siteDir, page)));
  expect(silent).toEqual([]);
});

test('every chart of the demonstration says it too', () => {
  const silent = listPages(siteDir).filter((page) =>
    [...readPage(siteDir, page).matchAll(/<figure\b[\s\S]*?<\/figure>/g)].some(
      ([figure]) => !/données fictives/i.test(figure),
    ),
  );
  expect(silent).toEqual([]);
});

test('every JSON file of the demonstration bears the mark', () => {
  const silent = listJson(siteDir).filter((file) => {
    const content = JSON.parse(readFileSync(file, 'utf8')) as { donnees_fictives?: boolean };
    return content.donnees_fictives !== true;
  });
  expect(silent).toEqual([]);
});
