import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { FORMATION, MESURE, MESURES, cp1252, faultsOf, read } from './helpers.ts';

const NAME = 'n_formation_diplome.csv';
const LINKS = 'ANCIEN_DIPLOME_1;NOUVEAU_DIPLOME_1';
const table = (label: string): string =>
  `${FORMATION};${LINKS}\n50022146;CAP;X;${label};01/09/2020;;;\n50022147;CAP;X;ÉTÉ À NOËL;01/09/2020;;;\n`;

describe('the encoding is found from the bytes', () => {
  test.each([
    ['UTF-8', 'METIERS DE L’ŒUF', Buffer.from(table('METIERS DE L’ŒUF'))],
    ['UTF-8 BOM', 'PÂTISSERIE', Buffer.from(`\ufeff${table('PÂTISSERIE')}`)],
    ['ISO-8859-1', 'PÂTISSERIE', cp1252(table('PÂTISSERIE'))],
    ['Windows-1252', 'METIERS D’œuvre à 10 €', cp1252(table('METIERS D’œuvre à 10 €'))],
    ['UTF-8', 'SANS ACCENT', Buffer.from(`${FORMATION};${LINKS}\n50022146;CAP;X;SANS ACCENT;01/09/2020;;;\n`)],
  ])('%s', async (encodage, label, bytes) => {
    const reading = await read({ [NAME]: bytes });
    expect(reading.file(NAME).encodage).toBe(encodage);
    expect(reading.rows(NAME)[0]).toMatchObject({ libelle_long_200: label, formation_diplome: '50022146' });
  });

  test('a letter that happens to look like UTF-8 does not make a Latin file UTF-8', async () => {
    // « É » then a no-break space: bytes C9 A0, a valid UTF-8 character.
    const reading = await read({ [NAME]: cp1252(table('QUALITÉ\u00a0: ÉLÈVES ÂGÉS')) });
    expect(reading.file(NAME).encodage).toBe('ISO-8859-1');
    expect(reading.rows(NAME)[0]?.libelle_long_200).toBe('QUALITÉ\u00a0: ÉLÈVES ÂGÉS');
  });

  test('U+FFFD written by the source is text like any other', async () => {
    const reading = await read({ [NAME]: table('M\ufffdTIERS') });
    expect(reading.rows(NAME)[0]?.libelle_long_200).toBe('M\ufffdTIERS');
  });

  test('a large UTF-8 file stays UTF-8 wherever its characters are cut', async () => {
    const rows = Array.from(
      { length: 40_000 },
      (_, index) => `5${String(index).padStart(7, '0')};CAP;X;ÉLÈVE ŒUVRÉ;;;;`,
    );
    const reading = await read({ [NAME]: `${FORMATION};${LINKS}\n${rows.join('\n')}\n` });
    expect(reading.file(NAME)).toMatchObject({ encodage: 'UTF-8', lignes_lues: 40_000 });
    const labels = new Set(reading.rows(NAME).map((row) => row.libelle_long_200));
    expect([...labels]).toEqual(['ÉLÈVE ŒUVRÉ']);
  });
});

describe('an unreadable byte stops the build, with its line and column', () => {
  const damage = (text: string, byte: number): Buffer => {
    const bytes = Buffer.from(text);
    bytes[bytes.indexOf('@')] = byte;
    return bytes;
  };

  test('a stray byte in a UTF-8 file is not read as Latin', async () => {
    expect(await faultsOf({ [NAME]: damage(table('PÂTISSERIE @ CUISINE ÉTÉ'), 0xe9) })).toEqual([
      'n_formation_diplome.csv:2, column "LIBELLE_LONG_200": expected text in UTF-8, received byte 0xE9, which cannot be read, ' +
        'in "PÂTISSERIE \ufffd CUISINE ÉTÉ". What to do: Download the file again; if the source itself is damaged, retype the cell.',
    ]);
  });

  test('a BOM is enough to say UTF-8', async () => {
    const faults = await faultsOf({ [NAME]: damage('\ufeff' + table('A@').replace('ÉTÉ À NOËL', 'RIEN'), 0xe9) });
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(':2, column "LIBELLE_LONG_200": expected text in UTF-8 BOM, received byte 0xE9');
  });

  test('a character cut by the end of the file', async () => {
    const bytes = Buffer.from(`${table('ÉTÉ')}50022148;CAP;X;ÉTÉ;01/09/2020;;;é`).subarray(0, -1);
    const faults = await faultsOf({ [NAME]: bytes });
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(':4, column "NOUVEAU_DIPLOME_1": expected text in UTF-8, received byte 0xC3');
  });

  test('a byte that Windows-1252 does not define', async () => {
    const bytes = Buffer.from(cp1252(table('MÉTIER @')));
    bytes[bytes.indexOf('@')] = 0x81;
    expect(await faultsOf({ [NAME]: bytes })).toEqual([
      expect.stringContaining(
        ':2, column "LIBELLE_LONG_200": expected text in Windows-1252, received byte 0x81, which cannot be read',
      ),
    ]);
  });

  test('a NUL', async () => {
    expect(await faultsOf({ [NAME]: table('MET\0IER') })).toEqual([
      expect.stringContaining(':2, column "LIBELLE_LONG_200": expected text in UTF-8, received byte 0x00'),
    ]);
  });

  test('in the header', async () => {
    const bytes = damage(table('ÉTÉ').replace('LIBELLE_STAT_33', 'LIBELLE_STAT_33;@'), 0xff);
    const faults = await faultsOf({ [NAME]: bytes });
    expect(faults[0]).toContain('n_formation_diplome.csv:1: expected text in UTF-8, received byte 0xFF');
  });

  test('U+FFFD of the source on other lines is not mistaken for it', async () => {
    const text = `${table('\ufffdCOLE')}50022148;CAP;X;M@TIER;01/09/2020;;;\n`;
    const faults = await faultsOf({ [NAME]: damage(text, 0xe9) });
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(':4, column "LIBELLE_LONG_200"');
  });
});

describe('a file that is no table says what it is', () => {
  const text = `${MESURES}\n${MESURE}\n`;
  test.each([
    ['an empty file', '', 'an empty file'],
    ['blanks', '\n \n', 'only blanks'],
    ['UTF-16', Buffer.from(`\ufeff${text}`, 'utf16le'), 'a UTF-16 file'],
    ['UTF-16 without a mark', Buffer.from(text, 'utf16le'), 'a UTF-16 file'],
    ['gzip', gzipSync(text), 'a gzip archive'],
    ['ZIP', 'PK\u0003\u0004…', 'a ZIP archive or a spreadsheet (.xlsx)'],
    ['PDF', '%PDF-1.7', 'a PDF document'],
    ['a web page', '\n<!DOCTYPE html><html><body>404</body></html>', 'a web page (HTML or XML)'],
    ['JSON', '[{"millesime": "2023"}]', 'JSON'],
  ])('%s', async (_, content, received) => {
    const faults = await faultsOf({ 'inserjeunes-national.csv': content });
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(
      `inserjeunes-national.csv: expected a CSV table in UTF-8, ISO-8859-1 or Windows-1252, received ${received}. What to do: `,
    );
  });

  test('a header alone', async () => {
    expect(await faultsOf({ 'inserjeunes-national.csv': `${MESURES}\n` })).toEqual([
      'inserjeunes-national.csv: expected at least one row under the header, received a header alone. ' +
        'What to do: Download the export again, or remove the file.',
    ]);
  });

  test('but the table of the enquête 51 is published empty', async () => {
    const reading = await read({ 'n_formation_diplome_enquete_51.csv': `${FORMATION}\n` });
    expect(reading.file('n_formation_diplome_enquete_51.csv')).toMatchObject({ lignes_lues: 0, lignes_ecrites: 0 });
  });
});
