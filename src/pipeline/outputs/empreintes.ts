import { hash } from 'node:crypto';

import type { Edition } from '../../domain/edition.ts';
import type { Contexte } from './contexte.ts';

/** The list as `sha256sum` writes it, so that `sha256sum -c empreintes.txt` checks a copy of the data. */
const LISTE = 'empreintes.txt';

/**
 * Writes the SHA-256 of every data file written so far, by path, and gives that of the list: it stands for all of them. Two builds of the same exports have
 * the same one.
 */
export function writeEmpreintes({ effects }: Pick<Contexte, 'effects'>): Edition['empreinte'] {
  const lignes = [...effects.empreintes]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([path, empreinte]) => `${empreinte}  ${path}\n`);
  const liste = lignes.join('');
  effects.writeText(LISTE, liste);
  return { fichiers: lignes.length, sha256: hash('sha256', liste) };
}
