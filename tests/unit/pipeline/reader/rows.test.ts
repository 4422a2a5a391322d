import { describe, expect, test } from 'vitest';
import { FORMATION, MESURE, MESURES, MINIMUM, faultsOf, read } from './helpers.ts';

const NATIONAL = 'inserjeunes-national.csv';
const BCN = 'v_formation_diplome.csv';
const KIT = 'kit_apprentissage.csv';
const KIT_HEADER = 'Code_Diplome;Intitulé;Code_RNCP;Fiche ACTIVE/INACTIVE';

describe('quotes are no quoting character in BCN tables', () => {
  const label = async (cell: string): Promise<string | undefined> => {
    const reading = await read({ [BCN]: `${FORMATION}\n50022146;CAP;X;${cell};01/09/2020;\n50022147;CAP;X;SUITE;;\n` });
    expect(reading.rows(BCN).map((row) => [row.formation_diplome, row.ligne])).toEqual([
      ['50022146', '2'],
      ['50022147', '3'],
    ]);
    return reading.rows(BCN)[0]?.libelle_long_200;
  };

  test.each([
    ['a pair inside', 'PORT DU "CASQUE" (CAP)', 'PORT DU "CASQUE" (CAP)'],
    ['an odd one inside', 'TUBE 3" (CAP)', 'TUBE 3" (CAP)'],
    ['at the beginning', '"Label" créé en 2020', '"Label" créé en 2020'],
    ['an odd one at the beginning', '"Label créé en 2020', '"Label créé en 2020'],
    ['around the whole cell', '"LABEL"', '"LABEL"'],
    ['unless they are doubled, as a CSV library does', '"AGENT ""A"""', 'AGENT "A"'],
    ['or enclose a separator', '"CUISINE; SERVICE"', 'CUISINE; SERVICE'],
  ])('%s', async (_, cell, expected) => expect(await label(cell)).toBe(expected));

  test('but they are when the header is quoted', async () => {
    const header = FORMATION.split(';').map((name) => `"${name}"`);
    const text = `${header.join(',')}\n"50022146","CAP","X","A, ""B""",,\n`;
    const reading = await read({ [BCN]: text });
    expect(reading.rows(BCN)[0]).toMatchObject({ libelle_court: 'CAP', libelle_long_200: 'A, "B"' });
  });
});

describe('quotes enclose cells everywhere else', () => {
  test('with separators, doubled quotes and commas inside', async () => {
    const text = `Code_Scolarité;Libelle_Diplome;Code_RNCP\n50022146;"A; ""B"", C";123\n;D "E" F;\n`;
    const reading = await read({ 'certif_info.csv': text });
    expect(reading.rows('certif_info.csv').map((row) => row.libelle_diplome)).toEqual(['A; "B", C', 'D "E" F']);
  });

  test('a cell on several lines counts them: later records keep their true line', async () => {
    const text = `${KIT_HEADER}\n50022146;"MÉTIERS\n- A\n- B";RNCP1;ACTIVE\n\n50022147;X;RNCP2;ACTIVE\n50022148;"Y\nZ";RNCP3;INACTIVE\n5002214;X;RNCP4;ACTIVE\n`;
    const faults = await faultsOf({ [KIT]: text });
    expect(faults).toEqual([expect.stringContaining('kit_apprentissage.csv:9, column "Code_Diplome"')]);
    const reading = await read({ [KIT]: text.replace('5002214;', '50022149;') });
    expect(reading.rows(KIT).map((row) => row.ligne)).toEqual(['2', '6', '7', '9']);
    expect(reading.file(KIT).lignes_lues).toBe(4);
  });

  test('line breaks in a cell become a space', async () => {
    const text = `Code_Scolarité;Libelle_Diplome;Code_RNCP\n50022146;"MÉTIERS \r\n\n- A";1\n`;
    const reading = await read({ 'certif_info.csv': text });
    expect(reading.rows('certif_info.csv')[0]?.libelle_diplome).toBe('MÉTIERS - A');
  });

  test('a quote that is not closed', async () => {
    expect(
      await faultsOf({
        [KIT]: `${KIT_HEADER}\n50022146;A;RNCP1;ACTIVE\n50022147;"B;RNCP2;ACTIVE\n50022148;C;RNCP3;ACTIVE\n`,
      }),
    ).toEqual([
      'kit_apprentissage.csv:3: expected quotes around a whole cell, doubled inside it, received a quote that is opened and never closed. ' +
        'What to do: Close the quote, or double it: it is on this line or just below.',
    ]);
  });

  test('a quote closed in the middle of a cell', async () => {
    const faults = await faultsOf({ [KIT]: `${KIT_HEADER}\n50022147;"B" C;RNCP2;ACTIVE\n50022148;"C";RNCP3;ACTIVE\n` });
    expect(faults[0]).toContain(
      'kit_apprentissage.csv:2: expected quotes around a whole cell, doubled inside it, received a quote that is closed before',
    );
  });

  test('a quote that swallows a line of figures is a fault, even when the fields add up', async () => {
    const header = 'Année;UAI;Libellé;Région;Taux poursuite études;Taux emploi 6 mois';
    const text = `${header}\ncumul 2022-2023;0010001W;"A;BRETAGNE;1;2\ncumul 2022-2023;0010001W;B";BRETAGNE;3;4\n`;
    const faults = await faultsOf({ 'fr-en-inserjeunes-cfa.csv': text });
    expect(faults).toEqual([
      expect.stringContaining(
        'fr-en-inserjeunes-cfa.csv:2: expected a record on one line, received a record on lines 2 to 3',
      ),
    ]);
  });

  test('a quote left open does not fill the memory', async () => {
    const filler = `50022147;B;RNCP2;ACTIVE\n`.repeat(300_000);
    const faults = await faultsOf({
      [KIT]: `${KIT_HEADER}\n50022146;A;RNCP1;ACTIVE\n50022147;"B;RNCP2;ACTIVE\n${filler}`,
    });
    expect(faults).toEqual([
      expect.stringContaining(
        'kit_apprentissage.csv:3: expected quotes around a whole cell, doubled inside it, received a quote that is opened',
      ),
    ]);
  });
});

describe('lines', () => {
  test('end with LF, CRLF or both', async () => {
    const text = `${MESURES}\r\n${MESURE}\r\n${MESURE}\n${MESURE}\r\n`;
    const reading = await read({ [NATIONAL]: text });
    expect(reading.rows(NATIONAL).map((row) => [row.valeur_mesure, row.ligne])).toEqual([
      ['87', '2'],
      ['87', '3'],
      ['87', '4'],
    ]);
  });

  test('CRLF after a quoted cell', async () => {
    const text = `"Code_Diplome";"Code_RNCP"\r\n"50022146";"RNCP1"\r\n"50022147";"RNCP2"\r\n`;
    const reading = await read({ [KIT]: text });
    expect(reading.rows(KIT).map((row) => row.code_rncp)).toEqual(['RNCP1', 'RNCP2']);
  });

  test('that are blank are skipped, and counted', async () => {
    const reading = await read({ [NATIONAL]: `\n${MESURES}\n\n${MESURE}\n \n${MESURE}\n\n` });
    expect(reading.rows(NATIONAL).map((row) => row.ligne)).toEqual(['4', '6']);
    expect(reading.file(NATIONAL).lignes_lues).toBe(2);
  });

  test('keep their number beyond the first chunk of a file', async () => {
    const lines = Array.from({ length: 60_000 }, (_, index) => `2023;apprentissage;40033299;;nb_annee_term;${index}`);
    const reading = await read({ [NATIONAL]: [MESURES, ...lines, ''].join('\n') });
    const rows = reading.rows(NATIONAL);
    expect(rows).toHaveLength(60_000);
    expect(rows.every((row) => row.ligne === String(Number(row.valeur_mesure) + 2))).toBe(true);
  });

  test('keep their number beyond the first chunk when cells are quoted', async () => {
    const lines = Array.from({ length: 30_000 }, (_, index) => `50022146;"É ""${index}""\nB";"RNCP${index}";"ACTIVE"`);
    const reading = await read({ [KIT]: [KIT_HEADER, ...lines, ''].join('\r\n') });
    const rows = reading.rows(KIT);
    expect(rows).toHaveLength(30_000);
    expect(rows.every((row) => row.ligne === String(Number(row.code_rncp?.slice(4)) * 2 + 2))).toBe(true);
  });

  test('progress goes to the last byte of each file', async () => {
    const reading = await read({});
    for (const { fichier, octets } of reading.fichiers) {
      const states = reading.progress.filter((state) => state.fichier === fichier);
      expect(states.at(-1)).toEqual({ fichier, octetsLus: octets, octets });
    }
    expect(reading.fichiers).toHaveLength(Object.keys(MINIMUM).length);
  });
});

describe('a row with another number of fields than the header', () => {
  test.each([
    ['too few', '2023;apprentissage;40033299;;nb_annee_term', '5 fields: "2023;apprentissage;40033299;;nb_annee_term"'],
    ['too many', `${MESURE};`, '7 fields: "2023;apprentissage;40033299;;nb_annee_term;87;"'],
  ])('%s', async (_, row, received) => {
    expect(await faultsOf({ [NATIONAL]: `${MESURES}\n${MESURE}\n${row}\n` })).toEqual([
      `inserjeunes-national.csv:3: expected 6 fields, as in the header, received ${received}. ` +
        'What to do: Look for a separator or a line break that is missing or too many, or for a download cut short.',
    ]);
  });
});
