import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll } from 'vitest';

import { generate } from '../../../src/generator/generate.ts';
import { buildModele } from '../../../src/generator/modele.ts';

/** The seed of the committed folder. */
export const SEED = 1;
export const modele = buildModele(SEED);
/** Scratch place of one test file; the folder under test is `folder`. */
export const root = mkdtempSync(join(tmpdir(), 'demonstration-'));
export const folder = join(root, 'un');

/** Writes the folder before the tests of a file and removes it after. */
export function useFolder(): void {
  beforeAll(() => {
    generate({ out: folder, seed: SEED });
  });
  afterAll(() => rmSync(root, { recursive: true }));
}

export type Row = Record<string, string>;
type Encoding = 'utf-8' | 'iso-8859-1' | 'windows-1252';

/** One file by header and row. */
export function read(name: string, encoding: Encoding = 'utf-8', options = {}): Row[] {
  const text = new TextDecoder(encoding).decode(readFileSync(join(folder, name)));
  return Papa.parse<Row>(text, { header: true, delimiter: ';', skipEmptyLines: true, ...options }).data;
}

/** BCN tables: a quote is a character like another. */
export const readBcn = (name: string, encoding: Encoding = 'utf-8'): Row[] =>
  read(name, encoding, { quoteChar: '\u0001' });

/** Empty cell → null. */
export const number = (cell: string | undefined): number | null =>
  cell === undefined || cell === '' ? null : Number(cell);

export interface Fiche {
  millesime: string;
  lieu: string;
  voie: string;
  code: string;
  mesures: Map<string, number>;
}

/** Measures of the API put together again, one record a place, track, code and millésime. */
export function readApi(name: string, place: string | null): Fiche[] {
  const fiches = new Map<string, Fiche>();
  for (const row of read(name)) {
    const code = (row.id_formation_apprentissage ?? '') + (row.id_mefstat11 ?? '');
    if (code === '') continue;
    const inferred = row.id_mefstat11 === '' ? 'apprentissage' : 'voie_pro_sco_educ_nat';
    const voie = row.filiere === '' ? inferred : (row.filiere ?? '');
    const lieu = place === null ? 'france' : (row[place] ?? '');
    const millesime = row.millesime ?? '';
    const cle = [millesime, lieu, voie, code].join('|');
    const fiche = fiches.get(cle) ?? { millesime, lieu, voie, code, mesures: new Map<string, number>() };
    fiches.set(cle, fiche);
    fiche.mesures.set(row.id_mesure ?? '', Number(row.valeur_mesure));
  }
  return [...fiches.values()];
}
