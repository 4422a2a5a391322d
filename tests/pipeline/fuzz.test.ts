import { join } from 'node:path';

import { beforeAll, describe, expect, test } from 'vitest';

import { couper } from '../../src/fuzz/base.ts';
import { essayer, faireReference, type Atelier, type Reference } from '../../src/fuzz/essai.ts';
import { faireMutant, OPERATEURS } from '../../src/fuzz/mutant.ts';
import { temporaryFolder, TODAY } from './build-folder.ts';

/** A few dozen mutants of `npm run fuzz` (docs/decisions/0019): one of each operator, and only a few of those whose figures must be built. */

const GRAINE = 1;
const CONSTRUITS = new Set(['chiffre changé', 'clé deux fois', 'ligne doublée', 'texte hostile ajouté']);

/** Mutants that were published or crashed before what they do was mended. */
const DEJA_VUS = [536, 595, 741];

let atelier: Atelier;
let reference: Reference;

beforeAll(async () => {
  atelier = { scratch: temporaryFolder(), today: TODAY };
  reference = await faireReference(couper(join(import.meta.dirname, '../../data/demo')), atelier);
});

const numbers = [
  ...OPERATEURS.flatMap(({ nom, effet }, rang) => (effet === 'rien' || CONSTRUITS.has(nom) ? rang : [])),
  ...DEJA_VUS,
];

test.each(numbers.map((numero) => [OPERATEURS[numero % OPERATEURS.length]?.nom, numero] as const))(
  '%s: a refusal that says where, or figures that are explained',
  async (_, numero) => {
    const { verdict, detail } = await essayer(faireMutant(reference.dossier, GRAINE, numero), reference, atelier);
    expect(['refuse', 'identique', 'explique'], detail).toContain(verdict);
  },
);

describe('a wrong result is seen', () => {
  const mutantOf = (nom: string): ReturnType<typeof faireMutant> =>
    faireMutant(
      reference.dossier,
      GRAINE,
      OPERATEURS.findIndex((operateur) => operateur.nom === nom),
    );

  test('a figure that nothing explains', async () => {
    const chiffres = new Map(reference.relecture.chiffres);
    // As if the pipeline gave one pupil more, in a record that the mutant does not touch, each time that it runs again.
    for (const [cle, publie] of chiffres) {
      const eleves = publie.champs.get('nb_annee_term');
      if (eleves !== undefined)
        chiffres.set(cle, { ...publie, champs: new Map([...publie.champs, ['nb_annee_term', `${eleves}1`]]) });
    }
    const wrong = { ...reference, relecture: { ...reference.relecture, chiffres } };
    const { verdict, detail } = await essayer(mutantOf('chiffre changé'), wrong, atelier);
    expect(verdict).toBe('faux');
    expect(detail).toMatch(/nb_annee_term \d+1.* became /);
  });

  test('a record that is read otherwise from a file that says the same', async () => {
    const lignes = new Map(
      [...reference.lignes].map(([nom, { lues, ...rest }]) => [nom, { ...rest, lues: lues.slice(1) }]),
    );
    for (const nom of ['BOM au début', 'fins de ligne CRLF', 'colonnes déplacées', 'lignes vides']) {
      const { verdict, detail } = await essayer(mutantOf(nom), { ...reference, lignes }, atelier);
      expect(verdict, nom).toBe('faux');
      expect(detail).toContain('accepted, and read otherwise');
    }
  });
});
