import type { Filiere } from './fiche.ts';
import { aCacherEnsemble } from './secret-combinaisons.ts';
import { aCacher, seContredit } from './secret-regle.ts';
import { relationsEntre, type Cellule, type GenreDeRelation, type Relation } from './secret-relations.ts';

export interface Protection {
  /** Cells to hide although they reach the threshold, with the relation that asks for it. */
  protegees: Map<Cellule, GenreDeRelation>;
  /** Relations that hold: the whole counts at least as many pupils as its visible parts. */
  relations: number;
  /** Relations of sources that contradict each other: nothing can be computed from them. */
  contradictoires: number;
}

/**
 * Complementary suppression for the cells of one code and track: hides as many cells as it takes for every difference of published
 * figures to concern nobody, or at least 20 pupils and two hidden cells. It reads headcounts only, which are public: what it hides tells
 * nothing of a hidden figure. The smallest visible part first, then the order of keys; a whole only when it has no visible part left.
 *
 * France 100 = region A 60 + region B 28 + region C 12 → C is under the threshold, B is hidden to protect it.
 */
export function protegerCellules(filiere: Filiere, cellules: readonly Cellule[]): Protection {
  const toutes = relationsEntre(
    filiere,
    cellules.filter(({ effectif }) => effectif !== 0),
  );
  const relations = toutes.filter((relation) => !seContredit(relation));
  const cachees = new Set(cellules.filter(({ cachee }) => cachee));
  const protegees: Protection['protegees'] = new Map();
  const relationsDe = indexer(relations);
  const cacher = (cellule: Cellule, genre: GenreDeRelation): Relation[] => {
    cachees.add(cellule);
    protegees.set(cellule, genre);
    return relationsDe.get(cellule) ?? [];
  };
  // A set that grows while it is walked: hiding a cell sends every relation that it belongs to back to the end of the line.
  const aVoir = new Set(relations);
  for (const relation of aVoir) {
    aVoir.delete(relation);
    let cellule = aCacher(relation, cachees);
    for (; cellule !== undefined; cellule = aCacher(relation, cachees))
      for (const autre of cacher(cellule, relation.genre)) aVoir.add(autre);
    if (aVoir.size > 0) continue;
    const liante = aCacherEnsemble(relations, cachees);
    if (liante === undefined) continue;
    const [premiere] = relationsDe.get(liante) ?? [relation];
    for (const autre of cacher(liante, (premiere ?? relation).genre)) aVoir.add(autre);
  }
  return { protegees, relations: relations.length, contradictoires: toutes.length - relations.length };
}

/** The relations that each cell belongs to. */
function indexer(relations: readonly Relation[]): Map<Cellule, Relation[]> {
  const relationsDe = new Map<Cellule, Relation[]>();
  for (const relation of relations) {
    for (const cellule of [...relation.tout, ...relation.parts]) {
      const autres = relationsDe.get(cellule);
      if (autres === undefined) relationsDe.set(cellule, [relation]);
      else autres.push(relation);
    }
  }
  return relationsDe;
}
