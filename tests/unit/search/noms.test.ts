import { describe, expect, test } from 'vitest';

import { creerAnnuaire, terme } from '../../../src/components/recherche-noms.ts';
import { toNoms } from '../../../src/search/noms.ts';
import { makeDocument } from './documents.ts';

const formation = (titre: string, code: string, mots: string[] = [], chiffres = true) =>
  makeDocument({
    titre,
    url: `/formations/${titre
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, '')
      .toLowerCase()
      .replace(/[^a-z]+/g, '-')}-${code}/`,
    precision: 'Diplôme',
    mots,
    filtres: chiffres ? { type: [titre.split(' ')[0] ?? ''], region: ['Bretagne'] } : {},
  });

const DOCUMENTS = [
  formation('CAP Boulanger', '50022137', ['BOULANGER (CAP)']),
  formation('CAP Pâtissier', '50022136', ['CAP Pâtissier, glacier']),
  formation('CAP Pâtissier', '50022141', ['pâtisserie', 'Alimentation']),
  formation('BTS Négociation et digitalisation de la relation client', '32031212', [
    'BTS Négociation et relation client',
  ]),
  formation('Titre Boulanger', '36X22101', [], false),
  formation('CAP Maçon', '50023218'),
  makeDocument({ titre: 'Lycée Boulanger', url: '/etablissements/0350777e/', genre: 'etablissement' }),
  makeDocument({
    titre: "Certificat d'aptitude professionnelle",
    url: '/diplomes/cap/',
    genre: 'diplome',
    precision: 'Type de diplôme',
    mots: ['CAP'],
  }),
];

describe('the names to suggest', () => {
  const { noms, types } = toNoms(DOCUMENTS);

  test('hold formations and lists, not schools; of two pages of one title, the newest', () => {
    expect(noms.map(([titre]) => titre)).not.toContain('Lycée Boulanger');
    expect(noms.filter(([titre]) => titre === 'CAP Pâtissier').map(([, adresse]) => adresse)).toEqual(['50022141']);
    expect(types).toContain('Type de diplôme');
  });

  test('leave the official label and the domain out, keep old names, acronyms and other words', () => {
    const autres = (titre: string) => noms.find(([name]) => name === titre)?.[4];
    expect(autres('CAP Boulanger')).not.toContain('BOULANGER (CAP)');
    expect(autres('BTS Négociation et digitalisation de la relation client')).toContain('NDRC');
    expect(autres("Certificat d'aptitude professionnelle")).toBe('CAP');
  });
});

describe('asking the names', async () => {
  const annuaire = await creerAnnuaire(toNoms(DOCUMENTS));
  const exacts = (q: string) => annuaire.exacts(q, 5).map(({ titre }) => titre);
  const proches = (q: string) => annuaire.proches(q, 5).map(({ titre }) => titre);

  test('the whole address comes back from a title and its code', () => {
    expect(annuaire.exacts('patissier', 1)).toEqual([
      { url: '/formations/cap-patissier-50022141/', titre: 'CAP Pâtissier', precision: 'Diplôme' },
    ]);
  });

  test('the last word may be unfinished, the others not', () => {
    expect(exacts('cap boul')).toEqual(['CAP Boulanger']);
    expect(exacts('boul cap')).toEqual([]);
  });

  test('what has figures comes before what has none', () => {
    expect(exacts('boulanger')).toEqual(['CAP Boulanger', 'Titre Boulanger']);
  });

  test('a diploma that is no longer awarded comes after the one that is', async () => {
    const fermee = { ...formation('CAP Coiffure', '50033605'), est_fermee: true as const };
    const names = await creerAnnuaire(toNoms([fermee, formation('CAP Métiers de la coiffure', '50033616')]));
    expect(names.exacts('coiffur', 2).map(({ titre }) => titre)).toEqual([
      'CAP Métiers de la coiffure',
      'CAP Coiffure',
    ]);
  });

  test.each([
    ['ndrc', 'BTS Négociation et digitalisation de la relation client'],
    ['négociation relation clients', 'BTS Négociation et digitalisation de la relation client'],
    ['cap', "Certificat d'aptitude professionnelle"],
  ])('an acronym, an old name, a type: « %s » → %s', (q, titre) => {
    expect(exacts(q)[0]).toBe(titre);
  });

  test.each([
    ['patiserie', 'CAP Pâtissier'],
    ['boulangr', 'CAP Boulanger'],
    ['mason', 'CAP Maçon'],
  ])('a mistake is forgiven: « %s » → %s', (q, titre) => {
    expect(exacts(q)).toEqual([]);
    expect(proches(q)[0]).toBe(titre);
  });

  test('a number is never guessed', () => {
    expect(proches('50022138')).toEqual([]);
  });

  test('terms have no accent, no plural, and small words say nothing', () => {
    expect(['Électriciens', 'BTS', 'de', 'eaux'].map(terme)).toEqual(['electricien', 'bts', null, 'eau']);
  });
});
