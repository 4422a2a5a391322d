import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

import Papa from 'papaparse';
import { beforeAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';

import {
  ligneDeCodeSchema,
  ligneDeFormationSchema,
  ligneDeFranceSchema,
  ligneDeRegionSchema,
  ligneDEtablissementSchema,
  sommaireDuCatalogueSchema,
} from '../../src/domain/catalogue/schema.ts';
import { etablissementSchema } from '../../src/domain/etablissement.ts';
import { formationSchema, type Formation } from '../../src/domain/formation.ts';
import { resolutionSchema, type PageTrouvee } from '../../src/domain/ressources.ts';
import { selectDerniere, selectFrance, selectRegion } from '../../src/domain/selection.ts';
import { build, listFiles, readJson, type Build } from './build-folder.ts';

const DEMO = join(import.meta.dirname, '../../data/demo');
const RACINE = 'api/catalogue';

/** The files that a whole catalogue is joined with: they say what the files of each code and each page say. */
describe('the files of a catalogue', () => {
  let demo: Build;
  let files: string[];
  beforeAll(async () => {
    demo = await build(DEMO);
    files = listFiles(demo.outDir);
  });

  function read<T>(path: string, schema: z.ZodType<T>): T[] {
    const text = readFileSync(join(demo.outDir, RACINE, path), 'utf8');
    const { data, errors } = Papa.parse(text, { header: true, delimiter: ';', skipEmptyLines: true });
    expect(errors, path).toEqual([]);
    return data.map((line) => schema.parse(line));
  }
  const below = (folder: string): string[] =>
    files.filter((file) => file.startsWith(`${RACINE}/${folder}/`)).map((file) => file.slice(RACINE.length + 1));
  const formations = (): Formation[] =>
    files
      .filter((file) => /^formations\/.*\.json$/.test(file))
      .map((file) => formationSchema.parse(readJson(demo.outDir, file)));

  test('the summary lists every file with its size, and says that a demonstration is fictional', () => {
    const { fichiers, donnees_fictives } = sommaireDuCatalogueSchema.parse(
      readJson(demo.outDir, `${RACINE}/index.json`),
    );
    expect(donnees_fictives).toBe(true);
    const written = files.filter((file) => file.startsWith(`${RACINE}/`) && file.endsWith('.csv'));
    expect(written.length).toBeGreaterThan(30);
    expect(fichiers).toEqual(
      Object.fromEntries(
        written.map((file) => [file.slice(RACINE.length + 1), statSync(join(demo.outDir, file)).size]),
      ),
    );
  });

  test('every line is marked as fictional', () => {
    const unmarked = files
      .filter((file) => file.startsWith(`${RACINE}/`) && file.endsWith('.csv'))
      .filter((file) => {
        const [header = '', ...lines] = readFileSync(join(demo.outDir, file), 'utf8').trimEnd().split('\n');
        return !header.endsWith(';donnees_fictives') || !lines.every((line) => line.endsWith(';true'));
      });
    expect(unmarked).toEqual([]);
  });

  test('each code leads to the same page as its own file', () => {
    const codes = new Map(
      below('codes').flatMap((path) =>
        read(path, ligneDeCodeSchema).map((line) => [line.code, { path, line }] as const),
      ),
    );
    const list = (pages: readonly PageTrouvee[] = []): string => pages.map(({ code }) => code).join('|');
    const resolutions = files
      .filter((file) => file.startsWith('api/resoudre/'))
      .map((file) => resolutionSchema.parse(readJson(demo.outDir, file)))
      .filter(({ type }) => type !== 'uai');
    expect(codes.size).toBe(resolutions.length);
    for (const { code, type, chemin, page, candidats, annee_terminale, absence } of resolutions) {
      expect(codes.get(code)?.path).toBe(`codes/${type}.csv`);
      expect(codes.get(code)?.line).toMatchObject({
        chemin: chemin ?? '',
        page: page?.code ?? '',
        candidats: list(candidats),
        annee_terminale: (annee_terminale ?? []).join('|'),
        absence: absence ?? '',
      });
    }
  });

  test('each formation is there with its page, and the records are those that its page shows', () => {
    const france = Map.groupBy(read('france.csv', ligneDeFranceSchema), (line) => line.code_formation);
    const regions = Map.groupBy(
      below('regions').flatMap((path) => read(path, ligneDeRegionSchema)),
      (line) => line.code_formation,
    );
    const listed = new Map(read('formations.csv', ligneDeFormationSchema).map((line) => [line.code_formation, line]));
    const pages = formations();
    expect(listed.size).toBe(pages.length);
    for (const { code, slug, titre, absence, voies } of pages) {
      expect(listed.get(code)).toMatchObject({ slug, titre, absence: absence ?? '' });
      const shown = voies.flatMap((voie) => selectFrance(voie) ?? []);
      expect(
        (france.get(code) ?? []).map((line) => [
          line.code_certification,
          line.millesime,
          line.maille,
          line.part_emploi_6_mois,
        ]),
      ).toEqual(
        shown.map((fiche) => [
          fiche.code_certification,
          fiche.millesime,
          fiche.maille,
          String(fiche.parts?.emploi ?? ''),
        ]),
      );
      for (const line of regions.get(code) ?? []) {
        const voie = voies.find(
          ({ filiere, code_certification }) =>
            filiere === line.filiere && code_certification === line.code_certification,
        );
        const fiche = voie && selectRegion(voie, line.region);
        expect([fiche?.millesime, String(fiche?.parts?.formation ?? ''), String(fiche?.nb_annee_term ?? '')]).toEqual([
          line.millesime,
          line.part_formation,
          line.nb_annee_term,
        ]);
      }
    }
  });

  test('each school stands in the file of the first three digits of its code, with its courses', () => {
    const schools = files.filter((file) => /^etablissements\/.*\.json$/.test(file));
    const lines = below('etablissements').flatMap((path) =>
      read(path, ligneDEtablissementSchema).map((line) => ({ path, ...line })),
    );
    expect(lines.filter(({ path, uai }) => path !== `etablissements/${uai.slice(0, 3)}.csv`)).toEqual([]);
    const byUai = Map.groupBy(lines, ({ uai }) => uai);
    expect(byUai.size).toBe(schools.length);
    for (const file of schools) {
      const ecole = etablissementSchema.parse(readJson(demo.outDir, file));
      const [first, ...courses] = byUai.get(ecole.uai) ?? [];
      expect(first).toMatchObject({ nom: ecole.nom, region: ecole.region?.code ?? '', code_formation: '' });
      const expected = ecole.formations.flatMap(({ code, fiches }) => {
        const voies = Map.groupBy(fiches, (fiche) => `${fiche.filiere} ${fiche.code_certification}`);
        return [...voies.values()].map((group) => {
          const fiche = selectDerniere(group);
          return [
            code,
            fiche?.code_certification,
            fiche?.millesime,
            String(fiche?.parts?.autre ?? ''),
            fiche?.absence ?? '',
          ];
        });
      });
      const ailleurs = (ecole.formations_sans_chiffre ?? []).map(({ code, absence }) => [code, '', '', '', absence]);
      expect(
        courses
          .map((line) => [
            line.code_formation,
            line.code_certification,
            line.millesime,
            line.part_autre_6_mois,
            line.absence,
          ])
          .sort(),
      ).toEqual([...expected, ...ailleurs].sort());
    }
  });
});
