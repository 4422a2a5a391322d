import { describe, expect, test } from 'vitest';
import { normalizeHeader } from '../../../../src/pipeline/reader/header.ts';
import { MESURE, MESURES, faultsOf, read } from './helpers.ts';

const NATIONAL = 'inserjeunes-national.csv';
const CFA = 'fr-en-inserjeunes-cfa.csv';

describe('labels and technical names are the same header', () => {
  test.each([
    ['DEVENIR Part poursuite études', 'devenir_part_poursuite_etudes'],
    ['Taux emploi 6 mois attendu', 'taux_emploi_6_mois_attendu'],
    ['Code formation mefstat11', 'code_formation_mefstat11'],
    ["n°UAI de l'établissement", 'n_uai_de_l_etablissement'],
    ['Part des autres situations ', 'part_des_autres_situations'],
    ['FORMATION_DIPLOME', 'formation_diplome'],
    ['coordX_origine', 'coordx_origine'],
  ])('%s → %s', (written, name) => expect(normalizeHeader(written)).toBe(name));
});

describe('the separator is the one of the header', () => {
  test.each([[';'], ['|'], [','], ['\t']])('%s', async (separateur) => {
    const text = `${MESURES}\n${MESURE}\n`.replaceAll(';', separateur);
    const reading = await read({ [NATIONAL]: text });
    expect(reading.file(NATIONAL).separateur).toBe(separateur);
    expect(reading.rows(NATIONAL)).toEqual([
      {
        millesime: '2023',
        filiere: 'apprentissage',
        id_formation_apprentissage: '40033299',
        id_mefstat11: '',
        id_mesure: 'nb_annee_term',
        valeur_mesure: '87',
        fichier: NATIONAL,
        ligne: '2',
      },
    ]);
  });
});

describe('columns are found by name', () => {
  test('in any order, with others between that are listed and left out', async () => {
    const header = 'valeur_mesure;id_mesure;remarque;ID_MEFSTAT11;id_formation_apprentissage;Millésime';
    const reading = await read({ [NATIONAL]: `${header}\n12;nb_sortant;x;;40033299;2023\n` });
    expect(reading.file(NATIONAL).colonnes_ignorees).toEqual(['remarque']);
    expect(reading.rows(NATIONAL)[0]).toMatchObject({ millesime: '2023', filiere: '', valeur_mesure: '12' });
  });

  test('the directory of 2023 and that of 2026', async () => {
    const names = ['Identifiant_de_l_etablissement', 'Nom_etablissement'];
    const old = [...names, 'Code postal', 'coordonnee_X', 'epsg', 'etablissement_multi_lignes'];
    const recent = [...names, 'Code_postal', 'coordX_origine', 'epsg_origine', 'multi_uai'];
    const row = '0350122T;École;35580;332503.4;EPSG:2154;0';
    const reading = await read({
      'fr-en-annuaire-education.2023.csv': `${old.join(';')}\n${row}\n`,
      'fr-en-annuaire-education.2026.csv': `${recent.join(';')}\n${row}\n`,
    });
    const [first] = reading.rows('fr-en-annuaire-education.2023.csv');
    expect(first).toMatchObject({ code_postal: '35580', coordonnee_x: '332503.4', epsg: 'EPSG:2154', multi_uai: '0' });
    const fichier = 'fr-en-annuaire-education.2026.csv';
    expect(reading.rows(fichier)).toEqual([{ ...first, fichier }]);
  });
});

describe('DEPP tables, which changed layout four times (SOURCES § B)', () => {
  const identity = `"n°UAI de l'établissement";"Libellé de l'établissement";"Région"`;
  const recent = "Taux de poursuite d'études;Taux;Taux attendu;Valeur ajoutée";
  const shares = "Part en poursuite d'études ;Part en emploi 6 mois après la sortie ;Part des autres situations ";
  const common = { uai: '0010001W', libelle: 'Lycée A', region: 'BRETAGNE' };
  const rates = { taux_poursuite_etudes: '49', taux_emploi_6_mois: '47', taux_emploi_6_mois_attendu: '41' };

  test.each([
    [
      '2018-2019, lycées',
      'depp-2022-etablissements-2018_2019-pro.csv',
      `${identity};;;"Taux";"Taux attendu";"Valeur ajoutée";;;\n"0010001W";"Lycée A";"BRETAGNE";"ensemble";49;47;41;6;51;55;56`,
      {
        ...{ annee: '2018_2019', perimetre: 'ensemble', ...common, ...rates, va_emploi_6_mois: '6' },
        ...{ taux_emploi_12_mois: '51', taux_emploi_18_mois: '55', taux_emploi_24_mois: '56' },
      },
    ],
    [
      '2018-2019, CFA',
      'depp-2022-etablissements-2018_2019-apprentissage.csv',
      `${identity};;;"Taux";"Taux attendu";"Valeur ajoutée";;;\n"0010001W";"Lycée A";"BRETAGNE";33;49;47;41;6;51;55;56`,
      { annee: '2018_2019', part_contrats_interrompus: '33', ...common, ...rates, taux_emploi_24_mois: '56' },
    ],
    [
      '2019-2020, lycées',
      'depp-2022-etablissements-2019_2020-pro.csv',
      `${identity};"Dont apprentis en EPLE";;"Taux";"Taux attendu";"Valeur ajoutée";\n"0010001W";"Lycée A";"BRETAGNE";"dont apprentis";49;47;41;-6;51`,
      {
        annee: '2019_2020',
        perimetre: 'dont apprentis',
        ...common,
        ...rates,
        va_emploi_6_mois: '-6',
        taux_emploi_12_mois: '51',
      },
    ],
    [
      '2019-2020, CFA',
      'depp-2022-etablissements-2019_2020-apprentissage.csv',
      `${identity};;;"Taux";"Taux attendu";"Valeur ajoutée";\n"0010001W";"Lycée A";"BRETAGNE";;49;47;41;-6;51`,
      { annee: '2019_2020', part_contrats_interrompus: '', ...common, ...rates, taux_emploi_12_mois: '51' },
    ],
    [
      '2020-2021, empty cells',
      'depp-2022-etablissements-2020_2021-pro.csv',
      `${identity};Dont apprentis en EPLE;${recent};${shares}\n0010001W;Lycée A;BRETAGNE;dont élèves en voie pro sco;49;47;41;6;;;`,
      { annee: '2020_2021', perimetre: 'dont voie pro sco', ...common, ...rates, devenir_part_en_emploi_6_mois: '' },
    ],
    [
      '2021-2022, nd',
      'depp-2022-etablissements-2021_2022-apprentissage.csv',
      `${identity};${recent};${shares}\n0010001W;Lycée A;BRETAGNE;49;47;41;nd;49;23;28`,
      {
        ...{ annee: '2021_2022', ...common, ...rates, va_emploi_6_mois: 'nd', devenir_part_poursuite_etudes: '49' },
        ...{ devenir_part_en_emploi_6_mois: '23', devenir_part_autre_situation_6_mois: '28', taux_emploi_12_mois: '' },
      },
    ],
  ])('%s', async (_, name, text, expected) => {
    const reading = await read({ [name]: `${text}\n` });
    expect(reading.rows(name)).toHaveLength(1);
    expect(reading.rows(name)[0]).toMatchObject({ ...expected, fichier: name, ligne: '2' });
  });

  test('a layout that is not known is never guessed', async () => {
    const name = 'depp-2022-etablissements-2018_2019-pro.csv';
    const faults = await faultsOf({
      [name]: `${identity};;;"Taux";"Taux attendu";;\n"0010001W";A;B;ensemble;1;2;3;4;5\n`,
    });
    expect(faults[0]).toBe(
      `${name}:1: expected a name on every column, or one of the two old DEPP layouts (11 columns in 2018-2019, 9 in 2019-2020), ` +
        'received 9 columns, 4 of them without a name. ' +
        'What to do: Write the missing headers by hand in a copy, or download the official export again.',
    );
  });

  test('a known number of columns in another order is not that layout', async () => {
    const name = 'depp-2022-etablissements-2019_2020-pro.csv';
    const text = `${identity};;"Taux";"Taux attendu";"Valeur ajoutée";;\n"0010001W";A;B;ensemble;1;2;3;4;5\n`;
    expect((await faultsOf({ [name]: text }))[0]).toContain('9 columns, 3 of them without a name');
  });

  test('a table that says its year nowhere', async () => {
    const name = 'depp-etablissements-apprentissage.csv';
    const faults = await faultsOf({ [name]: `${identity};${recent}\n0010001W;A;B;1;2;3;-1\n` });
    expect(faults).toEqual([
      `${name}: expected the two leaving years, in a column "annee" or in the file name (depp-…-2018_2019-pro.csv), received neither. ` +
        'What to do: Give the file back the name it was published under.',
    ]);
  });
});

describe('a file under the name of another would tell its figures of other people', () => {
  const lycee = 'Année;UAI;Libellé;Région;Dont apprentis en EPLE;Taux poursuite études;Taux emploi 6 mois';
  const cfa =
    'Année;UAI;Libellé;Région;Part contrats apprentissage interrompus;Taux poursuite études;Taux emploi 6 mois';
  const TODO = 'What to do: This file may bear the name of another one: give it back the name it was published under.';

  test('a table of lycées named as one of CFA', async () => {
    expect(await faultsOf({ 'fr-en-inserjeunes-cfa.csv': `${lycee}\n2023;0010001W;A;B;ensemble;40;50\n` })).toEqual([
      'fr-en-inserjeunes-cfa.csv:1, column "Dont apprentis en EPLE": expected no such column in a file of « InserJeunes apprentissage, ' +
        `par centre de formation d'apprentis (données ouvertes) », received a column that files of another kind have. ${TODO}`,
    ]);
  });

  test('a table of CFA named as one of lycées', async () => {
    const faults = await faultsOf({ 'fr-en-inserjeunes-lycee_pro.csv': `${cfa}\n2023;0010001W;A;B;12;40;50\n` });
    expect(faults[0]).toContain('expected a column "perimetre", received no such header');
    expect(faults[1]).toContain('column "Part contrats apprentissage interrompus"');
    expect(faults[1]).toContain(TODO);
  });

  test('measures of regions or of schools named as those of France', async () => {
    for (const [nom, column, own] of [
      ['inserjeunes-national.csv', 'code_region_academique', ''],
      ['inserjeunes-national.csv', 'uai', ''],
      ['inserjeunes-regional.csv', 'uai', 'code_region_academique;'],
      ['inserjeunes-etablissement.csv', 'code_region_academique', 'uai;'],
    ] as const) {
      const faults = await faultsOf({ [nom]: `${column};${own}${MESURES}\n` });
      expect(faults.find((fault) => fault.includes(`column "${column}"`))).toContain(TODO);
    }
  });

  test('rows of other years than those of the name', async () => {
    const name = 'depp-2022-etablissements-2019_2020-apprentissage.csv';
    expect(await faultsOf({ [name]: `${cfa}\ncumul 2022-2023;0010001W;A;B;12;40;50\n` })).toEqual([
      `${name}:2, column "Année": expected the leaving years that the file name says, 2019_2020, received "cumul 2022-2023". ` +
        'What to do: Give the file back the name it was published under, or remove the years from its name.',
    ]);
    expect(await faultsOf({ [name]: `${cfa}\ncumul 2019-2020;0010001W;A;B;12;40;50\n` })).toEqual([]);
  });

  test('a column of codes without any code: headers slid by one column', async () => {
    const header = 'Code_Scolarité;Libelle_Diplome;Code_RNCP';
    expect(await faultsOf({ 'certif_info.csv': `${header}\n;A;37566\n;B;37380\n` })).toEqual([
      'certif_info.csv, column "Code_Scolarité": expected a code in at least one row of this column, received "". ' +
        'What to do: Headers may have slid by one column: download the file again.',
    ]);
    expect(await faultsOf({ 'certif_info.csv': `${header}\n;A;37566\n40033299;B;37380\n` })).toEqual([]);
  });
});

describe('a header that is not the expected one stops the build', () => {
  const rates = 'Taux poursuite études;Taux emploi 6 mois';

  test('a column whose name lost its number, which must not pass for an absent one', async () => {
    const name = 'fr-en-inserjeunes-cfa.csv';
    const [fault] = await faultsOf({
      [name]: `Année;UAI;Libellé;Région;DEVENIR Part en emploi  mois;${rates}\n2023;0010001W;A;B;20;40;50\n`,
    });
    expect(fault).toContain('the closest is "DEVENIR Part en emploi  mois"');
  });

  test('a required column that is missing, with the closest name found', async () => {
    const header = MESURES.replace('valeur_mesure', 'valeur_mesur');
    expect(await faultsOf({ [NATIONAL]: `${header}\n${MESURE}\n` })).toEqual([
      'inserjeunes-national.csv:1: expected a column "valeur_mesure", received no such header; the closest is "valeur_mesur". ' +
        'What to do: Did you mean "valeur_mesur"? Rename that header to "valeur_mesure".',
    ]);
  });

  test('an optional column that was renamed does not pass for an absent one', async () => {
    const text = `Année;UAI;${rates};Taux emploi 12 moi\ncumul 2022-2023;0010001W;1;2;3\n`;
    expect(await faultsOf({ [CFA]: text })).toEqual([
      expect.stringContaining(
        ':1: expected a column "taux_emploi_12_mois", received no such header; the closest is "Taux emploi 12 moi"',
      ),
    ]);
  });

  test('an optional column that is absent is written empty', async () => {
    const reading = await read({ [CFA]: `Année;UAI;${rates};Taux emploi 30 mois\ncumul 2022-2023;0010001W;1;2;3\n` });
    expect(reading.rows(CFA)[0]).toMatchObject({
      taux_emploi_12_mois: '',
      taux_emploi_6_mois: '2',
      annee: '2022_2023',
    });
  });

  test('a column that is there twice', async () => {
    const text = `${MESURES};Id mesure\n${MESURE};x\n`;
    expect(await faultsOf({ [NATIONAL]: text })).toEqual([
      'inserjeunes-national.csv:1, column "Id mesure": expected each column once, ' +
        'received "id_mesure" in position 5 and "Id mesure" in position 7. What to do: Keep one of the two columns.',
    ]);
  });

  test('two spellings of one column', async () => {
    const text = `Année;UAI;${rates};Taux\ncumul 2022-2023;0010001W;1;2;3\n`;
    expect(await faultsOf({ [CFA]: text })).toEqual([
      expect.stringContaining('"Taux emploi 6 mois" in position 4 and "Taux"'),
    ]);
  });

  test('no header at all: the first row is data', async () => {
    expect(await faultsOf({ [NATIONAL]: `${MESURE}\n${MESURE}\n` })).toEqual([
      'inserjeunes-national.csv:1: expected a header line that names millesime, id_formation_apprentissage, id_mefstat11, id_mesure, valeur_mesure, ' +
        'received "2023 apprentissage 40033299 nb_annee_term 87". ' +
        'What to do: Check that this file is what its name says, or export the file again with its header line.',
    ]);
  });

  test('neither of two codes', async () => {
    const faults = await faultsOf({
      'fr-en-inserjeunes-lycee_pro-formation-fine.csv': `Année;UAI;${rates}\ncumul 2022-2023;0010001W;1;2\n`,
    });
    expect(faults).toEqual([
      expect.stringContaining(':1: expected a column "code_formation_mefstat11", received no such header.'),
    ]);
  });

  test('the faults of its rows are listed as well', async () => {
    const text = `${MESURES.replace('id_mesure', 'mesure')}\n2O23;;40033299;;nb_sortant;12\n`;
    expect(await faultsOf({ [NATIONAL]: text })).toEqual([
      expect.stringContaining(':1: expected a column "id_mesure"'),
      expect.stringContaining(':2, column "millesime"'),
    ]);
  });
});
