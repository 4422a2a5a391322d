import { SEUIL_PUBLICATION } from '../../domain/publication.ts';
import { reduire, type Equation } from '../../lib/elimination.ts';
import { cleDe, SOMME_DES_REGIONS } from './fiche-lue.ts';
import type { CelluleLue, Releve } from './releve.ts';
import { REGION, sommesDeCodes, sommesPubliees, type Somme } from './sommes.ts';

/** What anybody could compute: the figures of `cellules` together, although none is published; alone, or too few pupils. */
export interface Recuperation {
  cellules: string[];
  eleves: number;
  /** The sums that give it. */
  sommes: string[];
}

export interface BilanDeRecuperation {
  /** Sums between published records, and those whose headcounts contradict them. */
  sommes: number;
  contradictoires: number;
  /** Hidden cells that enter a sum. */
  inconnues: number;
  /** Equations looked at: each sum, and each combination of sums that elimination gives. */
  equations: number;
  trouvees: Recuperation[];
}

interface Ligne {
  nom: string;
  equation: Equation;
  /** Does a published count enter the sum? */
  aUnCompte: boolean;
}

/**
 * Plays the attacker: writes every sum between the published records, moves what is known to one side, and solves for the hidden ones by
 * exact elimination. Found: an equation with a single hidden cell; or with cells that all count the same way and fewer than 20 pupils.
 */
export function chercherRecuperations(releve: Releve): BilanDeRecuperation {
  const poids = new Map<string, number>();
  const cachees = new Set<string>();
  const lignes: Ligne[] = [];
  const trouvees = sommesDeRegionsTrompeuses(releve);
  let [sommes, contradictoires] = [0, 0];
  for (const liste of [sommesPubliees(releve), sommesDeCodes(releve)]) {
    for (const somme of liste) {
      sommes += 1;
      if (seContredit(somme)) contradictoires += 1;
      else if (!somme.gauche.some(aDesTauxSeuls)) {
        const equation = toEquation(somme, poids);
        if (equation.size > 0) lignes.push({ nom: somme.nom, equation, aUnCompte: aUnCompte(somme) });
      }
    }
  }
  for (const { equation } of lignes)
    for (const inconnue of equation.keys()) if (!inconnue.startsWith(HORS_SOURCE)) cachees.add(inconnue);
  let equations = 0;
  for (const groupe of composantes(lignes)) {
    // Where all is hidden, there is nothing to compute from.
    if (!groupe.some((ligne) => ligne.aUnCompte)) continue;
    const rang = new Map(
      [...new Set(groupe.flatMap(({ equation }) => [...equation.keys()]))]
        .sort((left, right) => (poids.get(right) ?? 0) - (poids.get(left) ?? 0) || (left < right ? -1 : 1))
        .map((inconnue, index) => [inconnue, index]),
    );
    const reduites = reduire(
      groupe.map(({ equation }) => equation),
      (inconnue) => rang.get(inconnue) ?? 0,
    );
    const vues = new Set<string>();
    for (const equation of [...groupe.map((ligne) => ligne.equation), ...reduites]) {
      equations += 1;
      const eleves = elevesTrahis(equation, poids);
      const cellules = [...equation.keys()].filter((nom) => !nom.startsWith(HORS_SOURCE)).sort();
      if (eleves === undefined || vues.has(cellules.join())) continue;
      vues.add(cellules.join());
      trouvees.push({ cellules, eleves, sommes: groupe.map(({ nom }) => nom) });
    }
  }
  return { sommes, contradictoires, inconnues: cachees.size, equations, trouvees };
}

/** Name of the unknown that stands for the pupils of a whole that are in no record. Sorts after the name of any track. */
const HORS_SOURCE = 'z hors source : ';

/** A record with rates and no headcount. */
const aDesTauxSeuls = ({ montree, effectif }: CelluleLue): boolean => montree && effectif === null;
const aUnCompte = ({ gauche, droite }: Somme): boolean =>
  [...gauche, ...droite].some(({ montree, effectif }) => montree && effectif !== null);
const estCachee = ({ montree }: CelluleLue): boolean => !montree;

const total = (cellules: readonly CelluleLue[]): number =>
  cellules.reduce((sum, { effectif }) => sum + (effectif ?? 0), 0);

function seContredit({ gauche, droite }: Somme): boolean {
  const visibles = droite.filter(({ effectif }) => effectif !== null && effectif >= SEUIL_PUBLICATION);
  return gauche.every(({ effectif }) => effectif !== null) && total(gauche) < total(visibles);
}

/** The hidden side of a sum: + for its wholes, − for its parts, and an unknown of its own for the pupils of the whole in no record. */
function toEquation({ nom, gauche, droite }: Somme, poids: Map<string, number>): Equation {
  const equation: Equation = new Map();
  const ajouter = (cle: string, coefficient: number, eleves: number): void => {
    const value = (equation.get(cle) ?? 0) + coefficient;
    if (value === 0) equation.delete(cle);
    else equation.set(cle, value);
    poids.set(cle, Math.max(poids.get(cle) ?? 0, eleves));
  };
  const aUnTout = gauche.every(({ effectif }) => effectif !== null);
  const reste = aUnTout ? total(gauche) - total(droite) : 0;
  for (const cellule of gauche) if (estCachee(cellule)) ajouter(cleDe(cellule), 1, cellule.effectif ?? 0);
  for (const cellule of droite) {
    // Of unknown size and with no pupil left for it: empty.
    const estVide = cellule.effectif === null && aUnTout && reste <= 0;
    if (estCachee(cellule) && !estVide) ajouter(cleDe(cellule), -1, cellule.effectif ?? 0);
  }
  // Rates cannot be subtracted without their headcount: those pupils are unknown too, but their source publishes them and they are no secret.
  if (droite.some(aDesTauxSeuls)) ajouter(HORS_SOURCE + nom, -1, SEUIL_PUBLICATION);
  else if (reste > 0) ajouter(HORS_SOURCE + nom, -1, reste);
  return equation;
}

/** How many pupils an equation gives away; undefined when it gives nothing away. */
function elevesTrahis(equation: Equation, poids: ReadonlyMap<string, number>): number | undefined {
  const noms = [...equation.keys()];
  const eleves = noms.reduce((sum, nom) => sum + (poids.get(nom) ?? 0), 0);
  const [premier] = noms;
  if (premier === undefined) return undefined;
  // Pupils that no record counts are no hidden cell: from 20 on, their figures are as good as published.
  if (noms.length === 1 && !premier.startsWith(HORS_SOURCE)) return eleves;
  const signes = new Set([...equation.values()].map(Math.sign));
  return signes.size === 1 && eleves < SEUIL_PUBLICATION ? eleves : undefined;
}

/** Sums of regions that count more pupils than the regions with published figures: a hidden region is in them. */
function sommesDeRegionsTrompeuses(releve: Releve): Recuperation[] {
  const trouvees: Recuperation[] = [];
  const groupes = Map.groupBy(
    releve.cellules.values(),
    ({ filiere, code, millesime }) => `${filiere} ${code} ${millesime}`,
  );
  for (const [nom, cellules] of groupes) {
    const somme = cellules.find(({ lieu }) => lieu === SOMME_DES_REGIONS);
    if (somme?.montree !== true) continue;
    const regions = cellules.filter(({ lieu }) => REGION.test(lieu));
    const visibles = regions.filter(({ montree }) => montree);
    const eleves = total([somme]) - total(visibles);
    if (eleves <= 0) continue;
    const cachees = regions.filter(estCachee).map(cleDe);
    trouvees.push({ cellules: cachees, eleves, sommes: [`${nom} : somme des régions`] });
  }
  return trouvees;
}

/** Equations that share hidden cells, directly or not. */
function composantes(lignes: readonly Ligne[]): Ligne[][] {
  const parent = new Map<string, string>();
  const racine = (nom: string): string => {
    let haut = nom;
    for (let next = parent.get(haut); next !== undefined && next !== haut; next = parent.get(haut)) haut = next;
    // Shortened on the way, so that the next walk is short.
    for (let bas = nom; bas !== haut;) {
      const next = parent.get(bas) ?? haut;
      parent.set(bas, haut);
      bas = next;
    }
    return haut;
  };
  for (const { equation } of lignes) {
    const [premier, ...autres] = equation.keys();
    if (premier === undefined) continue;
    for (const autre of autres) parent.set(racine(autre), racine(premier));
  }
  return [...Map.groupBy(lignes, ({ equation }) => racine(equation.keys().next().value ?? '')).values()];
}
