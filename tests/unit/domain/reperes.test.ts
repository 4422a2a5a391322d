import { describe, expect, test } from 'vitest';

import {
  compareMillesimes,
  comptageEmploiPublic,
  derniereAnnee,
  millesimeEnMots,
} from '../../../src/domain/millesime.ts';
import { dansLaRegion, findRegionByDepartement, getRegion, REGIONS } from '../../../src/domain/regions.ts';
import { niveauDeRubrique, typeDiplome, typeDiplomeSise } from '../../../src/domain/types-diplome.ts';
import { isUai, lettreDeControle } from '../../../src/domain/uai.ts';

describe('school identifiers', () => {
  test.each([
    ['0010856A', true],
    ['0010856B', false],
    ['0631243J', true],
    ['9740001H', true],
    ['9740001h', true],
    ['974001H', false],
    ['0010856', false],
    ['', false],
  ])('%s is valid: %s (RULES § 18)', (uai, expected) => expect(isUai(uai)).toBe(expected));

  test.each([
    ['0692717', 'D'],
    ['0131549', 'N'],
    ['9740001', 'H'],
  ])('the control letter of %s is %s', (digits, letter) => expect(lettreDeControle(digits)).toBe(letter));
});

describe('regions', () => {
  test('there are 19 regions and no département belongs to two of them (RULES § 17)', () => {
    const departements = REGIONS.flatMap((region) => region.departements.map(({ code }) => code));
    expect(REGIONS).toHaveLength(19);
    expect(new Set(departements).size).toBe(departements.length);
  });

  test.each([
    ['031', '76'],
    ['02A', '94'],
    ['974', '04'],
    ['001', '84'],
    ['1004', undefined],
  ])('département %s is in region %s, by exact match only', (departement, code) =>
    expect(findRegionByDepartement(departement)?.code).toBe(code),
  );

  test.each([
    ['53', 'en Bretagne'],
    ['44', 'dans le Grand Est'],
    ['04', 'à La Réunion'],
    ['11', 'en Île-de-France'],
  ])('region %s is said "%s"', (code, words) => expect(dansLaRegion(getRegion(code))).toBe(words));
});

describe('millésimes', () => {
  test('two pooled years are said with « et »', () => expect(millesimeEnMots('2021_2022')).toBe('2021 et 2022'));

  test('the newest comes first, and the single year before the pair that ends with it', () => {
    expect(['2022_2023', '2024', '2023_2024', '2020'].sort(compareMillesimes)).toEqual([
      '2024',
      '2023_2024',
      '2022_2023',
      '2020',
    ]);
  });

  test.each([
    ['2021', 'non_compte'],
    ['2021_2022', 'en_partie'],
    ['2022_2023', 'compte'],
    ['2022', 'compte'],
  ])('public jobs in %s: %s (counted from 2022)', (millesime, expected) =>
    expect(comptageEmploiPublic(millesime)).toBe(expected),
  );

  test('anything else is a mistake', () => expect(() => derniereAnnee('2O23')).toThrow('invalid millesime: 2O23'));
});

describe('diploma types', () => {
  test.each([
    ['50022137', 'cap'],
    ['40025510', 'bac-pro'],
    ['36T33402', 'titre-pro'],
    ['56M23202', 'titre-des-metiers'],
    ['46X25201', 'titre'],
    ['01033605', 'mc'],
  ])('%s is a %s', (cfd, slug) => expect(typeDiplome(cfd).slug).toBe(slug));

  test('a type that we do not name keeps its official label', () => {
    expect(typeDiplome('34000001', 'Brevet maritime')).toEqual({
      slug: 'brevet-maritime',
      libelle: 'Brevet maritime',
      nom: 'Brevet maritime',
    });
  });

  test.each([
    ['DR', '25133001'],
    ['DP', '25033001'],
    ['DL', '25033001'],
    ['XA', '20533001'],
    ['XB', '13533001'],
    ['XD', '13533001'],
    ['FI', '17033001'],
    ['CB', '35033001'],
  ])('the SISE type %s is the one of the CFD %s: one browse page', (type, cfd) =>
    expect(typeDiplomeSise(type, 'Autre')).toEqual(typeDiplome(cfd)),
  );

  test('a SISE type that no CFD has keeps a name of its own, or its official label', () => {
    expect(typeDiplomeSise('07', 'Mastere sp').libelle).toBe('Mastère spécialisé');
    expect(typeDiplomeSise('ZD', 'Dip oenol')).toEqual({ slug: 'dip-oenol', libelle: 'Dip oenol', nom: 'Dip oenol' });
  });

  test('types of several levels are browsed together', () => {
    expect(niveauDeRubrique('titre-pro', '5')).toBe('divers');
    expect(niveauDeRubrique('bts', '5')).toBe('5');
    // One heading a type, although two reference tables disagree on its level.
    expect(niveauDeRubrique('master', '6')).toBe('7');
    expect(niveauDeRubrique('master', '7')).toBe('7');
  });
});
