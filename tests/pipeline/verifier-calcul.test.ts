import { describe, expect, test } from 'vitest';

import { CODE, IDENTITE, json, messageDe, NORMANDIE } from './verifier-arbre.ts';

describe('a hidden record that can be computed', () => {
  const fiche = (
    lieu: Record<string, unknown>,
    effectif: number,
    millesime = '2022_2023',
    filiere = 'pro',
  ): Record<string, unknown> => ({
    ...{ ...IDENTITE, filiere, millesime, ...lieu, nb_annee_term: effectif },
    nb_sortant: effectif < 20 ? null : effectif - 3,
  });
  const cachee = (lieu: Record<string, unknown>, effectif: number): Record<string, unknown> => ({
    ...fiche(lieu, effectif),
    nb_sortant: null,
  });
  const ecole = (uai: string, code: string): Record<string, unknown> => ({ uai, region: { code } });

  test.each<[string, Record<string, unknown>[], string]>([
    [
      'from France and its other regions',
      [fiche({}, 60, '2022'), fiche({}, 40, '2023'), fiche({ region: '11' }, 88), fiche({ region: '28' }, 12)],
      `"${NORMANDIE}" (12 pupils)`,
    ],
    [
      'from a region and its other schools',
      [fiche({ region: '53' }, 70), fiche(ecole('0350001A', '53'), 58), fiche(ecole('0350002B', '53'), 12)],
      `"pro ${CODE} 2022_2023 0350002B" (12 pupils)`,
    ],
    [
      'from its visible schools',
      [cachee({ region: '53' }, 28), fiche(ecole('0350001A', '53'), 28)],
      `"pro ${CODE} 2022_2023 53" (28 pupils)`,
    ],
    [
      'from two pooled years and the other year',
      [
        fiche(ecole('0350001A', '53'), 40, '2022_2023', 'superieur'),
        fiche(ecole('0350001A', '53'), 28, '2022', 'superieur'),
        fiche(ecole('0350001A', '53'), 12, '2023', 'superieur'),
      ],
      `"superieur ${CODE} 2023 0350001A" (12 pupils)`,
    ],
    [
      'although no record names it: pupils that no region counts',
      [fiche({}, 60, '2022'), fiche({}, 40, '2023'), fiche({ region: '11' }, 88)],
      'pupils that no record counts (12 pupils)',
    ],
    [
      'with another one, too few together',
      [
        fiche({}, 60, '2022'),
        fiche({}, 40, '2023'),
        fiche({ region: '11' }, 81),
        fiche({ region: '28' }, 10),
        fiche({ region: '53' }, 9),
      ],
      `"${NORMANDIE}" + "pro ${CODE} 2022_2023 53" (19 pupils)`,
    ],
    [
      'from two sums that say nothing alone',
      [
        ...[fiche({}, 60, '2022'), fiche({}, 40, '2023'), fiche({ region: '11' }, 60), fiche({ region: '28' }, 12)],
        cachee({ region: '53' }, 28),
        ...[fiche(ecole('0350001A', '53'), 25)],
      ],
      `"${NORMANDIE}" (15 pupils)`,
    ],
    [
      'from a sum of regions that holds a hidden one',
      [
        fiche({ maille: 'regions' }, 72),
        fiche({ maille: 'regionale', region: '11' }, 60),
        fiche({ maille: 'regionale', region: '28' }, 12),
      ],
      `"${NORMANDIE}" (12 pupils)`,
    ],
    [
      'from a sum of codes',
      [
        fiche({}, 40, '2023'),
        { ...fiche({}, 12, '2023'), code_certification: '23210022190' },
        {
          millesime: '2023',
          filiere: 'pro',
          codes_certifications: [CODE, '23210022190'],
          nb_annee_term: 52,
          nb_sortant: 40,
        },
      ],
      '"pro 23210022190 2023 FR" (12 pupils)',
    ],
  ])('%s', async (_, fiches, found) => {
    const message = await messageDe({ 'a.json': json(fiches) }, new Set());
    expect(message).toContain(`computable: ${found}`);
    // Without the wide record, or the visible one, there is nothing to compute from.
    expect(await messageDe({ 'a.json': json(fiches.slice(-1)) }, new Set())).toBe('');
  });

  test('two hidden regions of 20 pupils together cannot be told apart', async () => {
    const fiches = [
      fiche({}, 60, '2022'),
      fiche({}, 40, '2023'),
      fiche({ region: '11' }, 80),
      fiche({ region: '28' }, 12),
      fiche({ region: '53' }, 8),
    ];
    expect(await messageDe({ 'a.json': json(fiches) }, new Set())).toBe('');
  });

  test('a copy of a cohort is not counted twice', async () => {
    const copie = {
      ...fiche({ region: '28' }, 12),
      code_certification: '23210022190',
      donnee_source: { type: 'ancienne', code_certification: CODE },
    };
    const agregat = {
      millesime: '2022_2023',
      filiere: 'pro',
      region: { code: '28' },
      codes_certifications: [CODE, '23210022190'],
      nb_annee_term: 24,
      nb_sortant: 18,
    };
    // The same 12 pupils twice: half the sum is the hidden record.
    expect(await messageDe({ 'a.json': json([fiche({ region: '28' }, 12), copie, agregat]) }, new Set())).toContain(
      `computable: "${NORMANDIE}" (12 pupils)`,
    );
  });
});
