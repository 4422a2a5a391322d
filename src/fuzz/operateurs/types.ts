import type { Random } from '../../generator/random.ts';

/**
 * What may differ once the damaged folder is built; a refusal is always right.
 * - `rien`: the records are the same, written otherwise, or the file is broken as a whole: nothing may differ
 * - `repetition`: records come several times or in another order: no figure may differ
 * - `touche`: some cells say something else: what comes from them may differ
 */
export type Effet = 'rien' | 'repetition' | 'touche';

/** One way to damage a file, or to write the same file otherwise. */
export interface Operateur {
  readonly nom: string;
  readonly effet: Effet;
  /** The damaged bytes; undefined when this file gives no place for it. Same bytes and same numbers, same result. */
  readonly muter: (octets: Buffer, random: Random) => Buffer | undefined;
}

export const neutre = (nom: string, muter: Operateur['muter']): Operateur => ({ nom, effet: 'rien', muter });
export const repetition = (nom: string, muter: Operateur['muter']): Operateur => ({ nom, effet: 'repetition', muter });
export const libre = (nom: string, muter: Operateur['muter']): Operateur => ({ nom, effet: 'touche', muter });

/** A file as lines and cells, each byte a character: what is written back has the same bytes elsewhere. */
export interface Feuille {
  entete: string[];
  rangees: string[][];
}

const SEPARATEURS = [';', '|', '\t', ','];

export function separateurDe(octets: Buffer): string {
  const [entete = ''] = octets.toString('latin1').split('\n', 1);
  const count = (signe: string): number => entete.split(signe).length;
  return SEPARATEURS.reduce((best, signe) => (count(signe) > count(best) ? signe : best));
}

/** Changes a file as a table. Cells keep their quotes; undefined when a quoted cell holds a separator or a line feed, or when there is no row. */
export function surFeuille(octets: Buffer, changer: (feuille: Feuille) => Feuille | undefined): Buffer | undefined {
  const separateur = separateurDe(octets);
  const lignes = octets.toString('latin1').split('\n');
  const fin = lignes.at(-1) === '' ? '\n' : '';
  const [entete = [], ...rangees] = lignes
    .slice(0, fin === '' ? undefined : -1)
    .map((ligne) => ligne.split(separateur));
  if (rangees.length === 0 || rangees.some((rangee) => rangee.length !== entete.length)) return undefined;
  const feuille = changer({ entete, rangees });
  return (
    feuille &&
    Buffer.from([feuille.entete, ...feuille.rangees].map((row) => row.join(separateur)).join('\n') + fin, 'latin1')
  );
}

/** Changes the lines of a file, header first, without the end of the last one. */
export function surLignes(octets: Buffer, changer: (lignes: string[]) => string[] | undefined): Buffer | undefined {
  const lignes = octets.toString('latin1').replace(/\n$/, '').split('\n');
  const changed = lignes.length < 2 ? undefined : changer(lignes);
  return changed && Buffer.from(`${changed.join('\n')}\n`, 'latin1');
}

/** Characters of text as the bytes of UTF-8, in a file that is handled byte by byte. */
export const enOctets = (texte: string): string => Buffer.from(texte, 'utf8').toString('latin1');
