import { describe, expect, test } from 'vitest';

import { protegerCellules } from '../../../src/domain/secret.ts';
import type { Cellule } from '../../../src/domain/secret-relations.ts';
import { SEUIL_PUBLICATION } from '../../../src/domain/publication.ts';

interface Lieu {
  region?: string;
  uai?: string;
}

/** A cell; hidden when the threshold hides it. `null` = of unknown size. */
function cellule(
  millesime: string,
  { region, uai }: Lieu,
  effectif: number | null,
  extra: Partial<Cellule> = {},
): Cellule {
  const maille = uai !== undefined ? 'etablissement' : region !== undefined ? 'regionale' : 'nationale';
  return {
    cle: `${maille} ${millesime} ${region ?? ''} ${uai ?? ''}`,
    maille,
    millesime,
    region: region ?? null,
    uai: uai ?? null,
    effectif,
    cachee: effectif === null || effectif < SEUIL_PUBLICATION,
    ...extra,
  };
}
const france = (annee: string, effectif: number | null): Cellule => cellule(annee, {}, effectif);
const region = (code: string, effectif: number | null, millesime = '2022_2023'): Cellule =>
  cellule(millesime, { region: code }, effectif);
const ecole = (uai: string, code: string, effectif: number | null, extra: Partial<Cellule> = {}): Cellule =>
  cellule('2022_2023', { region: code, uai }, effectif, extra);

/** What is hidden, as `place size: sum`. */
const protegees = (cellules: Cellule[], filiere: 'pro' | 'superieur' = 'pro'): string[] =>
  [...protegerCellules(filiere, cellules).protegees].map(
    ([{ uai, region: code, millesime, effectif }, genre]) => `${uai ?? code ?? millesime} ${effectif ?? '?'}: ${genre}`,
  );

describe('France less its regions', () => {
  const deuxAns = [france('2022', 60), france('2023', 40)];

  test('a single hidden region: the smallest visible one is hidden with it', () => {
    expect(protegees([...deuxAns, region('11', 60), region('53', 28), region('28', 12)])).toEqual([
      '53 28: nationale_regions',
    ]);
  });

  test('two hidden regions of 20 pupils together: nothing more; of 19: one more', () => {
    expect(protegees([...deuxAns, region('11', 80), region('53', 10), region('28', 10)])).toEqual([]);
    expect(
      protegees([france('2022', 60), france('2023', 39), region('11', 80), region('53', 10), region('28', 9)]),
    ).toEqual(['11 80: nationale_regions']);
  });

  test('pupils that no region counts: fewer than 20 are hidden among more, 20 or nobody are not', () => {
    expect(protegees([...deuxAns, region('11', 60), region('53', 21)])).toEqual(['53 21: nationale_regions']);
    expect(protegees([...deuxAns, region('11', 60), region('53', 20)])).toEqual([]);
    expect(protegees([...deuxAns, region('11', 60), region('53', 40)])).toEqual([]);
  });

  test('a hidden region among pupils that no record counts is not alone', () => {
    expect(protegees([...deuxAns, region('11', 75), region('28', 12)])).toEqual([]);
    expect(protegees([...deuxAns, region('11', 82), region('28', 12)])).toEqual(['11 82: nationale_regions']);
  });

  test('a hidden year, all regions visible: regions are hidden until 20 pupils stand between', () => {
    const annees = [france('2022', 12), france('2023', 100)];
    expect(protegees([...annees, region('11', 60), region('53', 30), region('28', 22)])).toEqual([
      '28 22: nationale_regions',
    ]);
  });

  test('two hidden years of 20 pupils together give nothing away', () => {
    expect(protegees([france('2022', 12), france('2023', 15), region('11', 27)])).toEqual([]);
  });

  test('no visible region left: the smaller year is hidden', () => {
    expect(
      protegees([
        france('2023', 40),
        france('2022', 60),
        cellule('2022_2023', { region: '28' }, 100, { cachee: true }),
      ]),
    ).toEqual(['2023 40: nationale_regions']);
  });

  test('of the same size: the order of keys', () => {
    expect(protegees([...deuxAns, region('53', 44), region('28', 12), region('11', 44)])).toEqual([
      '11 44: nationale_regions',
    ]);
  });

  test('one of the two years unknown to the sources: no sum', () => {
    expect(protegees([france('2023', 40), region('11', 28), region('28', 12)])).toEqual([]);
  });

  test('visible regions that count more than France contradict it: no sum', () => {
    const cellules = [...deuxAns, region('11', 95), region('28', 12), region('53', 21)];
    expect(protegerCellules('pro', cellules)).toMatchObject({ relations: 0, contradictoires: 1 });
    expect(protegees(cellules)).toEqual([]);
  });

  test('an empty cohort has nothing to hide', () => {
    expect(protegees([...deuxAns, region('11', 60), region('53', 40), region('28', 0)])).toEqual([]);
  });

  test('schools of a region without a record stand for it', () => {
    const ecoles = [ecole('0350001A', '53', 28), ecole('0350002B', '53', 12)];
    expect(protegees([...deuxAns, region('11', 60), ...ecoles])).toEqual(['0350001A 28: nationale_regions']);
  });
});

describe('a region less its schools', () => {
  test('a single hidden school: the smallest visible one is hidden with it', () => {
    expect(
      protegees([
        region('53', 100),
        ecole('0350001A', '53', 58),
        ecole('0350002B', '53', 30),
        ecole('0350003C', '53', 12),
      ]),
    ).toEqual(['0350002B 30: region_etablissements']);
  });

  test('a region hidden to protect another is protected from its schools', () => {
    const cellules = [
      ...[france('2022', 60), france('2023', 40)],
      ...[region('11', 60), region('53', 28), region('28', 12)],
      ecole('0350001A', '53', 28),
    ];
    expect(protegees(cellules)).toEqual(['53 28: nationale_regions', '0350001A 28: region_etablissements']);
  });

  test('a whole without a visible part left is hidden, and so is what it gives away above', () => {
    const cellules = [
      ...[france('2022', 90), france('2023', 60)],
      ...[region('11', 90), region('53', 60)],
      ecole('0350001A', '53', 60, { cachee: true }),
    ];
    expect(protegees(cellules)).toEqual(['53 60: region_etablissements', '11 90: nationale_regions']);
  });

  test('a school of unknown size counts as pupils of no record', () => {
    expect(protegees([region('53', 60), ecole('0350001A', '53', 40), ecole('0350002B', '53', null)])).toEqual([]);
    expect(protegees([region('53', 59), ecole('0350001A', '53', 40), ecole('0350002B', '53', null)])).toEqual([
      '0350001A 40: region_etablissements',
    ]);
  });

  test('rates of an unknown number of pupils hide nobody', () => {
    const taux = ecole('0350003C', '53', null, { cachee: false });
    const cellules = [region('53', 100), ecole('0350001A', '53', 40), ecole('0350002B', '53', 12)];
    expect(protegees(cellules)).toEqual([]);
    expect(protegees([...cellules, taux])).toEqual(['0350001A 40: region_etablissements']);
  });
});

describe('two pooled years less one of them', () => {
  const uai = { uai: '0350001A', region: '53' };
  const [cumul, avant, apres] = ['2022_2023', '2022', '2023'] as const;

  test('one year under the threshold: the other is hidden, not the pool', () => {
    expect(protegees([cellule(cumul, uai, 40), cellule(avant, uai, 12), cellule(apres, uai, 28)], 'superieur')).toEqual(
      ['2023 28: promotions_cumulees'.replace('2023', '0350001A')],
    );
  });

  test('the other year in no record at all: hidden too when fewer than 20 pupils are in it', () => {
    expect(protegees([cellule(cumul, uai, 40), cellule(apres, uai, 28)], 'superieur')).toEqual([
      '0350001A 28: promotions_cumulees',
    ]);
    expect(protegees([cellule(cumul, uai, 48), cellule(apres, uai, 28)], 'superieur')).toEqual([]);
  });

  test('both years hidden: the pool of 20 pupils stays', () => {
    expect(protegees([cellule(cumul, uai, 27), cellule(avant, uai, 12), cellule(apres, uai, 15)], 'superieur')).toEqual(
      [],
    );
  });
});

test('sums that are safe one by one and not together: hidden years in a chain', () => {
  const annees = [france('2020', 7), france('2021', 15), france('2022', 14), france('2023', 6)];
  const regions = [region('11', 22, '2020_2021'), region('11', 29, '2021_2022')];
  // 7 + 15 = 22, 15 + 14 = 29: nothing follows for a group of fewer than 20.
  expect(protegees([...annees, ...regions])).toEqual([]);
  // With 14 + 6 = 20: 22 − 29 + 20 = 13 = 2020 and 2023 together.
  expect(protegees([...annees, ...regions, region('11', 20, '2022_2023')])).toEqual(['11 20: nationale_regions']);
});

test('higher education: France is not the sum of its schools', () => {
  const cellules = [
    france('2023', 40),
    cellule('2023', { uai: '0350001A', region: '53' }, 28),
    cellule('2023', { uai: '0350002B', region: '53' }, 12),
  ];
  expect(protegerCellules('superieur', cellules)).toMatchObject({ relations: 0 });
  expect(protegerCellules('pro', cellules)).toMatchObject({ relations: 1 });
});

test('the order in which cells come changes nothing', () => {
  const cellules = [
    ...[france('2021', 90), france('2022', 60), france('2023', 40)],
    ...[
      region('11', 60),
      region('53', 28),
      region('28', 12),
      region('11', 90, '2021_2022'),
      region('53', 60, '2021_2022'),
    ],
    ...[
      ecole('0350001A', '53', 16),
      ecole('0350002B', '53', 12),
      ecole('0750001A', '11', 40),
      ecole('0750002B', '11', 20),
    ],
  ];
  expect(new Set(protegees(cellules.toReversed()))).toEqual(new Set(protegees(cellules)));
});
