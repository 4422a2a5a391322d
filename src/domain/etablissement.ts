import { z } from 'zod';

import { ficheEnsembleSchema, ficheSchema, filiereSchema, perimetreSchema } from './fiche.ts';
import { enteteShape, lienSchema } from './formation.ts';
import { lectureDEcoleSchema, lectureDEnsembleSchema } from './lecture.ts';
import { absenceSchema } from './publication.ts';

export const NATURES = ['lycee', 'cfa', 'superieur', 'autre'] as const;

/** `nature_uai` of the schools that InserJeunes follows: 39 codes (RULES § 18). */
export const NATURES_ELIGIBLES: readonly string[] = (
  '240 241 242 261 300 301 302 306 307 310 315 320 332 334 370 380 400 430 440 445 450 480 506 523 528 540 551 580 600 605 610 ' +
  '625 630 700 710 720 730 740 830'
).split(' ');

/** Who a school is and where. What the directories do not tell is absent. */
export const identiteEtablissementShape = {
  uai: z.string(),
  nom: z.string(),
  nature: z.enum(NATURES),
  secteur: z.enum(['public', 'prive']).optional(),
  adresse: z.string().optional(),
  code_postal: z.string().optional(),
  commune: z.string().optional(),
  departement: z.strictObject({ code: z.string(), nom: z.string() }).optional(),
  /** `slug` leads to the page of the region. */
  region: lienSchema.optional(),
  academie: z.strictObject({ code: z.string(), nom: z.string() }).optional(),
  /** WGS 84, decimal degrees. */
  latitude: z.number().optional(),
  longitude: z.number().optional(),
};

/** Overall figures of one perimeter of the school, newest millésime first. */
export const ensembleSchema = z.strictObject({
  perimetre: perimetreSchema,
  fiches: z.array(ficheEnsembleSchema),
  /** Of the newest record that shows its shares; absent when none does. */
  lecture: lectureDEnsembleSchema.optional(),
});
export type Ensemble = z.infer<typeof ensembleSchema>;

/** One course of the school with its own figures, newest millésime first. */
export const formationDEtablissementSchema = z.strictObject({
  code: z.string(),
  titre: z.string(),
  slug: z.string(),
  type: z.string(),
  /** Closed at the date of the build. */
  est_fermee: z.boolean(),
  /** The region of the school publishes figures for the same diploma: its regional page shows them. Absent otherwise. */
  chiffres_dans_la_region: z.literal(true).optional(),
  fiches: z.array(ficheSchema),
  /** Of the newest record that shows its shares; absent when none does. */
  lecture: lectureDEcoleSchema.optional(),
});
export type FormationDEtablissement = z.infer<typeof formationDEtablissementSchema>;

/** One course of the school that is measured in other schools: those that train its apprentices, or manage their course. */
export const formationSansChiffreSchema = z.strictObject({
  code: z.string(),
  titre: z.string(),
  slug: z.string(),
  filiere: filiereSchema,
  absence: absenceSchema,
  /** UAI of the schools whose pupils are counted; each has a page. */
  uais: z.array(z.string()).min(1),
});
export type FormationSansChiffre = z.infer<typeof formationSansChiffreSchema>;

/** Everything that the page of a school shows; also published as its JSON twin. */
export const etablissementSchema = z.strictObject({
  ...enteteShape,
  ...identiteEtablissementShape,
  ensembles: z.array(ensembleSchema),
  formations: z.array(formationDEtablissementSchema),
  /** Absent when there is none. */
  formations_sans_chiffre: z.array(formationSansChiffreSchema).min(1).optional(),
  /** Names of the other schools that this file speaks of (`uai_donnee`, `uais`), by UAI; each has a page. Absent when there is none. */
  ecoles: z.record(z.string(), z.string()).optional(),
  /** Why the school shows no figure at all. */
  absence: absenceSchema.optional(),
});
export type Etablissement = z.infer<typeof etablissementSchema>;
