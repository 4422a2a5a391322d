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
  const { avecChiffres, sansChiffre } = toNoms(DOCUMENTS);
  const { noms, types } = avecChiffres;

  test('hold formations and lists, not schools; of two pages of one title, the newest', () => {
    expect(noms.map(([titre]) => titre)).not.toContain('Lycée Boulanger');
    expect(noms.filter(([titre]) => titre === 'CAP Pâtissier').map(([, adresse]) => adresse)).toEqual(['50022141']);
    expect(types).toContainEqual(['Type de diplôme', '', '']);
  });

  test('stand apart when no figure is published for them', () => {
    expect(sansChiffre.noms.map(([titre]) => titre)).toEqual(['Titre Boulanger']);
    expect(noms.map(([titre]) => titre)).not.toContain('Titre Boulanger');
  });

  test('leave the official label and the domain out, keep old names, acronyms and other words', () => {
    const autres = (titre: string) => noms.find(([name]) => name === titre)?.[6];
    expect(autres('CAP Boulanger')).not.toContain('BOULANGER (CAP)');
    expect(autres('BTS Négociation et digitalisation de la relation client')).toContain('NDRC');
    expect(autres("Certificat d'aptitude professionnelle")).toBe('CAP');
  });
});

describe('asking the names', async () => {
  const annuaire = await creerAnnuaire(toNoms(DOCUMENTS).avecChiffres);
  const exacts = (q: string) => annuaire.exacts(q).noms.map(({ titre }) => titre);
  const proches = (q: string) => annuaire.proches(q).map(({ titre }) => titre);

  test('the whole address comes back from a title and its code', () => {
    expect(annuaire.exacts('patissier').noms).toMatchObject([
      { url: '/formations/cap-patissier-50022141/', titre: 'CAP Pâtissier', precision: 'Diplôme', genre: 'formation' },
    ]);
  });

  test('the last word may be unfinished, the others not', () => {
    expect(exacts('cap boul')).toEqual(['CAP Boulanger']);
    expect(exacts('boul cap')).toEqual([]);
  });

  test('a diploma that is no longer awarded comes after the one that is', async () => {
    const fermee = { ...formation('CAP Coiffure', '50033605'), est_fermee: true as const };
    const names = await creerAnnuaire(
      toNoms([fermee, formation('CAP Métiers de la coiffure', '50033616')]).avecChiffres,
    );
    expect(names.exacts('coiffur').noms.map(({ titre }) => titre)).toEqual([
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

  test('without words, all that the facets keep, shortest name first', () => {
    expect(annuaire.tous(({ type }) => type === 'cap').map(({ titre }) => titre)).toEqual([
      'CAP Boulanger',
      'CAP Maçon',
      'CAP Pâtissier',
    ]);
  });

  test('a famille is no name of its courses, and finds them', async () => {
    const boucher = formation('CAP Boucher', '50022101', ["Métiers de l'alimentation"]);
    boucher.filtres.famille = ["Métiers de l'alimentation"];
    const { avecChiffres } = toNoms([boucher]);
    expect(avecChiffres.noms[0]?.[6]).not.toContain('alimentation');
    const [found] = (await creerAnnuaire(avecChiffres)).exacts('alimentation').noms;
    expect(found).toMatchObject({ titre: 'CAP Boucher', famille: 'metiers-de-l-alimentation' });
  });

  test('as a last resort, one word that looks like one of the request is enough', () => {
    expect(annuaire.voisins('ecole de patisrie').map(({ titre }) => titre)).toEqual(['CAP Pâtissier']);
    expect(annuaire.voisins('zzzz')).toEqual([]);
  });

  test('a whole name is told from a name that only holds the words', () => {
    expect(annuaire.exacts('boulanger').estEntier).toBe(true);
    expect(annuaire.exacts('relation').estEntier).toBe(false);
  });

  test('a wrong letter in a long word, or two in a very long one, is surely a mistake, in a short one it may be another word', () => {
    expect(annuaire.fautes('digitalisassion').map(({ titre }) => titre)).toHaveLength(1);
    expect(annuaire.fautes('cap patisier').map(({ titre }) => titre)).toEqual(['CAP Pâtissier']);
    expect(annuaire.fautes('negociatio digitalisation').map(({ titre }) => titre)).toEqual([
      'BTS Négociation et digitalisation de la relation client',
    ]);
    expect(annuaire.fautes('mason')).toEqual([]);
  });

  test('a number is never guessed', () => {
    expect(proches('50022138')).toEqual([]);
  });

  test('terms have no accent, no plural, and small words say nothing', () => {
    expect(['Électriciens', 'BTS', 'de', 'eaux'].map(terme)).toEqual(['electricien', 'bts', null, 'eau']);
  });
});
