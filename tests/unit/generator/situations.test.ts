import { beforeAll, describe, expect, test } from 'vitest';

import { isUai } from '../../../src/domain/uai.ts';
import { CFD_INCONNU, MEFSTAT11_INCONNU, UAI_HORS_ANNUAIRE, uaisMalEcrits } from '../../../src/generator/anomalies.ts';
import { type Fiche, modele, number, read, readApi, readBcn, useFolder } from './raw-folder.ts';

useFolder();

describe('situations of the demonstration', () => {
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

  test('small cohorts keep their raw counts, so that hiding them is the work of the build', () => {
    const small = etablissements.filter(({ mesures }) => (mesures.get('nb_annee_term') ?? 99) < 20);
    expect(small.length).toBeGreaterThan(500);
    expect(small.some(({ mesures }) => mesures.has('DEVENIR_part_poursuite_etudes'))).toBe(true);
  });

  test('zero is there as a figure: nobody in employment, or everybody in further study without any count', () => {
    expect(etablissements.some(({ mesures }) => mesures.get('nb_en_emploi_6_mois') === 0)).toBe(true);
    const allContinue = etablissements.filter(
      ({ mesures: m }) => m.has('nb_annee_term') && m.get('nb_annee_term') === m.get('nb_poursuite_etudes'),
    );
    expect(allContinue.some(({ mesures }) => (mesures.get('nb_annee_term') ?? 0) >= 20)).toBe(true);
    expect(allContinue.filter(({ mesures }) => mesures.has('nb_en_emploi_6_mois'))).toEqual([]);
  });

  test('salaries are national, in ascending quartiles', () => {
    const paid = nationales.filter(({ mesures }) => mesures.has('salaire_TS_Q2_12_mois'));
    expect(paid.length).toBeGreaterThan(200);
    for (const { mesures: m } of paid) {
      const quartiles = [1, 2, 3].map((rank) => m.get(`salaire_TS_Q${rank}_12_mois`) ?? NaN);
      expect(quartiles).toEqual([...quartiles].sort((left, right) => left - right));
    }
    expect([...regionales, ...etablissements].filter(({ mesures }) => mesures.has('salaire_TS_Q2_12_mois'))).toEqual(
      [],
    );
  });

  test('broken contracts are those of apprentices', () => {
    const broken = toutes.filter(({ mesures }) => mesures.has('taux_rupture_contrats'));
    expect(broken.length).toBeGreaterThan(100);
    expect(new Set(broken.map(({ voie }) => voie))).toEqual(new Set(['apprentissage']));
  });

  test('the agricultural track is at the level of schools', () => {
    expect(etablissements.some(({ voie }) => voie === 'voie_pro_sco_agri')).toBe(true);
    expect(nationales.some(({ voie }) => voie === 'voie_pro_sco_agri')).toBe(false);
  });

  test('a renewed diploma has figures until its last session, its successor after', () => {
    const years = (code: string): string[] =>
      nationales.filter((f) => f.code === code).map(({ millesime }) => millesime);
    expect(new Set(years('40031202'))).toEqual(new Set(['2020', '2021']));
    expect(new Set(years('40031213'))).toEqual(new Set(['2022', '2023', '2024']));
    expect(years('50022146')).toEqual([]);
  });

  test('one CFD has figures under two terminal MEFSTAT11', () => {
    const twins = etablissements.filter(({ code }) => code.startsWith('2311'));
    const twoYears = new Set(etablissements.map(({ lieu, code, millesime }) => `${lieu}|${millesime}|${code}`));
    expect(twins.some(({ lieu, code, millesime }) => twoYears.has(`${lieu}|${millesime}|2322${code.slice(4)}`))).toBe(
      true,
    );
  });

  test('the rows to be refused are few and all declared', () => {
    const codes = new Set([
      ...readBcn('v_formation_diplome.csv').map((row) => row.FORMATION_DIPLOME),
      ...readBcn('n_formation_diplome_enquete_51.csv').map((row) => row.FORMATION_DIPLOME),
      ...readBcn('n_mef.csv').map((row) => row.MEF_STAT_11),
    ]);
    const uais = new Set(modele.etablissements.map(({ uai }) => uai));
    const faulty = toutes.filter(
      ({ lieu, code }) => !codes.has(code) || (/^\d{7}[A-Z]$/.test(lieu) && (!isUai(lieu) || !uais.has(lieu))),
    );
    expect(faulty.filter((fiche) => !isIntended(fiche))).toEqual([]);
    expect(faulty).toHaveLength(5);
    expect(faulty.filter(({ lieu }) => lieu !== 'france' && !isUai(lieu))).toHaveLength(2);
  });

  test('the open data agree with the API, but for the few disagreements made on purpose', () => {
    const byCle = new Map(etablissements.map((f) => [`${f.millesime}|${f.lieu}|${f.code}`, f.mesures]));
    const compared = read('fr-en-inserjeunes-lycee_pro-formation-fine.csv').flatMap((row) => {
      const millesime = (row['Année'] ?? '').replace('cumul ', '').replace('-', '_');
      const api = byCle
        .get(`${millesime}|${row.UAI}|${row['Code formation mefstat11']}`)
        ?.get('DEVENIR_part_en_emploi_6_mois');
      const open = number(row['DEVENIR Part en emploi 6 mois']);
      return api === undefined || open === null ? [] : [api === open];
    });
    const disagreements = compared.filter((agrees) => !agrees).length;
    expect(compared.length).toBeGreaterThan(100);
    expect(disagreements).toBeGreaterThan(0);
    expect(disagreements).toBeLessThanOrEqual(20);
  });
});
