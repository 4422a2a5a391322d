import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';

import { remplir } from '../../../../src/publish/mesures/remplir.ts';
import { renderListe, renderParagraphe, renderTableau } from '../../../../src/publish/mesures/tableau.ts';

const MECHANT = `"><script>alert('1')</script>&amp;`;

test('no word can become a tag, an attribute or an entity', () => {
  const html = renderTableau({
    id: MECHANT,
    legende: MECHANT,
    entetes: [MECHANT, 'b'],
    lignes: [
      {
        attributs: { 'data-type-page': MECHANT },
        cellules: [
          { texte: MECHANT, precision: MECHANT, href: MECHANT },
          { texte: MECHANT, attributs: { 'data-valeur': MECHANT } },
        ],
      },
    ],
  });
  const { document } = new JSDOM(html + renderParagraphe(MECHANT) + renderListe([MECHANT])).window;
  expect(document.querySelector('script')).toBeNull();
  expect(document.querySelector('section')?.getAttribute('aria-labelledby')).toBe(MECHANT);
  expect(document.querySelector('tbody tr')?.getAttribute('data-type-page')).toBe(MECHANT);
  expect(document.querySelector('tbody th a')?.getAttribute('href')).toBe(MECHANT);
  expect(document.querySelector('td')?.getAttribute('data-valeur')).toBe(MECHANT);
  for (const place of ['caption', 'thead th', 'tbody th a', '.precision', 'td', 'p', 'li'])
    expect(document.querySelector(place)?.textContent, place).toBe(MECHANT);
});

const page = (...places: string[]): string =>
  places.map((place) => `<div data-a-remplir="${place}" data-x>plus tard</div>`).join('');

test('each place of the page gets its content, taken to the letter', () => {
  const filled = remplir(page('poids', 'accessibilite'), { poids: '<p>$1 $&</p>', accessibilite: '<p>a</p>' });
  expect(filled).toBe(
    '<div data-a-remplir="poids" data-x><p>$1 $&</p></div><div data-a-remplir="accessibilite" data-x><p>a</p></div>',
  );
});

test.each([
  ['missing', page('poids')],
  ['there twice', page('poids', 'accessibilite', 'poids')],
])('a place that is %s is an error that names it', (_, html) => {
  expect(() => remplir(html, { poids: '', accessibilite: '' })).toThrow(/data-a-remplir="(poids|accessibilite)"/);
});
