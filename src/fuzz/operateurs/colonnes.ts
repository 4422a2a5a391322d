import type { Random } from '../../generator/random.ts';
import { libre, neutre, separateurDe, surFeuille, type Feuille, type Operateur } from './types.ts';

const SEPARATEURS = [';', '|', '\t', ','];
const LETTRES = Array.from('abcdefghijklmnopqrstuvwxyz0123456789');

/** The same change in the header and in each row. */
const surColonnes = ({ entete, rangees }: Feuille, change: (row: string[]) => string[]): Feuille => ({
  entete: change(entete),
  rangees: rangees.map(change),
});

const column = ({ entete }: Feuille, random: Random): number => random.int(0, entete.length - 1);

function permutation(length: number, random: Random): number[] {
  const left = Array.from({ length }, (_, index) => index);
  return Array.from({ length }, () => left.splice(random.int(0, left.length - 1), 1)[0] ?? 0);
}

/** One letter of a name put in place of another, added or taken away. */
function malEcrire(nom: string, random: Random): string {
  const at = random.int(0, nom.length - 1);
  const letter = random.pick(LETTRES);
  return nom.slice(0, at) + random.pick(['', letter, letter + (nom[at] ?? '')]) + nom.slice(at + 1);
}

/** Columns in other places, under other names, twice or not at all. */
export const OPERATEURS_DE_COLONNES: readonly Operateur[] = [
  neutre('colonnes déplacées', (octets, random) =>
    surFeuille(octets, (feuille) => {
      // A table whose columns have no name is read by position.
      if (feuille.entete.some((nom) => nom.replace(/["\r]/g, '') === '') || feuille.entete.at(-1)?.endsWith('\r'))
        return undefined;
      const order = permutation(feuille.entete.length, random);
      const bom = feuille.entete[0]?.startsWith('\xef\xbb\xbf') === true ? '\xef\xbb\xbf' : '';
      const entete = feuille.entete.with(0, feuille.entete[0]?.slice(bom.length) ?? '');
      const moved = surColonnes({ ...feuille, entete }, (row) => order.map((index) => row[index] ?? ''));
      return { ...moved, entete: moved.entete.with(0, bom + (moved.entete[0] ?? '')) };
    }),
  ),
  neutre('entêtes décalées', (octets, random) =>
    surFeuille(octets, ({ entete, rangees }) => {
      const names = entete.map((nom) => nom.trimEnd());
      return {
        entete: random.chance(0.5) ? [...names.slice(1), names[0] ?? ''] : ['', ...names.slice(0, -1)],
        rangees,
      };
    }),
  ),
  neutre('colonne doublée', (octets, random) =>
    surFeuille(octets, (feuille) => {
      const [from, to] = [column(feuille, random), column(feuille, random)];
      const { entete, rangees } = surColonnes(feuille, (row) => row.toSpliced(to, 0, row[from]?.trimEnd() ?? ''));
      return {
        entete,
        rangees: rangees.map((row) =>
          /^\d{1,3}$/.test(row[to] ?? '') ? row.with(to, String(random.int(0, 99))) : row,
        ),
      };
    }),
  ),
  neutre('entête mal écrite', (octets, random) =>
    surFeuille(octets, (feuille) => {
      const at = column(feuille, random);
      const nom = feuille.entete[at] ?? '';
      return nom.length < 2 ? undefined : { ...feuille, entete: feuille.entete.with(at, malEcrire(nom, random)) };
    }),
  ),
  neutre('entête effacée', (octets, random) =>
    surFeuille(octets, (feuille) => ({ ...feuille, entete: feuille.entete.with(column(feuille, random), '') })),
  ),
  neutre('colonne inconnue', (octets, random) =>
    surFeuille(octets, (feuille) => {
      const to = random.int(1, feuille.entete.length - 1);
      const { entete, rangees } = surColonnes(feuille, (row) => row.toSpliced(to, 0, '0'));
      return { entete: entete.with(to, 'remarque_interne'), rangees };
    }),
  ),
  libre('colonne retirée', (octets, random) =>
    surFeuille(octets, (feuille) => {
      const at = column(feuille, random);
      return surColonnes(feuille, (row) => row.toSpliced(at, 1));
    }),
  ),
  neutre('autre séparateur', (octets, random) => {
    const signe = separateurDe(octets);
    return Buffer.from(
      octets.toString('latin1').replaceAll(signe, random.pick(SEPARATEURS.filter((other) => other !== signe))),
      'latin1',
    );
  }),
  libre('cellules décalées', (octets, random) =>
    surFeuille(octets, ({ entete, rangees }) => {
      const at = random.int(0, rangees.length - 1);
      const row = rangees[at] ?? [];
      const from = random.int(0, row.length - 1);
      return { entete, rangees: rangees.with(at, [...row.slice(0, from), '', ...row.slice(from, -1)]) };
    }),
  ),
  libre('séparateur en trop', (octets, random) =>
    surFeuille(octets, ({ entete, rangees }) => {
      const at = random.int(0, rangees.length - 1);
      return { entete, rangees: rangees.with(at, (rangees[at] ?? []).toSpliced(random.int(0, entete.length), 0, '')) };
    }),
  ),
];
