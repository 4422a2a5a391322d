import { closest } from './closest.ts';
import { fault } from './lecteur.ts';
import type { Lecteur, Probleme } from './lecteur.ts';
import { readCount, readDecimal, readPercent } from './numbers.ts';

/** Every `id_mesure` that the sources are known to publish (FORMATS § 3). */
const MESURES = [
  ...['nb_annee_term', 'nb_sortant', 'nb_poursuite_etudes'],
  ...['taux_rupture_contrats', 'taux_poursuite_etudes'],
  ...[6, 12, 18, 24].flatMap((mois) => [`nb_en_emploi_${mois}_mois`, `taux_emploi_${mois}_mois`]),
  ...['DEVENIR_part_en_emploi_6_mois', 'DEVENIR_part_autre_situation_6_mois', 'DEVENIR_part_poursuite_etudes'],
  ...[1, 2, 3].flatMap((quartile) => [`salaire_TS_Q${quartile}_12_mois`, `salaire_TS_Q${quartile}_12_mois_prec`]),
  ...['taux_en_emploi_6_mois', 'taux_autres_6_mois', 'taux_en_formation'],
];

const byName = new Map(MESURES.map((mesure) => [mesure.toLowerCase(), mesure]));
const names = [...byName.keys()];

/** Letters that may differ before a measure is another one. */
const MISSPELLING = 2;

/**
 * A known measure in its own spelling; one that is not known is kept (RULES § 2: logged and dropped later), unless it
 * looks so much like a known one that its figures would be lost by a slip.
 */
export function readIdMesure(cell: string): string | Probleme {
  const known = byName.get(cell.toLowerCase());
  if (known !== undefined || cell === '') return known ?? '';
  const near = closest(cell.toLowerCase(), names, MISSPELLING);
  if (near === undefined) return /^[\w-]+$/.test(cell) ? cell : NOT_A_NAME;
  const mesure = byName.get(near) ?? near;
  return fault('the name of a measure', `Did you mean "${mesure}"? Correct the cell.`);
}

const NOT_A_NAME = fault('the name of a measure: letters, digits and _', 'Correct the cell.');

/** The reader that `id_mesure` calls for: `nb_sortant` and salaries are counts, `taux_…` and `DEVENIR_…` percentages (RULES § 2). */
export function lecteurDeMesure(idMesure: string): Lecteur {
  if (/^(nb|salaire)_/i.test(idMesure)) return readCount;
  if (/^(taux|devenir)_/i.test(idMesure)) return readPercent;
  return readDecimal;
}
