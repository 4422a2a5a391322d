import type { Fiche, FicheEnsemble } from '../../../domain/fiche.ts';
import type { Absence } from '../../../domain/publication.ts';
import { COLONNES_DU_JUMEAU, toLignesLongues } from '../../../domain/telechargements/jumeau.ts';
import { FICTIF } from '../../../domain/telechargements/champs.ts';
import { BOM, csvLine, type CelluleCsv } from '../../../lib/csv.ts';
import type { Contexte } from '../contexte.ts';

/** A CSV once written: its text, and its cells in the order of `COLONNES_DU_JUMEAU`. */
export interface JumeauEcrit {
  csv: string;
  lignes: CelluleCsv[][];
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
  const textes = lignes.map((cellules) => csvLine(fictif ? [...cellules, true] : cellules));
  const csv = `${BOM}${csvLine(entetes)}${textes.join('')}`;
  effects.writeText(path, csv);
  return { csv, lignes };
}
