import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import Papa from 'papaparse';
import { afterAll, expect, test } from 'vitest';

import { SOURCES_API, SOURCES_OUVERTES } from '../../src/fetch/sources.ts';
import { runDataStep } from '../../src/publish/data-step.ts';
import { bring } from '../unit/fetch/bring.ts';
import { IDENTIFIANTS, Imitation } from '../unit/fetch/imitation.ts';

const demo = join(import.meta.dirname, '../../data/demo');
const work = mkdtempSync(join(tmpdir(), 'fetch-'));
const raw = join(work, 'raw');
const imitation = await new Imitation().listen();
afterAll(async () => {
  await imitation.close();
  rmSync(work, { recursive: true, force: true });
});

type Row = Record<string, string>;
const rowsOf = (name: string): Row[] =>
  Papa.parse<Row>(readFileSync(join(demo, name), 'utf8'), { header: true, delimiter: ';', skipEmptyLines: true }).data;
const hasCode = (row: Row): boolean => row.id_formation_apprentissage !== '' || row.id_mefstat11 !== '';

/** A page of the API that answers with some rows; national and school ones do not say their track (FORMATS § 3). */
function serve(chemin: string, rows: readonly Row[], says: boolean): void {
  imitation.pages.set(chemin, {
    metadata: {},
    data: rows.map(({ id_mesure, valeur_mesure, filiere, id_formation_apprentissage, id_mefstat11 }) => ({
      ...{ id_mesure, valeur_mesure },
      ...(says && filiere !== '' ? { filiere } : {}),
      dimensions: [id_formation_apprentissage === '' ? { id_mefstat11 } : { id_formation_apprentissage }],
    })),
  });
}

function serveDemo(): void {
  for (const { jeu, fichier } of SOURCES_OUVERTES) imitation.files.set(jeu, readFileSync(join(demo, fichier)));
  const grouped = (name: string, key: (row: Row) => string, says: boolean): void => {
    const groups = Map.groupBy(rowsOf(`inserjeunes-${name}.csv`).filter(hasCode), key);
    for (const [chemin, rows] of groups) serve(chemin, rows, says);
  };
  grouped('national', (row) => `/france/millesime/${row.millesime ?? ''}/filiere/${row.filiere ?? ''}`, false);
  grouped('regional', (row) => `/region/${row.code_region_academique ?? ''}/millesime/${row.millesime ?? ''}`, true);
  grouped('etablissement', (row) => `/UAI/${row.uai ?? ''}/millesime/${row.millesime ?? ''}`, true);
}

test('what the two portals and the API give builds, with the files put by hand', async () => {
  serveDemo();
  const { failed, text } = await bring(imitation, raw, { identifiants: IDENTIFIANTS });
  expect([failed, text]).toEqual([false, expect.stringContaining('nouveau')]);
  for (const { fichier } of SOURCES_OUVERTES)
    expect(readFileSync(join(raw, fichier)).equals(readFileSync(join(demo, fichier)))).toBe(true);
  const fetched = [...SOURCES_OUVERTES, ...SOURCES_API].map(({ fichier }) => fichier);
  expect(readdirSync(raw).sort()).toEqual(['.sources.lock.json', ...fetched].sort());
  const national = readFileSync(join(raw, 'inserjeunes-national.csv'), 'utf8').trimEnd().split('\n');
  const original = readFileSync(join(demo, 'inserjeunes-national.csv'), 'utf8').trimEnd().split('\n');
  const ofAPage = original.filter((line) => /^\d{4};(apprentissage|voie_pro_sco_educ_nat);[^;]*;[^;]*;/.test(line));
  expect(national.slice(1).sort()).toEqual(ofAPage.filter((line) => !/^\d{4};\w+;;;/.test(line)).sort());

  for (const name of readdirSync(demo))
    if (!existsSync(join(raw, name))) copyFileSync(join(demo, name), join(raw, name));
  const logged: string[] = [];
  const { rapport } = await runDataStep({
    ...{ rawDir: raw, outDir: join(work, 'out'), today: '2026-11-24' },
    log: (line) => logged.push(line),
  });
  expect(rapport.donnees_fictives).toBe(true);
  expect(rapport.sources.map(({ fichier }) => fichier)).toEqual(expect.arrayContaining(fetched));
  expect(rapport.fichiers_ignores).toEqual([]);
});
