import { describe, expect, it } from 'vitest';

import { identite, identiteCommune, identitePropre } from '../../../src/components/identite.ts';
import { aFiche } from './records.ts';

const region = (code: string) => aFiche({ maille: 'regionale', region: code });

describe('identity attributes (PRODUCT § 8)', () => {
  it('does not say France, which is the default', () => {
    expect(identite(aFiche())).toMatchObject({
      'data-code': '50022137',
      'data-filiere': 'apprentissage',
      'data-millesime': '2022_2023',
      'data-maille': undefined,
      'data-region': undefined,
      'data-uai': undefined,
    });
  });

  it.each([
    ['a region by its code', region('53'), { 'data-maille': 'regionale', 'data-region': '53' }],
    ['a sum of regions', aFiche({ maille: 'regions', nb_regions: 12 }), { 'data-maille': 'regions' }],
    [
      'a school by its identifier, without its region',
      aFiche({ maille: 'etablissement', region: '53', uai: '0350777E' }),
      { 'data-maille': 'etablissement', 'data-uai': '0350777E', 'data-region': undefined },
    ],
  ])('names %s', (_what, fiche, expected) => {
    expect(identite(fiche)).toMatchObject(expected);
  });

  it('has a perimeter instead of a code for a whole school', () => {
    const { code_certification: _code, code_certification_type: _type, filiere: _filiere, ...rest } = aFiche();
    expect(identite({ ...rest, perimetre: 'cfa' })).toMatchObject({ 'data-perimetre': 'cfa' });
    expect(identite({ ...rest, perimetre: 'cfa' })).not.toHaveProperty('data-code');
  });
});

describe('a table says once what its rows share', () => {
  const fiches = [region('53'), region('11')];
  const commune = identiteCommune(fiches);

  it('keeps on the table what all rows share, on the row what is its own', () => {
    expect(commune).toMatchObject({ 'data-code': '50022137', 'data-maille': 'regionale' });
    expect(commune).not.toHaveProperty('data-region');
    expect(fiches.map((fiche) => identitePropre(fiche, commune))).toEqual([
      { 'data-region': '53' },
      { 'data-region': '11' },
    ]);
  });

  it('never lets a row inherit another place: France beside a region says so by not sharing', () => {
    const mixed = [aFiche(), region('53')];
    const shared = identiteCommune(mixed);
    expect(shared).not.toHaveProperty('data-maille');
    expect(identitePropre(region('53'), shared)).toMatchObject({ 'data-maille': 'regionale', 'data-region': '53' });
  });

  it('says nothing for a table without records', () => {
    expect(identiteCommune([])).toEqual({});
  });
});
