import { describe, expect, it } from 'vitest';

import { partEnEmploi, selectSuivi, toLignesMillesime, toPointsHorizon } from '../../../src/charts/series.ts';
import type { Fiche } from '../../../src/domain/fiche.ts';

const fiche = (fields: Partial<Fiche>): Fiche => ({
  code_certification: '50022137',
  code_certification_type: 'cfd',
  filiere: 'apprentissage',
  maille: 'nationale',
  millesime: '2022_2023',
  source: 'inserjeunes',
  parts: { emploi: 23, formation: 52, autre: 25, calcul: 'source' },
  ...fields,
});

describe('toPointsHorizon', () => {
  it('takes the share of the card at 6 months, even when the source rounds its rate otherwise', () => {
    expect(partEnEmploi(fiche({ taux_en_emploi_6_mois: 24 }), 6)).toBe(23);
  });

  it('has no point for an unknown or hidden horizon, and one for zero', () => {
    const points = toPointsHorizon(fiche({ taux_en_emploi_12_mois: null, taux_en_emploi_24_mois: 0 }));
    expect(points).toEqual([
      { mois: 6, valeur: 23 },
      { mois: 24, valeur: 0 },
    ]);
  });
});

describe('selectSuivi', () => {
  const long = fiche({ millesime: '2019_2020', taux_en_emploi_12_mois: 30, taux_en_emploi_24_mois: 40 });
  const short = fiche({ millesime: '2022_2023', taux_en_emploi_12_mois: 30 });
  const single = fiche({ millesime: '2023_2024' });

  it.each([
    ['the record followed longest wins over a newer one', [long, short, single], long],
    ['at equal length the newest wins', [{ ...short, millesime: '2021_2022' }, short], short],
    ['one point is no course of time', [single], undefined],
    ['nothing gives nothing', [], undefined],
  ])('%s', (_rule, fiches, expected) => {
    expect(selectSuivi(fiches)).toBe(expected);
  });
});

describe('toLignesMillesime', () => {
  it('keeps hidden cohorts, with words that fit the drawing', () => {
    const lignes = toLignesMillesime([
      fiche({ parts: null, absence: 'sous_le_seuil' }),
      fiche({ parts: null, absence: 'pas_encore_publiee' }),
    ]);
    expect(toLignesMillesime([fiche({ source: 'insersup' })])[0]?.source).toBe('insersup');
    expect(lignes.map(({ parts, raison }) => [parts, raison])).toEqual([
      [null, 'trop peu de jeunes'],
      [null, 'pas de chiffre publié'],
    ]);
  });
});
