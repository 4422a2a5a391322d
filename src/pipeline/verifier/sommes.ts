import { SEUIL_PUBLICATION } from '../../domain/publication.ts';
import { FRANCE, SOMME_DES_REGIONS } from './fiche-lue.ts';
import type { CelluleLue, Releve } from './releve.ts';

/** A sum that anybody can write down from the published files: the cells of `gauche` count the pupils of those of `droite`. */
export interface Somme {
  nom: string;
  gauche: CelluleLue[];
  droite: CelluleLue[];
}

/** A place that is a region: its INSEE code. */
export const REGION = /^\d{2}$/;

/** Every sum between the cells that the files publish, hidden or not. Written without the code that hides them, on purpose. */
export function* sommesPubliees(releve: Releve): Generator<Somme> {
  const groupes = Map.groupBy(releve.cellules.values(), ({ filiere, code }) => `${filiere} ${code}`);
  for (const [nom, cellules] of groupes) {
    const utiles = cellules.filter((cellule) => cellule.lieu !== SOMME_DES_REGIONS && compte(cellule));
    yield* sommesDAnnees(nom, utiles);
    // Registered students on one side, leavers and continuers on the other: no sum (docs/decisions/0007).
    if (!nom.startsWith('superieur ')) yield* sommesDeTerritoires(nom, utiles, releve.regions);
  }
}

/** A cohort with pupils whose figures are published, or hidden. One that reaches the threshold and of which nothing is known is no secret. */
function compte({ effectif, montree, masquee }: CelluleLue): boolean {
  if (effectif === 0) return false;
  return montree || masquee || effectif === null || effectif < SEUIL_PUBLICATION;
}

function* sommesDAnnees(nom: string, cellules: readonly CelluleLue[]): Generator<Somme> {
  const index = new Map(cellules.map((cellule) => [`${cellule.lieu} ${cellule.millesime}`, cellule]));
  for (const cumul of cellules) {
    const [debut, fin] = cumul.millesime.split('_');
    if (fin === undefined) continue;
    const droite = [debut, fin].flatMap((annee) => index.get(`${cumul.lieu} ${annee ?? ''}`) ?? []);
    if (droite.length > 0)
      yield { nom: `${nom} ${cumul.lieu} ${cumul.millesime} = ${debut ?? ''} + ${fin}`, gauche: [cumul], droite };
  }
}

function* sommesDeTerritoires(
  nom: string,
  cellules: readonly CelluleLue[],
  regionDe: ReadonlyMap<string, string>,
): Generator<Somme> {
  const france = new Map(cellules.filter(({ lieu }) => lieu === FRANCE).map((cellule) => [cellule.millesime, cellule]));
  const locales = cellules.filter(({ lieu }) => lieu !== FRANCE);
  for (const [millesime, ici] of Map.groupBy(locales, (cellule) => cellule.millesime)) {
    const regions = new Map(ici.filter(({ lieu }) => REGION.test(lieu)).map((cellule) => [cellule.lieu, cellule]));
    const ecoles = ici.filter(({ lieu }) => !REGION.test(lieu));
    const parRegion = Map.groupBy(ecoles, ({ lieu }) => regionDe.get(lieu) ?? '');
    const droite = [...regions.values(), ...ecoles.filter(({ lieu }) => !regions.has(regionDe.get(lieu) ?? ''))];
    const deuxAns = millesime.split('_').flatMap((annee) => france.get(annee) ?? []);
    const propre = france.get(millesime);
    if (propre !== undefined) yield { nom: `${nom} France ${millesime} = régions`, gauche: [propre], droite };
    if (deuxAns.length === 2)
      yield { nom: `${nom} France ${millesime.replace('_', ' + ')} = régions`, gauche: deuxAns, droite };
    for (const [code, region] of regions) {
      const siennes = parRegion.get(code) ?? [];
      if (siennes.length > 0)
        yield { nom: `${nom} région ${code} ${millesime} = écoles`, gauche: [region], droite: siennes };
    }
  }
}

/**
 * The sum of codes that the contract publishes (API § 5), in terms of the cohorts that its members show: a copy is its original. A sum that
 * is hidden is no secret of its own.
 */
export function* sommesDeCodes(releve: Releve): Generator<Somme> {
  for (const { codes, filiere, millesime, lieu, effectif, montre } of releve.agregats.values()) {
    if (montre.length === 0) continue;
    const nom = `${filiere} ${codes.join('+')} ${millesime} ${lieu}`;
    const droite = codes.flatMap((code) => {
      let cle = `${filiere} ${code} ${millesime} ${lieu}`;
      // At most as many steps as there are copies: a loop of copies ends without a cell.
      for (let pas = 0; releve.copies.has(cle) && pas < releve.copies.size; pas += 1)
        cle = releve.copies.get(cle) ?? cle;
      return releve.cellules.get(cle) ?? [];
    });
    const tout = { code: codes.join('+'), filiere, millesime, lieu, effectif, montree: true, masquee: false };
    if (droite.length > 0) yield { nom: `${nom} = ses codes`, gauche: [tout], droite };
  }
}
