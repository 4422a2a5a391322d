import { describe, expect, test } from 'vitest';

import { citer } from '../../../../src/domain/textes/citation.ts';

const CAP = {
  titre: 'CAP Cuisine',
  cle: '50022131',
  adresse: 'https://site.example/formations/cap-cuisine-50022131/',
  date: '2026-11-24',
  sources: ['InserJeunes (Depp et Dares)', 'InserSup (Sies)'],
  fictives: false,
};

describe('citer', () => {
  test('each form names the page, its address and the edition; the long ones name the sources and the licence too', () => {
    const { courte, longue, bibtex } = citer(CAP);
    for (const forme of [courte, longue, bibtex]) {
      expect(forme).toContain('CAP Cuisine');
      expect(forme).toContain(CAP.adresse);
      expect(forme).toMatch(/édition du 24.novembre 2026/i);
    }
    for (const forme of [longue, bibtex]) {
      expect(forme).toContain(
        'InserJeunes (Depp et Dares)\u202f; InserSup (Sies)'.replace(/\s/g, forme === bibtex ? ' ' : '$&'),
      );
      expect(forme).toContain('Licence Ouverte 2.0');
    }
  });

  test('invented figures say so in each form, and come with their own licence', () => {
    const { courte, longue, bibtex, licence } = citer({ ...CAP, fictives: true });
    for (const forme of [courte, longue, bibtex]) expect(forme).toContain('(données fictives)');
    expect(licence.code).toBe('MIT');
    expect(longue).not.toContain('Licence Ouverte');
  });

  test('a page without a source names none', () => {
    expect(citer({ ...CAP, sources: [] }).longue).not.toContain('Source');
  });

  test('the BibTeX entry is one entry: its key is plain, its braces pair, and a hostile title runs nothing', () => {
    const titre = 'BTS } , note={x} \\input{/etc/passwd} & 100 % #1 _a $b$ ~ ^';
    const { bibtex } = citer({ ...CAP, cle: 'A b}c', titre });
    expect(bibtex).toMatch(/^@misc\{et-apres-a-b-c-2026-11-24,\n {2}title = /);
    expect(bibtex).toContain(
      'BTS \\} , note=\\{x\\} \\textbackslash{}input\\{/etc/passwd\\} \\& 100 \\% \\#1 \\_a \\$b\\$',
    );
    let depth = 0;
    const depths = Array.from(bibtex.replace(/\\[{}]/g, '')).map(
      (sign) => (depth += Number(sign === '{') - Number(sign === '}')),
    );
    expect(depths.slice(bibtex.indexOf('{'), -1).every((value) => value >= 0)).toBe(true);
    expect(depths.at(-1)).toBe(0);
    expect(bibtex).toContain('  month = nov,\n');
  });
});
