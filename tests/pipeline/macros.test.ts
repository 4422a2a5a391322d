import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { REGIONS } from '../../src/domain/regions.ts';
import { isUai, lettreDeControle } from '../../src/domain/uai.ts';
import { project } from '../../src/generator/projection.ts';
import { Database, readSql } from '../../src/pipeline/database.ts';
import { temporaryFolder } from './build-folder.ts';

let db: Database;
beforeAll(async () => {
  db = await Database.open(temporaryFolder());
  await db.run(await readSql('macros.sql'));
});
afterAll(() => db.close());

const evaluate = async (expression: string): Promise<unknown> =>
  (await db.all<{ value: unknown }>(`select ${expression} as value`))[0]?.value;

describe('percentages (RULES § 4.1)', () => {
  test.each([
    [13, 40, 32],
    [3, 8, 38],
    [11, 40, 28],
    [23, 40, 57],
    [46, 80, 57],
    [109, 200, 55],
    [218, 400, 55],
    [0, 40, 0],
    [0, 0, null],
    [5, 0, null],
    [25, 20, null],
  ])('%d out of %d is %s', async (a, b, expected) => expect(await evaluate(`pct(${a}, ${b})`)).toBe(expected));

  test('an unknown operand gives no rate', async () => {
    expect([await evaluate('pct(null, 20)'), await evaluate('pct(3, null)')]).toEqual([null, null]);
  });
});

describe('names of regions (RULES § 17)', () => {
  const find = (name: string): Promise<unknown> =>
    evaluate(
      `(select list(code) from (values ${REGIONS.map(({ code, nom }) => `('${code}', '${nom.replaceAll("'", "''")}')`).join(', ')})
        as regions (code, nom) where nom_compare(nom) = nom_compare('${name.replaceAll("'", "''")}'))`,
    );

  test.each([
    ["PROVENCE-ALPES-COTE D'AZUR", '93'],
    ['ILE-DE-FRANCE', '11'],
    ['LA REUNION', '04'],
    ['Pays de la Loire', '52'],
    ['Provence - Alpes - Côte d’Azur', '93'],
  ])('%s is found, accents, case and punctuation aside', async (name, code) =>
    expect(await find(name)).toEqual([code]),
  );
});

test.each([
  ['Jean Monnet , ', 'Jean Monnet'],
  ['Lycée des Trois Vallées –', 'Lycée des Trois Vallées'],
  [' , ', null],
])('the name of school « %s » becomes « %s »', async (cell, expected) =>
  expect(await evaluate(`nom_propre('${cell}')`)).toBe(expected),
);

test.each([
  ['30', 30],
  ['30.0', 30],
  ['nd', null],
  ['', null],
  ['-', null],
  ['**', null],
  ['0', 0],
])('the cell « %s » is the number %s', async (cell, expected) =>
  expect(await evaluate(`entier('${cell}')`)).toBe(expected),
);

test.each([
  ['cumul 2023-2024', '2023_2024'],
  ['2023_2024', '2023_2024'],
  ['2023', '2023'],
])('the year « %s » is the millésime %s', async (cell, expected) =>
  expect(await evaluate(`millesime('${cell}')`)).toBe(expected),
);

describe('counts of InserSup (RULES § 16.1)', () => {
  test.each([
    ['130 *', 130],
    ['12 **', 12],
    ['12**', 12],
    ['0', 0],
    ['nd', null],
    ['na *', null],
    ['ND', null],
    ['', null],
    ['-', null],
    ['**', null],
  ])('%s is %s', async (cellule, expected) => expect(await evaluate(`effectif_insersup('${cellule}')`)).toBe(expected));

  test('a missing value is unknown', async () => expect(await evaluate('effectif_insersup(null)')).toBe(null));
});

test.each([
  [19, 'inserjeunes', 'nationale', 'sous_le_seuil'],
  [20, 'inserjeunes', 'nationale', null],
  [null, 'inserjeunes', 'nationale', 'pas_encore_publiee'],
  [null, 'inserjeunes_lycee_pro_formation_fine', 'etablissement', null],
  [0, 'inserjeunes_lycee_pro_formation_fine', 'etablissement', 'sous_le_seuil'],
  [null, 'insersup', 'nationale', null],
  [null, 'insersup', 'etablissement', 'pas_encore_publiee'],
])('%s pupils told by %s (%s): hidden by the threshold because of %s', async (eleves, source, maille, expected) =>
  expect(await evaluate(`motif_du_seuil(${String(eleves)}, '${source}', '${maille}', 20)`)).toBe(expected),
);

test.each([
  ['035', '35'],
  ['02A', '2A'],
  ['974', '974'],
  ['35', '35'],
])('the département %s of ACCE is %s (RULES § 17)', async (code, expected) =>
  expect(await evaluate(`departement_court('${code}')`)).toBe(expected),
);

describe('school identifiers (RULES § 18)', () => {
  test.each([
    ['0692717D', true],
    ['0131549N', true],
    ['9740001H', true],
    ['0010856A', true],
    ['0010856B', false],
    ['010856A', false],
    ['00108560A', false],
    ['A010856A', false],
    ['', false],
  ])('"%s": %s, in SQL as in the domain', async (uai, expected) => {
    expect([await evaluate(`est_uai('${uai}')`), isUai(uai)]).toEqual([expected, expected]);
  });

  test('the letters of SQL are those of the domain, all 23; no UAI is not one', async () => {
    const uais = Array.from({ length: 23 }, (_, rest) => {
      const digits = String(1_000_000 + rest);
      return digits + lettreDeControle(digits);
    });
    const valid = await evaluate(
      `list_filter([${uais.map((uai) => `'${uai}'`).join(', ')}], lambda uai : est_uai(uai))`,
    );
    expect(valid).toEqual(uais);
    expect(await evaluate('est_uai(null)')).toBe(false);
  });
});

test.each([
  ['0350001A', '35'],
  ['6200001G', '2A'],
  ['7200001X', '2B'],
  ['9740001H', '974'],
])('a school registered as %s was in %s', async (uai, expected) =>
  expect(await evaluate(`departement_de_l_uai('${uai}')`)).toBe(expected),
);

describe('Lambert-93 of ACCE, to degrees', () => {
  const place = async (x: number, y: number): Promise<[number, number]> => [
    Number(await evaluate(`lambert93_longitude(${x}, ${y})`)),
    Number(await evaluate(`lambert93_latitude(${x}, ${y})`)),
  ];

  test.each([
    ['the origin of the projection', 700000, 6600000, 3, 46.5],
    // Schools that the national directory gives in both systems.
    ['Vitré', 386611.2, 6788198.8, -1.2135197, 48.1188894],
    ['Baulon', 332503.4, 6776558.9, -1.9294895, 47.9861449],
    ['Cardroc', 337508.6, 6809607.2, -1.8899405, 48.2857473],
  ])('%s, to a few centimetres', async (_, x, y, longitude, latitude) => {
    const [lon, lat] = await place(x, y);
    expect(Math.abs(lon - longitude)).toBeLessThan(0.0000015);
    expect(Math.abs(lat - latitude)).toBeLessThan(0.0000015);
  });

  test.each([
    ['13', 43.297, 5.381],
    ['2A', 41.92, 8.737],
    ['59', 51.035, 2.377],
    ['29', 48.39, -4.487],
  ])('from end to end of département %s it undoes the projection of the generator', async (departement, lat, lon) => {
    const { x, y } = project(departement, lat, lon);
    const [longitude, latitude] = await place(x, y);
    expect(longitude).toBeCloseTo(lon, 5);
    expect(latitude).toBeCloseTo(lat, 5);
  });

  test.each([
    ["'035'", 351900, 6789900, true],
    ["'02A'", 1176000, 6090000, true],
    // La Réunion is in UTM 40; a plane point of nowhere; no point.
    ["'974'", 340000, 7650000, false],
    ["'974'", 351900, 6789900, false],
    ["'035'", 0, 0, false],
    ["'035'", 'null', 'null', false],
  ])('département %s, x %s, y %s: in Lambert-93 is %s', async (departement, x, y, expected) =>
    expect(await evaluate(`est_en_lambert93(${departement}, ${x}, ${y})`)).toBe(expected),
  );
});

test.each([
  ['Saint-Malo', 'ST MALO'],
  ["L'Haÿ-les-Roses", 'L HAY LES ROSES'],
  ['Sainte-Luce-sur-Loire', 'Ste Luce sur Loire'],
])('%s and %s are one town', async (left, right) =>
  expect(await evaluate(`commune_comparee('${left.replace("'", "''")}')`)).toBe(
    await evaluate(`commune_comparee('${right}')`),
  ),
);

test('the arrondissements of a town are towns, and Stains is no saint', async () => {
  expect(await evaluate("commune_comparee('Paris 14e')")).not.toBe(await evaluate("commune_comparee('Paris 15e')"));
  expect(await evaluate("commune_comparee('Stains')")).toBe('stains');
});
