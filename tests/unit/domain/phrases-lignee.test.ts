import { describe, expect, test } from 'vitest';

import { etapesDeLignee, phraseDesReprises, phrasesDeLignee } from '../../../src/domain/phrases-lignee.ts';
import { aFiche, aVoie } from '../site/records.ts';

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
    expect(say({ anciens: [lien('CAP Cuisinier')] })).toEqual(['En 2024, ce diplôme a remplacé : CAP Cuisinier.']);
    expect(say({ anciens: [lien('CAP Cuisinier')], date_ouverture: undefined })).toEqual([
      'Ce diplôme a remplacé : CAP Cuisinier.',
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
      "Ce diplôme n'existe plus depuis le 31 août 2020. Il a été remplacé par : CAP Métiers de la cuisine.",
    ]);
    expect(say({ nouveaux, date_fermeture: '2027-08-31' })).toEqual([
      "Ce diplôme s'arrêtera le 31 août 2027. Il est remplacé par : CAP Métiers de la cuisine.",
    ]);
  });

  test('a closed diploma that nothing replaced says so all the same', () => {
    expect(say({ date_fermeture: '2020-08-31', est_fermee: true })).toEqual([
      "Ce diplôme n'existe plus depuis le 31 août 2020.",
    ]);
  });
});

test('the line of codes places the page between what it replaced and what replaced it, with its own dates', () => {
  const etapes = etapesDeLignee({ ...open, code: '50022146', anciens: [lien('CAP Cuisine')] });
  expect(etapes.map(({ code, libelle, slug, dates }) => [code, libelle, slug, dates.replace(/\u00a0/g, ' ')])).toEqual([
    ['50022139', 'CAP Cuisine', 'x', ''],
    ['50022146', 'CAP Cuisine, cette page', undefined, ', ouvert le 1er septembre 2024'],
  ]);
});

test('cohorts told by another code are named, by track; own figures are not', () => {
  const source = { code_certification: '50022139', type: 'ancienne' as const };
  const fiches = [
    aFiche({ millesime: '2021_2022', donnee_source: source }),
    aFiche({ millesime: '2020_2021', donnee_source: source, maille: 'regionale', region: '53' }),
    aFiche({ millesime: '2021_2022', donnee_source: source, maille: 'regionale', region: '53' }),
    aFiche({ millesime: '2019_2020' }),
  ];
  expect(
    phraseDesReprises({ voies: [aVoie({ fiches }), aVoie()] }).map((text) => text.replace(/\u00a0/g, ' ')),
  ).toEqual(['Par apprentissage : sortants de 2020-2021 et 2021-2022, chiffres du code 50022139.']);
});
