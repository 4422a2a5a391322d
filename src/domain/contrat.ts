import { z } from 'zod';

import { filiereSchema, millesimeSchema, roleUaiSchema } from './fiche.ts';

/**
 * How many files of the contract tree are written (API § 8): `leger` for hosts that limit their number, `standard` for any host, `complet` for object
 * storage, with one file for each place, code and millésime.
 */
export const PROFILS_API = ['leger', 'standard', 'complet'] as const;
export type ProfilApi = (typeof PROFILS_API)[number];

/** The scopes of the contract; our own sums of regions are not part of it. */
export const MAILLES_DU_CONTRAT = ['nationale', 'regionale', 'etablissement'] as const;
export type MailleDuContrat = (typeof MAILLES_DU_CONTRAT)[number];

/**
 * The figures of a record in the order of API § 3. Absent = unknown, null = hidden. `taux_*`: percentages of `nb_annee_term`; salaries: net
 * euros a month, full-time equivalent, 12 months after leaving.
 */
export const MESURES_DU_CONTRAT = [
  'nb_sortant',
  'nb_poursuite_etudes',
  'nb_en_emploi_6_mois',
  'nb_en_emploi_12_mois',
  'nb_en_emploi_18_mois',
  'nb_en_emploi_24_mois',
  'nb_diplome',
  'taux_en_emploi_6_mois',
  'taux_en_emploi_12_mois',
  'taux_en_emploi_18_mois',
  'taux_en_emploi_24_mois',
  'taux_en_formation',
  'taux_autres_6_mois',
  'taux_autres_12_mois',
  'taux_autres_18_mois',
  'taux_autres_24_mois',
  'taux_rupture_contrats',
  'salaire_12_mois_q1',
  'salaire_12_mois_q2',
  'salaire_12_mois_q3',
] as const;
export type MesureDuContrat = (typeof MESURES_DU_CONTRAT)[number];

const nombre = z.int().nonnegative().nullable();
const pourcent = z.int().min(0).max(100).nullable();
const code = z.string().regex(/^[0-9A-Z]{7,11}$/);
const uai = z.string().regex(/^[0-9]{7}[A-Z]$/);
/** Midnight UTC: `2023-08-31T00:00:00.000Z`. */
const instant = z.iso.datetime({ precision: 3 });
const couple = z.strictObject({ code: z.string(), libelle: z.string() });
const lieu = { code: z.string(), nom: z.string() };
/** First key of every file of fictional figures (PRODUCT § 5.7); not part of the contract. */
const fictives = { donnees_fictives: z.literal(true).optional() };

const mesuresShape = Object.fromEntries(
  MESURES_DU_CONTRAT.map((mesure) => [mesure, (mesure.startsWith('taux_') ? pourcent : nombre).optional()]),
) as Record<MesureDuContrat, z.ZodOptional<typeof nombre>>;

const metaSchema = z.strictObject({
  titre: z.string().optional(),
  details: z.string().optional(),
  messages: z.array(z.string()).min(1).optional(),
});

/** Everything of a record but the final years of a record that has none of its own (API § 3). */
const ficheShape = {
  ...fictives,
  millesime: millesimeSchema,
  code_certification: code,
  code_certification_type: z.enum(['cfd', 'mef11', 'sise']),
  code_formation_diplome: code.optional(),
  filiere: filiereSchema,
  libelle: z.string(),
  libelle_ancien: z.string().optional(),
  diplome: couple,
  date_fermeture: instant.optional(),
  formation_fermee: z.boolean(),
  familleMetier: z.strictObject({ code: z.string(), libelle: z.string(), isAnneeCommune: z.boolean() }).optional(),
  donnee_source: z
    .strictObject({ code_certification: code, type: z.enum(['self', 'ancienne', 'nouvelle']) })
    .optional(),
  nb_annee_term: z.int().nonnegative().optional(),
  ...mesuresShape,
  region: z.strictObject({ ...lieu, code_region_academique: z.string().optional() }).optional(),
  academie: z.strictObject(lieu).optional(),
  uai: uai.optional(),
  libelle_etablissement: z.string().optional(),
  uai_type: roleUaiSchema.optional(),
  uai_donnee: z.string().optional(),
  uai_donnee_type: roleUaiSchema.optional(),
  uai_lieu_formation: z.array(z.string()).optional(),
  uai_formateur: z.array(z.string()).optional(),
  uai_gestionnaire: z.array(z.string()).optional(),
  _meta: metaSchema.optional(),
};

/** A final year that could not be resolved: the class of the error, and the asked millésime split on `_` (API §§ 2.1, 6). */
const terminaleEnErreurSchema = z.strictObject({
  error: z.string().startsWith('Error'),
  millesimes: z.array(z.string()).min(1),
  code_certification: code,
});

/** A record of the contract: in a list its final years are codes, in a record answer whole records (API § 2.1). */
export const ficheContratSchema = z.strictObject({
  ...ficheShape,
  certificationsTerminales: z
    .array(z.union([z.strictObject({ code_certification: code }), terminaleEnErreurSchema, z.looseObject(ficheShape)]))
    .optional(),
});
export type FicheContrat = z.infer<typeof ficheContratSchema>;

/** `millesimes.json`: the millésimes that answer, newest first, and the one that is looked for when none is asked (API § 7). */
export const millesimesContratSchema = z.strictObject({
  ...fictives,
  code,
  millesimes: z.array(millesimeSchema).min(1),
  defaut: millesimeSchema,
});

/** One track of the filières aggregate (API § 5). */
export const agregatSchema = z.strictObject({
  millesime: millesimeSchema,
  filiere: filiereSchema,
  codes_certifications: z.array(code).min(1),
  codes_formation_diplome: z.array(code).length(1),
  code_formation_diplome: code,
  libelle: z.string(),
  libelle_ancien: z.string().optional(),
  diplome: couple,
  date_fermeture: instant.optional(),
  formation_fermee: z.boolean(),
  region: ficheShape.region,
  nb_annee_term: nombre,
  nb_sortant: nombre,
  nb_poursuite_etudes: nombre,
  nb_en_emploi_6_mois: nombre,
  nb_en_emploi_12_mois: nombre,
  nb_en_emploi_18_mois: nombre,
  nb_en_emploi_24_mois: nombre,
  taux_en_emploi_6_mois: pourcent.optional(),
  taux_en_emploi_12_mois: pourcent.optional(),
  taux_en_emploi_18_mois: pourcent.optional(),
  taux_en_emploi_24_mois: pourcent.optional(),
  taux_en_formation: pourcent.optional(),
  taux_autres_6_mois: pourcent,
  taux_autres_12_mois: pourcent,
  taux_autres_18_mois: pourcent,
  taux_autres_24_mois: pourcent,
  _meta: z.strictObject({ messages: z.array(z.string()).min(1) }).optional(),
});
export type Agregat = z.infer<typeof agregatSchema>;

/** `filieres.json`: a key for each track that has records. */
export const filieresContratSchema = z
  .strictObject({ ...fictives, pro: agregatSchema.optional(), apprentissage: agregatSchema.optional() })
  .refine(({ pro, apprentissage }) => pro !== undefined || apprentissage !== undefined, 'no track at all');

/** One code of the secondary reference tables. */
export const bcnContratSchema = z.strictObject({
  code_certification: code,
  type: z.enum(['cfd', 'mef']),
  code_formation_diplome: code,
  libelle: z.string().optional(),
  libelle_long: z.string().optional(),
  libelle_ancien: z.string().optional(),
  diplome: couple.optional(),
  date_ouverture: instant.optional(),
  date_fermeture: instant.optional(),
  date_premiere_session: z.string().optional(),
  date_derniere_session: z.string().optional(),
});
export type BcnContrat = z.infer<typeof bcnContratSchema>;

/** The names of the arrays of lists (API § 4). */
export const TABLEAUX = ['certifications', 'regionales', 'formations', 'bcn'] as const;
export type Tableau = (typeof TABLEAUX)[number];

/** The wrapper of a list: all its rows on one page, `pagination` first (API §§ 4, 7). */
export function listeContratSchema(tableau: Tableau, element: z.ZodType): z.ZodType {
  const total = z.int().nonnegative();
  const pagination = z.strictObject({
    page: z.literal(1),
    items_par_page: total,
    nombre_de_page: z.literal(1),
    total,
  });
  return z.strictObject({ ...fictives, pagination, [tableau]: z.array(element) });
}

/** `regions/prefixes-postaux.json`: the region of each beginning of a postal code (RULES § 17). */
export const prefixesPostauxSchema = z.strictObject({
  ...fictives,
  prefixes: z.record(z.string().regex(/^\d{2,3}$/), z.string().regex(/^\d{2}$/)),
});
