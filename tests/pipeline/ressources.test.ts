import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { expressionDe } from '../../src/domain/fichiers/adresses.ts';
import { indexApiSchema, resolutionSchema } from '../../src/domain/ressources.ts';
import { datapackageSchema, schemaDeJeuSchema } from '../../src/domain/telechargements/datapackage.ts';
import { FAMILLES_DE_FICHIERS } from '../../src/domain/textes/fichiers.ts';
import { Database } from '../../src/pipeline/database.ts';
import { build, listFiles, readJson, temporaryFolder, type Build } from './build-folder.ts';

const DEMO = join(import.meta.dirname, '../../data/demo');
const JEUX = [
  'fiches-nationales',
  'fiches-regionales',
  'fiches-etablissements',
  'ensembles-etablissements',
  'formations',
  'etablissements',
  'correspondances',
];
const TYPES: Record<string, string> = {
  string: 'VARCHAR',
  integer: 'INTEGER',
  number: 'DOUBLE',
  boolean: 'BOOLEAN',
  date: 'DATE',
};

/** Our own files (API § 8), on the demonstration exports. */
describe('our own files', () => {
  let demo: Build;
  let db: Database;
  let paquet: ReturnType<typeof datapackageSchema.parse>;
  let files: string[];
  beforeAll(async () => {
    demo = await build(DEMO);
    db = await Database.open(temporaryFolder());
    paquet = datapackageSchema.parse(readJson(demo.outDir, 'telechargements/datapackage.json'));
    files = listFiles(demo.outDir);
  });
  afterAll(() => db.close());

  const pathOf = (file: string): string => join(demo.outDir, 'telechargements', file);
  const resourceOf = (path: string): (typeof paquet.resources)[number] => {
    const found = paquet.resources.find((resource) => resource.path === path);
    if (!found) throw new Error(`not described: ${path}`);
    return found;
  };
  /** The CSV read as any reader of `;` would, every cell as text. */
  const csvAsText = (jeu: string): string =>
    `read_csv('${pathOf(`${jeu}.csv`)}', delim = ';', header = true, all_varchar = true, nullstr = '', quote = '"', escape = '"')`;
  const parquet = (jeu: string): string => `read_parquet('${pathOf(`${jeu}.parquet`)}')`;
  const columns = async (source: string): Promise<[string, string][]> =>
    (await db.all<{ column_name: string; column_type: string }>(`describe from ${source}`)).map((column) => [
      column.column_name,
      column.column_type,
    ]);

  test('every data set is there in both formats, whole and by millésime, and described', () => {
    const decrits = paquet.resources.map(({ path }) => path);
    const schemas = JEUX.slice(0, 4).map((jeu) => `${jeu}/schema.json`);
    expect(files.filter((file) => file.startsWith('telechargements/')).sort()).toEqual(
      [...decrits, ...schemas, 'datapackage.json'].map((file) => `telechargements/${file}`).sort(),
    );
    expect(decrits.filter((path) => !path.includes('/'))).toEqual(
      JEUX.flatMap((jeu) => [`${jeu}.csv`, `${jeu}.parquet`]),
    );
    expect(paquet.created).toBe('2026-11-24T00:00:00Z');
  });

  test('the files by millésime hold each row of the whole set once, in its order, and no row of another millésime', async () => {
    for (const jeu of JEUX.slice(0, 4)) {
      const parties = paquet.resources.filter(({ path }) => path.startsWith(`${jeu}/`) && path.endsWith('.csv'));
      const whole = readFileSync(pathOf(`${jeu}.csv`), 'utf8').split('\n');
      const colonne = (whole[0] ?? '').split(';').indexOf('millesime');
      expect(colonne, jeu).toBeGreaterThan(0);
      const rows: string[] = [];
      for (const { path, schema } of parties) {
        const [header, ...lines] = readFileSync(pathOf(path), 'utf8').trimEnd().split('\n');
        const millesimes = await db.all(
          `select distinct millesime from read_parquet('${pathOf(path.replace('.csv', '.parquet'))}')`,
        );
        expect(millesimes).toEqual([{ millesime: path.slice(jeu.length + 1, -'.csv'.length) }]);
        expect(header).toBe(whole[0]);
        expect(schema).toBe(`${jeu}/schema.json`);
        rows.push(...lines);
      }
      expect(parties.length, jeu).toBeGreaterThan(3);
      expect(rows.sort(), jeu).toEqual(whole.slice(1, -1).sort());
      const {
        edition: _,
        donnees_fictives: __,
        ...table
      } = schemaDeJeuSchema.parse(readJson(demo.outDir, `telechargements/${jeu}/schema.json`));
      expect(table, jeu).toEqual(resourceOf(`${jeu}.csv`).schema);
    }
  });

  test.each(JEUX)('%s: CSV and Parquet hold the same rows in the same order', async (jeu) => {
    const names = (await columns(parquet(jeu))).map(([name]) => `"${name}"::varchar as "${name}"`).join(', ');
    const fromParquet = await db.all(`select ${names} from ${parquet(jeu)}`);
    // Numbers and dates are written the same way by both: `45.0` and `45` are one number.
    const fromCsv = await db.all(`select * from ${csvAsText(jeu)}`);
    const normalise = (rows: object[]): string[] =>
      rows.map((row) => JSON.stringify(row).replace(/"(-?\d+)\.0"/g, '"$1"'));
    expect(fromCsv.length).toBeGreaterThan(50);
    expect(normalise(fromCsv)).toEqual(normalise(fromParquet));
  });

  test.each(JEUX)('%s: the description has the columns of the files, in their order and types', async (jeu) => {
    const { schema } = resourceOf(`${jeu}.csv`);
    if (typeof schema === 'string') throw new Error(`${jeu}: the whole set holds its own columns`);
    const { fields } = schema;
    expect(resourceOf(`${jeu}.parquet`).schema).toEqual(schema);
    expect((await columns(csvAsText(jeu))).map(([name]) => name)).toEqual(fields.map(({ name }) => name));
    expect(await columns(parquet(jeu))).toEqual(fields.map(({ name, type }) => [name, TYPES[type]]));
    for (const { name, title, description } of fields) {
      expect(title.length, name).toBeGreaterThan(2);
      expect(description, name).toMatch(/\.$/);
    }
  });

  test('sizes and fingerprints are those of the files, in the description and in the index', () => {
    const index = indexApiSchema.parse(readJson(demo.outDir, 'api/index.json'));
    for (const { path, bytes, hash } of paquet.resources) {
      const content = readFileSync(pathOf(path));
      const sha256 = createHash('sha256').update(content).digest('hex');
      expect([bytes, hash], path).toEqual([content.length, `sha256:${sha256}`]);
      expect(index.telechargements).toContainEqual(
        expect.objectContaining({ fichier: `/telechargements/${path}`, octets: content.length, sha256 }),
      );
    }
  });

  test('a CSV opens in a spreadsheet: BOM, semicolons, line feeds only', () => {
    for (const jeu of JEUX) {
      const text = readFileSync(pathOf(`${jeu}.csv`), 'utf8');
      expect(text.startsWith('\ufeff'), jeu).toBe(true);
      expect(text.includes('\r'), jeu).toBe(false);
      expect(text.endsWith('\n'), jeu).toBe(true);
    }
  });

  test('every published record has its row, and no other', async () => {
    const count = async (jeu: string): Promise<number> =>
      (await db.all<{ n: number }>(`select count(*)::integer as n from ${parquet(jeu)}`))[0]?.n ?? 0;
    const lues = (mailles: string[], ensembles = false): number =>
      demo.rapport.fiches
        .filter(({ maille, filiere }) => mailles.includes(maille) && filiere.startsWith('ensemble') === ensembles)
        .reduce((sum, fiche) => sum + fiche.lues, 0);
    expect(await count('fiches-nationales')).toBe(lues(['nationale', 'regions']));
    expect(await count('fiches-regionales')).toBe(lues(['regionale']));
    expect(await count('fiches-etablissements')).toBe(lues(['etablissement']));
    expect(await count('ensembles-etablissements')).toBe(lues(['etablissement'], true));
    expect(await count('formations')).toBe(demo.rapport.pages.formations);
    expect(await count('etablissements')).toBe(demo.rapport.pages.etablissements);
  });

  test('below the threshold a row has its headcount, its reason and no figure (PRODUCT § 5.1)', async () => {
    for (const jeu of JEUX.slice(0, 3)) {
      const small = await db.all<Record<string, unknown>>(
        `select columns('^(nb_(sortant|poursuite|en_emploi|diplome)|part_|taux_|va_|salaire_)'), absence
         from ${parquet(jeu)} where nb_annee_term < 20`,
      );
      expect(small.length, jeu).toBeGreaterThan(20);
      for (const { absence, ...figures } of small) {
        expect(absence).toBe('sous_le_seuil');
        expect(Object.values(figures).filter((figure) => figure !== null)).toEqual([]);
      }
    }
  });

  test('no null share is without its reason, no share is with one', async () => {
    for (const jeu of JEUX.slice(0, 4)) {
      const wrong = await db.all(
        `select * from ${parquet(jeu)} where (part_emploi_6_mois is null) <> (absence is not null)
           or part_emploi_6_mois + part_formation + part_autre_6_mois <> 100`,
      );
      expect(wrong, jeu).toEqual([]);
    }
  });

  test('a demonstration says so in every file and on every line (PRODUCT § 5.7)', async () => {
    for (const jeu of JEUX) {
      const marks = await db.all(`select distinct donnees_fictives from ${parquet(jeu)}`);
      expect(marks, jeu).toEqual([{ donnees_fictives: true }]);
    }
    const twins = files.filter((file) => /^(formations|etablissements)\/.*\.csv$/.test(file));
    expect(twins.length).toBe(demo.rapport.pages.formations + demo.rapport.pages.etablissements);
    const unmarked = twins.filter((file) => {
      const [header = '', ...lines] = readFileSync(join(demo.outDir, file), 'utf8').trimEnd().split('\n');
      return !header.endsWith(';donnees_fictives') || !lines.every((line) => line.endsWith(';true'));
    });
    expect(unmarked).toEqual([]);
  });

  test('the archive of a formation holds its JSON and its CSV byte for byte, and what is needed to read and quote them', () => {
    const archives = files.filter((file) => file.endsWith('.zip'));
    expect(archives.length).toBe(demo.rapport.pages.formations);
    for (const archive of archives) {
      const base = archive.slice(0, -'.zip'.length);
      const slug = base.slice('formations/'.length);
      const bytes = readFileSync(join(demo.outDir, archive));
      const contents = unzipSync(bytes);
      const text = (name: string): string => Buffer.from(contents[name] ?? []).toString('utf8');
      expect(Object.keys(contents), archive).toEqual([
        ...['LISEZ-MOI.txt', 'LICENCE.txt', 'citation.txt', 'citation.bib', 'datapackage.json'],
        ...[`${slug}.csv`, `${slug}.json`],
      ]);
      for (const format of ['csv', 'json'])
        expect(text(`${slug}.${format}`) === readFileSync(join(demo.outDir, `${base}.${format}`), 'utf8')).toBe(true);
      const { donnees_fictives, resources } = JSON.parse(text('datapackage.json')) as {
        donnees_fictives: boolean;
        resources: { schema: { fields: { name: string }[] } }[];
      };
      expect(donnees_fictives).toBe(true);
      const [header = '', ...lines] = text(`${slug}.csv`).slice(1).trimEnd().split('\n');
      expect(resources[0]?.schema.fields.map(({ name }) => name).join(';')).toBe(header);
      for (const name of ['LISEZ-MOI.txt', 'citation.txt', 'citation.bib'])
        expect(text(name), `${archive} ${name}`).toMatch(/inventés|fictives/);
      // Every reason of the CSV is explained.
      const colonne = header.split(';').indexOf('absence');
      for (const raison of new Set(lines.map((line) => line.split(';')[colonne] ?? '')))
        if (/^[a-z_]+$/.test(raison)) expect(text('LISEZ-MOI.txt')).toContain(`${raison}, `);
      // Time and day of each entry, as MS-DOS writes them: 24 November 2026, 12:00:00.
      expect(bytes.readUInt16LE(10)).toBe(12 << 11);
      expect(bytes.readUInt16LE(12)).toBe(((2026 - 1980) << 9) | (11 << 5) | 24);
    }
  });

  test('every code of every page resolves, and every page that the resolver names exists', () => {
    const resolutions = new Map(
      files
        .filter((file) => file.startsWith('api/resoudre/'))
        .map((file) => [file, resolutionSchema.parse(readJson(demo.outDir, file))]),
    );
    expect(resolutions.size).toBeGreaterThan(1_000);
    const named = [...resolutions.values()].flatMap(({ page, candidats = [] }) => [
      ...(page ? [page] : []),
      ...candidats,
    ]);
    const missing = named
      .flatMap(({ json, csv }) => [json, csv])
      .filter((path) => !existsSync(join(demo.outDir, path)));
    expect(missing).toEqual([]);
    const formations = files.filter((file) => /^formations\/.*\.json$/.test(file));
    const lost = formations.flatMap((file) => {
      const { codes, code } = readJson(demo.outDir, file) as { code: string; codes: { code: string }[] };
      return codes.filter((entry) => {
        const { page, candidats = [] } = resolutions.get(`api/resoudre/${entry.code}.json`) ?? {};
        return ![page, ...candidats].some((candidate) => candidate?.code === code);
      });
    });
    expect(lost).toEqual([]);
  });

  test('file names are safe: letters, digits, dot, hyphen and underscore', () => {
    expect(files.filter((file) => !/^[A-Za-z0-9_/.-]+$/.test(file))).toEqual([]);
  });

  test('the index counts what was written, and its addresses lead somewhere', () => {
    const { nombres, liens } = indexApiSchema.parse(readJson(demo.outDir, 'api/index.json'));
    const written = files.filter((file) => file.startsWith('api/resoudre/')).length;
    expect(Object.values(nombres.codes).reduce((sum, count) => sum + count, 0)).toBe(written);
    // Other files are made with the pages (tests/browser/reference.test.ts finds them all), with a former edition, and some by other profiles only.
    const faites = new Set(
      FAMILLES_DE_FICHIERS.filter(({ avecLesPages }) => avecLesPages !== true).map(({ nom }) => nom),
    );
    const ici = liens.filter(({ nom }) => faites.has(nom) && nom !== 'revisions');
    const complet = /^contrat_(region_code|region_filieres|etablissement_code)_millesime$/;
    for (const { nom, modele } of ici.filter((lien) => !complet.test(lien.nom))) {
      const famille = FAMILLES_DE_FICHIERS.find((autre) => autre.nom === nom) ?? { modele };
      const pattern = expressionDe(famille);
      expect(
        files.some((file) => pattern.test(`/${file}`)),
        modele,
      ).toBe(true);
    }
  });
});
