import type { Fiche, Maille } from './fiche.ts';
import type { Voie } from './formation.ts';
import { compareMillesimes } from './millesime.ts';

/** Newest first, records that show the three shares before those that do not. */
function newestShown<T extends Pick<Fiche, 'millesime' | 'parts'>>(fiches: readonly T[]): T | undefined {
  const sorted = [...fiches].sort((left, right) => compareMillesimes(left.millesime, right.millesime));
  return sorted.find((fiche) => fiche.parts !== null) ?? sorted[0];
}

/** The newest record of a list that shows the three shares; else the newest one, with its reason. */
export const selectDerniere = newestShown;

/** The first candidate that shows its shares; without any, the first one, with its reason. */
function premiereMontree(candidates: readonly (Fiche | undefined)[]): Fiche | undefined {
  const known = candidates.filter((fiche) => fiche !== undefined);
  return known.find((fiche) => fiche.parts !== null) ?? known[0];
}

/** The record of the whole country: France as published, else the regions added up. */
export function selectFrance({ fiches }: Pick<Voie, 'fiches'>): Fiche | undefined {
  const of = (maille: Maille): Fiche | undefined => newestShown(fiches.filter((fiche) => fiche.maille === maille));
  return premiereMontree([of('nationale'), of('regions')]);
}

/**
 * The record that a track shows first: France, else the regions added up, else the region with most pupils.
 * A record with figures always wins over one without; without any figure, the widest reason stands.
 */
export function selectCarte(voie: Pick<Voie, 'fiches'>): Fiche | undefined {
  return premiereMontree([selectFrance(voie), dernieresParRegion(voie.fiches).sort(byCohort)[0]]);
}

/** One record a region, the newest that shows figures, in the order of the input regions. */
export function dernieresParRegion(fiches: readonly Fiche[]): Fiche[] {
  const byRegion = Map.groupBy(
    fiches.filter((fiche) => fiche.maille === 'regionale'),
    (fiche) => fiche.region,
  );
  return [...byRegion.values()].map((group) => newestShown(group)).filter((fiche) => fiche !== undefined);
}

/** The newest record of each place (France, the sum of regions, each region) that shows its shares, in the order of `fiches`. */
export function dernieresMontrees(fiches: readonly Fiche[]): Fiche[] {
  const places = Map.groupBy(
    fiches.filter(({ maille }) => maille !== 'etablissement'),
    ({ maille, region }) => `${maille} ${region ?? ''}`,
  );
  const dernieres = new Set([...places.values()].map((group) => newestShown(group)));
  return fiches.filter((fiche) => fiche.parts !== null && dernieres.has(fiche));
}

/** The records of the same place as `carte`, oldest millésime first: the series « d'une promotion à l'autre ». */
export function selectHistorique(voie: Pick<Voie, 'fiches'>, carte: Fiche): Fiche[] {
  return voie.fiches
    .filter((fiche) => fiche.maille === carte.maille && fiche.region === carte.region)
    .sort((left, right) => compareMillesimes(right.millesime, left.millesime));
}

/** The record of one region in a track, if there is one. */
export function selectRegion(voie: Pick<Voie, 'fiches'>, region: string): Fiche | undefined {
  return newestShown(voie.fiches.filter((fiche) => fiche.maille === 'regionale' && fiche.region === region));
}

function byCohort(left: Fiche, right: Fiche): number {
  const shown = Number(right.parts !== null) - Number(left.parts !== null);
  return (
    shown ||
    (right.nb_annee_term ?? 0) - (left.nb_annee_term ?? 0) ||
    (left.region ?? '').localeCompare(right.region ?? '')
  );
}

/**
 * A closed diploma that only repeats the figures of another one: its own page says so, and lists, regions and schools name the other instead,
 * which is the one to choose.
 */
export function estRepris(estFermee: boolean, fiches: readonly Pick<Fiche, 'donnee_source'>[]): boolean {
  return estFermee && fiches.length > 0 && fiches.every(({ donnee_source }) => donnee_source !== undefined);
}

/** INSEE codes of the regions for which a formation has a page of its own, sorted. */
export function regionsAvecPage(formation: {
  est_fermee: boolean;
  voies: readonly { fiches: readonly Pick<Fiche, 'maille' | 'region' | 'donnee_source'>[] }[];
}): string[] {
  const fiches = formation.voies.flatMap((voie) => voie.fiches).filter(({ maille }) => maille === 'regionale');
  if (estRepris(formation.est_fermee, fiches)) return [];
  return [...new Set(fiches.flatMap(({ region }) => region ?? []))].sort();
}
