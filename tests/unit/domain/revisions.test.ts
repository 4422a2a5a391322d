import { describe, expect, test } from 'vitest';

import { ficheAnterieureSchema, type FicheAnterieure } from '../../../src/domain/edition-anterieure.ts';
import { cleDeFiche, compareFiches, denominateur, mailleDeRevision } from '../../../src/domain/revisions.ts';

const fiche = (changes: Partial<FicheAnterieure> = {}): FicheAnterieure => ({
  maille: 'regionale',
  millesime: '2022_2023',
  region: '53',
  filiere: 'pro',
  code_certification: '23220022190',
  nb_annee_term: 50,
  nb_sortant: 40,
  parts: { emploi: 40, formation: 20, autre: 40 },
  taux_emploi_6_mois: 50,
  ...changes,
});

describe('two records of the same thing', () => {
  test('the same figures are identical, whatever else was written', () => {
    expect(compareFiches(fiche(), fiche())).toEqual({
      classe: 'identiques',
      changes: [],
      masques: [],
      montres: [],
      ajoutes: [],
      retires: [],
    });
  });

  test('each figure with another value is told with both', () => {
    const { classe, changes } = compareFiches(
      fiche(),
      fiche({ parts: { emploi: 42, formation: 20, autre: 38 }, taux_emploi_6_mois: 0 }),
    );
    expect(classe).toBe('changees');
    expect(changes).toEqual([
      { chiffre: 'part_emploi', avant: 40, apres: 42 },
      { chiffre: 'part_autre', avant: 40, apres: 38 },
      { chiffre: 'taux_emploi_6_mois', avant: 50, apres: 0 },
    ]);
  });

  test('a record newly hidden tells which figures, and keeps its headcount alone', () => {
    const hidden = fiche({ nb_annee_term: 18, nb_sortant: null, parts: null, taux_emploi_6_mois: null });
    expect(compareFiches(fiche(), hidden)).toMatchObject({
      classe: 'masquees',
      changes: [{ chiffre: 'nb_annee_term', avant: 50, apres: 18 }],
      masques: ['part_emploi', 'part_formation', 'part_autre', 'nb_sortant', 'taux_emploi_6_mois'],
    });
    expect(compareFiches(hidden, fiche())).toMatchObject({
      classe: 'montrees',
      montres: ['part_emploi', 'part_formation', 'part_autre', 'nb_sortant', 'taux_emploi_6_mois'],
    });
  });

  test('one figure hidden since makes a record hidden, even beside figures shown since or changed', () => {
    const avant = fiche({ taux_emploi_12_mois: null });
    const apres = fiche({ taux_emploi_6_mois: null, taux_emploi_12_mois: 55, nb_sortant: 19 });
    expect(compareFiches(avant, apres)).toMatchObject({
      classe: 'masquees',
      masques: ['taux_emploi_6_mois'],
      montres: ['taux_emploi_12_mois'],
      changes: [{ chiffre: 'nb_sortant', avant: 40, apres: 19 }],
    });
  });

  test('a figure that one edition does not know is added or withdrawn, and hidden to unknown is nothing', () => {
    const sans = { ...fiche(), taux_emploi_6_mois: undefined };
    expect(compareFiches(sans, fiche())).toMatchObject({ classe: 'changees', ajoutes: ['taux_emploi_6_mois'] });
    expect(compareFiches(fiche(), sans)).toMatchObject({ classe: 'changees', retires: ['taux_emploi_6_mois'] });
    expect(compareFiches(fiche({ taux_emploi_6_mois: null }), sans).classe).toBe('identiques');
  });
});

test.each<[Partial<FicheAnterieure>, string]>([
  [{}, 'regionale 2022_2023 53 pro 23220022190'],
  // A school that changes region is the same school.
  [{ maille: 'etablissement', uai: '0359991V', region: '52' }, 'etablissement 2022_2023 0359991V pro 23220022190'],
  [{ maille: 'etablissement', uai: '0359992W', perimetre: 'cfa' }, 'etablissement 2022_2023 0359992W cfa'],
])('a record is recognised by its place, millésime and code: %o', (changes, key) => {
  expect(cleDeFiche(fiche(changes))).toBe(key);
});

test('a whole school has a scope of its own, and each rate its denominator', () => {
  expect(mailleDeRevision(fiche())).toBe('regionale');
  expect(mailleDeRevision(fiche({ maille: 'etablissement', perimetre: 'cfa' }))).toBe('ensemble');
  expect(denominateur(fiche(), 'part_emploi')).toBe(50);
  expect(denominateur(fiche(), 'taux_emploi_6_mois')).toBe(40);
  expect(denominateur(fiche({ nb_sortant: null }), 'taux_emploi_6_mois')).toBeUndefined();
});

test('a record of an older shape is read, one with a text for a figure is not', () => {
  const old = { maille: 'nationale', millesime: '2022', parts: null, couleur: 'rose' };
  expect(ficheAnterieureSchema.parse(old)).toEqual({ maille: 'nationale', millesime: '2022', parts: null });
  expect(ficheAnterieureSchema.safeParse({ ...old, taux_emploi_6_mois: '50' }).success).toBe(false);
  expect(ficheAnterieureSchema.safeParse({ ...old, millesime: 'hier' }).success).toBe(false);
});
