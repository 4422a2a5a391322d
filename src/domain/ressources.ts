import { z } from 'zod';

import type { Parametre } from './fichiers/adresses.ts';
import { enteteShape, lienSchema } from './formation.ts';
import { absenceSchema } from './publication.ts';

/** The official codes that `/api/resoudre/{code}.json` knows. */
export const TYPES_DE_CODE = ['cfd', 'mef11', 'sise', 'rncp', 'uai'] as const;
export const typeDeCodeSchema = z.enum(TYPES_DE_CODE);
export type TypeDeCode = z.infer<typeof typeDeCodeSchema>;

/** What a code may be: it names a file. RNCP sheets are written `RNCP12345` and no other way. */
const CODE_OFFICIEL = /^([0-9A-Z]{7,11}|RNCP[0-9]{1,7})$/;

/** One page of the site that a code leads to, and its files. Addresses start at the root of the site. */
export const pageTrouveeSchema = z.strictObject({
  genre: z.enum(['formation', 'etablissement']),
  /** CFD, SISE or UAI of the page. */
  code: z.string(),
  titre: z.string(),
  url: z.string(),
  json: z.string(),
  csv: z.string(),
  /** Why the page shows no figure. */
  absence: absenceSchema.optional(),
});
export type PageTrouvee = z.infer<typeof pageTrouveeSchema>;

/**
 * How the page was found: the code names it; an old code whose successors have a page; an RNCP sheet that certifies it; a common first year,
 * which leads to several diplomas (RULES § 13).
 */
export const CHEMINS = ['code', 'succession', 'fiche_rncp', 'annee_commune'] as const;

/**
 * `/api/resoudre/{code}.json`: where an official code leads. One candidate stands in `page`; several in `candidats`, with the absence
 * `plusieurs_formations_possibles`: we never choose for the reader. A common first year has both, its own page and its diplomas. No figure here.
 */
export const resolutionSchema = z
  .strictObject({
    ...enteteShape,
    code: z.string().regex(CODE_OFFICIEL),
    type: typeDeCodeSchema,
    /** Name of what the code means, as people write it; absent when the reference tables do not tell. */
    libelle: z.string().optional(),
    /** Only when a page was found. */
    chemin: z.enum(CHEMINS).optional(),
    page: pageTrouveeSchema.optional(),
    candidats: z.array(pageTrouveeSchema).min(2).optional(),
    /** For a school code of an earlier year: the codes of the last year of the course, which bear the figures (RULES § 14). */
    annee_terminale: z.array(z.string()).min(1).optional(),
    /** For an RNCP sheet: is it still current? */
    fiche_active: z.boolean().optional(),
    /** Diplomas that this one replaces, and that replace it; the direct ones. */
    anciens: z.array(lienSchema),
    nouveaux: z.array(lienSchema),
    /** Why there is no figure at the end: that of the page, or of the code. */
    absence: absenceSchema.optional(),
  })
  .refine(
    ({ page, candidats, absence }) => page !== undefined || candidats !== undefined || absence !== undefined,
    'a code without a page needs its reason',
  )
  .refine(
    ({ candidats, absence }) => candidats === undefined || absence === 'plusieurs_formations_possibles',
    'several candidates are said in `absence`',
  );
export type Resolution = z.infer<typeof resolutionSchema>;

export const licenceSchema = z.strictObject({ code: z.string(), titre: z.string(), url: z.string() });
export type Licence = z.infer<typeof licenceSchema>;

/** `/api/index.json`: what this edition is made of and where each family of files is. */
export const indexApiSchema = z.strictObject({
  ...enteteShape,
  /** Day of the build, ISO. */
  date: z.string(),
  licence: licenceSchema,
  /** Whom to write to; null when nobody is named yet. */
  contact: z.string().nullable(),
  /** Pages that explain these files, and their description for programs. */
  documentation: z.strictObject({ reference: z.string(), ancienne_api: z.string(), openapi: z.string() }),
  sources: z.array(
    z.strictObject({
      fichier: z.string(),
      genre: z.string(),
      libelle: z.string(),
      octets: z.int().nonnegative(),
      sha256: z.string(),
    }),
  ),
  nombres: z.strictObject({
    formations: z.int().nonnegative(),
    formations_avec_chiffres: z.int().nonnegative(),
    etablissements: z.int().nonnegative(),
    /** Codes that `/api/resoudre/` answers to, by type. */
    codes: z.record(typeDeCodeSchema, z.int().nonnegative()),
  }),
  /** Families of files: `modele` is an address where `{…}` stands for a value (RFC 6570, level 1). */
  liens: z.array(
    z.strictObject({
      nom: z.string(),
      modele: z.string(),
      format: z.enum(['json', 'csv', 'parquet', 'svg', 'zip', 'jsonld', 'atom', 'txt']),
      contenu: z.string(),
      /** Address of the schema of these files, for JSON. */
      schema: z.string().optional(),
    }),
  ),
  telechargements: z.array(
    z.strictObject({
      fichier: z.string(),
      libelle: z.string(),
      format: z.enum(['csv', 'parquet']),
      lignes: z.int().nonnegative(),
      octets: z.int().nonnegative(),
      sha256: z.string(),
    }),
  ),
});
export type IndexApi = z.infer<typeof indexApiSchema>;

/** A family of files that the site publishes: an address, a format, and the name of the schema when it is JSON. */
export interface FamilleDeFichiers extends Omit<IndexApi['liens'][number], 'schema'> {
  schema?: string;
  /** Its files are written with the pages, after the data step. */
  avecLesPages?: true;
  /** Values of the address that are not written as usual (`PARAMETRES`). */
  parametres?: Readonly<Record<string, Parametre>>;
}
