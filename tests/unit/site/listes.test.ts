import { describe, expect, it } from 'vitest';

import {
  estDecoupee,
  groupByAbsence,
  groupByLetter,
  groupByType,
  sortByName,
  toLignesFormation,
  typesDeListe,
} from '../../../src/components/listes.ts';
import { aFiche, aResume } from './records.ts';

const hidden = aFiche({ parts: null, absence: 'sous_le_seuil' });

describe('groupByLetter', () => {
  it('leaves a short list in one piece, without heading', () => {
    expect(groupByLetter([aResume()])).toEqual([{ id: '', titre: '', formations: [aResume()] }]);
  });

  it('files a title under the first letter of its name without the type, accents ignored', () => {
    const titres = ['CAP Ébéniste', 'CAP Boulanger', 'CAP Étancheur'];
    const many = Array.from({ length: 10 }, () => titres.map((titre) => aResume({ titre }))).flat();
    expect(groupByLetter(many).map(({ id, titre, formations }) => [id, titre, formations.length])).toEqual([
      ['lettre-b', 'B', 10],
      ['lettre-e', 'E', 20],
    ]);
  });
});

describe('groupByType', () => {
  const rubrique = (slug: string, libelle: string) => ({ slug, libelle, nb_formations: 1, nb_avec_chiffres: 1 });
  const sommaire = {
    niveaux: [
      { code: '3', libelle: 'CAP', types: [rubrique('cap', 'CAP')] },
      { code: '4', libelle: 'BAC', types: [rubrique('bp', 'BP'), rubrique('bac-pro', 'Bac pro')] },
    ],
  };

  it('follows the order of the summary, and leaves no formation out', () => {
    const formations = ['bac-pro', 'inconnu', 'cap'].map((type) => aResume({ type }));
    expect(groupByType(formations, sommaire).map(({ id }) => id)).toEqual(['type-cap', 'type-bac-pro', 'type-autres']);
  });
});

describe('a long domain', () => {
  const many = (count: number) => Array.from({ length: count }, () => aResume());

  it('is read by type beyond 120 formations; a diploma type or a famille never is', () => {
    expect([120, 121].map((count) => estDecoupee({ genre: 'domaine', formations: many(count) }))).toEqual([
      false,
      true,
    ]);
    expect(estDecoupee({ genre: 'diplome', formations: many(121) })).toBe(false);
  });

  it('gives each formation to its type, under the name of the summary', () => {
    const sommaire = {
      niveaux: [
        {
          code: '3',
          libelle: 'CAP',
          types: [{ slug: 'cap', libelle: 'Le CAP', nb_formations: 1, nb_avec_chiffres: 1 }],
        },
      ],
    };
    const formations = ['cap', 'x', 'cap'].map((type) => aResume({ type }));
    expect(
      typesDeListe(formations, sommaire).map(({ slug, libelle, formations: group }) => [slug, libelle, group.length]),
    ).toEqual([
      ['cap', 'Le CAP', 2],
      ['x', 'x', 1],
    ]);
  });
});

describe('toLignesFormation', () => {
  const formation = aResume({ cartes: [aFiche(), aFiche({ filiere: 'pro' }), hidden] });

  it('has one line for each track that shows its shares, with its scope unless said elsewhere', () => {
    const precisionsOf = (avecMaille: boolean) =>
      toLignesFormation([formation], ({ slug }) => `/${slug}/`, { avecMaille }).map(({ precision }) => precision);
    expect(precisionsOf(true)).toEqual(['par apprentissage · France', 'au lycée · France']);
    expect(precisionsOf(false)).toEqual(['par apprentissage', 'au lycée']);
  });

  it('names the formation on its first line only, with its link, and says when it is closed', () => {
    const lignes = toLignesFormation([{ ...formation, est_fermee: true }], ({ slug }) => `/${slug}/`, {
      avecMaille: false,
    });
    expect(lignes.map(({ href, suite, precision }) => [href, suite, precision])).toEqual([
      ['/cap-cuisine-50022137/', undefined, 'diplôme fermé · par apprentissage'],
      [undefined, true, 'au lycée'],
    ]);
  });

  it('tells two records of one track apart by their codes', () => {
    const cartes = ['23110022141', '23220022141'].map((code) => aFiche({ filiere: 'pro', code_certification: code }));
    const lignes = toLignesFormation([aResume({ cartes })], ({ slug }) => slug, { avecMaille: false });
    expect(lignes.map(({ precision }) => precision)).toEqual(['au lycée (23110022141)', 'au lycée (23220022141)']);
  });
});

describe('groupByAbsence', () => {
  it('gives the reason of the formation, else the one of its first card, else that nothing is published', () => {
    const reasons = [
      aResume({ slug: 'a', cartes: [], absence: 'formation_recente' }),
      aResume({ slug: 'b', cartes: [hidden] }),
      aResume({ slug: 'c', cartes: [] }),
      aResume({ slug: 'd' }),
    ];
    const groups = [...groupByAbsence(reasons)].map(([absence, group]) => [absence, group.map(({ slug }) => slug)]);
    expect(groups).toEqual([
      ['formation_recente', ['a']],
      ['sous_le_seuil', ['b']],
      ['pas_encore_publiee', ['c']],
    ]);
  });
});

it('sortByName puts accents where French puts them', () => {
  const names = ['Normandie', 'Île-de-France', 'Grand Est'].map((libelle) => ({ libelle }));
  expect(sortByName(names).map(({ libelle }) => libelle)).toEqual(['Grand Est', 'Île-de-France', 'Normandie']);
});
