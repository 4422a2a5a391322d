import { z } from 'zod';

import { filiereSchema, mailleSchema, millesimeSchema } from './fiche.ts';
import { COMPTAGES_EMPLOI_PUBLIC } from './millesime.ts';

/** The sentence of a card in each language that we publish: French, English, and French « facile à lire » (UNDERSTANDABLE § 3, feature 8). */
export const LANGUES = ['fr', 'en', 'facile'] as const;
export type Langue = (typeof LANGUES)[number];
export const phrasesSchema = z.strictObject({ fr: z.string(), en: z.string(), facile: z.string() });
export type Phrases = z.infer<typeof phrasesSchema>;

/** Persons, not shares: `nombre` were seen this time; another year, with the same course, one could have seen between `min` and `max`. */
export const fourchetteSchema = z.strictObject({
  nombre: z.int().nonnegative(),
  min: z.int().nonnegative(),
  max: z.int().nonnegative(),
});
export type Fourchette = z.infer<typeof fourchetteSchema>;

/** Where a share stands among the courses of the same type, from the most striking to the least; none of them ranks schools. */
export const POSITIONS = [
  'plus_haut_que_9_sur_10',
  'plus_haut_que_3_sur_4',
  'plus_haut_que_la_moitie',
  'plus_bas_que_9_sur_10',
  'plus_bas_que_3_sur_4',
  'plus_bas_que_la_moitie',
] as const;
export const positionSchema = z.enum(POSITIONS);
export type Position = z.infer<typeof positionSchema>;

const situationSchema = z.strictObject({
  /** The share in the middle: half of the compared courses have less, half more. */
  milieu: z.int().min(0).max(100),
  /** Null when the range of the share covers the reference: a label would say chance (UNDERSTANDABLE § 3, feature 5). */
  position: positionSchema.nullable(),
});

/** A share among those of the courses of the same diploma type, track, place and millésime (PRODUCT § 4.4). */
export const comparaisonSchema = z.strictObject({
  /** How many courses are compared, this one included. */
  nombre: z.int().positive(),
  emploi: situationSchema,
  formation: situationSchema,
});
export type Comparaison = z.infer<typeof comparaisonSchema>;

/** A course close to this one that shows more young people in employment or in study, same place, track and millésime (PRODUCT § 4.10). */
export const procheSchema = z.strictObject({
  /** Code of its page; `code_certification`: the code of the record that holds the figures, in the same track. */
  code: z.string(),
  code_certification: z.string(),
  libelle: z.string(),
  slug: z.string(),
  rapport: z.enum(['famille', 'specialite']),
  emploi: z.int().min(0).max(100),
  formation: z.int().min(0).max(100),
  autre: z.int().min(0).max(100),
  nb_annee_term: z.int().positive().optional(),
});
export type Proche = z.infer<typeof procheSchema>;

/** How to read the newest record of one place: its sentences, its precision, its place among others, the courses close to it. */
export const lectureSchema = z.strictObject({
  maille: mailleSchema,
  /** INSEE code, for `regionale`. */
  region: z.string().optional(),
  millesime: millesimeSchema,
  /** The sentence of the card. */
  phrases: phrasesSchema,
  /** On how many, and when. */
  mesures: phrasesSchema,
  /** Are public-sector jobs counted in this cohort? In words: `emploi_public` of `/legendes.json`. */
  emploi_public: z.enum(COMPTAGES_EMPLOI_PUBLIC),
  /** For small groups only. */
  precision: z.strictObject({ emploi: fourchetteSchema, formation: fourchetteSchema }).optional(),
  /** Absent when too few courses can be compared. */
  comparaison: comparaisonSchema.optional(),
  proches: z.array(procheSchema).min(1).optional(),
});
export type Lecture = z.infer<typeof lectureSchema>;

/** How to read the newest record of a whole school that shows its shares. */
export const lectureDEnsembleSchema = lectureSchema.pick({
  millesime: true,
  phrases: true,
  mesures: true,
  emploi_public: true,
  precision: true,
});
export type LectureDEnsemble = z.infer<typeof lectureDEnsembleSchema>;

/** The same for one of its courses: track and code say which record is read. */
export const lectureDEcoleSchema = z.strictObject({
  filiere: filiereSchema,
  code_certification: z.string(),
  ...lectureDEnsembleSchema.shape,
});
export type LectureDEcole = z.infer<typeof lectureDEcoleSchema>;

/** How many of the compared courses have each share, by growing share: `[[12, 1], [13, 4]]`. */
const distributionSchema = z.array(z.tuple([z.int().min(0).max(100), z.int().positive()])).min(1);
export type Distribution = z.infer<typeof distributionSchema>;

/** The courses of one diploma type that can be compared: same track, place and millésime, each with its own figures, each counted once. */
export const repartitionSchema = z.strictObject({
  filiere: filiereSchema,
  maille: mailleSchema,
  region: z.string().optional(),
  millesime: millesimeSchema,
  nombre: z.int().positive(),
  emploi: distributionSchema,
  formation: distributionSchema,
});
export type Repartition = z.infer<typeof repartitionSchema>;
