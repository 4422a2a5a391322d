import { describe, expect, test } from 'vitest';

import { CsvIllisible, detecterFormat, lireRangees, type RangeeCsv } from '../../../src/lib/csv-lecture.ts';

const blob = (text: string | Uint8Array<ArrayBuffer>): Blob => new Blob([text]);

async function lire(source: Blob, pas?: number): Promise<RangeeCsv[]> {
  const rangees: RangeeCsv[] = [];
  for await (const lot of lireRangees(source, await detecterFormat(source), pas)) rangees.push(...lot.rangees);
  return rangees;
}

async function fauteDe(source: Blob): Promise<{ faute: string; ligne: number | undefined }> {
  try {
    await lire(source);
  } catch (error) {
    if (error instanceof CsvIllisible) return { faute: error.faute, ligne: error.ligne };
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('the format of a file', () => {
  test.each([
    ['a;b,c;d\n1;2;3\n', { encodage: 'utf-8', separateur: ';', finDeLigne: '\n' }],
    ['a,b\r\n1,2\r\n', { encodage: 'utf-8', separateur: ',', finDeLigne: '\r\n' }],
    ['"a,b,c";d\n', { encodage: 'utf-8', separateur: ';', finDeLigne: '\n' }],
    ['"a\r\nb"\td\n', { encodage: 'utf-8', separateur: '\t', finDeLigne: '\n' }],
    ['\ufeffcfd\n50022137', { encodage: 'utf-8', separateur: ';', finDeLigne: '\n' }],
  ])('%j is recognised', async (text, format) => {
    expect(await detecterFormat(blob(text))).toEqual(format);
  });

  test('bytes that are no UTF-8 are read as Windows-1252, accents included', async () => {
    const source = blob(new Uint8Array([0x63, 0x3b, 0xe9, 0x0a, 0x31, 0x3b, 0x80]));
    expect((await detecterFormat(source)).encodage).toBe('windows-1252');
    expect((await lire(source)).map(({ cellules }) => cellules)).toEqual([
      ['c', 'é'],
      ['1', '€'],
    ]);
  });

  test.each([
    ['a spreadsheet', new Uint8Array([0x50, 0x4b, 3, 4, 1]), 'classeur'],
    ['an old spreadsheet', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]), 'classeur'],
    ['UTF-16', new Uint8Array([0xff, 0xfe, 0x61, 0]), 'utf_16'],
    ['an empty file', '', 'vide'],
    ['a web page', '<!doctype html><p>', 'page_web'],
    ['JSON', '[{"cfd": 1}]', 'json'],
    ['bytes', new Uint8Array([1, 0, 2]), 'binaire'],
  ])('%s is refused by its name', async (_, content, faute) => {
    expect(await fauteDe(blob(content as string))).toEqual({ faute, ligne: undefined });
  });
});

describe('the rows of a file', () => {
  const text = 'a;b\n1;"deux\nlignes; et ""guillemets"""\n\n  x ; é\n"z";\n';

  test.each([1, 2, 3, 5, 7, 1000])('are the same when the file is read %i bytes at a time', async (pas) => {
    expect(await lire(blob(text), pas)).toEqual([
      { cellules: ['a', 'b'], brut: 'a;b', ligne: 1 },
      { cellules: ['1', 'deux\nlignes; et "guillemets"'], brut: '1;"deux\nlignes; et ""guillemets"""', ligne: 2 },
      { cellules: ['  x ', ' é'], brut: '  x ; é', ligne: 5 },
      { cellules: ['z', ''], brut: '"z";', ligne: 6 },
    ]);
  });

  test('a last row without its line feed is read', async () => {
    expect((await lire(blob('a;b\r\n1;2'))).at(-1)).toEqual({ cellules: ['1', '2'], brut: '1;2', ligne: 2 });
  });

  test('a quotation mark out of place is told with its line', async () => {
    expect(await fauteDe(blob('a;b\n1;2\n"3" x;4\n5;6\n'))).toEqual({ faute: 'guillemet', ligne: 3 });
    expect(await fauteDe(blob('a;b\n1;2\n"3;4\n5;6\n'))).toEqual({ faute: 'guillemet_ouvert', ligne: 3 });
  });
});
