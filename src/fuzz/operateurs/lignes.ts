import { libre, neutre, repetition, surFeuille, surLignes, type Operateur } from './types.ts';

/** Lines that end otherwise, come twice, go away or change places. */
export const OPERATEURS_DE_LIGNES: readonly Operateur[] = [
  neutre('fins de ligne CRLF', (octets) =>
    surLignes(octets, (lignes) => lignes.map((ligne) => `${ligne.trimEnd()}\r`)),
  ),
  neutre('fins de ligne mêlées', (octets, random) =>
    surLignes(octets, (lignes) =>
      lignes.map((ligne) => (random.chance(0.5) ? `${ligne.replace(/\r$/, '')}\r` : ligne)),
    ),
  ),
  neutre('fins de ligne CR', (octets) => Buffer.from(octets.toString('latin1').replace(/\r?\n/g, '\r'), 'latin1')),
  neutre('lignes vides', (octets, random) =>
    surLignes(octets, (lignes) => lignes.flatMap((ligne) => (random.chance(0.1) ? [ligne, ''] : [ligne]))),
  ),
  neutre('sans fin de ligne', (octets) => Buffer.from(octets.toString('latin1').replace(/\r?\n$/, ''), 'latin1')),
  repetition('ligne doublée', (octets, random) =>
    surLignes(octets, (lignes) => {
      const at = random.int(1, lignes.length - 1);
      return lignes.toSpliced(at, 0, lignes[at] ?? '');
    }),
  ),
  neutre('entête répétée', (octets, random) =>
    surLignes(octets, (lignes) =>
      lignes.toSpliced(random.int(1, lignes.length), 0, lignes[0]?.replace(/^\xef\xbb\xbf/, '') ?? ''),
    ),
  ),
  libre('ligne retirée', (octets, random) =>
    surLignes(octets, (lignes) => lignes.toSpliced(random.int(1, lignes.length - 1), 1)),
  ),
  libre('lignes collées', (octets, random) =>
    surLignes(octets, (lignes) => {
      const at = random.int(0, lignes.length - 2);
      return lignes.toSpliced(at, 2, `${lignes[at] ?? ''}${lignes[at + 1] ?? ''}`);
    }),
  ),
  libre('ligne mélangée à une autre', (octets, random) =>
    surFeuille(octets, ({ entete, rangees }) => {
      const [row, other] = [random.int(0, rangees.length - 1), random.pick(rangees)];
      const at = random.int(1, entete.length);
      return { entete, rangees: rangees.with(row, [...(rangees[row] ?? []).slice(0, at), ...other.slice(at)]) };
    }),
  ),
  libre('clé deux fois', (octets, random) =>
    surFeuille(octets, ({ entete, rangees }) => {
      const at = random.int(0, rangees.length - 1);
      const copy = (rangees[at] ?? []).map((cell, column) =>
        column > 1 && /^\d{1,4}$/.test(cell) ? String(random.int(0, 99)) : cell,
      );
      return { entete, rangees: rangees.toSpliced(random.int(0, rangees.length), 0, copy) };
    }),
  ),
];
