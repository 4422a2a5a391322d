import { expect, test } from 'vitest';

import { pagesDeTexte } from '../../../src/domain/textes/pages.ts';
import { fautesDe } from '../../captions/rules.ts';
import { editionComptee } from './textes/edition-comptee.ts';
import { textsOfPage } from './textes/textes-lus.ts';

test.each(pagesDeTexte({ edition: editionComptee }).map((page) => ({ slug: page.slug, page })))(
  'the page $slug keeps the rules of captions',
  ({ page }) => {
    const texts = textsOfPage(page).map((text) =>
      text
        .replace(/`[^`]*`/g, 'code')
        .replace(/\]\([^)]*\)/g, '')
        .replace(/\[/g, ''),
    );
    expect(texts.flatMap((text) => fautesDe(text))).toEqual([]);
  },
);
