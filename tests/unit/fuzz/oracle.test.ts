import { describe, expect, test } from 'vitest';

import { jugerErreur } from '../../../src/fuzz/essai.ts';
import { lignesChangees, moins, type Lignes } from '../../../src/fuzz/lignes.ts';
import { chiffresSansCause, comparerLectures, sansCause, touches } from '../../../src/fuzz/oracle.ts';
import type { Chiffres } from '../../../src/fuzz/publies.ts';
import { DataError, UserError } from '../../../src/lib/errors.ts';

/** The oracle of the fuzz run: these are the wrong results that it must not let through. */

const FICHIER = 'inserjeunes-national.csv';
const COLONNES = ['millesime', 'id_mefstat11', 'id_mesure', 'valeur_mesure'];
const dossier = (...lignes: string[]): Map<string, Buffer> =>
  new Map([[FICHIER, Buffer.from(`${lignes.join('\n')}\n`)]]);
const lecture = (...textes: string[]): Lignes =>
  new Map([
    [
      FICHIER,
      {
        kind: 'inserjeunes_national',
        colonnes: COLONNES,
        lues: textes.map((texte, rang) => ({ texte, ligne: rang + 2 })),
      },
    ],
  ]);

describe('what is read', () => {
  const propre = dossier('entete', '2023;A;nb;40', '2023;B;nb;50');
  const lue = lecture('2023,A,nb,40', '2023,B,nb,50');

  test('a line that changed explains its own record', () => {
    const mutant = dossier('entete', '2023;A;nb;41', '2023;B;nb;50');
    expect(sansCause([FICHIER], propre, mutant, [lue, lecture('2023,A,nb,41', '2023,B,nb,50')])).toEqual([]);
  });

  test('it does not explain the record of another line', () => {
    const mutant = dossier('entete', '2023;A;nb;41', '2023;B;nb;50');
    expect(sansCause([FICHIER], propre, mutant, [lue, lecture('2023,A,nb,41', '2023,B,nb,51')])).toEqual([
      `${FICHIER}:3 is no longer read: 2023,B,nb,50`,
      `${FICHIER}:3 is read otherwise: 2023,B,nb,51`,
    ]);
  });

  test('nor that another line is no longer read', () => {
    const mutant = dossier('entete', '2023;A;nb;"41', '2023;B;nb;50');
    expect(sansCause([FICHIER], propre, mutant, [lue, lecture()])).toEqual([
      `${FICHIER}:3 is no longer read: 2023,B,nb,50`,
    ]);
  });

  test('a line in another place, or twice, is the same line', () => {
    const [here, there] = [Buffer.from('a\nb\nc\n'), Buffer.from('c\na\r\nb\nb\n')];
    expect(lignesChangees(here, there)).toEqual(new Set());
    expect(lignesChangees(there, here)).toEqual(new Set([4]));
    expect(moins([1, 1, 2], [1], String)).toEqual([1, 2]);
  });
});

describe('what is published', () => {
  const chiffres = (...fiches: [cle: string, code: string, eleves: number, uai?: string][]): Chiffres =>
    new Map(
      fiches.map(([cle, code, eleves, uai]) => [
        cle,
        {
          code,
          noms: [code, ...(uai === undefined ? [] : [uai])],
          champs: new Map([['nb_annee_term', String(eleves)]]),
        },
      ]),
    );
  const ecarts = comparerLectures(lecture('2023,AAAA,nb,40'), lecture('2023,AAAA,nb,41'));
  const touched = touches(ecarts, []);

  test('the course of a changed record is touched', () => {
    expect(touched).toEqual(new Set(['AAAA']));
  });

  test('a figure that differs is explained by its course, its school or the places of the same course', () => {
    expect(chiffresSansCause(chiffres(['a', 'AAAA', 40]), chiffres(['a', 'AAAA', 41]), touched)).toEqual([]);
    const school = new Set(['0010856A']);
    const [before, after] = [
      chiffres(['b', 'BBBB', 40, '0010856A'], ['c', 'BBBB', 1]),
      chiffres(['b', 'BBBB', 41, '0010856A'], ['c', 'BBBB', 2]),
    ];
    expect(chiffresSansCause(before, after, school)).toEqual([]);
  });

  test('a figure of a course that nothing touched is wrong, whether it changes, comes or goes', () => {
    const before = chiffres(['a', 'AAAA', 40], ['b', 'BBBB', 50], ['c', 'CCCC', 60]);
    const after = chiffres(['a', 'AAAA', 41], ['b', 'BBBB', 51], ['d', 'DDDD', 70]);
    expect(chiffresSansCause(before, after, touched)).toEqual([
      'b: nb_annee_term 50 became nb_annee_term 51',
      'c: nb_annee_term 60 became nothing',
      'd: nothing became nb_annee_term 70',
    ]);
  });

  test('where nothing may differ, a touched course explains nothing', () => {
    expect(chiffresSansCause(chiffres(['a', 'AAAA', 40]), chiffres(['a', 'AAAA', 41]), new Set())).toHaveLength(1);
  });
});

describe('how a build stops', () => {
  const fault = { source: FICHIER, line: 3, expected: 'a number', received: '"x"', todo: 'Correct it.' };

  test('a fault with its file and what to do is a refusal', () => {
    expect(jugerErreur(new DataError([fault]), [FICHIER]).verdict).toBe('refuse');
  });

  test.each([
    ['a fault without a file', new DataError([fault, { ...fault, source: '' }])],
    ['a fault of a file that is not there', new DataError([{ ...fault, source: 'autre.csv' }])],
    ['a fault that does not say what to do', new DataError([{ ...fault, todo: '' }])],
    ['a refusal that names no file', new UserError('something is wrong')],
    ['a mistake of ours', new TypeError('undefined is not a function')],
    ['an error of the engine', new Error('INTERNAL Error: vector index out of bounds')],
  ])('%s is a crash', (_, error) => {
    expect(jugerErreur(error, [FICHIER]).verdict).toBe('plante');
  });
});
