import { describe, expect, test } from 'vitest';

import { ficheSchema } from '../../../../src/domain/fiche.ts';
import { MESURES } from '../../../../src/domain/indicateurs.ts';
import { CHAMPS_DE_FICHE, DICTIONNAIRE } from '../../../../src/domain/textes/dictionnaire.ts';

describe.each(MESURES)('%s', (mesure) => {
  const entry = DICTIONNAIRE[mesure];

  test('has a label, a unit, a definition and a source', () => {
    expect(entry.libelle.length).toBeGreaterThan(5);
    expect(entry.definition.length).toBeGreaterThan(30);
    expect(entry.unite).toBeTruthy();
    expect(entry.source).toMatch(/InserJeunes|InserSup/);
  });

  test('says out of whom it is, when it is a percentage', () => {
    if (mesure.startsWith('taux_')) expect(entry.denominateur).toBeTruthy();
    else expect(entry.denominateur).toBeNull();
    expect(entry.unite === '%').toBe(mesure.startsWith('taux_'));
  });
});

test('shares are out of all young people, employment rates out of leavers', () => {
  for (const mesure of MESURES) {
    if (/^taux_(en_|autres_|poursuite)/.test(mesure))
      expect(DICTIONNAIRE[mesure].denominateur).toContain('nb_annee_term');
    if (mesure.startsWith('taux_emploi_')) expect(DICTIONNAIRE[mesure].denominateur).toContain('nb_sortant');
  }
});

test('a label belongs to one figure', () => {
  const labels = MESURES.map((mesure) => DICTIONNAIRE[mesure].libelle);
  expect(new Set(labels).size).toBe(MESURES.length);
});

test('every other key of a record is described, and no key that does not exist', () => {
  const keys = Object.keys(ficheSchema.shape).filter((key) => !(MESURES as string[]).includes(key));
  expect(Object.keys(CHAMPS_DE_FICHE).sort()).toEqual(keys.sort());
});
