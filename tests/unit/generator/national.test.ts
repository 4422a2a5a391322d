import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';

import { isUai } from '../../../src/domain/uai.ts';
import { cfaLines } from '../../../src/generator/donnees-ouvertes.ts';
import { type Echelle, echelleNationale } from '../../../src/generator/echelle.ts';
import { DIPLOMES } from '../../../src/generator/diplomes.ts';
import { writeFolder } from '../../../src/generator/ecriture.ts';
import { formationFineLines } from '../../../src/generator/formation-fine.ts';
import { chooseFraction, DOSSIER_DE_DEMONSTRATION, generate } from '../../../src/generator/generate.ts';
import { volumeLines } from '../../../src/generator/insersup-volume.ts';
import { mefsOf } from '../../../src/generator/mefs.ts';
import { buildModele } from '../../../src/generator/modele.ts';
import { readRaw } from '../../../src/pipeline/reader/read-raw.ts';

const root = mkdtempSync(join(tmpdir(), 'national-'));
afterAll(() => rmSync(root, { recursive: true }));

const FRACTION = 1 / 200;
const write = (name: string, seed = 1): string => {
  const out = join(root, name);
  generate({ out, seed, fraction: FRACTION });
  return out;
};
const bytesOf = (folder: string): Map<string, string> =>
  new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name)).toString('base64')]));
const linesOf = (folder: string, name: string): string[] =>
  readFileSync(join(folder, name), 'latin1').trimEnd().split('\n');

/** Rows by the cell of this rank, without the header. */
function countBy(lines: Iterable<string>, cell: number): Record<string, number> {
  const counts: Record<string, number> = {};
  let isHeader = true;
  for (const line of lines) {
    const key = line.split(';')[cell] ?? '';
    if (!isHeader) counts[key] = (counts[key] ?? 0) + 1;
    isHeader = false;
  }
  return counts;
}

describe('a small fraction of the country', () => {
  const folder = write('un');

  test('the same seed and fraction give the same bytes, another seed other figures', () => {
    const first = bytesOf(folder);
    expect(bytesOf(write('encore'))).toEqual(first);
    const other = bytesOf(write('deux', 2));
    expect(other.get('inserjeunes-national.csv')).not.toBe(first.get('inserjeunes-national.csv'));
    expect(other.get('v_formation_diplome.csv')).toBe(first.get('v_formation_diplome.csv'));
  });

  test('it is marked as fictional, and says how it was made', () => {
    const notice = readFileSync(join(folder, 'DONNEES-FICTIVES.txt'), 'utf8');
    expect(notice).toMatch(/NE JAMAIS CITER/);
    expect(notice).toContain('--seed 1 --scale 0.005 --out');
  });

  test('the tables whose size is known have that size', () => {
    expect(linesOf(folder, 'fr-esr-insersup.csv')).toHaveLength(1 + Math.round(1_036_781 * FRACTION));
    expect(linesOf(folder, 'acce_etablissements.csv')).toHaveLength(1 + 154_000 * FRACTION);
    expect(linesOf(folder, 'v_formation_diplome.csv')).toHaveLength(1 + Math.round(11_261 * FRACTION));
  });

  test('the reader refuses the rows that are false on purpose in the demonstration, and no other', async () => {
    const { fichiers } = await readRaw({ rawDir: folder, workDir: join(root, 'lecture') });
    const refused = fichiers
      .filter(({ kind }) => kind !== 'insersup_open_data')
      .flatMap(({ lignes_refusees: lignes }) => Object.values(lignes));
    expect(refused.reduce((sum, count) => sum + count, 0)).toBe(10);
  });

  test('the folder of the demonstration is refused, under any of its names', () => {
    for (const out of [DOSSIER_DE_DEMONSTRATION, 'data/demo', './data/../data/demo/']) {
      expect(() => generate({ out, seed: 1, fraction: FRACTION })).toThrow(/is the demonstration/);
    }
  });

  test('a disk that is too full is said before anything is written', () => {
    const out = join(root, 'plein');
    const fichier = { nom: 'a.csv', encodage: 'utf-8', finDeLigne: '\n', lignes: () => ['a'] } as const;
    expect(() => writeFolder(out, [fichier], { needed: Number.MAX_SAFE_INTEGER })).toThrow(/the exports need about/);
    expect(readdirSync(out)).toEqual([]);
  });
});

test.each([
  ['national', 1],
  ['1', 1],
  ['1/4', 0.25],
  ['0.05', 0.05],
])('--scale %s is %d of the country', (asked, fraction) => {
  expect(chooseFraction(asked)).toBe(fraction);
});

test.each(['', '0', '2', '1/0', '5/4', '-1', 'demo', '1/20000', 'national/2'])('--scale "%s" is refused', (asked) => {
  expect(() => chooseFraction(asked)).toThrow(/--scale expects/);
});

describe('sizes', () => {
  const national = echelleNationale(1);
  const schoolsOf = ({ ecoles }: Echelle, rank: 0 | 1 | 2 | 3): number =>
    Object.entries(ecoles).reduce((sum, [region, counts]) => sum + (region === '06' ? 0 : counts[rank]), 0);

  test('the whole country has the schools and the tables of FACTS', () => {
    expect(schoolsOf(national, 0) - schoolsOf(national, 1)).toBe(3027);
    expect(schoolsOf(national, 2)).toBe(3166);
    expect(national.diplomes.length).toBeGreaterThan(11_261);
    expect(national.lignes).toEqual({ mef: 10_067, annuaire: 154_000, insersup: 1_036_781 });
  });

  test.each([4, 20])('1/%d of the country has that part of its schools, diplomas and courses', (whole) => {
    const part = echelleNationale(1 / whole);
    const sizes = (echelle: Echelle): number[] => [
      schoolsOf(echelle, 0),
      schoolsOf(echelle, 2),
      echelle.diplomes.length,
      echelle.lignees.length,
      echelle.diplomesSise.length,
      Object.values(echelle.coursParType ?? {}).reduce((sum, count) => sum + count, 0),
    ];
    for (const [rank, size] of sizes(part).entries()) {
      expect((size * whole) / (sizes(national)[rank] ?? 0)).toBeCloseTo(1, 1);
    }
    expect(Object.keys(part.ecoles).sort()).toEqual(Object.keys(national.ecoles).sort());
  });

  test('codes of diplomas and of their years are given once, those that do not exist by a letter that tells them', () => {
    const real = new Set(DIPLOMES.map(({ cfd }) => cfd));
    const codes = national.diplomes.map(({ cfd }) => cfd);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.filter((cfd) => !real.has(cfd) && !/^[0-9A-Z]{6}[FGHJK][0-9A-Z]$/.test(cfd))).toEqual([]);
    const mefs = national.diplomes.flatMap(mefsOf).map(({ mef }) => mef);
    expect(new Set(mefs).size).toBe(mefs.length);
    expect(new Set(national.diplomesSise.map(({ sise }) => sise)).size).toBe(national.diplomesSise.length);
  });

  test('every successor is a diploma of the country', () => {
    const known = new Set(national.diplomes.map(({ cfd }) => cfd));
    const missing = national.diplomes.flatMap(({ nouveaux }) => nouveaux.filter((cfd) => !known.has(cfd)));
    expect(missing).toEqual([]);
  });
});

describe('a quarter of the country', () => {
  const echelle = echelleNationale(1 / 4);
  const modele = buildModele(1, echelle);

  test('schools have valid identifiers and names, none twice, and stand by their town', () => {
    const schools = modele.etablissements;
    expect(schools.filter(({ uai }) => !isUai(uai) || Number(uai.slice(3, 7)) < 9000)).toEqual([]);
    expect(new Set(schools.map(({ uai }) => uai)).size).toBe(schools.length);
    expect(new Set(schools.map(({ nom }) => nom)).size).toBe(schools.length);
  });

  test('formation fine has a quarter of the rows of FACTS, type by type', () => {
    const { lignes } = echelle.formationFine;
    expect(lignes?.['BAC PRO']).toBe(Math.round(58_264 / 4));
    expect(countBy(formationFineLines(modele), 4)).toEqual(lignes);
  });

  test('each cumul has a quarter of the CFA of FACTS, and the identifier that is misspelt on purpose', () => {
    expect(Object.values(countBy(cfaLines(modele), 0)).reverse()).toEqual([213, 281, 442, 572, 632 + 1, 690]);
  });

  test('InserSup has about as many breakdowns of each promotion, of schools and of France', () => {
    const rows = [...volumeLines(buildModele(1, echelleNationale(1 / 50)), 20_736)];
    expect(rows).toHaveLength(20_737);
    const header = rows[0]?.split(';') ?? [];
    const at = ['etablissement', 'diplome', 'promo'].map((name) => header.indexOf(name));
    const counts = new Map<string, number>();
    for (const row of rows.slice(1)) {
      const cells = row.split(';');
      const key = at.map((rank) => cells[rank]).join('|');
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    const sorted = [...counts.values()].sort((left, right) => left - right);
    const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
    expect(median).toBeGreaterThan(5);
    expect(sorted.filter((count) => count <= 3 * median).length / sorted.length).toBeGreaterThan(0.95);
  });
});
