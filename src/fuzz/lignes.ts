import { readFileSync } from 'node:fs';

import type { LectureBrute } from '../pipeline/reader/types.ts';

/** A record as the reader understood it, and the line of the raw file where it begins. */
export interface LigneLue {
  texte: string;
  ligne: number;
}

/** What the reader understood of a folder: the records of each file, in order; a file without a record is there too. */
export type Lignes = ReadonlyMap<string, { kind: string; colonnes: string[]; lues: LigneLue[] }>;

/** Reads back the normalised files of the reader (one record a line, the file and the line last). */
export function lireLignes({ fichiers }: LectureBrute): Lignes {
  return new Map(
    fichiers.map(({ fichier, kind, chemin_normalise }) => {
      const [entete = '', ...lignes] = readFileSync(chemin_normalise, 'utf8').split('\n').slice(0, -1);
      const lues = lignes.map((ligne) => ({
        texte: ligne.slice(0, ligne.lastIndexOf(',', ligne.lastIndexOf(',') - 1)),
        ligne: Number(ligne.slice(ligne.lastIndexOf(',') + 1)),
      }));
      return [fichier, { kind, colonnes: entete.split(','), lues }];
    }),
  );
}

/** How many times each text comes. */
export function compter(textes: Iterable<string>): Map<string, number> {
  const compte = new Map<string, number>();
  for (const texte of textes) compte.set(texte, (compte.get(texte) ?? 0) + 1);
  return compte;
}

/** What `left` holds and `right` does not, each as many times as it does. */
export function moins<T>(left: readonly T[], right: readonly T[], texteDe: (item: T) => string): T[] {
  const reste = compter(right.map(texteDe));
  return left.filter((item) => {
    const texte = texteDe(item);
    const count = reste.get(texte) ?? 0;
    if (count > 0) reste.set(texte, count - 1);
    return count === 0;
  });
}

/** Numbers of the lines of `octets` that `others` does not hold as they are. */
export function lignesChangees(octets: Buffer | undefined, others: Buffer | undefined): Set<number> {
  const linesOf = (bytes: Buffer | undefined): { texte: string; ligne: number }[] =>
    (bytes?.toString('latin1') ?? '')
      .split('\n')
      .map((ligne, index) => ({ texte: ligne.replace(/\r$/, ''), ligne: index + 1 }));
  return new Set(moins(linesOf(octets), linesOf(others), ({ texte }) => texte).map(({ ligne }) => ligne));
}
