import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { fluxJsonSchema } from '../../src/domain/flux.ts';
import { pageDeTextePublieeSchema } from '../../src/domain/textes/page-de-texte.ts';
import { lignesACopier } from '../../src/domain/textes/rapprocher.ts';
import { segmenter } from '../../src/domain/textes/typographie.ts';
import { Database } from '../../src/pipeline/database.ts';
import { datapackageSchema } from '../../src/domain/telechargements/datapackage.ts';
import { catalogueDcatSchema } from '../../src/pipeline/outputs/ressources/dcat.ts';
import { textsOfPage } from '../unit/domain/textes/textes-lus.ts';
import { build, CASES_DIR, NOMENCLATURES_DIR, readJson, temporaryFolder, type Build } from './build-folder.ts';

/** What a reuser meets first: standard descriptions, feeds, and how to join another catalogue, on a few hand-made lines. */
describe('reuse without asking', () => {
  let built: Build;
  let db: Database;
  beforeAll(async () => {
    const rawDir = temporaryFolder();
    cpSync(NOMENCLATURES_DIR, rawDir, { recursive: true });
    cpSync(join(CASES_DIR, 'api-et-donnees-ouvertes/raw'), rawDir, { recursive: true });
    built = await build(rawDir);
    db = await Database.open(temporaryFolder());
  });
  afterAll(() => db.close());

  test('the DCAT catalogue describes the files of the data package, with their sizes and fingerprints', () => {
    const catalogue = catalogueDcatSchema.parse(readJson(built.outDir, 'donnees/catalogue.jsonld'));
    const { resources } = datapackageSchema.parse(readJson(built.outDir, 'telechargements/datapackage.json'));
    const distributions = catalogue['dcat:dataset'].flatMap((dataset) => dataset['dcat:distribution']);
    expect(distributions.map((distribution) => distribution['dcat:downloadURL']['@id'])).toEqual(
      resources.map(({ path }) => `/telechargements/${path}`),
    );
    for (const distribution of distributions) {
      const content = readFileSync(join(built.outDir, distribution['dcat:downloadURL']['@id']));
      expect(distribution['dcat:byteSize']['@value']).toBe(String(content.length));
      expect(distribution['spdx:checksum']['spdx:checksumValue']['@value']).toBe(
        createHash('sha256').update(content).digest('hex'),
      );
    }
    const ids = new Set(catalogue['dcat:dataset'].map((dataset) => dataset['@id']));
    expect(ids.size).toBe(catalogue['dcat:dataset'].length);
    for (const dataset of catalogue['dcat:dataset']) {
      const whole = dataset['dct:isPartOf']?.['@id'];
      if (whole !== undefined) expect(ids).toContain(whole);
      const chiffres = /^(fiches|ensembles)-/.test(dataset['dct:identifier']);
      if (!chiffres || whole !== undefined) expect(dataset['dct:temporal'] !== undefined).toBe(chiffres);
    }
  });

  test('the feeds tell this edition, in both forms', () => {
    const { items } = fluxJsonSchema.parse(readJson(built.outDir, 'flux/editions.json'));
    const atom = readFileSync(join(built.outDir, 'flux/editions.atom'), 'utf8');
    expect(items.length).toBeGreaterThan(1);
    for (const { id } of items) expect(atom).toContain(`<id>${id}</id>`);
  });

  const page = () => pageDeTextePublieeSchema.parse(readJson(built.outDir, 'donnees/rapprocher.json'));

  test('the page about joining leads to files and pages that exist, with codes of this edition', () => {
    const liens = textsOfPage(page())
      .flatMap(segmenter)
      .flatMap((segment) => (segment.genre === 'lien' ? [segment.href] : []));
    expect(liens.filter((href) => /^\/(formations|etablissements)\//.test(href)).length).toBeGreaterThan(1);
    const fichiers = liens
      .filter((href) => href !== '/donnees/mon-catalogue/')
      .map((href) => href.replace(/\/$/, '.json'));
    expect(fichiers.filter((fichier) => !existsSync(join(built.outDir, fichier)))).toEqual([]);
  });

  /** A catalogue with a code of each kind that the page gives as an example, and one that nothing knows. */
  function catalogue(): { folder: string; codes: string[] } {
    const exemples = page().sections.find(({ id }) => id === 'exemples')?.blocs[0];
    if (exemples?.genre !== 'tableau') throw new Error('no example');
    const codes = exemples.lignes
      .filter(([, sorte]) => sorte?.startsWith('UAI') !== true)
      .map(([code = '']) => code.replaceAll('`', ''));
    const folder = temporaryFolder();
    writeFileSync(
      join(folder, 'mon-catalogue.csv'),
      ['code;nom', ...codes.map((code) => `${code};x`), '00000000;x\n'].join('\n'),
    );
    expect(codes.length).toBeGreaterThan(0);
    return { folder, codes };
  }

  test('the lines for DuckDB join each code to figures or to a reason', async () => {
    const { folder, codes } = catalogue();
    const sql = lignesACopier(built.outDir).sql.replace('mon-catalogue.csv', join(folder, 'mon-catalogue.csv'));
    const rows = await db.all<{ code: string; code_formation: string | null; part_emploi_6_mois: number | null }>(
      sql.replace(/;$/, ''),
    );
    expect(new Set(rows.map(({ code }) => code))).toEqual(new Set([...codes, '00000000']));
    expect(rows.filter(({ code_formation }) => code_formation === null).map(({ code }) => code)).toEqual(['00000000']);
  });

  test('the lines for Python find the page of each code', ({ skip }) => {
    const { folder, codes } = catalogue();
    const { python } = lignesACopier(`file://${built.outDir}`);
    let said: string;
    try {
      said = execFileSync('python3', ['-c', python], {
        cwd: folder,
        encoding: 'utf8',
        env: { ...process.env, PYTHONUTF8: '1' },
      });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') skip('python3 is not here');
      throw error;
    }
    const found = said
      .trim()
      .split('\n')
      .map((line) => line.split(' | ')[0]);
    expect(new Set(found)).toEqual(new Set(codes));
  });
});
