import { join } from 'node:path';

import { expect, test } from 'vitest';

import { couper } from '../../../src/fuzz/base.ts';
import { faireMutant, OPERATEURS } from '../../../src/fuzz/mutant.ts';

const dossier = couper(join(import.meta.dirname, '../../../data/demo'));

test('the small folder has every file of the demonstration, each with at least one row where it has some', () => {
  expect(dossier.size).toBeGreaterThan(25);
  for (const [nom, octets] of dossier)
    if (nom !== 'n_formation_diplome_enquete_51.csv')
      expect(octets.toString('latin1').split('\n').length, nom).toBeGreaterThan(2);
});

test('a seed and a number always give the same mutant, and another number another one', () => {
  const [first, again] = [faireMutant(dossier, 1, 700), faireMutant(dossier, 1, 700)];
  expect(again).toEqual(first);
  expect(faireMutant(dossier, 1, 700 + OPERATEURS.length).dossier).not.toEqual(first.dossier);
});

test('every operator changes something in the folder, and nothing in the clean one', () => {
  const before = new Map([...dossier].map(([nom, octets]) => [nom, Buffer.from(octets)]));
  for (const rang of OPERATEURS.keys()) {
    const mutant = faireMutant(dossier, 2, rang);
    expect(mutant.operateur).toBe(OPERATEURS[rang]?.nom);
    expect([...mutant.dossier], mutant.operateur).not.toEqual([...dossier]);
  }
  expect(new Map(dossier)).toEqual(before);
});

test('no two operators have the same name', () => {
  expect(new Set(OPERATEURS.map(({ nom }) => nom)).size).toBe(OPERATEURS.length);
});
