import { describe, expect, test } from 'vitest';

import {
  ecartDeTranche,
  MAILLES_DE_FRANCE,
  MAILLES_DE_REGION,
  questionsDeFeuille,
  questionsDuQuiz,
  TRANCHES,
} from '../../../src/domain/devine.ts';
import type { Fiche } from '../../../src/domain/fiche.ts';
import type { ResumeFormation } from '../../../src/domain/listes.ts';
import { aDiscuter, questionSur100 } from '../../../src/domain/phrases-devine.ts';
import { aFiche, aResume } from '../site/records.ts';

const bretagne = { maille: 'regionale', region: '53' } as const;
const withEmploi = (emploi: number): Fiche['parts'] => ({
  emploi,
  formation: 90 - emploi,
  autre: 10,
  calcul: 'source',
});

/** A course known by its rank: its title, its code, its share at work. */
const course = (
  emploi: number,
  fields: Partial<Fiche> = {},
  formation: Partial<ResumeFormation> = {},
): ResumeFormation =>
  aResume({
    code: `5000${emploi}`,
    titre: `CAP ${String.fromCharCode(65 + (emploi % 26))}${emploi}`,
    cartes: [aFiche({ ...bretagne, parts: withEmploi(emploi), ...fields })],
    ...formation,
  });

const courses = (count: number, fields: Partial<Fiche> = {}): ResumeFormation[] =>
  Array.from({ length: count }, (_, rank) => course(rank + 10, fields));

const shares = (formations: readonly ResumeFormation[], mailles = MAILLES_DE_REGION): number[] | undefined =>
  questionsDeFeuille(formations, mailles)
    ?.map(({ fiche }) => fiche.parts.emploi)
    .sort((left, right) => left - right);

describe('a class sheet', () => {
  test('needs 6 well covered courses', () => {
    expect(shares(courses(5))).toBeUndefined();
    expect(shares(courses(6))).toEqual([10, 11, 12, 13, 14, 15]);
  });

  test('has 10 questions at most, from the lowest share to the highest', () => {
    expect(shares(courses(19))).toEqual([10, 12, 14, 16, 18, 20, 22, 24, 26, 28]);
  });

  test('keeps the 30 courses with most pupils', () => {
    const many = Array.from({ length: 40 }, (_, rank) => course(rank + 10, { nb_annee_term: 100 + rank }));
    expect(shares(many)?.at(0)).toBe(20);
    expect(shares(many)?.at(-1)).toBe(49);
  });

  test.each<[string, Partial<Fiche>, Partial<ResumeFormation>]>([
    ['fewer than 50 young people', { nb_annee_term: 49 }, {}],
    ['an unknown number of young people', { nb_annee_term: undefined }, {}],
    ['no shares', { parts: null, absence: 'sous_le_seuil' }, {}],
    ['the figures of another diploma', { donnee_source: { code_certification: '1', type: 'ancienne' } }, {}],
    ['an older cohort', { millesime: '2020_2021' }, {}],
    ['another place', { maille: 'nationale', region: undefined }, {}],
    ['a closed course', {}, { est_fermee: true }],
  ])('does not ask about %s', (_, fields, formation) => {
    expect(shares([...courses(6), course(60, fields, formation)])).toEqual([10, 11, 12, 13, 14, 15]);
    expect(shares([...courses(6), course(60)])).toContain(60);
  });

  test('about France, counts regions added up when they are at least 5', () => {
    const france = courses(6, { maille: 'nationale', region: undefined });
    const added = (nb_regions: number) => course(60, { maille: 'regions', region: undefined, nb_regions });
    expect(shares([...france, added(5)], MAILLES_DE_FRANCE)).toContain(60);
    expect(shares([...france, added(4)], MAILLES_DE_FRANCE)).not.toContain(60);
  });

  test('asks once about a course, in the track that most pupils take', () => {
    const { cartes, ...formation } = course(60);
    const both = {
      ...formation,
      cartes: [...cartes, aFiche({ ...bretagne, filiere: 'pro', nb_annee_term: 500, parts: withEmploi(61) })],
    };
    expect(shares([...courses(6), both])?.filter((share) => share > 20)).toEqual([61]);
  });

  test('is in the order of the names: the place of a question does not tell its answer', () => {
    const titles = questionsDeFeuille(courses(20), MAILLES_DE_REGION)?.map(({ formation }) => formation.titre) ?? [];
    expect(titles).toEqual([...titles].sort((left, right) => left.localeCompare(right, 'fr')));
    expect(titles).not.toEqual(
      questionsDeFeuille(courses(20), MAILLES_DE_REGION)
        ?.sort((left, right) => left.fiche.parts.emploi - right.fiche.parts.emploi)
        .map(({ formation }) => formation.titre),
    );
  });
});

describe('the quiz', () => {
  const wide = { maille: 'nationale', region: undefined, nb_annee_term: 300 } as const;

  test('asks two far apart courses of each type, in the order of the types', () => {
    const questions = questionsDuQuiz([courses(8, wide), courses(12, wide)]);
    expect(questions.map(({ fiche }) => fiche.parts.emploi)).toEqual([10, 17, 10, 21]);
  });

  test('keeps the 5 types with most young people, and needs 200 for a course', () => {
    const types = [1, 2, 3, 4, 5, 6].map((size) => courses(6, { ...wide, nb_annee_term: size * 300 }));
    expect(questionsDuQuiz(types)).toHaveLength(10);
    expect(questionsDuQuiz(types).every(({ fiche }) => fiche.nb_annee_term > 300)).toBe(true);
    expect(questionsDuQuiz([courses(6, { ...wide, nb_annee_term: 199 })])).toEqual([]);
  });
});

describe('the ranges to guess from', () => {
  test('hold each number from 0 to 100 once', () => {
    for (let value = 0; value <= 100; value += 1)
      expect(TRANCHES.filter((tranche) => ecartDeTranche(tranche, value) === 'juste')).toHaveLength(1);
  });

  test('tell on which side the number is', () => {
    expect(ecartDeTranche({ min: 16, max: 30 }, 31)).toBe('trop_bas');
    expect(ecartDeTranche({ min: 16, max: 30 }, 15)).toBe('trop_haut');
  });
});

test('a question has its population, place and horizon, in the past', () => {
  const [question] = questionsDeFeuille(courses(6), MAILLES_DE_REGION) ?? [];
  if (question === undefined) throw new Error('no question');
  expect(questionSur100(question).replace(/[\u00a0\u202f]/g, ' ')).toBe(
    'Sur 100 apprentis en dernière année de CAP K10 en Bretagne, combien travaillaient 6 mois après leur sortie ?',
  );
  expect(aDiscuter(question)).toContain('La moitié ou plus étudiaient');
});
