import { createRandom } from '../generator/random.ts';
import type { Dossier } from './base.ts';
import { OPERATEURS_DE_CELLULES } from './operateurs/cellules.ts';
import { OPERATEURS_DE_COLONNES } from './operateurs/colonnes.ts';
import { OPERATEURS_DE_DOSSIER, type OperateurDeDossier } from './operateurs/dossier.ts';
import { OPERATEURS_D_ENCODAGE } from './operateurs/encodages.ts';
import { OPERATEURS_DE_LIGNES } from './operateurs/lignes.ts';
import { OPERATEURS_D_OCTETS } from './operateurs/octets.ts';
import type { Effet, Operateur } from './operateurs/types.ts';

/** A damaged folder, and what was done to it. */
export interface Mutant {
  numero: number;
  operateur: string;
  fichier: string;
  effet: Effet;
  dossier: Dossier;
}

const surUnFichier = ({ nom, effet, muter }: Operateur): OperateurDeDossier => ({
  nom,
  effet,
  muter: (dossier, fichier, random) => {
    const octets = dossier.get(fichier);
    const changed = octets && muter(octets, random);
    return changed === undefined || octets?.equals(changed) === true
      ? undefined
      : new Map([...dossier, [fichier, changed]]);
  },
});

/** Every operator, in the order of the report. */
export const OPERATEURS: readonly OperateurDeDossier[] = [
  ...[
    ...OPERATEURS_D_OCTETS,
    ...OPERATEURS_D_ENCODAGE,
    ...OPERATEURS_DE_LIGNES,
    ...OPERATEURS_DE_COLONNES,
    ...OPERATEURS_DE_CELLULES,
  ].map(surUnFichier),
  ...OPERATEURS_DE_DOSSIER,
];

/** Draws before an operator is said to find no place in any file. */
const ESSAIS = 200;

/** The mutant of a seed and a number, always the same: operators take turns, the file and the place are drawn. */
export function faireMutant(dossier: Dossier, graine: number, numero: number, operateurs = OPERATEURS): Mutant {
  const operateur = operateurs[numero % operateurs.length];
  if (operateur === undefined) throw new Error('no operator');
  const { nom, effet, muter } = operateur;
  const fichiers = [...dossier.keys()].filter((name) => name.endsWith('.csv'));
  const random = createRandom(graine, nom, numero);
  for (let essai = 0; essai < ESSAIS; essai += 1) {
    const fichier = random.pick(fichiers);
    const changed = muter(dossier, fichier, random);
    if (changed !== undefined) return { numero, operateur: nom, fichier, effet, dossier: changed };
  }
  throw new Error(`the operator « ${nom} » finds no place in any file`);
}
