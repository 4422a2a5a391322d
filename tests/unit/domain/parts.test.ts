import { describe, expect, test } from 'vitest';

import { calculerParts, repartirSur100 } from '../../../src/domain/parts.ts';

describe('shares out of 100 by largest remainder', () => {
  test.each([
    [
      { emploi: 9, formation: 31, autre: 12 },
      { emploi: 17, formation: 60, autre: 23 },
    ],
    [
      { emploi: 1, formation: 1, autre: 1 },
      { emploi: 34, formation: 33, autre: 33 },
    ],
    [
      { emploi: 0, formation: 20, autre: 0 },
      { emploi: 0, formation: 100, autre: 0 },
    ],
    [
      { emploi: 1, formation: 998, autre: 1 },
      { emploi: 0, formation: 100, autre: 0 },
    ],
    [
      { emploi: 13, formation: 14, autre: 13 },
      { emploi: 33, formation: 35, autre: 32 },
    ],
  ])('%o pupils become %o', (counts, shares) => {
    expect(repartirSur100(counts)).toEqual(shares);
  });

  test('they add up to 100 and stay within one point of the exact share, whatever the counts', () => {
    for (let emploi = 0; emploi <= 40; emploi += 1) {
      for (let formation = 0; formation <= 40; formation += 1) {
        const counts = { emploi, formation, autre: 23 };
        const shares = repartirSur100(counts);
        const total = emploi + formation + 23;
        expect(shares.emploi + shares.formation + shares.autre).toBe(100);
        for (const etat of ['emploi', 'formation', 'autre'] as const) {
          expect(Math.abs(shares[etat] - (100 * counts[etat]) / total)).toBeLessThan(1);
        }
      }
    }
  });

  test('an empty or negative cohort is a mistake of the caller', () => {
    expect(() => repartirSur100({ emploi: 0, formation: 0, autre: 0 })).toThrow('invalid counts');
    expect(() => repartirSur100({ emploi: 5, formation: -1, autre: 2 })).toThrow('invalid counts');
  });
});

describe('the three shares of a record', () => {
  test("the publisher's own shares are never recomputed, even when the counts disagree", () => {
    expect(
      calculerParts({
        nb_annee_term: 40,
        nb_poursuite_etudes: 11,
        nb_en_emploi_6_mois: 20,
        taux_en_emploi_6_mois: 32,
        taux_en_formation: 28,
        taux_autres_6_mois: 40,
      }),
    ).toEqual({ parts: { emploi: 32, formation: 28, autre: 40, calcul: 'source' } });
  });

  test('rates that we made from counts give derived shares; over 100 together, the counts give them (RULES § 4.4)', () => {
    const taux = { taux_en_emploi_6_mois: 38, taux_en_formation: 43, taux_autres_6_mois: 19 };
    expect(calculerParts(taux, 'derive')).toEqual({
      parts: { emploi: 38, formation: 43, autre: 19, calcul: 'derive' },
    });
    // 109/200 → 55 and 91/200 = 45.5 → 46.
    const effectifs = { nb_annee_term: 200, nb_poursuite_etudes: 91, nb_en_emploi_6_mois: 109 };
    const arrondis = { taux_en_emploi_6_mois: 55, taux_en_formation: 46, taux_autres_6_mois: 0 };
    expect(calculerParts({ ...effectifs, ...arrondis }, 'derive')).toEqual({
      parts: { emploi: 55, formation: 45, autre: 0, calcul: 'derive' },
    });
  });

  test('without the shares, counts give them and say so', () => {
    expect(calculerParts({ nb_annee_term: 52, nb_poursuite_etudes: 31, nb_en_emploi_6_mois: 9 })).toEqual({
      parts: { emploi: 17, formation: 60, autre: 23, calcul: 'derive' },
    });
  });

  test('without counts, the two published rates give them: (100 − poursuite) × taux / 100, halves to the even number', () => {
    expect(calculerParts({ taux_poursuite_etudes: 42, taux_emploi_6_mois: 64 })).toEqual({
      parts: { emploi: 37, formation: 42, autre: 21, calcul: 'derive' },
    });
    expect(calculerParts({ taux_poursuite_etudes: 47, taux_emploi_6_mois: 50 })).toEqual({
      parts: { emploi: 26, formation: 47, autre: 27, calcul: 'derive' },
    });
  });

  test('zero is a figure: nobody employed is 0, not an absence', () => {
    expect(calculerParts({ taux_poursuite_etudes: 94, taux_emploi_6_mois: 0 })).toEqual({
      parts: { emploi: 0, formation: 94, autre: 6, calcul: 'derive' },
    });
    expect(calculerParts({ nb_annee_term: 31, nb_poursuite_etudes: 31, nb_en_emploi_6_mois: 0 })).toEqual({
      parts: { emploi: 0, formation: 100, autre: 0, calcul: 'derive' },
    });
  });

  test.each([
    ['further study known, employment hidden: too few leavers', { taux_poursuite_etudes: 80 }, 'sous_le_seuil'],
    ['a source that hides everything about a cohort of unknown size', {}, 'sous_le_seuil'],
    [
      'counts without employment, few leavers',
      { nb_annee_term: 30, nb_sortant: 5, nb_poursuite_etudes: 25 },
      'sous_le_seuil',
    ],
    [
      'counts without employment, many leavers',
      { nb_annee_term: 60, nb_sortant: 35, nb_poursuite_etudes: 25 },
      'pas_encore_publiee',
    ],
    [
      'counts that contradict each other',
      { nb_annee_term: 40, nb_sortant: 30, nb_poursuite_etudes: 30, nb_en_emploi_6_mois: 20 },
      'pas_encore_publiee',
    ],
  ])('%s: no share, with its reason', (_, mesures, absence) => {
    expect(calculerParts(mesures)).toEqual({ absence });
  });
});
