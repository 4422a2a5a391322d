import { z } from 'zod';

import { couvertureSchema } from './couverture.ts';
import { desaccordSchema } from './desaccords.ts';
import { filiereSchema, mailleSchema } from './fiche.ts';
import { enteteShape } from './formation.ts';
import { resumeFormationSchema } from './listes.ts';
import { resumeRevisionsSchema } from './revisions.ts';
import { RELATIONS_DE_SECRET } from './secret-relations.ts';

/** One file of the raw folder and what became of its rows. */
export const sourceLueSchema = z.strictObject({
  fichier: z.string(),
  genre: z.string(),
  /** For readers, in French: « InserJeunes par formation et région ». */
  libelle: z.string(),
  octets: z.int().nonnegative(),
  sha256: z.string(),
  encodage: z.string(),
  separateur: z.string(),
  lignes_lues: z.int().nonnegative(),
  lignes_gardees: z.int().nonnegative(),
  /** Refused rows by reason; they never stop the build (API § 9). */
  lignes_refusees: z.record(z.string(), z.int().positive()),
  /** Kept lines whose figure is not published because too few young people are concerned. */
  lignes_cachees: z.int().nonnegative(),
});
export type SourceLue = z.infer<typeof sourceLueSchema>;

/** Rows that were refused, at most a few of each reason and file, for the maintainer. */
export const refusSchema = z.strictObject({
  fichier: z.string(),
  ligne: z.int().positive(),
  motif: z.string(),
  valeur: z.string(),
});
export type Refus = z.infer<typeof refusSchema>;

/** Statistical secrecy of an edition (docs/decisions/0007): what each rule hid, and what the verifier looked at to find nothing. */
export const secretSchema = z.strictObject({
  /** Own records under the threshold, or of unknown size; copies of their figures are hidden with them. */
  cellules_sous_le_seuil: z.int().nonnegative(),
  cellules_sans_effectif: z.int().nonnegative(),
  /** Records above the threshold, hidden to protect others, by the sum that would have given those away. */
  cellules_protegees: z.record(z.enum(RELATIONS_DE_SECRET), z.int().nonnegative()),
  /** Sums of several codes of one track that are hidden, of the contract files. */
  agregats_caches: z.int().nonnegative(),
  verification: z.strictObject({
    fichiers: z.int().nonnegative(),
    /** Records found in the files and compared with the list of hidden ones. */
    fiches: z.int().nonnegative(),
    /** Sums between published records; those that the sources contradict give nothing. */
    sommes: z.int().nonnegative(),
    contradictoires: z.int().nonnegative(),
    /** Hidden records that enter a sum, and equations solved for them. */
    inconnues: z.int().nonnegative(),
    equations: z.int().nonnegative(),
    /** Hidden figures found or computed. The build stops otherwise. */
    trouve: z.literal(0),
  }),
});
export type Secret = z.infer<typeof secretSchema>;

/** `/rapport.json`: what this edition read, kept, refused, hid and published. */
export const rapportSchema = z.strictObject({
  ...enteteShape,
  sources: z.array(sourceLueSchema),
  fichiers_ignores: z.array(z.string()),
  refus: z.array(refusSchema),
  /** Records by maille and track: how many exist, how many show the three shares, how many are hidden and why. */
  fiches: z.array(
    z.strictObject({
      maille: z.string(),
      filiere: z.string(),
      millesime: z.string(),
      lues: z.int().nonnegative(),
      publiees: z.int().nonnegative(),
      /** How many of `lues`, and of `publiees`, are copies along the continuum: the figures of another diploma (RULES § 12). */
      continuum: z.int().nonnegative(),
      continuum_publiees: z.int().nonnegative(),
      absences: z.record(z.string(), z.int().positive()),
    }),
  ),
  couverture: couvertureSchema,
  /** What the continuum adds to coverage: open codes that show the three shares at least once, without and with it. */
  couverture_continuum: z.array(
    z.strictObject({
      filiere: filiereSchema,
      maille: mailleSchema,
      /** Open CFD (apprentissage), or MEFSTAT11 of the final year of an open CFD (school). */
      codes_ouverts: z.int().positive(),
      sans_continuum: z.int().nonnegative(),
      avec_continuum: z.int().nonnegative(),
      /** Points out of 100 open codes, to one decimal. */
      gain_points: z.number().nonnegative(),
    }),
  ),
  /** Figures that two sources give, by rule: how many differ, and the widest gaps. */
  desaccords: z.array(desaccordSchema),
  /** What changed since the former edition; absent when none was given. */
  revisions: resumeRevisionsSchema.optional(),
  secret: secretSchema,
  /** Oddities that do not stop the build, by kind. */
  anomalies: z.array(z.strictObject({ regle: z.string(), nombre: z.int().positive(), exemple: z.string() })),
  pages: z.strictObject({
    formations: z.int().nonnegative(),
    formations_avec_chiffres: z.int().nonnegative(),
    etablissements: z.int().nonnegative(),
    regions: z.int().nonnegative(),
  }),
});
export type Rapport = z.infer<typeof rapportSchema>;

/** `/index.json`: what the home page says, and what every page needs to know of the edition. */
export const editionSchema = z.strictObject({
  ...enteteShape,
  /** Day of the build, ISO. */
  date: z.string(),
  /** Newest millésime of each maille and track that has figures: `regionale/pro` → `2021_2022`. */
  millesimes: z.record(z.string(), z.string()),
  nb_formations: z.int().nonnegative(),
  nb_formations_avec_chiffres: z.int().nonnegative(),
  nb_etablissements: z.int().nonnegative(),
  nb_regions: z.int().nonnegative(),
  /** Well-covered formations to show on the home page. */
  exemples: z.array(resumeFormationSchema),
  /** SHA-256 of `/empreintes.txt`, the list of those of every data file, and how many files it tells. */
  empreinte: z.strictObject({ fichiers: z.int().positive(), sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
});
export type Edition = z.infer<typeof editionSchema>;
