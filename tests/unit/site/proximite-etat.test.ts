import { expect, test } from 'vitest';

import { toChoix } from '../../../src/components/proximite-choix.ts';
import { ecrireEtat, lireEtat } from '../../../src/components/proximite-etat.ts';
import { ecolesParCommune } from '../../../src/components/regions.ts';

test('what is asked is written and read again', () => {
  const fragment = 'commune=rennes&type=cap&voie=pro&formation=cap-cuisine-50022139';
  expect(lireEtat(`#${fragment}`)).toEqual({
    commune: 'rennes',
    type: 'cap',
    filiere: 'pro',
    formation: 'cap-cuisine-50022139',
  });
  expect(ecrireEtat(lireEtat(`#${fragment}`))).toBe(fragment);
  expect(ecrireEtat(lireEtat('#voie=pro&commune=Rennes'))).toBe('commune=rennes&voie=pro');
});

test.each([
  '',
  '#',
  '#commune=',
  '#commune=../x',
  '#commune=https://x.fr',
  '#voie=constructor',
  '#de-a-a-z',
  '#%E0%A4',
])('what is not of the grammar is left out: « %s »', (hash) => expect(ecrireEtat(lireEtat(hash))).toBe(''));

const FICHIER = {
  types: [
    { slug: 'cap', libelle: 'CAP' },
    { slug: 'bts', libelle: 'BTS' },
  ],
  offres: [
    { slug: 'cap-macon-1', titre: 'CAP Maçon', type: 'cap', filiere: 'pro' as const },
    { slug: 'cap-macon-0', titre: 'CAP Maçon', type: 'cap', filiere: 'pro' as const, est_fermee: true as const },
    { slug: 'cap-cuisine-2', titre: 'CAP Cuisine', type: 'cap', filiere: 'apprentissage' as const },
    { slug: 'bts-banque-3', titre: 'BTS Banque', type: 'bts', filiere: 'pro' as const },
  ],
};
const labels = (options: { libelle: string }[]): string[] => options.map(({ libelle }) => libelle);

test('formations are offered within a type and a track, in the order of the alphabet, a closed diploma as such', () => {
  expect(labels(toChoix([FICHIER], { type: 'cap' }).formations)).toEqual([
    'Toutes',
    'CAP Cuisine',
    'CAP Maçon',
    'CAP Maçon (diplôme fermé)',
  ]);
  expect(labels(toChoix([FICHIER], { type: 'cap', filiere: 'apprentissage' }).formations)).toEqual([
    'Toutes',
    'CAP Cuisine',
  ]);
  expect(labels(toChoix([FICHIER], {}).formations)).toEqual(["Choisissez d'abord un type de diplôme"]);
});

test('a formation asked by the address chooses its type; one that no school here has stays in sight', () => {
  expect(toChoix([FICHIER], { formation: 'bts-banque-3' }).type).toBe('bts');
  expect(toChoix([FICHIER], { formation: 'mc-rare-9' }).formations.map(({ valeur }) => valeur)).toEqual([
    '',
    'mc-rare-9',
  ]);
});

test('the list without scripts has one heading a town, however the town is written, and the unknown ones last', () => {
  const groups = ecolesParCommune([
    { commune: 'Saint-Malo', nom: 'a' },
    { commune: 'SAINT MALO', nom: 'b' },
    { nom: 'c' },
    { commune: 'Étel', nom: 'd' },
    { commune: 'Fougères', nom: 'e' },
  ]);
  expect(groups.map(({ nom, lettre, etablissements }) => [nom, lettre, etablissements.length])).toEqual([
    ['Étel', 'E', 1],
    ['Fougères', 'F', 1],
    ['Saint-Malo', 'S', 2],
    ['Commune inconnue des sources', '?', 1],
  ]);
});
