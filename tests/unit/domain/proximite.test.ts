import { describe, expect, test } from 'vitest';

import type { Commune, EcoleProche, Offre } from '../../../src/domain/proximite.ts';
import {
  cadreProche,
  chercherCommunes,
  compterSansOffre,
  PALIERS_KM,
  ranger,
  RAYON_KM,
  trouver,
} from '../../../src/domain/proximite-regles.ts';

const aCommune = (nom: string, ...codes_postaux: string[]): Commune => ({
  nom,
  codes_postaux,
  latitude: 48,
  longitude: -2,
});
const COMMUNES = [
  aCommune('Rennes', '35000', '35200'),
  aCommune('Saint-Malo', '35400'),
  aCommune("L'Haÿ-les-Roses", '94240'),
  aCommune('Fougères', '35300'),
  aCommune('Le Rheu', '35650'),
  aCommune('Bazouges-la-Pérouse', '35560'),
  aCommune('La Bazouge-du-Désert', '35420'),
  aCommune('Sainte-Marie', '35600'),
];

describe('a town is found', () => {
  test.each([
    ['without its accents', 'fougeres', ['Fougères']],
    ['with accents that it has not', 'rénnes', ['Rennes']],
    ['without hyphens', 'saint malo', ['Saint-Malo']],
    ['with « st » for « saint »', 'ST-MALO', ['Saint-Malo']],
    ['with « ste » for « sainte »', 'ste marie', ['Sainte-Marie']],
    ['without its apostrophe', 'l hay', ["L'Haÿ-les-Roses"]],
    ['without its article', 'rheu', ['Le Rheu']],
    ['by its postal code', '35200', ['Rennes']],
    ['by the start of one', '3540', ['Saint-Malo']],
    ['by the start of several words', 'baz per', ['Bazouges-la-Pérouse']],
    ['before those that hold the word further on', 'bazouge', ['Bazouges-la-Pérouse', 'La Bazouge-du-Désert']],
    ['not by what it does not hold', 'brest', []],
    ['not by nothing', ' - ', []],
  ])('%s: « %s »', (_, typed, expected) => {
    expect(chercherCommunes(COMMUNES, typed, 6).map(({ nom }) => nom)).toEqual(expected);
  });

  test('its very name comes before the names that begin like it, and only so many are told', () => {
    const towns = [aCommune('Bruzville'), aCommune('Bruz'), aCommune('Bruzac')];
    expect(chercherCommunes(towns, 'bruz', 2).map(({ nom }) => nom)).toEqual(['Bruz', 'Bruzac']);
  });
});

const RENNES = { latitude: 48.1, longitude: -1.7 };
/** A degree of latitude is 111.2 km. */
const auNord = (km: number): { latitude: number; longitude: number } => ({
  latitude: RENNES.latitude + km / 111.195,
  longitude: RENNES.longitude,
});
const OFFRES: Offre[] = [
  { slug: 'cap-cuisine', titre: 'CAP Cuisine', type: 'cap', filiere: 'pro' },
  { slug: 'cap-cuisine', titre: 'CAP Cuisine', type: 'cap', filiere: 'apprentissage' },
  { slug: 'bts-banque', titre: 'BTS Banque', type: 'bts', filiere: 'pro' },
];
const anEcole = (nom: string, others: Partial<EcoleProche> = {}): EcoleProche => ({
  uai: nom.toUpperCase(),
  nom,
  nature: 'lycee',
  avec_chiffres: [],
  sans_chiffre: [],
  ...others,
});
const fichier = (...etablissements: EcoleProche[]) => ({ offres: OFFRES, etablissements });
const noms = (found: readonly { ecole: EcoleProche }[]): string[] => found.map(({ ecole }) => ecole.nom);

describe('schools by distance', () => {
  const propres = fichier(
    anEcole('loin', auNord(80)),
    anEcole('moyen', auNord(20)),
    anEcole('sans'),
    anEcole('pres', auNord(3)),
    anEcole('bord', auNord(9.99)),
  );
  const voisins = fichier(anEcole('voisin', auNord(4)), anEcole('voisin loin', auNord(51)), anEcole('voisin sans'));
  const { paliers, sansPosition } = ranger(trouver(propres, {}, RENNES), trouver(voisins, {}, RENNES));

  test('nearest first, in groups; those across the border stand among the others', () => {
    expect(paliers.map(({ a, ecoles }) => [a, noms(ecoles)])).toEqual([
      [10, ['pres', 'voisin', 'bord']],
      [30, ['moyen']],
      [undefined, ['loin']],
    ]);
  });

  test('a school without a position is told apart, never dropped; one of a neighbour stays on its own page', () => {
    expect(noms(sansPosition)).toEqual(['sans']);
    expect(paliers.flatMap(({ ecoles }) => noms(ecoles))).not.toContain('voisin sans');
  });

  test('every placed school of the département is in one group, whatever the distance', () => {
    const many = fichier(...Array.from({ length: 200 }, (_, km) => anEcole(`e${km}`, auNord(km))));
    const groups = ranger(trouver(many, {}, RENNES), []).paliers;
    expect(groups.reduce((sum, { ecoles }) => sum + ecoles.length, 0)).toBe(200);
    expect(groups.map(({ a }) => a)).toEqual([...PALIERS_KM, undefined]);
  });

  test('equal distances keep the order of the alphabet', () => {
    const same = fichier(anEcole('Élan', RENNES), anEcole('Zéphyr', RENNES), anEcole('Bois', RENNES));
    expect(ranger(trouver(same, {}, RENNES), []).paliers.map(({ ecoles }) => noms(ecoles))).toEqual([
      ['Bois', 'Élan', 'Zéphyr'],
    ]);
  });
});

describe('schools by course', () => {
  const ecoles = fichier(
    anEcole('lycée', { avec_chiffres: [0], sans_chiffre: [2] }),
    anEcole('cfa', { nature: 'cfa', sans_chiffre: [1] }),
    anEcole('muet'),
  );
  const search = (recherche: Parameters<typeof trouver>[1]): string[] => noms(trouver(ecoles, recherche));

  test('nothing asked: all of them, and how many cannot answer', () => {
    expect(search({})).toEqual(['lycée', 'cfa', 'muet']);
    expect(compterSansOffre(ecoles)).toBe(1);
  });

  test.each([
    [{ type: 'cap' }, ['lycée', 'cfa']],
    [{ type: 'cap', filiere: 'apprentissage' as const }, ['cfa']],
    [{ formation: 'bts-banque' }, ['lycée']],
    // One course must answer the whole: a CAP here and a track there is no answer.
    [{ type: 'bts', filiere: 'apprentissage' as const }, []],
  ])('%o', (recherche, expected) => expect(search(recherche)).toEqual(expected));

  test('courses with and without figures are told apart', () => {
    const [found] = trouver(ecoles, { type: 'bts' });
    expect([found?.avec, found?.sans.map(({ slug }) => slug)]).toEqual([[], ['bts-banque']]);
  });
});

test('a neighbour is asked when its box may hold a school within the radius', () => {
  const cadre = { sud: 48.1, nord: 49, ouest: -1, est: 0 };
  const at = (km: number) => ({ latitude: 48.1 - km / 111.195, longitude: -0.5 });
  expect(cadreProche({ latitude: 48.5, longitude: -0.5 }, cadre)).toBe(true);
  expect(cadreProche(at(RAYON_KM - 1), cadre)).toBe(true);
  expect(cadreProche(at(RAYON_KM + 1), cadre)).toBe(false);
});
