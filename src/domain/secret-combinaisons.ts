import { reduire, type Equation } from '../lib/elimination.ts';
import { SEUIL_PUBLICATION } from './publication.ts';
import { estConnue, resteDe, somme } from './secret-regle.ts';
import { plusPetiteDAbord, type Cellule, type Relation } from './secret-relations.ts';

/** Sorts after the name of any cell. */
const HORS_SOURCE = 'z hors source ';
const nomDe = ({ millesime, region, uai }: Cellule): string => `${millesime} ${uai ?? region ?? 'FR'}`;

/** The largest unknowns are eliminated first, so that the rows are told in terms of the smallest. */
const parPoids =
  (poids: ReadonlyMap<string, number>) =>
  (left: string, right: string): number =>
    (poids.get(right) ?? 0) - (poids.get(left) ?? 0) || (left < right ? -1 : 1);

/** The hidden side of a relation, and how many pupils each of its unknowns counts. */
interface Ligne {
  relation: Relation;
  equation: Equation;
}

/**
 * The cell to hide next because several relations together give something away, although none does alone; undefined when they do not.
 * Years that are hidden link France's pairs of years in a chain: 2020 + 2021, 2021 + 2022 and 2022 + 2023 give 2020 + 2023.
 */
export function aCacherEnsemble(relations: readonly Relation[], cachees: ReadonlySet<Cellule>): Cellule | undefined {
  const poids = new Map<string, number>();
  const lignes = relations.map((relation, rang) => ({
    relation,
    equation: equationDe(relation, rang, cachees, poids),
  }));
  const liees = lignes.filter(({ equation }) => equation.size > 0);
  const rang = new Map([...poids.keys()].sort(parPoids(poids)).map((nom, index) => [nom, index]));
  const combinees = reduire(
    liees.map(({ equation }) => equation),
    (nom) => rang.get(nom) ?? 0,
  );
  const trahie = combinees.find((equation) => trahit(equation, poids));
  return trahie && plusPetiteConnue(liees, trahie, cachees);
}

/** + for hidden wholes, − for hidden parts and for the pupils of the whole that are in no record. */
function equationDe(
  { tout, parts }: Relation,
  rang: number,
  cachees: ReadonlySet<Cellule>,
  poids: Map<string, number>,
): Equation {
  const equation: Equation = new Map();
  const poser = (nom: string, coefficient: number, eleves: number): void => {
    equation.set(nom, coefficient);
    poids.set(nom, eleves);
  };
  const partsCachees = parts.filter((cellule) => cachees.has(cellule));
  const connues = parts.filter((cellule) => estConnue(cellule, cachees));
  const { horsSource } = resteDe({ tout, parts }, connues, partsCachees, cachees);
  const aUnTout = tout.every(({ effectif }) => effectif !== null);
  for (const cellule of tout) if (cachees.has(cellule)) poser(nomDe(cellule), 1, cellule.effectif ?? 0);
  for (const cellule of partsCachees) {
    // Of unknown size in a whole where no pupil is left: empty.
    const estVide = cellule.effectif === null && aUnTout && !horsSource;
    if (!estVide) poser(nomDe(cellule), -1, cellule.effectif ?? 0);
  }
  if (parts.length > partsCachees.length + connues.length) poser(`${HORS_SOURCE}${rang}`, -1, SEUIL_PUBLICATION);
  else if (horsSource) poser(`${HORS_SOURCE}${rang}`, -1, somme(tout) - somme(connues) - somme(partsCachees));
  return equation;
}

/** One hidden cell alone, or fewer than 20 pupils that all count the same way. */
function trahit(equation: Equation, poids: ReadonlyMap<string, number>): boolean {
  const noms = [...equation.keys()];
  if (noms.length === 1 && noms[0]?.startsWith(HORS_SOURCE) !== true) return true;
  const signes = new Set([...equation.values()].map(Math.sign));
  return signes.size === 1 && noms.reduce((sum, nom) => sum + (poids.get(nom) ?? 0), 0) < SEUIL_PUBLICATION;
}

/** The smallest visible cell of the relations that hold an unknown of the equation, parts first; else of any relation. */
function plusPetiteConnue(
  lignes: readonly Ligne[],
  trahie: Equation,
  cachees: ReadonlySet<Cellule>,
): Cellule | undefined {
  const proches = lignes.filter(({ equation }) => [...equation.keys()].some((nom) => trahie.has(nom)));
  const candidates = [proches, lignes].flatMap((groupe) => [
    groupe.flatMap(({ relation }) => relation.parts),
    groupe.flatMap(({ relation }) => relation.tout),
  ]);
  for (const cellules of candidates) {
    const [premiere] = cellules.filter((cellule) => estConnue(cellule, cachees)).sort(plusPetiteDAbord);
    if (premiere !== undefined) return premiere;
  }
  return undefined;
}
