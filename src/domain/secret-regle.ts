import { SEUIL_PUBLICATION } from './publication.ts';
import { plusPetiteDAbord, type Cellule, type Relation } from './secret-relations.ts';

/** Pupils of a few cells; those of unknown size count for none. */
export const somme = (cellules: readonly Cellule[]): number =>
  cellules.reduce((total, { effectif }) => total + (effectif ?? 0), 0);

/** The whole counts fewer pupils than its parts that reach the threshold: the sources do not count the same pupils. */
export function seContredit({ tout, parts }: Relation): boolean {
  if (tout.some(({ effectif }) => effectif === null)) return false;
  return somme(tout) < somme(parts.filter(({ cachee }) => !cachee));
}

/** The cell to hide next so that the relation gives nothing away; undefined when it does not. */
export function aCacher({ tout, parts }: Relation, cachees: ReadonlySet<Cellule>): Cellule | undefined {
  const connues = parts.filter((cellule) => estConnue(cellule, cachees));
  const [premier] = [...connues, ...tout.filter((cellule) => estConnue(cellule, cachees)).sort(plusPetiteDAbord)];
  return premier === undefined || estSure({ tout, parts }, connues, cachees) ? undefined : premier;
}

/** Does a cell publish counts? A record with rates only has none to subtract: it is neither visible nor hidden here. */
export const estConnue = (cellule: Cellule, cachees: ReadonlySet<Cellule>): boolean =>
  !cachees.has(cellule) && cellule.effectif !== null;

/**
 * Is the difference between a whole and its visible parts (`connues`) harmless? It concerns the hidden parts and the pupils that the
 * sources leave out; a whole that is hidden itself is one more unknown, and must stay at least 20 pupils away from its visible parts.
 */
function estSure(
  { tout, parts }: Pick<Relation, 'tout' | 'parts'>,
  connues: readonly Cellule[],
  cachees: ReadonlySet<Cellule>,
): boolean {
  const toutsCaches = tout.filter((cellule) => cachees.has(cellule));
  const partsCachees = parts.filter((cellule) => cachees.has(cellule) && cellule.effectif !== null);
  const { reste, horsSource } = resteDe({ tout, parts }, connues, partsCachees, cachees);
  const inconnues = partsCachees.length + (horsSource ? 1 : 0);
  if (toutsCaches.length === 0) {
    if (partsCachees.length === 0) return reste === 0 || reste >= SEUIL_PUBLICATION;
    return inconnues >= 2 && reste >= SEUIL_PUBLICATION;
  }
  if (inconnues > 0) return reste >= SEUIL_PUBLICATION;
  const estConnu = toutsCaches.every(({ effectif }) => effectif !== null);
  return toutsCaches.length >= 2 && estConnu && somme(toutsCaches) >= SEUIL_PUBLICATION;
}

/**
 * Pupils of the whole that no visible part counts (`reste`), and are some of them in no record of known size (`horsSource`)? A hidden record
 * of unknown size is like no record: alone, it would count all these pupils, 20 at least. Where a record shows rates of an unknown
 * number of pupils, or the whole is of unknown size, only the hidden parts are counted.
 */
export function resteDe(
  { tout, parts }: Pick<Relation, 'tout' | 'parts'>,
  connues: readonly Cellule[],
  partsCachees: readonly Cellule[],
  cachees: ReadonlySet<Cellule>,
): { reste: number; horsSource: boolean } {
  const aDesTauxSeuls = parts.some((cellule) => cellule.effectif === null && !cachees.has(cellule));
  if (aDesTauxSeuls || tout.some(({ effectif }) => effectif === null))
    return { reste: somme(partsCachees), horsSource: false };
  const reste = somme(tout) - somme(connues);
  return { reste, horsSource: reste > somme(partsCachees) };
}
