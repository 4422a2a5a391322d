import { z } from 'zod';

import { donneeSourceSchema, filiereSchema, mailleSchema, millesimeSchema, partsSchema } from './fiche.ts';
import { enteteShape } from './formation.ts';

/** A record of the search index: one page that a search can lead to. */
export const documentDeRechercheSchema = z.strictObject({
  url: z.string(),
  genre: z.enum(['formation', 'etablissement', 'region', 'famille', 'domaine', 'diplome']),
  titre: z.string(),
  /** Type of diploma, or town of a school: the line below the title. */
  precision: z.string(),
  /** Other words that lead here: old names, official labels. */
  mots: z.array(z.string()),
  codes: z.array(z.string()),
  /** A diploma that is no longer awarded. */
  est_fermee: z.literal(true).optional(),
  filtres: z.record(z.string(), z.array(z.string())),
});
export type DocumentDeRecherche = z.infer<typeof documentDeRechercheSchema>;

/**
 * The other names that people use for a page: old names, acronyms, trades. Official labels, in capitals, say the title again; its domain and its
 * famille are no name of a course.
 */
export function nomsDUsage({ genre, titre, mots, filtres }: DocumentDeRecherche): string[] {
  const rubriques = [...(filtres.domaine ?? []), ...(filtres.famille ?? [])];
  const isOfficial = (mot: string): boolean => genre === 'formation' && mot === mot.toUpperCase();
  return mots.filter((mot) => mot !== titre && !isOfficial(mot) && !rubriques.includes(mot));
}

/** `/recherche.json`: every name and code of the site, and the page that it leads to. */
export const documentsDeRechercheSchema = z.strictObject({
  ...enteteShape,
  documents: z.array(documentDeRechercheSchema),
});
export type DocumentsDeRecherche = z.infer<typeof documentsDeRechercheSchema>;

/** Where the small cards of the results are measured when no region is chosen. */
export const LIEU_FRANCE = 'france';

/** A record as a result of the search shows it: its shares, of how many, when and where. Keys of `ficheSchema`; only what is published. */
export const carteDeRechercheSchema = z.strictObject({
  code_certification: z.string(),
  filiere: filiereSchema,
  duree_ans: z.int().positive().optional(),
  maille: mailleSchema,
  region: z.string().optional(),
  nb_regions: z.int().positive().optional(),
  millesime: millesimeSchema,
  nb_annee_term: z.int().nonnegative().optional(),
  donnee_source: donneeSourceSchema.optional(),
  parts: partsSchema,
});
export type CarteDeRecherche = z.infer<typeof carteDeRechercheSchema>;

/**
 * `/recherche/chiffres/{lieu}.json`: the cards of one place, `france` (the leading card of each track, whatever its scope) or the slug of a region,
 * by CFD or SISE. A formation that shows no figure there is not in it.
 */
export const chiffresDeRechercheSchema = z.strictObject({
  ...enteteShape,
  lieu: z.string(),
  formations: z.record(z.string(), z.array(carteDeRechercheSchema).min(1)),
});
export type ChiffresDeRecherche = z.infer<typeof chiffresDeRechercheSchema>;

/**
 * A name to find. `adresse`: the end of the address of a formation, which its title does not give (its code), or a whole address. `type`,
 * `domaine`, `famille`: ranks in the tables of the file, -1 = none. `rang`: 2 = the page shows figures and the diploma is still awarded, 1 = it
 * no longer is, 0 = no figure. `autres`: old names, acronyms, words for it.
 */
export type LigneDeNom = readonly [
  titre: string,
  adresse: string,
  type: number,
  domaine: number,
  famille: number,
  rang: 0 | 1 | 2,
  autres: string,
];

/** `/recherche/noms.json` and `/recherche/noms-sans-chiffre.json`, in the order of `compareDocuments`. */
export interface Noms {
  /** What stands below the name, then the slugs of the type of diploma and of its level; these are empty for other pages. */
  types: readonly (readonly [precision: string, type: string, niveau: string])[];
  /** Slugs. */
  domaines: readonly string[];
  familles: readonly (readonly [slug: string, libelle: string])[];
  noms: readonly LigneDeNom[];
}
