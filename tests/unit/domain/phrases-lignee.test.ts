import { describe, expect, test } from 'vitest';

import { phrasesDeLignee } from '../../../src/domain/phrases-lignee.ts';

type Lignee = Parameters<typeof phrasesDeLignee>[0];
const open: Lignee = {
  titre: 'CAP Cuisine',
  anciens: [],
  nouveaux: [],
  date_ouverture: '2024-09-01',
  est_fermee: false,
};
const lien = (libelle: string): Lignee['anciens'][number] => ({ code: '50022139', libelle, slug: 'x' });

const say = (changes: Partial<Lignee>): string[] =>
  phrasesDeLignee({ ...open, ...changes }).map(({ avant, liens, apres }) =>
    `${avant} ${liens.map(({ libelle }) => libelle).join(', ')}${apres}`.trim().replace(/\u00a0/g, ' '),
  );

describe('the life line of a diploma, for pupils', () => {
  test('an only child says nothing', () => {
    expect(say({})).toEqual([]);
  });

  test('a diploma that replaced others says since when, in the past', () => {
    expect(say({ anciens: [lien('CAP Cuisinier')] })).toEqual(['En 2024, ce diplôme a remplacé CAP Cuisinier.']);
    expect(say({ anciens: [lien('CAP Cuisinier')], date_ouverture: undefined })).toEqual([
      'Ce diplôme a remplacé CAP Cuisinier.',
    ]);
  });

  test('a renewed diploma that kept its name is said to be renewed, not to replace itself', () => {
    expect(say({ anciens: [lien('CAP Cuisine')] })).toEqual([
      "En 2024, ce diplôme a été rénové : voir l'ancienne version.",
    ]);
    expect(say({ nouveaux: [lien('CAP Cuisine')], date_fermeture: '2025-08-31', est_fermee: true })).toEqual([
      "Ce diplôme n'existe plus depuis le 31 août 2025. Il a été remplacé par sa nouvelle version.",
    ]);
  });

  test('a closed diploma leads to the one that replaced it; one that will close says when', () => {
    const nouveaux = [lien('CAP Métiers de la cuisine')];
    expect(say({ nouveaux, date_fermeture: '2020-08-31', est_fermee: true })).toEqual([
      "Ce diplôme n'existe plus depuis le 31 août 2020. Il a été remplacé par CAP Métiers de la cuisine.",
    ]);
    expect(say({ nouveaux, date_fermeture: '2027-08-31' })).toEqual([
      "Ce diplôme s'arrêtera le 31 août 2027. Il est remplacé par CAP Métiers de la cuisine.",
    ]);
  });

  test('a closed diploma that nothing replaced says so all the same', () => {
    expect(say({ date_fermeture: '2020-08-31', est_fermee: true })).toEqual([
      "Ce diplôme n'existe plus depuis le 31 août 2020.",
    ]);
  });
});
