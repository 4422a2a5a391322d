import { describe, expect, test } from 'vitest';
import { lettreDeControle } from '../../../../src/domain/uai.ts';
import { MESURES, faultsOf, read } from './helpers.ts';

const REGIONAL = 'inserjeunes-regional.csv';
const REGIONAL_HEADER = MESURES.replace('millesime;', 'millesime;code_region_academique;');

describe('what stops the build', () => {
  test.each([
    [
      'malformed number',
      '2022_2023;10;;40033299;;nb_sortant;1O',
      '"valeur_mesure": expected a whole number, 0 or more, received "1O". What to do: Correct the cell: digits only, with a point or a comma before decimals; an absence is empty, nd, na, ns or -.',
    ],
    [
      'negative count',
      '2022_2023;10;;40033299;;nb_sortant;-4',
      '"valeur_mesure": expected a whole number, 0 or more, received "-4". What to do: Check the figure at the source: it is out of bounds.',
    ],
    [
      'percentage over 100',
      '2022_2023;10;;40033299;;taux_rupture_contrats;130',
      '"valeur_mesure": expected a whole percentage from 0 to 100, received "130". What to do: Check the figure at the source: it is out of bounds.',
    ],
    [
      'malformed code',
      '2022_2023;10;;4003329;;nb_sortant;4',
      '"id_formation_apprentissage": expected a diploma code (CFD) of 8 digits or capital letters, received "4003329". What to do: Correct the cell; if a spreadsheet dropped leading zeros, export the column as text.',
    ],
    ['malformed millésime', '2022;2023;10;;40033299;;nb_sortant'.replace('2022;2023', '2022/23'), '7 fields'],
    [
      'millésime',
      '2022-23;10;;40033299;;nb_sortant;4',
      '"millesime": expected a leaving year (2023) or two years in a row (2022_2023, "cumul 2022-2023" or 2022,2023), received "2022-23". What to do: Write the year as the source publishes it.',
    ],
    [
      'no millésime',
      ';10;;40033299;;nb_sortant;4',
      '"millesime": expected a value, received "". What to do: Fill the cell, or remove the row.',
    ],
    [
      'unknown filière',
      '2022_2023;10;voie_pro;40033299;;nb_sortant;4',
      '"filiere": expected apprentissage, voie_pro_sco_educ_nat or voie_pro_sco_agri (or nothing), received "voie_pro". What to do: Correct the value: a word that is not known fails the whole file, as in the original service.',
    ],
  ])('%s', async (_, row, message) => {
    const faults = await faultsOf({ [REGIONAL]: `${REGIONAL_HEADER}\n${row}\n` });
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(message);
    expect(faults[0]?.startsWith(`${REGIONAL}:2`)).toBe(true);
  });

  test('a measure whose name is misspelt would be lost without a word', async () => {
    const faults = await faultsOf({ [REGIONAL]: `${REGIONAL_HEADER}\n2022_2023;10;;40033299;;nb_sortants;4\n` });
    expect(faults).toEqual([
      'inserjeunes-regional.csv:2, column "id_mesure": expected the name of a measure, received "nb_sortants". ' +
        'What to do: Did you mean "nb_sortant"? Correct the cell.',
    ]);
  });

  test('a malformed date', async () => {
    const text = 'GROUPE_FORMATION;FORMATION_DIPLOME;DATE_OUVERTURE\nG0003;40033299;2019/09/01\n';
    expect(await faultsOf({ 'n_lien_formation_groupe.csv': text })).toEqual([
      'n_lien_formation_groupe.csv:2, column "DATE_OUVERTURE": expected a date such as 31/08/2024 or 2024-08-31, received "2019/09/01". What to do: Correct the date.',
    ]);
  });

  test('what was read is shown on one line, at most 60 characters', async () => {
    const faults = await faultsOf({
      [REGIONAL]: `${REGIONAL_HEADER}\n${'x'.repeat(200)};10;;40033299;;nb_sortant;4\n`,
    });
    expect(faults[0]).toContain(`received "${'x'.repeat(59)}…"`);
  });
});

describe('what is refused without stopping', () => {
  test('rows are dropped and counted by reason, with examples', async () => {
    const text = [
      REGIONAL_HEADER,
      '2022_2023;10;apprentissage;40033299;;nb_sortant;12',
      '2022_2023;10;apprentissage;;;nb_sortant;120',
      '2022_2023;98;apprentissage;40033299;;nb_sortant;12',
      '2022_2023;10;apprentissage;40033299;;nb_poursuite_etudes;30.5',
      '2022_2023;10;apprentissage;40033299;;nb_annee_term;nd',
    ].join('\n');
    const reading = await read({ [REGIONAL]: text });
    expect(reading.file(REGIONAL)).toMatchObject({
      lignes_lues: 5,
      lignes_ecrites: 2,
      lignes_refusees: { sans_code: 1, region_inconnue: 1, valeur_fractionnaire: 1 },
      refus: [
        { raison: 'sans_code', ligne: 3, colonne: 'id_formation_apprentissage', valeur: '' },
        { raison: 'region_inconnue', ligne: 4, colonne: 'code_region_academique', valeur: '98' },
        { raison: 'valeur_fractionnaire', ligne: 5, colonne: 'valeur_mesure', valeur: '30.5' },
      ],
    });
    expect(reading.rows(REGIONAL).map((row) => row.ligne)).toEqual(['2', '6']);
  });

  test('an invalid UAI, in files of figures only', async () => {
    const fine = 'fr-en-inserjeunes-lycee_pro-formation-fine.csv';
    const good = `0010001${lettreDeControle('0010001')}`;
    const header = 'Année;UAI;Code formation mefstat11;Taux poursuite études;Taux emploi 6 mois';
    const rows = [`0010001A;23830033299;1;2`, `${good};23830033299;1;2.5`, `${good};;1;2`, `${good};23830033299;1;2`];
    const reading = await read({
      [fine]: [header, ...rows.map((row) => `cumul 2022-2023;${row}`), ''].join('\n'),
      'fr-en-annuaire-education.csv': 'Identifiant_de_l_etablissement;Nom_etablissement\n0010001A;Lycée\n',
    });
    expect(reading.file(fine).lignes_refusees).toEqual({ uai_invalide: 1, valeur_fractionnaire: 1, sans_code: 1 });
    expect(reading.rows(fine)).toHaveLength(1);
    expect(reading.file('fr-en-annuaire-education.csv').lignes_ecrites).toBe(1);
  });

  test('at most 20 examples are kept, all are counted', async () => {
    const rows = Array.from({ length: 25 }, () => '2022_2023;98;;40033299;;nb_sortant;12');
    const reading = await read({ [REGIONAL]: [REGIONAL_HEADER, ...rows, ''].join('\n') });
    expect(reading.file(REGIONAL).lignes_refusees).toEqual({ region_inconnue: 25 });
    expect(reading.file(REGIONAL).refus).toHaveLength(20);
  });
});

describe('InserSup files', () => {
  test('a school file, its marks kept', async () => {
    const name = 'insersup-etablissement.csv';
    const header =
      'diplome;etablissement;annee_universitaire;nb_inscrits;nb_sortants;nb_poursuivants;nb_in_dsn_6;nb_in_dsn_12;nb_in_dsn_18;nb_in_dsn_24;nb_in_dsn_30;taux_in_dsn_6';
    const reading = await read({ [name]: `${header}\n2599901;0380055D;2021-2022;143;82 *;61;54;57;nd;na;na;37,8\n` });
    expect(reading.rows(name)[0]).toMatchObject({
      diplome: '2599901',
      diplome_consol: '',
      annee_universitaire: '2021_2022',
      nb_sortants: '82 *',
      nb_in_dsn_18: 'nd',
    });
    expect(reading.file(name).colonnes_ignorees).toEqual(['nb_in_dsn_30', 'taux_in_dsn_6']);
  });

  const OPEN_DATA = 'fr-esr-insersup.csv';
  const COLUMNS = [
    ...['source', 'uo_lib', 'etablissement', 'promo', 'diplome', 'nationalite', 'genre', 'obtention_diplome'],
    ...['regime_inscription', 'nb_poursuivants', 'nb_sortants'],
    ...[6, 12, 18, 24].map((mois) => `nb_sortants_en_emploi_sal_fr_${mois}`),
    ...['salaire_q1_12', 'salaire_q2_12', 'salaire_q3_12'],
  ];
  const ROW = {
    ...{ source: 'insersup', uo_lib: 'National', promo: '2022', diplome: '2599901', nb_sortants: '820' },
    ...{ nationalite: 'ensemble', genre: 'ensemble', obtention_diplome: 'ensemble', regime_inscription: 'ensemble' },
    nb_sortants_en_emploi_sal_fr_18: 'nd',
  };
  const openData = (...rows: Record<string, string>[]): string =>
    [COLUMNS, ...rows.map((row) => COLUMNS.map((name) => row[name] ?? ''))]
      .map((cells) => `${cells.join(';')}\r\n`)
      .join('');

  test('the open data, with pooled cohorts', async () => {
    const reading = await read({ [OPEN_DATA]: openData(ROW, { ...ROW, promo: '2021,2022' }) });
    expect(reading.rows(OPEN_DATA).map((row) => [row.promo, row.diplome, row.nb_sortants_en_emploi_sal_fr_18])).toEqual(
      [
        ['2022', '2599901', 'nd'],
        ['2021_2022', '2599901', 'nd'],
      ],
    );
  });

  test('rows of other scopes alone are a wrong export, or headers that slid by one column', async () => {
    const faults = await faultsOf({
      [OPEN_DATA]: openData({ ...ROW, genre: 'femme' }, { ...ROW, uo_lib: 'UNIVERSITE' }),
    });
    expect(faults).toEqual([
      `${OPEN_DATA}: expected at least one row of the scope that is published (nationalite, genre, obtention_diplome, regime_inscription, source, uo_lib, ` +
        'diplome), received rows of other scopes only: ventilation_non_retenue 1, etablissement_non_retenu 1. ' +
        'What to do: Check the headers, or download the whole export again.',
    ]);
  });

  test('rows of other scopes are counted by reason, without any other check nor example; case and blanks do not matter', async () => {
    const broken = { nb_sortants: 'oops', promo: '20xx' };
    const text = openData(
      { ...ROW, genre: ' Ensemble ', uo_lib: 'NATIONAL' },
      { ...ROW, ...broken, genre: 'femme' },
      { ...ROW, ...broken, nationalite: '' },
      { ...ROW, ...broken, uo_lib: 'UNIVERSITE', obtention_diplome: 'diplômé' },
      { ...ROW, ...broken, uo_lib: 'UNIVERSITE NATIONALE' },
      { ...ROW, ...broken, source: 'autre' },
      { ...ROW, ...broken, diplome: 'all' },
      { ...ROW, ...broken, diplome: '' },
    );
    const file = (await read({ [OPEN_DATA]: text })).file(OPEN_DATA);
    expect([file.lignes_lues, file.lignes_ecrites, file.refus]).toEqual([8, 1, []]);
    expect(file.lignes_refusees).toEqual({
      ventilation_non_retenue: 3,
      etablissement_non_retenu: 1,
      autre_enquete: 1,
      tous_diplomes_ensemble: 2,
    });
  });

  test('a row of another scope that is cut short is a fault all the same', async () => {
    await expect(read({ [OPEN_DATA]: `${openData(ROW)}\r\ninsersup;UNIVERSITE` })).rejects.toThrow('fields');
  });
});
