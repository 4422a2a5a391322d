import { z } from 'zod';

import { millesimeSchema } from './fiche.ts';
import { MESURES, type Mesure } from './indicateurs.ts';

/*
 * What is read of a former edition, to say what changed since. It may be of an older shape: unknown keys are ignored, missing ones are
 * unknown figures.
 */

const nombre = z.number().nullish();
const mesuresAnterieures = Object.fromEntries(MESURES.map((mesure) => [mesure, nombre])) as Record<
  Mesure,
  typeof nombre
>;
const codeAnterieur = z.object({ code_certification: z.string(), type: z.string() });

/** A record as a former edition wrote it, of a course or of a whole school. */
export const ficheAnterieureSchema = z.object({
  maille: z.string(),
  millesime: millesimeSchema,
  region: z.string().optional(),
  uai: z.string().optional(),
  filiere: z.string().optional(),
  code_certification: z.string().optional(),
  perimetre: z.string().optional(),
  donnee_source: codeAnterieur.optional(),
  uai_donnee: z.string().optional(),
  nb_annee_term: nombre,
  parts: z.object({ emploi: z.number(), formation: z.number(), autre: z.number() }).nullish(),
  ...mesuresAnterieures,
});
export type FicheAnterieure = z.infer<typeof ficheAnterieureSchema>;

const fichesAnterieures = z.array(ficheAnterieureSchema);
/** `formations/{slug}.json` of a former edition: records of schools stand in the files of schools. */
export const formationAnterieureSchema = z.object({
  code: z.string(),
  slug: z.string(),
  titre: z.string(),
  voies: z.array(z.object({ fiches: fichesAnterieures })),
});
/** `etablissements/{uai}.json` of a former edition. */
export const etablissementAnterieurSchema = z.object({
  uai: z.string(),
  nom: z.string(),
  ensembles: z.array(z.object({ fiches: fichesAnterieures })),
  formations: z.array(z.object({ fiches: fichesAnterieures })),
});
/** What `rapport.json` of a former edition must say to be one of ours. */
export const rapportAnterieurSchema = z.object({
  edition: z.string(),
  donnees_fictives: z.literal(true).optional(),
  pages: z.object({ formations: z.int(), etablissements: z.int() }),
});
