import type { Random } from '../../generator/random.ts';
import type { Dossier } from '../base.ts';
import type { Effet } from './types.ts';

/** One way to damage a folder, around a file of it. */
export interface OperateurDeDossier {
  readonly nom: string;
  readonly effet: Effet;
  readonly muter: (dossier: Dossier, fichier: string, random: Random) => Dossier | undefined;
}

const withFile = (dossier: Dossier, nom: string, octets: Buffer | undefined): Dossier =>
  octets === undefined ? dossier : new Map([...dossier, [nom, octets]]);

const withoutFile = (dossier: Dossier, nom: string): Dossier =>
  new Map([...dossier].filter(([other]) => other !== nom));

const columnsOf = (octets: Buffer | undefined): string =>
  octets
    ?.toString('utf8')
    .replace(/^\ufeff/, '')
    .split('\n', 1)[0] ?? '';

/** The other files that do not have the same columns: two that have them say the same thing of the same diplomas, and nothing tells them apart. */
const autresTables = (dossier: Dossier, fichier: string): string[] =>
  [...dossier.keys()].filter(
    (nom) => nom.endsWith('.csv') && nom !== fichier && columnsOf(dossier.get(nom)) !== columnsOf(dossier.get(fichier)),
  );

/** Files that come twice, go away or take the name of another. */
export const OPERATEURS_DE_DOSSIER: readonly OperateurDeDossier[] = [
  {
    nom: 'fichier doublé',
    effet: 'rien',
    muter: (dossier, fichier) => withFile(dossier, fichier.replace(/\.csv$/, ' (1).csv'), dossier.get(fichier)),
  },
  {
    nom: 'fichier doublé autrement',
    effet: 'repetition',
    muter: (dossier, fichier) => {
      const octets = dossier.get(fichier);
      const copy = Buffer.from(octets?.toString('latin1').replace(/\r?\n/g, '\r\n') ?? '', 'latin1');
      return withFile(dossier, fichier.replace(/\.csv$/, ' (1).csv'), copy);
    },
  },
  { nom: 'fichier retiré', effet: 'touche', muter: (dossier, fichier) => withoutFile(dossier, fichier) },
  {
    nom: "nom d'un autre",
    effet: 'rien',
    muter: (dossier, fichier, random) =>
      withFile(dossier, random.pick(autresTables(dossier, fichier)), dossier.get(fichier)),
  },
  {
    nom: 'noms échangés',
    effet: 'rien',
    muter: (dossier, fichier, random) => {
      const other = random.pick(autresTables(dossier, fichier));
      return withFile(withFile(dossier, other, dossier.get(fichier)), fichier, dossier.get(other));
    },
  },
];
