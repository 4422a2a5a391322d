import type { Fiche, FicheEnsemble } from '../../../domain/fiche.ts';
import type { Absence } from '../../../domain/publication.ts';
import {
  cellulesDuChiffre,
  COLONNES_DU_JUMEAU,
  toLignesLongues,
  type LignesDeFiche,
} from '../../../domain/telechargements/jumeau.ts';
import { FICTIF } from '../../../domain/telechargements/champs.ts';
import { BOM, csvCells, csvLine } from '../../../lib/csv.ts';
import type { Contexte } from '../contexte.ts';

/** A CSV once written: its text, and its lines by record. */
export interface JumeauEcrit {
  csv: string;
  fiches: LignesDeFiche[];
}

/** Writes the CSV beside a page: every record of its JSON, one figure a line; without any, the reason why. */
export function writeJumeau(
  { effects, entete }: Pick<Contexte, 'effects' | 'entete'>,
  path: string,
  fiches: readonly (Fiche | FicheEnsemble)[],
  absence: Absence | undefined,
): JumeauEcrit {
  const fictif = entete.donnees_fictives === true;
  const entetes = [...COLONNES_DU_JUMEAU, ...(fictif ? [FICTIF.nom] : [])];
  const lignes = toLignesLongues(fiches, absence);
  const csv = `${BOM}${csvLine(entetes)}${lignes.map((fiche) => toTexte(fiche, fictif)).join('')}`;
  effects.writeText(path, csv);
  return { csv, fiches: lignes };
}

/** The lines of a record: what they share is made text once. */
function toTexte({ qui, chiffres, origine }: LignesDeFiche, fictif: boolean): string {
  const [avant, apres] = [csvCells(qui), csvCells(fictif ? [...origine, true] : origine)];
  return chiffres.map((chiffre) => `${avant};${csvCells(cellulesDuChiffre(chiffre))};${apres}\n`).join('');
}
