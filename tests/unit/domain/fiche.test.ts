import { expect, test } from 'vitest';

import { ficheSchema, partsSchema } from '../../../src/domain/fiche.ts';

const fiche = {
  code_certification: '50022137',
  code_certification_type: 'cfd',
  filiere: 'apprentissage',
  maille: 'nationale',
  millesime: '2023',
  source: 'inserjeunes',
  parts: { emploi: 23, formation: 52, autre: 25, calcul: 'source' },
};

test.each([
  ['shares and known figures', { ...fiche, taux_emploi_6_mois: 0 }, true],
  ['no shares, with the reason', { ...fiche, parts: null, absence: 'sous_le_seuil', nb_sortant: null }, true],
  ['no shares and no reason', { ...fiche, parts: null }, false],
  [
    'a hidden figure with its reason',
    { ...fiche, taux_emploi_6_mois: null, absences: { taux_emploi_6_mois: 'sous_le_seuil' } },
    true,
  ],
  ['a hidden figure without its reason', { ...fiche, taux_emploi_6_mois: null }, false],
  ['a reason that is not in the list', { ...fiche, parts: null, absence: 'secret' }, false],
  ['a key that nobody described', { ...fiche, taux_de_reussite: 90 }, false],
  ['a percentage over 100', { ...fiche, taux_emploi_6_mois: 101 }, false],
])('%s may be published: %#', (_, value, expected) => expect(ficheSchema.safeParse(value).success).toBe(expected));

test('three shares that do not add up to 100 are refused', () => {
  expect(partsSchema.safeParse({ emploi: 23, formation: 52, autre: 26, calcul: 'source' }).success).toBe(false);
});
