import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import Papa from 'papaparse';
import { beforeAll, describe, expect, test } from 'vitest';

import regionsJson from '../../data/reference/regions.json' with { type: 'json' };
import { NATURES_ELIGIBLES } from '../../src/domain/etablissement.ts';
import { build, listFiles, readJson, TODAY, type Build } from './build-folder.ts';
import { fichesOf, type Fiche } from './compare.ts';
import { continuumOf, type Copie } from './recompute-continuum.ts';
import { recomputeFiche, recomputeSum, type Counts } from './recompute.ts';

/** Real exports that lie beside the project on some machines; never copied into it. */
const RAW = join(import.meta.dirname, '../../../shared/data/real');
const present = existsSync(RAW);
if (!present) console.info('real exports absent (../shared/data/real): the build on real exports is not tested here');

/** File → rows, as SOURCES.md counts them, and those refused. */
const SOURCES: Record<string, readonly [lues: number, refusees?: Record<string, number>]> = {
  'certif_info.csv': [10_067],
  'depp-2022-etablissements-2018_2019-apprentissage.csv': [851],
  'depp-2022-etablissements-2018_2019-pro.csv': [4_569],
  'depp-2022-etablissements-2019_2020-apprentissage.csv': [1_041],
  'depp-2022-etablissements-2019_2020-pro.csv': [4_674],
  'depp-2022-etablissements-2021_2022-apprentissage.csv': [2_288],
  'depp-2022-etablissements-2021_2022-pro.csv': [5_325],
  'depp-2022-etablissements-2022_2023-pro.csv': [5_605],
  'fr-en-annuaire-education.extrait-35.csv': [996],
  'fr-en-inserjeunes-cfa.csv': [7_707],
  // 39 of the 60 real lines have a code: the others could not be told without doubt.
  'fr-en-inserjeunes-lycee_pro-formation-fine.extrait.csv': [60, { sans_code: 21 }],
  'inserjeunes-regional.csv': [181_704],
  'kit_apprentissage.csv': [5_707],
  'n_domaine_specialite.csv': [22],
  'n_formation_diplome.csv': [4_023],
  'n_groupe_formation.csv': [29],
  'n_groupe_specialite.csv': [115],
  'n_lien_formation_groupe.csv': [148],
  'n_mef.csv': [10_067],
  'n_niveau_formation_diplome.csv': [212],
  'n_type_diplome_sise.csv': [232],
  'v_formation_diplome.csv': [11_261],
};

/** Rows of a raw export as objects. BCN tables hold raw quotes: they are cut at each separator and nothing else. */
function rowsOf(file: string, encoding = 'utf-8', quotes = true): Record<string, string>[] {
  const text = new TextDecoder(encoding).decode(readFileSync(join(RAW, file)));
  if (quotes)
    return Papa.parse<Record<string, string>>(text, { header: true, delimiter: ';', skipEmptyLines: true }).data;
  const [header = '', ...lines] = text.split(/\r?\n/).filter((line) => line !== '');
  const names = header.split(';');
  return lines.map((line) => Object.fromEntries(line.split(';').map((cell, rank) => [names[rank] ?? '', cell.trim()])));
}

/** The DEPP tables leave some headers empty: their first column is the UAI (SOURCES § B). */
function firstColumn(file: string): string[] {
  const text = readFileSync(join(RAW, file), 'utf8');
  const [, ...rows] = Papa.parse<string[]>(text, { delimiter: ';', skipEmptyLines: true }).data;
  return rows.map(([uai = '']) => uai);
}

/** `millesime|region|filiere|code` → measures, from the raw regional export; the INSEE code of the region. */
function regionalRecords(): Map<string, Counts> {
  const insee = new Map(regionsJson.map((region) => [region.code_region_academique, region.code]));
  const records = new Map<string, Counts>();
  for (const row of rowsOf('inserjeunes-regional.csv')) {
    const filiere = row.filiere === 'voie_pro_sco_educ_nat' ? 'pro' : (row.filiere ?? '');
    const { id_formation_apprentissage: cfd = '', id_mefstat11: mef = '' } = row;
    const key = [row.millesime, insee.get(row.code_region_academique ?? ''), filiere, cfd === '' ? mef : cfd].join('|');
    const record = records.get(key) ?? {};
    record[row.id_mesure ?? ''] = Number(row.valeur_mesure);
    records.set(key, record);
  }
  return records;
}

const keyOf = (fiche: Fiche): string =>
  [fiche.millesime, fiche.region, fiche.filiere, fiche.code_certification].join('|');

/** Of `millesime|place|filiere|code` keys, those that the continuum adds, and where each takes its figures (RULES § 12). */
function expectedCopies(keys: Iterable<string>): Map<string, Copie> {
  const formations = rowsOf('n_formation_diplome.csv', 'windows-1252', false);
  const mefs = rowsOf('n_mef.csv', 'utf-8', false);
  const cfds = [...formations, ...rowsOf('v_formation_diplome.csv', 'utf-8', false)].map(
    (row) => row.FORMATION_DIPLOME ?? '',
  );
  const copiesOf = continuumOf({
    formations,
    mefs,
    connus: new Set([...cfds, ...mefs.map((row) => row.MEF_STAT_11 ?? '')]),
  });
  // A code without level shows nothing (RULES § 1).
  const niveaux = new Set(rowsOf('n_niveau_formation_diplome.csv').map((row) => row.NIVEAU_FORMATION_DIPLOME));
  const cfdOf = new Map(mefs.map((row) => [row.MEF_STAT_11 ?? '', row.FORMATION_DIPLOME ?? '']));
  const isShown = (code: string): boolean => {
    const cfd = cfdOf.get(code) ?? code;
    return /^[0-5]/.test(cfd) && niveaux.has(cfd.slice(0, 3));
  };
  const scopes = Map.groupBy(keys, (key) => key.slice(0, key.lastIndexOf('|')));
  return new Map(
    [...scopes].flatMap(([scope, members]) => {
      const codes = new Set(members.map((key) => key.slice(scope.length + 1)));
      return [...copiesOf(codes)]
        .filter(([code]) => isShown(code))
        .map(([code, copie]) => [`${scope}|${code}`, copie] as const);
    }),
  );
}

const isCopie = (fiche: Fiche): boolean => fiche.donnee_source !== undefined;

/** A record without what names its code: what a copy shares with its cohort. */
function figuresOf({ code_certification: _, duree_ans, donnee_source, ...figures }: Fiche): unknown {
  return figures;
}

const sorted = (values: Iterable<string>): string[] => [...new Set(values)].sort();

describe.skipIf(!present)('the real exports', () => {
  let result: Build;
  let files: Map<string, unknown>;
  let formations: { code: string; voies: unknown }[];
  let records: Map<string, Counts>;

  beforeAll(async () => {
    result = await build(RAW);
    const own = listFiles(result.outDir).filter(
      (path) => path.endsWith('.json') && !path.startsWith('api/inserjeunes/'),
    );
    files = new Map(own.map((path) => [path, readJson(result.outDir, path)]));
    formations = [...files].filter(([path]) => path.startsWith('formations/')).map(([, value]) => value as never);
    records = regionalRecords();
  });

  test('are read, kept and refused as SOURCES.md says', () => {
    const { sources, fichiers_ignores: ignores } = result.rapport;
    expect(ignores).toEqual([]);
    expect(
      Object.fromEntries(
        sources.map((lue) => [lue.fichier, [lue.lignes_lues, lue.lignes_gardees, lue.lignes_refusees]]),
      ),
    ).toEqual(
      Object.fromEntries(
        Object.entries(SOURCES).map(([fichier, [lues, refusees = {}]]) => [
          fichier,
          [lues, lues - Object.values(refusees).reduce((sum, rows) => sum + rows, 0), refusees],
        ]),
      ),
    );
  });

  test('every regional record of the export is a published record, and there is no other of its own', () => {
    expect(records.size).toBe(18_447);
    const published = formations.flatMap((formation) => [...fichesOf(formation.voies)]);
    const own = published.filter((fiche) => !isCopie(fiche));
    const regional = own.filter(({ maille }) => maille === 'regionale').map(keyOf);
    expect(sorted(regional)).toEqual(sorted(records.keys()));
    expect(regional).toHaveLength(records.size);
    const codes = (filiere: string): number =>
      sorted([...records.keys()].filter((key) => key.includes(`|${filiere}|`)).map((key) => key.split('|')[3] ?? ''))
        .length;
    expect([codes('apprentissage'), codes('pro')]).toEqual([802, 434]);
    expect(result.rapport.pages.regions).toBe(17);
  });

  test('the copies along the continuum are those of a walk over the nomenclature, and each equals its cohort', () => {
    const published = formations.flatMap((formation) => [...fichesOf(formation.voies)]);
    for (const maille of ['regionale', 'regions']) {
      const ofMaille = published.filter((fiche) => fiche.maille === maille);
      const own = new Map(ofMaille.filter((fiche) => !isCopie(fiche)).map((fiche) => [keyOf(fiche), fiche]));
      const copies = new Map(ofMaille.filter(isCopie).map((fiche) => [keyOf(fiche), fiche]));
      const expected = expectedCopies(own.keys());
      expect(expected.size).toBeGreaterThan(2_000);
      expect(sorted(copies.keys())).toEqual(sorted(expected.keys()));
      for (const [key, { type, code, cohorte }] of expected) {
        const copie = copies.get(key);
        expect(copie?.donnee_source, key).toEqual({ code_certification: code, type });
        const source = own.get(key.slice(0, key.lastIndexOf('|') + 1) + cohorte);
        expect(copie && figuresOf(copie), key).toEqual(source && figuresOf(source));
      }
    }
  });

  test('every open CFD of the nomenclature, every CFD with figures and the three BUT of RULES § 19 have their page, and no other', () => {
    const closing = new Map<string, string>();
    const isoDay = (day = ''): string => day.split('/').reverse().join('-');
    const tables = [
      rowsOf('v_formation_diplome.csv', 'utf-8', false),
      rowsOf('n_formation_diplome.csv', 'windows-1252', false),
    ];
    for (const { FORMATION_DIPLOME: cfd = '', DATE_FERMETURE: day } of tables.flat()) {
      closing.set(cfd, isoDay(day) || (closing.get(cfd) ?? ''));
    }
    const cfdOfMef = new Map(
      rowsOf('n_mef.csv', 'utf-8', false).map((row) => [row.MEF_STAT_11, row.FORMATION_DIPLOME ?? '']),
    );
    const fine = rowsOf('fr-en-inserjeunes-lycee_pro-formation-fine.extrait.csv')
      .filter((row) => row['Code formation mefstat11'] !== '')
      .map((row) => `cumul|${row.UAI ?? ''}|pro|${row['Code formation mefstat11'] ?? ''}`);
    const own = [...records.keys(), ...fine];
    const measured = [...own, ...expectedCopies(own).keys()].map((key) => key.split('|')[3] ?? '');
    const open = [...closing].filter(([, day]) => day === '' || day >= TODAY).map(([cfd]) => cfd);
    const fictifs = ['0000001', '0000002', '0000003'];
    const expected = sorted([...fictifs, ...open, ...measured.map((code) => cfdOfMef.get(code) ?? code)]);
    expect(sorted(formations.map(({ code }) => code))).toEqual(expected);
    expect(result.rapport.pages.formations).toBe(expected.length);
  });

  test('every school with figures, and every one of the directory that InserJeunes follows, has its page, and no other', () => {
    const uais = [
      ...Object.keys(SOURCES)
        .filter((file) => file.startsWith('depp-'))
        .flatMap((file) => firstColumn(file)),
      ...rowsOf('fr-en-inserjeunes-cfa.csv').map((row) => row.UAI ?? ''),
      ...rowsOf('fr-en-inserjeunes-lycee_pro-formation-fine.extrait.csv')
        .filter((row) => row['Code formation mefstat11'] !== '')
        .map((row) => row.UAI ?? ''),
      ...rowsOf('fr-en-annuaire-education.extrait-35.csv')
        .filter((row) => NATURES_ELIGIBLES.includes(row.code_nature ?? ''))
        .map((row) => row.Identifiant_de_l_etablissement ?? ''),
    ];
    const pages = [...files.keys()].filter((path) => path.startsWith('etablissements/'));
    expect(pages).toEqual(sorted(uais).map((uai) => `etablissements/${uai.toLowerCase()}.json`));
    expect(result.rapport.pages.etablissements).toBe(pages.length);
  });

  test('the spot values of issue 2 are there', () => {
    const bts = formations
      .flatMap((formation) => [...fichesOf(formation.voies)])
      .find((fiche) => keyOf(fiche) === '2019_2020|11|pro|32221022002');
    expect(bts).toMatchObject({
      nb_annee_term: 52,
      nb_en_emploi_12_mois: 12,
      taux_en_emploi_12_mois: 23,
      taux_emploi_12_mois: 57,
    });
    const cfa = [...fichesOf(files.get('etablissements/0631243j.json'))].find(
      ({ millesime }) => millesime === '2023_2024',
    );
    expect(cfa).toMatchObject({
      parts: { emploi: 37, formation: 42, autre: 21, calcul: 'source' },
      taux_emploi_6_mois: 64,
      taux_emploi_6_mois_attendu: 68,
      va_emploi_6_mois: -4,
    });
  });

  test('in every file shares add up to 100, nulls have a reason, and no share is shown under the threshold', () => {
    let seen = 0;
    for (const [path, value] of files) {
      for (const fiche of fichesOf(value)) {
        seen += 1;
        const { parts, absence, absences = {}, nb_annee_term: eleves } = fiche;
        if (parts === null) expect(absence, path).toBeTypeOf('string');
        else {
          expect(
            [parts.emploi, parts.formation, parts.autre].reduce<number>((sum, part) => sum + Number(part), 0),
            path,
          ).toBe(100);
          expect(eleves === undefined || Number(eleves) >= 20, path).toBe(true);
        }
        const nulls = Object.keys(fiche).filter((key) => key !== 'parts' && fiche[key] === null);
        expect(
          nulls.filter((key) => absence === undefined && !(key in (absences as object))),
          path,
        ).toEqual([]);
      }
    }
    expect(seen).toBeGreaterThan(50_000);
  });

  test('300 regional records, recomputed from the raw lines by plain JavaScript, are those published', () => {
    const published = new Map(
      formations.flatMap((formation) => [...fichesOf(formation.voies)].map((fiche) => [keyOf(fiche), fiche] as const)),
    );
    const keys = sorted(records.keys());
    const sample = Array.from({ length: 300 }, (_, rank) => keys[Math.floor((rank * keys.length) / 300)] ?? '');
    for (const key of sample) expect(published.get(key), key).toMatchObject(recomputeFiche(records.get(key) ?? {}));
    for (const key of sample) {
      const figures = Object.keys(published.get(key) ?? {}).filter((name) =>
        /^(nb_|taux_|va_|salaire_|parts|absence)/.test(name),
      );
      expect(figures.sort(), key).toEqual(Object.keys(recomputeFiche(records.get(key) ?? {})).sort());
    }
  });

  test('every sum of regions is the sum of the records published beside it', () => {
    const sums = formations
      .flatMap((formation) => [...fichesOf(formation.voies)])
      .filter((fiche) => fiche.maille === 'regions' && !isCopie(fiche));
    const groups = Map.groupBy(records, ([key]) => key.replace(/\|[^|]*\|/, '||'));
    const expected = [...groups].flatMap(([key, group]) => {
      const sum = recomputeSum(group.map(([, measures]) => measures));
      return sum === undefined ? [] : [[key, sum] as const];
    });
    expect(sorted(sums.map(keyOf))).toEqual(sorted(expected.map(([key]) => key)));
    const published = new Map(sums.map((fiche) => [keyOf(fiche), fiche]));
    for (const [key, sum] of expected) expect(published.get(key), key).toMatchObject(sum);
  });
});
