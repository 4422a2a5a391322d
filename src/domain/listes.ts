import { z } from 'zod';

import { identiteEtablissementShape } from './etablissement.ts';
import { ficheEnsembleSchema, ficheSchema } from './fiche.ts';
import { enteteShape, identiteFormationShape, lienSchema } from './formation.ts';
import { absenceSchema } from './publication.ts';

/** A formation in a list: who it is and its leading card of each track (`selectCarte`), or why there is none. */
export const resumeFormationSchema = z.strictObject({
  code: identiteFormationShape.code,
  slug: identiteFormationShape.slug,
  titre: identiteFormationShape.titre,
  type: z.string(),
  est_fermee: z.boolean(),
  cartes: z.array(ficheSchema),
  absence: absenceSchema.optional(),
});
export type ResumeFormation = z.infer<typeof resumeFormationSchema>;

/** A school in a list: who it is and its newest overall record. */
export const resumeEtablissementSchema = z.strictObject({
  uai: identiteEtablissementShape.uai,
  nom: identiteEtablissementShape.nom,
  nature: identiteEtablissementShape.nature,
  commune: identiteEtablissementShape.commune,
  departement: z.string().optional(),
  ensemble: ficheEnsembleSchema.optional(),
  nb_formations: z.int().nonnegative(),
});
export type ResumeEtablissement = z.infer<typeof resumeEtablissementSchema>;

/** `/etablissements.json`: every school with a page, in the order of the UAI. */
export const listeEtablissementsSchema = z.strictObject({
  ...enteteShape,
  etablissements: z.array(
    z.strictObject({
      uai: identiteEtablissementShape.uai,
      nom: identiteEtablissementShape.nom,
      nature: identiteEtablissementShape.nature,
      commune: identiteEtablissementShape.commune,
      /** INSEE code. */
      region: z.string().optional(),
    }),
  ),
});

/** A heading of a browse page and how many formations it leads to. */
export const rubriqueSchema = z.strictObject({
  slug: z.string(),
  libelle: z.string(),
  nb_formations: z.int().nonnegative(),
  nb_avec_chiffres: z.int().nonnegative(),
});
export type Rubrique = z.infer<typeof rubriqueSchema>;

/** `/formations.json`: the ways in, types grouped by level (RULES § 8), nearest to school age first. */
export const sommaireSchema = z.strictObject({
  ...enteteShape,
  niveaux: z.array(z.strictObject({ code: z.string(), libelle: z.string(), types: z.array(rubriqueSchema) })),
  domaines: z.array(rubriqueSchema),
  familles: z.array(rubriqueSchema),
});
export type Sommaire = z.infer<typeof sommaireSchema>;

export const GENRES_DE_LISTE = ['diplome', 'domaine', 'famille'] as const;

/** `/diplomes/{type}.json`, `/domaines/{slug}.json`, `/familles/{slug}.json`: the formations of one heading, by title. */
export const listeSchema = z.strictObject({
  ...enteteShape,
  genre: z.enum(GENRES_DE_LISTE),
  slug: z.string(),
  titre: z.string(),
  /** Common first years of a famille de métiers: reference formations that lead to all the others. */
  annees_communes: z.array(lienSchema).optional(),
  formations: z.array(resumeFormationSchema),
});
export type Liste = z.infer<typeof listeSchema>;

/** `/regions/{slug}.json`: formations by diploma type with the figures of the region, and the schools of the region. */
export const pageRegionSchema = z.strictObject({
  ...enteteShape,
  code: z.string(),
  nom: z.string(),
  slug: z.string(),
  types: z.array(z.strictObject({ slug: z.string(), libelle: z.string(), formations: z.array(resumeFormationSchema) })),
  etablissements: z.array(resumeEtablissementSchema),
  absence: absenceSchema.optional(),
});
export type PageRegion = z.infer<typeof pageRegionSchema>;

/** `/regions.json`. */
export const listeRegionsSchema = z.strictObject({
  ...enteteShape,
  regions: z.array(
    z.strictObject({
      ...lienSchema.shape,
      slug: z.string(),
      nb_formations_avec_chiffres: z.int().nonnegative(),
      nb_etablissements: z.int().nonnegative(),
    }),
  ),
});
export type ListeRegions = z.infer<typeof listeRegionsSchema>;
