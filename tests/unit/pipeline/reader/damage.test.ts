import { describe, expect, test } from 'vitest';

import { cp1252, faultsOf, FORMATION, MESURE, MESURES, read } from './helpers.ts';

/** Damage that `npm run fuzz` found accepted without a word (docs/decisions/0019). */

const NATIONAL = 'inserjeunes-national.csv';
const FINE = 'fr-en-inserjeunes-lycee_pro-formation-fine.csv';
const BCN = 'v_formation_diplome.csv';
const LABELS = 'n_formation_diplome.csv';

const formations = (...labels: string[]): string =>
  [
    `${FORMATION};ANCIEN_DIPLOME_1;NOUVEAU_DIPLOME_1`,
    ...labels.map((label, rank) => `5002214${rank};CAP;X;${label};01/09/2020;;;`),
    '',
  ].join('\n');
const mojibake = (text: string): string => new TextDecoder('windows-1252').decode(Buffer.from(text));
const labelsOf = async (text: string): Promise<(string | undefined)[]> =>
  (await read({ [LABELS]: text })).rows(LABELS).map((row) => row.libelle_long_200);

describe('a download cut short in the last number of a file', () => {
  test.each(['8', '', '12'])('is refused where a longer figure begins in the same way: "%s"', async (cell) => {
    const text = `${MESURES}\n${MESURE}\n2023;apprentissage;40033299;;nb_sortant;${cell}`;
    expect(await faultsOf({ [NATIONAL]: text })).toEqual([
      `inserjeunes-national.csv:3, column "valeur_mesure": expected a line feed after the last row, received "${cell}". What to do: The download may have been cut short: download the file again. If this number is whole, add a line feed after it.`,
    ]);
  });

  test('is refused in a column of codes too', async () => {
    const niveaux = 'NIVEAU_FORMATION_DIPLOME;LIBELLE_COURT;NIVEAU_QUALIFICATION_RNCP\n400;BAC PRO;0';
    expect(await faultsOf({ 'n_niveau_formation_diplome.csv': niveaux })).toEqual([
      expect.stringContaining('expected a line feed after the last row, received "0"'),
    ]);
  });

  const rates = (cell: string): string =>
    `Année;UAI;Code formation mefstat11;Taux poursuite études;Taux emploi 6 mois\ncumul 2022-2023;0010856A;23830033299;1;${cell}`;

  test.each(['34', 'nd', '100'])(
    'is not suspected where no rate is longer: %s, as in published files',
    async (cell) => {
      expect((await read({ [FINE]: rates(cell) })).rows(FINE)[0]?.taux_emploi_6_mois).toBe(cell);
    },
  );

  test.each(['3', '10', '-'])('is suspected for a rate that has a longer one: %s', async (cell) => {
    expect(await faultsOf({ [FINE]: rates(cell) })).toEqual([expect.stringContaining('column "Taux emploi 6 mois"')]);
  });
});

describe('a code that names a file', () => {
  const acce = 'acce_etablissements.csv';
  const header = 'numero_uai;nature_uai;academie;pays_libe;departement_insee_3;appellation_officielle';

  test.each(['4.0033E7', '../../../page', '0010856', '0010856A/x'])(
    'a school of a directory whose UAI has not its shape has no page, and is counted: %s',
    async (uai) => {
      const row = (code: string): string => `${code};320;10;France;001;Lycée`;
      const reading = await read({ [acce]: [header, row(uai), row('0010856B'), ''].join('\n') });
      expect(reading.rows(acce).map(({ numero_uai }) => numero_uai)).toEqual(['0010856B']);
      expect(reading.file(acce)).toMatchObject({ lignes_refusees: { uai_invalide: 1 } });
    },
  );

  test('a département is two or three characters: nothing else', async () => {
    const text = [header, ...['02A', '4.0033E7', '../'].map((code) => `0010856A;320;10;France;${code};Lycée`), ''];
    expect(await faultsOf({ [acce]: text.join('\n') })).toEqual([
      expect.stringContaining('acce_etablissements.csv:3, column "departement_insee_3": expected the code of a dépar'),
      expect.stringContaining('acce_etablissements.csv:4, column "departement_insee_3": expected the code of a dépar'),
    ]);
  });
});

describe('a file saved again in another encoding', () => {
  test('UTF-8 read as Windows-1252 is refused when most accents are broken, with the first line', async () => {
    expect(await faultsOf({ [LABELS]: mojibake(formations('CAP', 'PÂTISSERIE', 'MÉTIERS D’ART')) })).toEqual([
      expect.stringContaining('n_formation_diplome.csv:3: expected text with its accents, received "5002214'),
    ]);
  });

  test('a file whose accents became U+FFFD is refused', async () => {
    expect(await faultsOf({ [LABELS]: formations('P\ufffdTISSERIE', 'M\ufffdTIERS', 'ÉTÉ') })).toEqual([
      expect.stringContaining('(2 rows like this one, 1 with sound accents)'),
    ]);
  });

  test('a few labels that the source itself publishes broken are left as they are', async () => {
    expect(await labelsOf(formations(mojibake('É'), 'PÂTISSERIE', 'MÉTIERS'))).toEqual([
      mojibake('É'),
      'PÂTISSERIE',
      'MÉTIERS',
    ]);
  });

  test('a piece of UTF-8 in a Windows-1252 file is refused', async () => {
    const latin = cp1252(formations('ÉTÉ', 'HÔTELLERIE', 'ÉLÈVE', 'MÉTIERS', 'ÂGE'));
    const bytes = Buffer.concat([latin, Buffer.from('50022148;CAP;X;PÂTISSERIE;01/09/2020;;;\n')]);
    expect(await faultsOf({ [LABELS]: bytes })).toEqual([
      expect.stringContaining('n_formation_diplome.csv:7: expected text with its accents'),
    ]);
  });
});

describe('a column that lost its name', () => {
  test('is refused at the first row where it holds something', async () => {
    const text = `${FORMATION};\n40033299;BAC PRO;X;Y;01/09/2021;;\n40033298;BAC PRO;X;Y;01/09/2021;;12\n`;
    expect(await faultsOf({ [BCN]: text })).toEqual([
      'v_formation_diplome.csv:3, column "(column 7, without a name)": expected a name in the header above each column that holds something, received "12". What to do: Write the header of this column as its source does, or download the file again.',
    ]);
  });

  test('is but a separator too many when it is always empty', async () => {
    const text = `${FORMATION};\n40033299;BAC PRO;X;Y;01/09/2021;;\n`;
    expect((await read({ [BCN]: text })).file(BCN).lignes_ecrites).toBe(1);
  });

  test('an optional column whose digits are mistyped is not taken for an absent one', async () => {
    const header = 'Année;UAI;Code formation mefstat11;Taux poursuite études;Taux emploi 6 mois;Taux emploi 54 mois';
    const faults = await faultsOf({ [FINE]: `${header}\ncumul 2022-2023;0010856A;23830033299;1;2;3\n` });
    expect(faults).toEqual([expect.stringContaining('Did you mean "Taux emploi 54 mois"?')]);
  });
});

describe('a label made to mislead', () => {
  test('marks that turn the reading direction around are refused', async () => {
    expect(await faultsOf({ [LABELS]: formations('CAP \u202eREGNALUOB', '\u2066CAP\u2069') })).toEqual([
      expect.stringContaining(':2, column "LIBELLE_LONG_200": expected text without marks that turn the reading'),
      expect.stringContaining(':3, column "LIBELLE_LONG_200": expected text without marks that turn the reading'),
    ]);
  });

  test('marks that nobody sees are left out: the words are found all the same', async () => {
    expect(await labelsOf(formations('BOU\u200bLAN\u00adGER\ufeff', '\u2060'))).toEqual(['BOULANGER', '']);
  });

  test('line separators of Unicode become a space, as line feeds do', async () => {
    expect(await labelsOf(formations('CAP\u2028BOULANGER'))).toEqual(['CAP BOULANGER']);
  });

  test('a text longer than any label is refused, and shown shortened', async () => {
    const [fault, ...others] = await faultsOf({ [LABELS]: formations('A'.repeat(1000), 'A'.repeat(100_000)) });
    expect(others).toEqual([]);
    expect(fault).toContain(':3, column "LIBELLE_LONG_200": expected a text of at most 1000 characters');
    expect(fault?.length).toBeLessThan(400);
  });
});
