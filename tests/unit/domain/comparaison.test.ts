import { describe, expect, test } from 'vitest';

import { comparer, COMPARABLES_MIN, milieuDe, situer } from '../../../src/domain/comparaison.ts';
import type { Distribution } from '../../../src/domain/lecture.ts';
import { intervalleDeWilson } from '../../../src/domain/precision.ts';
import { aFiche } from '../site/records.ts';

/** 21 courses at 0, 5, … 100. */
const REGLE: Distribution = Array.from({ length: 21 }, (_, rank) => [5 * rank, 1]);
/** So many pupils that the range is the share itself, or nearly. */
const FOULE = 1_000_000;

describe('the middle', () => {
  test.each<[string, Distribution, number]>([
    [
      'of an odd number',
      [
        [10, 1],
        [20, 1],
        [90, 1],
      ],
      20,
    ],
    [
      'of an even number: the lower of the two',
      [
        [10, 1],
        [20, 1],
        [30, 1],
        [90, 1],
      ],
      20,
    ],
    [
      'counts each course',
      [
        [10, 3],
        [90, 2],
      ],
      10,
    ],
    ['of a single course', [[42, 1]], 42],
  ])('%s', (_, distribution, milieu) => {
    expect(milieuDe(distribution)).toBe(milieu);
  });

  test('is always the share of a course', () => {
    expect(
      milieuDe([
        [0, 5],
        [100, 5],
      ]),
    ).toBe(0);
  });
});

describe('the label of a share', () => {
  test.each([
    // Strictly below: 19 of 21 courses (0 to 90) are below 92.
    [92, 'plus_haut_que_9_sur_10'],
    [88, 'plus_haut_que_3_sur_4'],
    [78, 'plus_haut_que_3_sur_4'],
    [73, 'plus_haut_que_la_moitie'],
    [53, 'plus_haut_que_la_moitie'],
    // 11 of 21 courses (0 to 50) are below 52, and as many (50 to 100) above 48.
    [52, 'plus_haut_que_la_moitie'],
    [48, 'plus_bas_que_la_moitie'],
    [28, 'plus_bas_que_la_moitie'],
    [23, 'plus_bas_que_3_sur_4'],
    [13, 'plus_bas_que_3_sur_4'],
    [8, 'plus_bas_que_9_sur_10'],
  ])('%i', (part, position) => {
    expect(situer(part, FOULE, REGLE)).toEqual({ milieu: 50, position });
  });

  test('none for the courses in the middle, whatever their size', () => {
    expect(
      situer(50, FOULE, [
        [40, 9],
        [50, 3],
        [60, 9],
      ]).position,
    ).toBeNull();
  });

  test('weakens, then goes, as the group shrinks: it must be true at the unfavourable end of the range', () => {
    const bas = (n: number): number => 100 * intervalleDeWilson(0.78, n).bas;
    expect([bas(2000), bas(100), bas(20)].map(Math.floor)).toEqual([76, 68, 56]);
    expect(situer(78, 2000, REGLE).position).toBe('plus_haut_que_3_sur_4');
    expect(situer(78, 100, REGLE).position).toBe('plus_haut_que_la_moitie');
    // 12 courses in 21 are below 56.2: still more than half. The range of a share of 70 covers the middle.
    expect(situer(78, 20, REGLE).position).toBe('plus_haut_que_la_moitie');
    expect(situer(70, 20, REGLE).position).toBeNull();
  });

  test('is symmetric', () => {
    expect(situer(22, 2000, REGLE).position).toBe('plus_bas_que_3_sur_4');
    expect(situer(22, 100, REGLE).position).toBe('plus_bas_que_la_moitie');
    expect(situer(30, 20, REGLE).position).toBeNull();
  });

  test('none for an unknown cohort; its middle is said', () => {
    expect(situer(99, undefined, REGLE)).toEqual({ milieu: 50, position: null });
  });

  test('is never above a range that reaches the middle', () => {
    for (let part = 0; part <= 100; part += 1)
      for (const n of [20, 45, 200, 5000]) {
        const { milieu, position } = situer(part, n, REGLE);
        const { bas, haut } = intervalleDeWilson(part / 100, n);
        if (position?.startsWith('plus_haut')) expect(100 * bas).toBeGreaterThanOrEqual(milieu);
        if (position?.startsWith('plus_bas')) expect(100 * haut).toBeLessThanOrEqual(milieu);
      }
  });
});

describe('the place of a record', () => {
  const repartition = (nombre: number): Parameters<typeof comparer>[1] => ({
    nombre,
    emploi: [
      [10, nombre - 1],
      [90, 1],
    ],
    formation: [
      [5, 1],
      [80, nombre - 1],
    ],
  });
  const fiche = aFiche({ nb_annee_term: 400, parts: { emploi: 90, formation: 5, autre: 5, calcul: 'source' } });

  test('is said of both shares, with how many are compared', () => {
    expect(comparer(fiche, repartition(COMPARABLES_MIN))).toEqual({
      nombre: COMPARABLES_MIN,
      emploi: { milieu: 10, position: 'plus_haut_que_9_sur_10' },
      formation: { milieu: 80, position: 'plus_bas_que_9_sur_10' },
    });
  });

  test('is not said among fewer than 10 courses, nor without shares', () => {
    expect(comparer(fiche, repartition(COMPARABLES_MIN - 1))).toBeUndefined();
    expect(comparer({ parts: null, nb_annee_term: 400 }, repartition(COMPARABLES_MIN))).toBeUndefined();
  });
});
