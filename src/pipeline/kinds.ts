import { KINDS_DE_CHIFFRES } from './kinds/figures.ts';
import { KINDS_D_ANNUAIRE, KINDS_DE_NOMENCLATURE } from './kinds/references.ts';
import type { Kind, KindName } from './kinds/types.ts';

export type { Colonne, Kind, KindName, Presentation, RaisonDeFiltre, TypeDeValeur } from './kinds/types.ts';

/** Every kind of raw file (FORMATS): what it holds, under which names. The order is that of the report. */
export const KINDS: readonly Kind[] = [...KINDS_DE_CHIFFRES, ...KINDS_DE_NOMENCLATURE, ...KINDS_D_ANNUAIRE];

/** Columns that the reader adds at the end of each normalised file: where the record comes from. */
export const COLONNES_D_ORIGINE = ['fichier', 'ligne'] as const;

const parNom = new Map(KINDS.map((kind) => [kind.nom, kind]));

export function getKind(nom: KindName): Kind {
  const kind = parNom.get(nom);
  if (!kind) throw new Error(`unknown kind: ${nom}`);
  return kind;
}

/** Header of the normalised file of a kind, hence columns of its raw table (all text): declared columns, `fichier`, `ligne`. */
export function colonnesNormalisees(kind: Kind): string[] {
  return [...kind.colonnes.map((colonne) => colonne.nom), ...COLONNES_D_ORIGINE];
}
