import { describe, expect, test } from 'vitest';

import type { Fiche } from '../../../src/domain/fiche.ts';
import {
  dernieresMontrees,
  dernieresParRegion,
  estRepris,
  regionsAvecPage,
  selectCarte,
  selectHistorique,
  selectRegion,
} from '../../../src/domain/selection.ts';

const parts = { emploi: 20, formation: 50, autre: 30, calcul: 'source' } as const;
const make = (changes: Partial<Fiche>): Fiche => ({
  code_certification: '50022137',
  code_certification_type: 'cfd',
  filiere: 'apprentissage',
  maille: 'regionale',
  millesime: '2021_2022',
  source: 'inserjeunes',
  parts,
  ...changes,
});
const bretagne = make({ region: '53', nb_annee_term: 40 });
const normandie = make({ region: '28', nb_annee_term: 400 });
const somme = make({ maille: 'regions', nb_regions: 2, nb_annee_term: 440 });
const france = make({ maille: 'nationale', millesime: '2022', nb_annee_term: 900 });
const franceCachee = make({
  maille: 'nationale',
  millesime: '2023',
  nb_annee_term: 12,
  parts: null,
  absence: 'sous_le_seuil',
});

describe('the record that a track shows first', () => {
  test.each([
    ['France wins over the sum of regions', [bretagne, somme, france], france],
    ['the sum of regions wins over one region', [bretagne, normandie, somme], somme],
    ['else the region with most pupils', [bretagne, normandie], normandie],
    ['a record with figures wins over a newer one without', [france, franceCachee], france],
    ['a narrower record with figures wins over a wider one without', [franceCachee, bretagne], bretagne],
    ['without any figure, the reason of the widest stands', [franceCachee], franceCachee],
  ])('%s', (_, fiches, expected) => expect(selectCarte({ fiches })).toBe(expected));

  test('no record, no card', () => expect(selectCarte({ fiches: [] })).toBeUndefined());
});

test('each region appears once, with its newest record that shows figures', () => {
  const hidden = make({ region: '53', millesime: '2022_2023', parts: null, absence: 'sous_le_seuil' });
  expect(dernieresParRegion([hidden, bretagne, normandie])).toEqual([bretagne, normandie]);
  expect(selectRegion({ fiches: [hidden, bretagne, normandie] }, '53')).toBe(bretagne);
});

test('each place has one record to read: the newest that shows its shares; in the order of the input, schools left out', () => {
  const hidden = make({ region: '53', millesime: '2022_2023', parts: null, absence: 'sous_le_seuil' });
  const older = make({ maille: 'nationale', millesime: '2021', nb_annee_term: 800 });
  const ecole = make({ maille: 'etablissement', uai: '0359991V', region: '53' });
  expect(dernieresMontrees([franceCachee, france, older, somme, normandie, hidden, bretagne, ecole])).toEqual([
    france,
    somme,
    normandie,
    bretagne,
  ]);
  expect(dernieresMontrees([franceCachee, hidden])).toEqual([]);
});

test('a series holds one place only, oldest first', () => {
  const older = make({ region: '53', millesime: '2019_2020' });
  expect(selectHistorique({ fiches: [bretagne, normandie, older] }, bretagne)).toEqual([older, bretagne]);
});

describe('a diploma that only repeats the figures of another (RULES § 12)', () => {
  const copie = make({ region: '53', donnee_source: { code_certification: '50022146', type: 'nouvelle' } });

  test.each([
    ['closed, with copies only', true, [copie], true],
    ['open, with copies only: it is the one to choose', false, [copie], false],
    ['closed, with a figure of its own', true, [copie, normandie], false],
    ['closed, without any figure: its reason is its own', true, [], false],
  ])('%s: %s', (_, estFermee, fiches, expected) => {
    expect(estRepris(estFermee, fiches)).toBe(expected);
  });

  test('it has no page by region; the others have one for each region with a record', () => {
    expect(regionsAvecPage({ est_fermee: true, voies: [{ fiches: [copie] }] })).toEqual([]);
    expect(regionsAvecPage({ est_fermee: true, voies: [{ fiches: [copie, normandie] }] })).toEqual(['28', '53']);
    expect(regionsAvecPage({ est_fermee: false, voies: [{ fiches: [copie, somme, france] }] })).toEqual(['53']);
  });
});
