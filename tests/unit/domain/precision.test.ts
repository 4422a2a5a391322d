import { describe, expect, test } from 'vitest';

import { fourchette, intervalleDeWilson, PETIT_EFFECTIF, precisionDe } from '../../../src/domain/precision.ts';
import { aFiche } from '../site/records.ts';

describe('the Wilson interval', () => {
  // Reference values: statsmodels.stats.proportion.proportion_confint(count, n, method='wilson').
  test.each([
    [18, 34, 0.3674, 0.6855],
    [13, 20, 0.4329, 0.8188],
    [0, 20, 0, 0.1611],
    [20, 20, 0.8389, 1],
    [1, 100, 0.0018, 0.0545],
  ])('of %i in %i', (count, n, bas, haut) => {
    const interval = intervalleDeWilson(count / n, n);
    expect(interval.bas).toBeCloseTo(bas, 4);
    expect(interval.haut).toBeCloseTo(haut, 4);
  });
});

describe('the range in persons', () => {
  test.each([
    // PRODUCT § 4.11: « mesuré sur 34 jeunes ; une autre année on aurait pu voir entre 13 et 23 ».
    [18, 34, 13, 23],
    [13, 20, 9, 16],
    [0, 20, 0, 3],
    [20, 20, 17, 20],
    [10, 20, 6, 14],
  ])('of %i in %i', (nombre, n, min, max) => {
    expect(fourchette(nombre, n)).toEqual({ nombre, min, max });
  });

  test('always holds the number seen, and no more than the group', () => {
    for (let n = 20; n < PETIT_EFFECTIF; n += 1)
      for (let nombre = 0; nombre <= n; nombre += 1) {
        const { min, max } = fourchette(nombre, n);
        expect(min >= 0 && min <= nombre && nombre <= max && max <= n, `${nombre} of ${n}`).toBe(true);
      }
  });
});

describe('the precision of a record', () => {
  const parts = { emploi: 53, formation: 47, autre: 0, calcul: 'source' } as const;

  test('comes from its counts', () => {
    const fiche = aFiche({ nb_annee_term: 34, nb_en_emploi_6_mois: 18, nb_poursuite_etudes: 16, parts });
    expect(precisionDe(fiche)).toEqual({
      emploi: { nombre: 18, min: 13, max: 23 },
      formation: { nombre: 16, min: 11, max: 21 },
    });
  });

  test('comes from its shares when the counts are unknown, or larger than the group', () => {
    const attendu = { emploi: { nombre: 18, min: 13, max: 23 }, formation: { nombre: 16, min: 11, max: 21 } };
    expect(precisionDe(aFiche({ nb_annee_term: 34, parts }))).toEqual(attendu);
    expect(precisionDe(aFiche({ nb_annee_term: 34, nb_en_emploi_6_mois: 40, parts }))).toEqual(attendu);
  });

  test('is said below 100 pupils only', () => {
    expect(precisionDe(aFiche({ nb_annee_term: 99 }))).toBeDefined();
    expect(precisionDe(aFiche({ nb_annee_term: 100 }))).toBeUndefined();
  });

  test('is unknown with the cohort or without shares', () => {
    const { nb_annee_term: _, ...sansEffectif } = aFiche();
    expect(precisionDe(sansEffectif)).toBeUndefined();
    expect(precisionDe(aFiche({ nb_annee_term: 34, parts: null, absence: 'pas_encore_publiee' }))).toBeUndefined();
  });
});
