import { expect, test } from 'vitest';

import {
  distinguer,
  listesPossibles,
  type Groupe,
  type Liste,
} from '../../../../src/pipeline/outputs/contrat/selection.ts';

const groupe = (millesime: string, region_code: string, est_defaut: boolean): Groupe => ({
  ...{ maille: 'etablissement', millesime, region_code, academie_code: null, est_defaut, lignes: 3 },
});
const GROUPES = [groupe('2022_2023', '53', true), groupe('2022', '53', false), groupe('2022_2023', '28', true)];
const listes = [undefined, '2022', '2021_2022', '2023', '2022_2023'].flatMap((millesime) =>
  listesPossibles('etablissement', millesime),
);
const doublesDe = (asked: readonly Liste[]): Map<string, string> =>
  new Map(distinguer(asked, GROUPES).doubles.map(([chemin, double]) => [double, chemin]));

test('both spellings of a millésime in schools are one list, and so is the default one when its rows are the same', () => {
  const doubles = doublesDe(listes);
  expect(doubles.get('2021_2022/formations')).toBe('2022/formations');
  expect(doubles.get('2023/formations')).toBe('formations');
  expect(doubles.get('2022_2023/formations/regions/53')).toBe('formations/regions/53');
  expect(doubles.has('2022/formations')).toBe(false);
});

test('a list of other rows stays alone, however many rows it has', () => {
  const doubles = doublesDe(listes);
  expect(doubles.has('formations/regions/28')).toBe(false);
  expect(doubles.has('formations/regions/53')).toBe(false);
});

test('every list asked for is written or is a second name of one that is', () => {
  const { listes: written, doubles } = distinguer(listes, GROUPES);
  const paths = written.map(({ chemin }) => chemin);
  expect([...paths, ...doubles.map(([, double]) => double)].sort()).toEqual(listes.map(({ chemin }) => chemin).sort());
  for (const [chemin] of doubles) expect(paths).toContain(chemin);
});
