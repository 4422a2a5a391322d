import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

import { comparaisonsSchema, type Comparaisons } from '../domain/comparaisons.ts';
import { editionSchema, rapportSchema, type Edition, type Rapport } from '../domain/edition.ts';
import { etablissementSchema, type Etablissement } from '../domain/etablissement.ts';
import { donneeSourceSchema, mailleSchema } from '../domain/fiche.ts';
import { formationSchema, type Formation } from '../domain/formation.ts';
import {
  GENRES_DE_LISTE,
  listeRegionsSchema,
  listeSchema,
  pageRegionSchema,
  sommaireSchema,
  type Liste,
  type ListeRegions,
  type PageRegion,
  type Sommaire,
} from '../domain/listes.ts';
import {
  departementSchema,
  listeDepartementsSchema,
  type FichierDepartement,
  type ListeDepartements,
} from '../domain/proximite.ts';
import { documentsDeRechercheSchema, type DocumentDeRecherche } from '../domain/recherche.ts';
import { indexApiSchema, type IndexApi } from '../domain/ressources.ts';
import { regionsAvecPage } from '../domain/selection.ts';
import { pageDeTextePublieeSchema, type PageDeTexte } from '../domain/textes/page-de-texte.ts';

/**
 * The only door between the pages and the files that the pipeline writes. Files are read when a page is rendered, through
 * the schemas of the domain, so that a page never shows a record that breaks the contract.
 */
const dataDir = (): string => process.env.DATA_DIR ?? 'data/build';

/** Pages of one formation follow each other, and every page asks for the edition: a handful of files is enough. */
const CACHE_SIZE = 8;
const cache = new Map<string, unknown>();

/** One published file, through its schema. */
export function readJson<T>(relativePath: string, schema: z.ZodType<T>): T {
  const path = join(dataDir(), relativePath);
  if (cache.has(path)) return cache.get(path) as T;
  const parsed = schema.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (!parsed.success) throw new Error(`invalid data file ${path}\n${z.prettifyError(parsed.error)}`);
  const [oldest] = cache.keys();
  if (cache.size >= CACHE_SIZE && oldest !== undefined) cache.delete(oldest);
  cache.set(path, parsed.data);
  return parsed.data;
}

/** File names of a folder without `.json`, sorted; an absent folder holds nothing. */
function listNames(folder: string): string[] {
  const path = join(dataDir(), folder);
  if (!existsSync(path)) return [];
  return readdirSync(path)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .sort();
}

export type GenreDeListe = (typeof GENRES_DE_LISTE)[number];
const LIST_FOLDERS: Record<GenreDeListe, string> = { diplome: 'diplomes', domaine: 'domaines', famille: 'familles' };

export const readEdition = (): Edition => readJson('index.json', editionSchema);
export const readRapport = (): Rapport => readJson('rapport.json', rapportSchema);
export const readIndexApi = (): IndexApi => readJson('api/index.json', indexApiSchema);
export const readRapprocher = (): PageDeTexte => readJson('donnees/rapprocher.json', pageDeTextePublieeSchema);
export const readSommaire = (): Sommaire => readJson('formations.json', sommaireSchema);
export const readRegions = (): ListeRegions => readJson('regions.json', listeRegionsSchema);

/** Every page that a search can lead to. */
export const readDocuments = (): DocumentDeRecherche[] =>
  readJson('recherche.json', documentsDeRechercheSchema).documents;

export const listFormations = (): string[] => listNames('formations');
export const readFormation = (slug: string): Formation => readJson(`formations/${slug}.json`, formationSchema);

export const listEtablissements = (): string[] => listNames('etablissements');
export const readEtablissement = (uai: string): Etablissement =>
  readJson(`etablissements/${uai.toLowerCase()}.json`, etablissementSchema);

/** The distributions of one diploma type, for the strip of a formation page. */
export const readComparaisons = (type: string): Comparaisons =>
  readJson(`comparaisons/${type}.json`, comparaisonsSchema);

export const listRegions = (): string[] => listNames('regions');
export const readRegion = (slug: string): PageRegion => readJson(`regions/${slug}.json`, pageRegionSchema);

export const readDepartements = (): ListeDepartements => readJson('pres-de-chez-moi.json', listeDepartementsSchema);
export const listDepartements = (): string[] => listNames('pres-de-chez-moi');
export const readDepartement = (slug: string): FichierDepartement =>
  readJson(`pres-de-chez-moi/${slug}.json`, departementSchema);

export const listListes = (genre: GenreDeListe): string[] => listNames(LIST_FOLDERS[genre]);
export const readListe = (genre: GenreDeListe, slug: string): Liste =>
  readJson(`${LIST_FOLDERS[genre]}/${slug}.json`, listeSchema);

/** The few keys that tell which regional pages a formation has: thousands of files are read for their addresses alone. */
const regionsOfFileSchema = z.object({
  est_fermee: z.boolean(),
  voies: z.array(
    z.object({
      fiches: z.array(
        z.object({ maille: mailleSchema, region: z.string().optional(), donnee_source: donneeSourceSchema.optional() }),
      ),
    }),
  ),
});

/** Pages, cards and images of regions all ask: each file is read once for them. */
const regionsDeFormation = new Map<string, string[]>();

/** INSEE codes of the regions for which a formation has a page, sorted. */
export function listRegionsDeFormation(slug: string): string[] {
  const path = join(dataDir(), `formations/${slug}.json`);
  const known = regionsDeFormation.get(path);
  if (known !== undefined) return known;
  const regions = regionsAvecPage(regionsOfFileSchema.parse(JSON.parse(readFileSync(path, 'utf8'))));
  regionsDeFormation.set(path, regions);
  return regions;
}
