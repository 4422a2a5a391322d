import { describe, expect, test } from 'vitest';

import { findRegionByDepartement } from '../../../src/domain/regions.ts';
import { isUai } from '../../../src/domain/uai.ts';
import { modele, read, useFolder } from './raw-folder.ts';

useFolder();

describe('schools', () => {
  const schools = modele.etablissements;

  test('there are 300 of them, each with its own identifier and name', () => {
    expect(schools).toHaveLength(300);
    expect(new Set(schools.map(({ uai }) => uai)).size).toBe(300);
    expect(new Set(schools.map(({ nom }) => nom)).size).toBe(300);
  });

  test('they are in 18 regions, Mayotte included, in a département of the region', () => {
    expect(new Set(schools.map(({ region }) => region)).size).toBe(18);
    for (const { ville, region } of schools) expect(findRegionByDepartement(ville.departement)?.code).toBe(region);
  });

  test('their identifiers are valid and beyond those that exist', () => {
    expect(schools.filter(({ uai }) => !isUai(uai))).toEqual([]);
    expect(schools.filter(({ uai }) => Number(uai.slice(3, 7)) < 9000)).toEqual([]);
  });

  test('they stand within a few kilometres of their town', () => {
    const far = schools.filter(
      ({ ville, latitude, longitude }) =>
        Math.abs(latitude - ville.lat) > 0.05 || Math.abs(longitude - ville.lon) > 0.05,
    );
    expect(far).toEqual([]);
  });

  test('the directory has 62 columns and all of them, with academy and département', () => {
    const rows = read('acce_etablissements.csv', 'iso-8859-1');
    expect(Object.keys(rows[0] ?? {})).toHaveLength(62);
    const byUai = new Map(rows.map((row) => [row.numero_uai, row]));
    for (const { uai, nom, ville } of schools) {
      expect(byUai.get(uai)).toMatchObject({
        appellation_officielle: nom,
        academie: ville.academie,
        pays_libe: 'France',
      });
    }
  });

  test('one school is on two lines of the public directory', () => {
    const uais = read('fr-en-annuaire-education.csv').map((row) => row.Identifiant_de_l_etablissement);
    expect(uais.length - new Set(uais).size).toBe(1);
  });
});
