import type { EtablissementDeFormation, Formation } from '../domain/formation.ts';
import { getRegion, type Region } from '../domain/regions.ts';
import { regionsAvecPage } from '../domain/selection.ts';
import { urls } from '../lib/urls.ts';
import type { LignePart } from './lignes.ts';

/** Beyond this number a national page sends to its regional pages, each with its own schools. */
export const ECOLES_MAX = 8;

/** The region of a school, when the sources tell where it is. */
export function regionDeLEcole({ region }: EtablissementDeFormation): Region | undefined {
  return region === undefined ? undefined : getRegion(region);
}

const sortKey = ({ departement = '', commune = '', nom }: EtablissementDeFormation): string =>
  [departement, commune, nom].join('\t');

/** By département, town, name: never by figures (PRODUCT § 5.6). */
export function sortEcoles(ecoles: readonly EtablissementDeFormation[]): EtablissementDeFormation[] {
  return [...ecoles].sort((left, right) => sortKey(left).localeCompare(sortKey(right), 'fr'));
}

/** `ecoles`: names by UAI, to say where a figure was measured when it is not here. */
export function toLigneEcole(
  ecole: EtablissementDeFormation,
  ecoles: Readonly<Record<string, string>> = {},
): LignePart {
  const place = [ecole.commune, ecole.departement].filter((text) => text !== undefined);
  return {
    nom: ecole.nom,
    href: urls.etablissement(ecole.uai),
    contexte: ecole.commune,
    precision: place.length === 0 ? undefined : place.join(', '),
    departement: ecole.departement,
    ecoles,
    fiche: ecole.fiche,
  };
}

export interface RegionDEcoles {
  region: Region;
  nombre: number;
  /** Does this formation have a page for the region? It has one where it has a regional record. */
  aUnePage: boolean;
}

/** How many schools of a formation each region holds, by name of region. */
export function countEcolesByRegion(formation: Formation): RegionDEcoles[] {
  const withPage = new Set(regionsAvecPage(formation));
  const groups = Map.groupBy(formation.etablissements, regionDeLEcole);
  return [...groups]
    .flatMap(([region, ecoles]) =>
      region === undefined ? [] : [{ region, nombre: ecoles.length, aUnePage: withPage.has(region.code) }],
    )
    .sort((left, right) => left.region.nom.localeCompare(right.region.nom, 'fr'));
}
