import { describe, expect, test } from 'vitest';

import { POSITIONS } from '../../../src/domain/lecture.ts';
import {
  nomDuType,
  phraseDeSituation,
  phrasePrecision,
  regleDeComparaison,
  titreDePosition,
} from '../../../src/domain/phrases-lecture.ts';
import { aFiche } from '../site/records.ts';

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

describe('the name of a type of diploma in a sentence', () => {
  test.each([
    ['CAP', 'CAP', 'CAP'],
    ['CAP agricole', 'CAP agricole', 'CAP agricoles'],
    ['Bac pro', 'bac pro', 'bacs pro'],
    ['Licence pro', 'licence pro', 'licences pro'],
    ['Master', 'master', 'masters'],
    ['BTS', 'BTS', 'BTS'],
    ["Diplôme d'ingénieur", "diplôme d'ingénieur", "diplômes d'ingénieur"],
  ])('%s: one %s, several %s', (libelle, un, plusieurs) => {
    expect(nomDuType(libelle)).toEqual({ un, plusieurs });
  });
});

describe('is it a lot?', () => {
  const cap = nomDuType('CAP');

  test('each label says above or below which part of the compared courses', () => {
    const labels = POSITIONS.map((position) => plain(titreDePosition(position, cap)));
    expect(labels).toEqual([
      'plus haut que 9 CAP sur 10',
      'plus haut que 3 CAP sur 4',
      'plus haut que la moitié des CAP',
      'plus bas que 9 CAP sur 10',
      'plus bas que 3 CAP sur 4',
      'plus bas que la moitié des CAP',
    ]);
  });

  test('without a label, the sentence claims neither high nor low', () => {
    expect(titreDePosition(null, cap)).toBe('ni nettement plus haut, ni nettement plus bas que les autres CAP');
  });

  test('the rule says how many, which track, which place and which cohort', () => {
    expect(plain(regleDeComparaison(aFiche({ maille: 'regionale', region: '53' }), { nombre: 1212 }, cap))).toBe(
      '1 212 CAP dans la comparaison : même voie (par apprentissage), même échelle (Bretagne), apprentis sortis en 2022 et 2023.',
    );
  });
});

test.each([
  ['emploi', 36, 'plus_haut_que_3_sur_4', '36 sur 100 travaillaient : plus haut que 3 CAP sur 4 (milieu : 24).'],
  ['formation', 1, 'plus_bas_que_9_sur_10', '1 sur 100 étudiait : plus bas que 9 CAP sur 10 (milieu : 24).'],
] as const)('the place of a share is said with its verb and the middle: %s, %i', (etat, valeur, position, expected) => {
  expect(plain(phraseDeSituation(etat, valeur, { milieu: 24, position }, nomDuType('CAP')))).toBe(expected);
});

test('the precision of a small group is said in persons, never as a margin of error', () => {
  const phrase = plain(
    phrasePrecision(aFiche({ nb_annee_term: 34 }), {
      emploi: { nombre: 18, min: 13, max: 23 },
      formation: { nombre: 1, min: 0, max: 5 },
    }),
  );
  expect(phrase).toBe(
    'Mesuré sur 34 apprentis. 18 travaillaient : une autre année, on aurait pu en voir entre 13 et 23. 1 étudiait : on aurait pu en voir entre 0 et 5.',
  );
  expect(phrase).not.toMatch(/marge|erreur/);
});
