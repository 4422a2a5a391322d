import { beforeAll, describe, expect, test } from 'vitest';

import { REGIONS, REGIONS_HORS_INSERJEUNES } from '../../../src/domain/regions.ts';
import { CFD_INCONNU, MEFSTAT11_INCONNU, UAI_HORS_ANNUAIRE, uaisMalEcrits } from '../../../src/generator/anomalies.ts';
import { type Fiche, modele, readApi, useFolder } from './raw-folder.ts';

useFolder();

describe('InserJeunes measures', () => {
  let nationales: Fiche[] = [];
  let regionales: Fiche[] = [];
  let etablissements: Fiche[] = [];
  let toutes: Fiche[] = [];
  const wrong = new Set(uaisMalEcrits(modele));
  const isIntended = ({ lieu, code }: Fiche): boolean =>
    wrong.has(lieu) || lieu === UAI_HORS_ANNUAIRE || [CFD_INCONNU, MEFSTAT11_INCONNU].includes(code);

  beforeAll(() => {
    nationales = readApi('inserjeunes-national.csv', null);
    regionales = readApi('inserjeunes-regional.csv', 'code_region_academique');
    etablissements = readApi('inserjeunes-etablissement.csv', 'uai');
    toutes = [...nationales, ...regionales, ...etablissements];
  });

  test('there are five millésimes of each level', () => {
    const pairs = ['2019_2020', '2020_2021', '2021_2022', '2022_2023', '2023_2024'];
    expect([...new Set(nationales.map(({ millesime }) => millesime))]).toEqual([
      '2020',
      '2021',
      '2022',
      '2023',
      '2024',
    ]);
    expect([...new Set(regionales.map(({ millesime }) => millesime))].sort()).toEqual(pairs);
    expect([...new Set(etablissements.map(({ millesime }) => millesime))].sort()).toEqual(pairs);
  });

  test('at least 150 diplomas have figures', () => {
    const suffixes = new Map(modele.diplomes.map((diplome) => [diplome.mefstat11, diplome.cfd]));
    const cfds = new Set(nationales.map(({ code }) => (code.length === 8 ? code : suffixes.get(code))));
    expect(cfds.size).toBeGreaterThanOrEqual(150);
  });

  test('17 regions have figures, Mayotte has none', () => {
    const covered = REGIONS.filter(({ code }) => !REGIONS_HORS_INSERJEUNES.includes(code));
    const expected = covered.map((region) => region.code_region_academique).sort();
    expect([...new Set(regionales.map(({ lieu }) => lieu))].sort()).toEqual(expected);
  });

  test('leavers and those who continue add up to the cohort', () => {
    const given = toutes.filter(({ mesures }) => mesures.has('nb_sortant'));
    expect(given.length).toBeGreaterThan(1000);
    expect(given.length).toBeLessThan(toutes.length);
    const faulty = given.filter(
      ({ mesures: m }) => (m.get('nb_sortant') ?? 0) + (m.get('nb_poursuite_etudes') ?? 0) !== m.get('nb_annee_term'),
    );
    expect(faulty).toEqual([]);
  });

  test('there are never more people in employment than leavers', () => {
    for (const { mesures: m } of toutes.filter(({ mesures }) => mesures.has('nb_annee_term'))) {
      const leavers = (m.get('nb_annee_term') ?? 0) - (m.get('nb_poursuite_etudes') ?? 0);
      for (const mois of [6, 12, 18, 24]) {
        expect(m.get(`nb_en_emploi_${mois}_mois`) ?? 0).toBeLessThanOrEqual(leavers);
      }
    }
  });

  test('the three shares add up to 100 and round the counts', () => {
    const shown = toutes.filter(({ mesures }) => mesures.has('DEVENIR_part_poursuite_etudes'));
    expect(shown.length).toBeGreaterThan(1000);
    for (const { mesures: m } of shown) {
      const emploi = m.get('DEVENIR_part_en_emploi_6_mois') ?? NaN;
      const autre = m.get('DEVENIR_part_autre_situation_6_mois') ?? NaN;
      expect((m.get('DEVENIR_part_poursuite_etudes') ?? NaN) + emploi + autre).toBe(100);
      const exact = ((m.get('nb_en_emploi_6_mois') ?? 0) / (m.get('nb_annee_term') ?? NaN)) * 100;
      expect(Math.abs(emploi - exact)).toBeLessThan(1);
    }
  });

  test('the shares are missing from the first millésimes and from some later records', () => {
    const has = ({ mesures }: Fiche): boolean => mesures.has('DEVENIR_part_poursuite_etudes');
    expect(regionales.filter(({ millesime }) => millesime === '2019_2020').some(has)).toBe(false);
    const last = regionales.filter(({ millesime }) => millesime === '2023_2024');
    expect(last.filter(has).length).toBeGreaterThan(last.length / 2);
    expect(last.filter(has).length).toBeLessThan(last.length);
  });

  test('18 and 24 months are known until 2022 only, 12 months always', () => {
    const late = toutes.filter(({ mesures }) => mesures.has('nb_en_emploi_24_mois')).map(({ millesime }) => millesime);
    expect(Math.max(...late.map((millesime) => Number(millesime.slice(-4))))).toBe(2022);
    expect(
      regionales.some(({ millesime, mesures }) => millesime === '2023_2024' && mesures.has('nb_en_emploi_12_mois')),
    ).toBe(true);
  });

  test('more people are in employment at 12 months than at 6, overall and in most records', () => {
    const both = regionales.filter(({ mesures }) => mesures.has('nb_en_emploi_12_mois'));
    const of = (mois: number): number =>
      both.reduce((sum, { mesures }) => sum + (mesures.get(`nb_en_emploi_${mois}_mois`) ?? 0), 0);
    expect(of(12)).toBeGreaterThan(of(6));
    const up = both.filter(
      ({ mesures: m }) => (m.get('nb_en_emploi_12_mois') ?? 0) >= (m.get('nb_en_emploi_6_mois') ?? 0),
    );
    expect(up.length / both.length).toBeGreaterThan(0.8);
  });

  test('a region has at least the pupils of its schools', () => {
    const academic = new Map(REGIONS.map((region) => [region.code, region.code_region_academique]));
    const regionOf = new Map(modele.etablissements.map(({ uai, region }) => [uai, academic.get(region)]));
    const cle = (lieu: string | undefined, { millesime, voie, code }: Fiche): string =>
      [lieu, millesime, voie, code].join('|');
    const totals = new Map<string, number>();
    for (const fiche of etablissements.filter((item) => !isIntended(item) && item.voie !== 'voie_pro_sco_agri')) {
      const place = cle(regionOf.get(fiche.lieu), fiche);
      totals.set(place, (totals.get(place) ?? 0) + (fiche.mesures.get('nb_annee_term') ?? 0));
    }
    const known = new Map(regionales.map((fiche) => [cle(fiche.lieu, fiche), fiche.mesures.get('nb_annee_term') ?? 0]));
    expect(totals.size).toBeGreaterThan(500);
    for (const [place, pupils] of totals) {
      if (pupils > 0) expect(known.get(place) ?? -1, place).toBeGreaterThanOrEqual(pupils);
    }
  });

  test('France has at least the pupils of its regions, over the same two years', () => {
    const national = new Map(
      nationales.map((f) => [`${f.millesime}|${f.voie}|${f.code}`, f.mesures.get('nb_annee_term') ?? 0]),
    );
    const totals = new Map<string, number>();
    for (const { millesime, voie, code, mesures } of regionales.filter(({ voie }) => voie !== 'voie_pro_sco_agri')) {
      if (millesime === '2019_2020') continue;
      const place = `${millesime}|${voie}|${code}`;
      totals.set(place, (totals.get(place) ?? 0) + (mesures.get('nb_annee_term') ?? 0));
    }
    for (const [place, pupils] of totals) {
      const [millesime = '', voie, code] = place.split('|');
      const years = millesime.split('_').map((year) => national.get(`${year}|${voie}|${code}`) ?? 0);
      expect(
        years.reduce((sum, count) => sum + count, 0),
        place,
      ).toBeGreaterThanOrEqual(pupils);
    }
  });
});
