import { z } from 'zod';

import { ficheSchema, filiereSchema } from './fiche.ts';
import { lectureSchema } from './lecture.ts';
import { absenceSchema } from './publication.ts';

/** A named place of the site; `slug` is absent when the thing has no page. */
export const lienSchema = z.strictObject({ code: z.string(), libelle: z.string(), slug: z.string().optional() });
export type Lien = z.infer<typeof lienSchema>;

/** Said in every file: which edition, and whether its figures are fictional (PRODUCT § 5.7). */
export const enteteShape = {
  edition: z.string(),
  /** Present and true when the figures are those of the demonstration. */
  donnees_fictives: z.literal(true).optional(),
};

/** Who a formation is: everything that is not a figure. */
export const identiteFormationShape = {
  /** CFD, 8 characters; SISE, 7 characters, in higher education. */
  code: z.string(),
  slug: z.string(),
  /** For readers: `CAP Boulanger`. */
  titre: z.string(),
  /** The same without the diploma type: `Boulanger`. */
  libelle: z.string(),
  /** As in the official reference table: `BOULANGER (CAP)`. */
  libelle_officiel: z.string(),
  /** Diploma type: slug of its browse page, short and long names. */
  type: z.strictObject({ slug: z.string(), libelle: z.string(), nom: z.string() }),
  /** Level of RULES § 8 (`3` = CAP, `4` = bac…); absent when the code has none. */
  diplome: z.strictObject({ code: z.string(), libelle: z.string() }).optional(),
  /** Domain of specialty (NSF), where the reference tables tell it. */
  domaine: lienSchema.optional(),
  groupe_specialite: lienSchema.optional(),
  famille: z.strictObject({ ...lienSchema.shape, est_annee_commune: z.boolean() }).optional(),
};

/** One way to take the diploma: its official code in that track and every published record of it. */
export const voieSchema = z.strictObject({
  filiere: filiereSchema,
  code_certification: z.string(),
  code_certification_type: z.enum(['cfd', 'mef11', 'sise']),
  /** Length of the course in years, for school codes, when the reference tells it. */
  duree_ans: z.int().positive().optional(),
  /** National, summed and regional records of every millésime; order: maille, region, newest millésime first. */
  fiches: z.array(ficheSchema),
  /** For the newest record of each place that shows its shares, in the order of `fiches`. */
  lectures: z.array(lectureSchema),
  /** Why there is no record of France nor of a region: the track is known through schools only. */
  absence: absenceSchema.optional(),
});
export type Voie = z.infer<typeof voieSchema>;

/** A school that has a record for one of the codes of the formation. */
export const etablissementDeFormationSchema = z.strictObject({
  uai: z.string(),
  nom: z.string(),
  commune: z.string().optional(),
  departement: z.string().optional(),
  /** INSEE code of the region where the school is. */
  region: z.string().optional(),
  fiche: ficheSchema,
});
export type EtablissementDeFormation = z.infer<typeof etablissementDeFormationSchema>;

/** Everything that the page of a formation shows; also published as its JSON twin. */
export const formationSchema = z.strictObject({
  ...enteteShape,
  ...identiteFormationShape,
  /** ISO days. */
  date_ouverture: z.string().optional(),
  date_fermeture: z.string().optional(),
  /** Closed at the date of the build. */
  est_fermee: z.boolean(),
  premiere_session: z.int().optional(),
  derniere_session: z.int().optional(),
  /** Every official code that leads here. */
  codes: z.array(z.strictObject({ code: z.string(), type: z.enum(['cfd', 'mef11', 'sise', 'rncp']) })),
  /** Previous name in the line of succession, when it really changed (RULES § 9), as a person would write it. */
  libelle_ancien: z.string().optional(),
  /** Diplomas that this one replaces, and that replace it (N_FORMATION_DIPLOME), nearest first. */
  anciens: z.array(lienSchema),
  nouveaux: z.array(lienSchema),
  /** For a common first year: the diplomas of its famille that it leads to, by title. */
  terminales: z.array(lienSchema).optional(),
  /** The diplomas whose figures are shown here (`donnee_source`), by the code that each record names. */
  origines: z.record(z.string(), lienSchema).optional(),
  voies: z.array(voieSchema),
  etablissements: z.array(etablissementDeFormationSchema),
  /** Why no track shows a figure at all. */
  absence: absenceSchema.optional(),
});
export type Formation = z.infer<typeof formationSchema>;
