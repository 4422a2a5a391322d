import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';

import {
  bcnContratSchema,
  ficheContratSchema,
  filieresContratSchema,
  listeContratSchema,
  MESURES_DU_CONTRAT,
  millesimesContratSchema,
  prefixesPostauxSchema,
  PROFILS_API,
  type FicheContrat,
  type ProfilApi,
} from '../../src/domain/contrat.ts';
import { Database } from '../../src/pipeline/database.ts';
import { build, listFiles, rawFolder, readJson, temporaryFolder } from './build-folder.ts';

const DEMO = join(import.meta.dirname, '../../data/demo');
const RACINE = 'api/inserjeunes';

const CODE = '[0-9A-Z]{7,11}';
const M = '\\d{4}(?:_\\d{4})?';
const UAI = '\\d{7}[A-Z]';
const LISTE = `(?:${M}/)?(?:certifications|(?:regionales|formations)(?:/(?:(?:regions|academies)/)?\\d\\d)?)`;

/** Every family of JSON files of the contract (API §§ 7, 8): its paths, and the schema of its files. */
const FAMILLES: readonly [name: string, paths: RegExp, schema: z.ZodType][] = [
  ['record of France', new RegExp(`^certifications/${CODE}\\.json$`), ficheContratSchema],
  ['record of France, by millésime', new RegExp(`^certifications/${CODE}/${M}\\.json$`), ficheContratSchema],
  ['record of a region', new RegExp(`^regionales/\\d\\d/certifications/${CODE}\\.json$`), ficheContratSchema],
  [
    'record of a region, by millésime',
    new RegExp(`^regionales/\\d\\d/certifications/${CODE}/${M}\\.json$`),
    ficheContratSchema,
  ],
  ['record of a school', new RegExp(`^formations/${UAI}-${CODE}\\.json$`), ficheContratSchema],
  ['record of a school, by millésime', new RegExp(`^formations/${UAI}-${CODE}/${M}\\.json$`), ficheContratSchema],
  [
    'millésimes',
    new RegExp(`^(?:regionales/\\d\\d/)?certifications/${CODE}/millesimes\\.json$`),
    millesimesContratSchema,
  ],
  [
    'filières',
    new RegExp(`^(?:regionales/\\d\\d/)?certifications/${CODE}/(?:${M}/)?filieres\\.json$`),
    filieresContratSchema,
  ],
  [
    'bundle of a school',
    new RegExp(`^formations/${UAI}\\.json$`),
    listeContratSchema('formations', ficheContratSchema),
  ],
  [
    'bundle of a region',
    /^regionales\/\d\d\/certifications\.json$/,
    listeContratSchema('regionales', ficheContratSchema),
  ],
  [
    'list of France',
    new RegExp(`^(?:${M}/)?certifications\\.json$`),
    listeContratSchema('certifications', ficheContratSchema),
  ],
  [
    'list of regions',
    new RegExp(`^(?:${M}/)?regionales(?:/\\d\\d)?\\.json$`),
    listeContratSchema('regionales', ficheContratSchema),
  ],
  [
    'list of schools',
    new RegExp(`^(?:${M}/)?formations(?:/(?:regions|academies)/\\d\\d)?\\.json$`),
    listeContratSchema('formations', ficheContratSchema),
  ],
  ['reference list', /^bcn\.json$/, listeContratSchema('bcn', bcnContratSchema)],
  ['postal prefixes', /^regions\/prefixes-postaux\.json$/, prefixesPostauxSchema],
];

const familleDe = (path: string): string | undefined => FAMILLES.find(([, paths]) => paths.test(path))?.[0];

/** How many files of each family. */
function countFamilles(paths: readonly string[]): Record<string, number> {
  const groups = Map.groupBy(
    paths.filter((path) => path.endsWith('.json')),
    (path) => familleDe(path) ?? path,
  );
  return Object.fromEntries([...groups].map(([name, group]) => [name, group.length]));
}

describe('the contract tree of the demonstration, complete profile', () => {
  let root: string;
  let paths: string[];
  let db: Database;
  beforeAll(async () => {
    root = join((await build(DEMO, { api: 'complet' })).outDir, RACINE);
    paths = listFiles(root);
    db = await Database.open(temporaryFolder());
  });
  afterAll(() => db.close());

  test('every JSON file is of one family and follows its schema', () => {
    const faults = paths
      .filter((path) => path.endsWith('.json'))
      .flatMap((path) => {
        const schema = FAMILLES.find(([, pattern]) => pattern.test(path))?.[2];
        const result = schema?.safeParse(readJson(root, path));
        return result?.success === true ? [] : [`${path}: ${result?.error.message ?? 'of no family'}`];
      });
    expect(faults).toEqual([]);
  });

  test('every family has files', () => {
    expect(Object.keys(countFamilles(paths)).sort()).toEqual(FAMILLES.map(([name]) => name).sort());
  });

  test('every file says that its figures are fictional: first key, or last column', async () => {
    for (const path of paths) {
      const text = path.endsWith('.parquet') ? '' : readFileSync(join(root, path), 'utf8');
      if (path.endsWith('.json')) expect(text.startsWith('{"donnees_fictives":true,'), path).toBe(true);
      if (path.endsWith('.csv') && text !== '') expect(text, path).toMatch(/^[^\n]*;donnees_fictives\n(?:.*;true\n)+$/);
    }
    const parquet = join(root, '**/*.parquet');
    const [without] = await db.all<{ files: number }>(
      `select count(*)::integer as files from (
         select file_name, max(name = 'donnees_fictives') as marque from parquet_schema('${parquet}') group by file_name
       ) where not marque`,
    );
    expect(without?.files).toBe(0);
  });

  test('a list has the same rows in the same order as JSON, CSV and Parquet', async () => {
    const lists = paths
      .filter((path) => new RegExp(`^${LISTE}\\.json$`).test(path))
      .map((path) => path.replace(/\.json$/, ''));
    expect(lists.length).toBeGreaterThan(100);
    for (const list of lists) {
      const { pagination, ...rest } = readJson(root, `${list}.json`) as { pagination: { total: number } };
      const records = Object.values(rest).find((value) => Array.isArray(value)) as FicheContrat[];
      expect(records.length, list).toBe(pagination.total);
      const text = readFileSync(join(root, `${list}.json`), 'utf8');
      expect(text.match(/^\{"millesime".*\},?$/gm) ?? [], `${list}: one record a line`).toHaveLength(records.length);
      const csv = Papa.parse<Record<string, string>>(readFileSync(join(root, `${list}.csv`), 'utf8').trimEnd(), {
        header: true,
        delimiter: ';',
      });
      const parquet = await db.all<Record<string, unknown>>(
        `select * from read_parquet('${join(root, `${list}.parquet`)}')`,
      );
      expect(csv.data.map(cellsOf), list).toEqual(
        records.map((record) => cellsOf(asCells(record, csv.meta.fields ?? []))),
      );
      expect(parquet.map(figuresOf), list).toEqual(records.map(figuresOf));
    }
  });

  test('no figure of a hidden record is in any format', () => {
    const { formations } = readJson(root, 'formations.json') as { formations: FicheContrat[] };
    const hidden = formations.filter(({ nb_annee_term: eleves }) => eleves !== undefined && eleves < 20);
    expect(hidden.length).toBeGreaterThan(50);
    for (const record of hidden) expect(MESURES_DU_CONTRAT.filter((mesure) => record[mesure] != null)).toEqual([]);
  });

  test('in a school both spellings of a millésime hold the same bytes', () => {
    const pairs = paths.filter((path) => /^formations\/.*\/\d{4}_\d{4}\.json$/.test(path));
    expect(pairs.length).toBeGreaterThan(500);
    for (const path of pairs) {
      const single = path.replace(/\d{4}_(\d{4})\.json$/, '$1.json');
      expect(readFileSync(join(root, single), 'utf8'), path).toBe(readFileSync(join(root, path), 'utf8'));
    }
  });

  /** The columns of a CSV that a JSON record also has, as the CSV writes them. */
  const asCells = (record: FicheContrat, fields: readonly string[]): Record<string, string> =>
    Object.fromEntries(fields.map((field) => [field, cellOf(record, field)]));
  const cellOf = (record: FicheContrat, field: string): string => {
    if (field === 'donnees_fictives') return 'true';
    if (field === 'region') return record.region?.nom ?? '';
    if (field === 'donnee_source_type') return record.donnee_source?.type ?? '';
    if (field === 'donnee_source_code_certification') return record.donnee_source?.code_certification ?? '';
    const value = (record as Record<string, unknown>)[field];
    if (value === undefined) return '';
    return typeof value === 'string' ? value : JSON.stringify(value);
  };
  const cellsOf = (row: Record<string, string>): string => JSON.stringify(row);
  const figuresOf = (row: Record<string, unknown>): unknown =>
    ['millesime', 'code_certification', 'uai', 'nb_annee_term', ...MESURES_DU_CONTRAT].map((name) => row[name] ?? null);
});

describe('the three profiles (API § 8)', () => {
  const MEF = '23220022190';
  const raw = rawFolder({
    'inserjeunes-national.csv': [
      'millesime;filiere;id_formation_apprentissage;id_mefstat11;id_mesure;valeur_mesure',
      '2023;apprentissage;50022190;;nb_annee_term;40',
      '2022;apprentissage;50022190;;nb_annee_term;41',
    ],
    'inserjeunes-regional.csv': [
      'millesime;code_region_academique;filiere;id_formation_apprentissage;id_mefstat11;id_mesure;valeur_mesure',
      `2022_2023;03;voie_pro_sco_educ_nat;;${MEF};nb_annee_term;30`,
      `2021_2022;03;voie_pro_sco_educ_nat;;${MEF};nb_annee_term;31`,
    ],
    'inserjeunes-etablissement.csv': [
      'millesime;uai;filiere;id_formation_apprentissage;id_mefstat11;id_mesure;valeur_mesure',
      `2022_2023;0359991V;voie_pro_sco_educ_nat;;${MEF};nb_annee_term;25`,
      `2021_2022;0359991V;voie_pro_sco_educ_nat;;${MEF};nb_annee_term;26`,
    ],
  });
  const FRANCE = [
    '2022.json',
    '2022/filieres.json',
    '2023.json',
    '2023/filieres.json',
    'filieres.json',
    'millesimes.json',
  ];
  // The final year, and the year before it, which leads to it.
  const CODES = [MEF, MEF.replace(/^(...)2/, '$11')];
  const REGIONS = CODES.map((code) => `regionales/53/certifications/${code}`);
  const ECOLES = CODES.map((code) => `formations/0359991V-${code}`);
  const STANDARD = [
    ...FRANCE.map((name) => `certifications/50022190/${name}`),
    ...REGIONS.flatMap((region) => ['.json', '/filieres.json', '/millesimes.json'].map((name) => region + name)),
    ...['filieres.json'].map((name) => `regionales/53/certifications/50022190/${name}`),
    ...ECOLES.map((ecole) => `${ecole}.json`),
  ];
  const COMPLET = [
    ...REGIONS.flatMap((region) =>
      ['2021_2022', '2022_2023'].flatMap((year) => [`${region}/${year}.json`, `${region}/${year}/filieres.json`]),
    ),
    ...['2021_2022', '2022_2023'].map((year) => `regionales/53/certifications/50022190/${year}/filieres.json`),
    ...['2021', '2022', '2021_2022', '2022_2023', '2023']
      .filter((year) => year !== '2021')
      .flatMap((year) => ECOLES.map((ecole) => `${ecole}/${year}.json`)),
  ];
  const LEGER = ['certifications/50022190.json', 'formations/0359991V.json', 'regionales/53/certifications.json'];
  const EXPECTED: Record<ProfilApi, string[]> = {
    leger: LEGER,
    standard: [...LEGER, ...STANDARD],
    complet: [...LEGER, ...STANDARD, ...COMPLET],
  };

  test.each(PROFILS_API)('%s', async (profil) => {
    const { outDir } = await build(raw, { api: profil });
    const paths = listFiles(join(outDir, RACINE));
    const lists = new RegExp(`^(?:${LISTE}|bcn|regions/prefixes-postaux)\\.(?:json|csv|parquet)$`);
    expect(paths.filter((path) => !lists.test(path))).toEqual(EXPECTED[profil].toSorted());
    // Lists of every place, by default; partitions where there are rows: France, the region and the school's.
    const listed = paths.filter((path) => lists.test(path) && path.endsWith('.csv'));
    expect(listed.filter((path) => /^\d{4}/.test(path))).toEqual(
      ['2021_2022', '2022', '2022_2023', '2023'].flatMap((year) =>
        year.length === 4
          ? [`${year}/certifications.csv`]
          : ['formations', 'formations/regions/53', 'regionales', 'regionales/53'].map((list) => `${year}/${list}.csv`),
      ),
    );
    expect(listed.filter((path) => !/^\d{4}/.test(path))).toHaveLength(1 + 1 + (1 + 19) + (1 + 19 + 36));
  });
});
