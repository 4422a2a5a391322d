import { z } from 'zod';

import { identiteEtablissementShape } from './etablissement.ts';
import { ficheEnsembleSchema, filiereSchema } from './fiche.ts';
import { enteteShape, lienSchema } from './formation.ts';

/** Degrees with four decimals: ten metres, enough for a distance in kilometres. */
const degres = z.number().refine((value) => Number(value.toFixed(4)) === value, 'at most four decimals');

/** `/pres-de-chez-moi.json`: the départements that have schools, by region. */
export const listeDepartementsSchema = z.strictObject({
  ...enteteShape,
  regions: z.array(
    z.strictObject({
      ...lienSchema.shape,
      slug: z.string(),
      departements: z.array(
        z.strictObject({
          code: z.string(),
          nom: z.string(),
          slug: z.string(),
          nb_etablissements: z.int().positive(),
        }),
      ),
    }),
  ),
  /** Schools whose département no source tells: they are on no page of a département. */
  nb_sans_departement: z.int().nonnegative(),
});
export type ListeDepartements = z.infer<typeof listeDepartementsSchema>;

/** The smallest box, in degrees, that holds every placed school of a département. */
export const cadreSchema = z.strictObject({ sud: degres, ouest: degres, nord: degres, est: degres });
export type Cadre = z.infer<typeof cadreSchema>;

/** A town of the directories: its place is the middle of the positions of its schools of every kind. */
export const communeSchema = z.strictObject({
  nom: z.string(),
  codes_postaux: z.array(z.string()),
  latitude: degres,
  longitude: degres,
});
export type Commune = z.infer<typeof communeSchema>;

/** One way to take one diploma, in the schools of the département. */
export const offreSchema = z.strictObject({
  /** Of the page of the formation. */
  slug: z.string(),
  titre: z.string(),
  /** Slug of the diploma type. */
  type: z.string(),
  filiere: filiereSchema,
  /** Present and true when the diploma is closed at the date of the build. */
  est_fermee: z.literal(true).optional(),
});
export type Offre = z.infer<typeof offreSchema>;

/** A school of the département. Its courses are ranks in `offres`. */
export const ecoleProcheSchema = z.strictObject({
  uai: identiteEtablissementShape.uai,
  nom: identiteEtablissementShape.nom,
  nature: identiteEtablissementShape.nature,
  secteur: identiteEtablissementShape.secteur,
  commune: identiteEtablissementShape.commune,
  /** Absent together when no directory tells them. */
  latitude: degres.optional(),
  longitude: degres.optional(),
  /** Newest figures of the whole school that show their shares, without its other measures. */
  ensemble: ficheEnsembleSchema.optional(),
  avec_chiffres: z.array(z.int().nonnegative()),
  /** Courses that the sources list here without a figure: too few pupils, or measured in another school. */
  sans_chiffre: z.array(z.int().nonnegative()),
});
export type EcoleProche = z.infer<typeof ecoleProcheSchema>;

/** `/pres-de-chez-moi/{slug}.json`: the towns and the schools of one département, and its neighbours. */
export const departementSchema = z.strictObject({
  ...enteteShape,
  code: z.string(),
  nom: z.string(),
  slug: z.string(),
  region: z.strictObject({ ...lienSchema.shape, slug: z.string() }),
  /** Départements with a school that may be within `RAYON_KM` of one of the towns: their files hold the schools across the border. */
  voisins: z.array(z.strictObject({ slug: z.string(), nom: z.string(), cadre: cadreSchema })),
  communes: z.array(communeSchema),
  types: z.array(z.strictObject({ slug: z.string(), libelle: z.string() })),
  offres: z.array(offreSchema),
  etablissements: z.array(ecoleProcheSchema),
});
export type FichierDepartement = z.infer<typeof departementSchema>;
