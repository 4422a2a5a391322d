import { describe, expect, it } from 'vitest';

import { contient, trier, triSuivant, type Cle } from '../../../src/components/tri.ts';
import { AVERTISSEMENT_TRI, phraseDeFiltre, phraseDeTri } from '../../../src/domain/phrases-tri.ts';

describe('triSuivant', () => {
  it('takes names from A, then from Z, then in the printed order', () => {
    const first = triSuivant(null, 0);
    const second = triSuivant(first, 0);
    expect([first, second, triSuivant(second, 0)]).toEqual([
      { colonne: 0, sens: 'ascending' },
      { colonne: 0, sens: 'descending' },
      null,
    ]);
  });

  it('takes figures from the highest, then from the lowest, then in the printed order', () => {
    const first = triSuivant(null, 2);
    const second = triSuivant(first, 2);
    expect([first?.sens, second?.sens, triSuivant(second, 2)]).toEqual(['descending', 'ascending', null]);
  });

  it('begins again on another column', () => {
    expect(triSuivant({ colonne: 1, sens: 'ascending' }, 3)).toEqual({ colonne: 3, sens: 'descending' });
  });
});

describe('trier', () => {
  const items: [name: string, key: Cle][] = [
    ['a', 9],
    ['b', undefined],
    ['c', 100],
    ['d', 9],
    ['e', 0],
  ];
  const order = (sens: 'ascending' | 'descending'): string =>
    trier(items, ([, key]) => key, sens)
      .map(([name]) => name)
      .join('');

  it('compares figures as numbers, zero is a figure, absences come last, equal figures keep their order', () => {
    expect(order('descending')).toBe('cadeb');
    expect(order('ascending')).toBe('eadcb');
  });

  it('leaves the printed order as it was', () => {
    order('ascending');
    expect(items.map(([name]) => name).join('')).toBe('abcde');
  });

  it('puts accents where French puts them', () => {
    expect(trier(['Zingueur', 'Ébéniste', 'Boulanger'], (name) => name, 'ascending')).toEqual([
      'Boulanger',
      'Ébéniste',
      'Zingueur',
    ]);
  });
});

describe('contient', () => {
  it.each([
    ['', true],
    ['EBEN', true],
    ['apprentis ébéniste', true],
    ['ébéniste lycée', false],
  ])('« %s » is found in a row: %s', (filtre, found) => {
    expect(contient('CAP Ébéniste par apprentissage', filtre)).toBe(found);
  });
});

describe('what a sortable table says', () => {
  it('says the order and the column, and never that it ranks', () => {
    expect(phraseDeTri('travaillaient', 'descending')).toBe('Tri décroissant par «\u00a0travaillaient\u00a0».');
    expect(phraseDeTri('Formation', 'ascending')).toBe('Tri croissant par «\u00a0Formation\u00a0».');
    expect(phraseDeTri('Formation', null)).toBe("Ordre d'origine.");
    expect(AVERTISSEMENT_TRI).toMatch(/^Trier n'est pas classer/);
  });

  it('counts what the filter keeps, in the singular for none or one', () => {
    expect([0, 1, 2, 9].map((count) => phraseDeFiltre(count, 9))).toEqual([
      'Rien ne correspond.',
      '1 sur 9 affiché.',
      '2 sur 9 affichés.',
      '',
    ]);
  });
});
