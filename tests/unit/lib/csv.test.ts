import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';

import { csvLine, neutraliser, toCsvCell } from '../../../src/lib/csv.ts';

describe('a cell that a spreadsheet would run gets an apostrophe (API § 8)', () => {
  test.each([
    ['=HYPERLINK("x")', '\'=HYPERLINK("x")'],
    ['+33 1', "'+33 1"],
    ['-', "'-"],
    ['-4-2', "'-4-2"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\tcmd', "'\tcmd"],
    ['\rcmd', "'\rcmd"],
  ])('%j → %j', (texte, attendu) => expect(neutraliser(texte)).toBe(attendu));

  test.each(['-4', '+4', '-4.5', '12', 'CAP = Pâtissier', 'a-b', "'=1", '', ' =1'])('%j stays as it is', (texte) =>
    expect(neutraliser(texte)).toBe(texte),
  );

  test('a number is never neutralised', () => expect(toCsvCell(-4)).toBe('-4'));
});

describe('quoting follows RFC 4180', () => {
  test.each([
    ['a;b', '"a;b"'],
    ['dit "le bon"', '"dit ""le bon"""'],
    ['deux\nlignes', '"deux\nlignes"'],
    ['a,b', 'a,b'],
    ['<script>alert(1)</script>', '<script>alert(1)</script>'],
  ])('%j → %j', (texte, attendu) => expect(toCsvCell(texte)).toBe(attendu));

  test('the separator and the word for a missing value can be others', () => {
    expect(toCsvCell('a,b', { separateur: ',' })).toBe('"a,b"');
    expect(csvLine([null, 0, undefined, 'x;y'], { separateur: ',', vide: 'null' })).toBe('null,0,null,x;y\n');
  });

  test('zero, false, an empty text and a missing value are not the same thing as each other or look empty', () => {
    expect(csvLine([0, false, '', null])).toBe('0;false;;\n');
  });

  test('a line of one missing value is still a row', () => expect(csvLine([null])).toBe('""\n'));

  test('what is written is read back by another program', () => {
    const rows = [
      ['a;b', '"', 'x\r\ny', ' espace ', "l'été"],
      ['', '-4', ',', '\t', 'fin'],
    ];
    const text = rows.map((row) => csvLine(row)).join('');
    expect(Papa.parse(text.trimEnd(), { delimiter: ';', newline: '\n' }).data).toEqual([
      ['a;b', '"', 'x\r\ny', ' espace ', "l'été"],
      ['', '-4', ',', "'\t", 'fin'],
    ]);
  });
});
