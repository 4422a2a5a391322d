import regionsJson from '../../data/reference/regions.json' with { type: 'json' };
import { slugify } from '../lib/slug.ts';

export interface Departement {
  code: string;
  nom: string;
}

export interface Academie {
  code: string;
  nom: string;
}

export interface Region {
  /** INSEE code (`11`), or `00` for the overseas collectivities (RULES § 17). */
  code: string;
  /** Code of the academic region, another numbering, used by InserJeunes (`10` = Île-de-France). */
  code_region_academique: string;
  nom: string;
  slug: string;
  departements: Departement[];
  academies: Academie[];
}

/** The 19 regions of RULES § 17. */
export const REGIONS: readonly Region[] = regionsJson.map((region) => ({ ...region, slug: slugify(region.nom) }));

/** Regions that InserJeunes never covers: the overseas collectivities and Mayotte (RULES § 2). */
export const REGIONS_HORS_INSERJEUNES: readonly string[] = ['00', '06'];

const byCode = new Map(REGIONS.map((region) => [region.code, region]));
const byDepartement = new Map(
  REGIONS.flatMap((region) => region.departements.map(({ code }) => [code, region] as const)),
);

/** By INSEE code; throws on an unknown one. */
export function getRegion(code: string): Region {
  const region = byCode.get(code);
  if (!region) throw new Error(`unknown region: ${code}`);
  return region;
}

/** By exact département code, with or without the leading zero of the directories: `031` → Occitanie, `02A` → Corse. */
export function findRegionByDepartement(code: string): Region | undefined {
  return byDepartement.get(code) ?? (code.startsWith('0') ? byDepartement.get(code.slice(1)) : undefined);
}

/** Of its page « Près de chez moi »: `Ille-et-Vilaine` → `ille-et-vilaine`. */
export const slugDeDepartement = (nom: string): string => slugify(nom);

/** « en Bretagne », « dans le Grand Est », « à La Réunion »: the preposition that French wants before each region. */
export function dansLaRegion(region: Pick<Region, 'code' | 'nom'>): string {
  const special: Record<string, string> = {
    '00': "dans les collectivités d'outre-mer",
    '04': 'à La Réunion',
    '06': 'à Mayotte',
    '32': 'dans les Hauts-de-France',
    '44': 'dans le Grand Est',
    '52': 'dans les Pays de la Loire',
  };
  return special[region.code] ?? `en ${region.nom}`;
}
