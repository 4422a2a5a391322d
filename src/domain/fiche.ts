import { z } from 'zod';

import { mesuresShape } from './indicateurs.ts';
import { absenceSchema } from './publication.ts';

export const FILIERES = ['apprentissage', 'pro', 'agricole', 'superieur'] as const;
export const filiereSchema = z.enum(FILIERES);
export type Filiere = z.infer<typeof filiereSchema>;

/**
 * What a record covers, from wide to narrow. `regions` = the sum of the regions that publish a figure, made by us when the
 * sources hold no national figure: it always says how many regions (docs/decisions/0006).
 */
export const MAILLES = ['nationale', 'regions', 'regionale', 'etablissement'] as const;
export const mailleSchema = z.enum(MAILLES);
export type Maille = z.infer<typeof mailleSchema>;

/** `2023` or two pooled years, `2022_2023`. Text: `2024` sorts after `2023_2024` (RULES § 7). */
export const millesimeSchema = z.string().regex(/^\d{4}(_\d{4})?$/);

export const SOURCES_DE_CHIFFRES = [
  'inserjeunes',
  'inserjeunes_lycee_pro_formation_fine',
  'inserjeunes_lycee_pro',
  'inserjeunes_cfa',
  'insersup',
] as const;
export const sourceDeChiffresSchema = z.enum(SOURCES_DE_CHIFFRES);
export type SourceDeChiffres = z.infer<typeof sourceDeChiffresSchema>;

/**
 * The three shares out of 100 pupils in the final year, 6 months after leaving. They are integers and add up to 100.
 * `calcul`: `source` = the publisher's own shares; `derive` = computed by us from the counts, or from the two published rates
 * (FORMATS, last paragraph of the raw folder; RULES § 4.2).
 */
export const partsSchema = z
  .strictObject({
    emploi: z.int().min(0).max(100),
    formation: z.int().min(0).max(100),
    autre: z.int().min(0).max(100),
    calcul: z.enum(['source', 'derive']),
  })
  .refine((parts) => parts.emploi + parts.formation + parts.autre === 100, 'the three shares must add up to 100');
export type Parts = z.infer<typeof partsSchema>;

export const ROLES_UAI = ['lieu_formation', 'formateur', 'gestionnaire', 'inconnu'] as const;
export const roleUaiSchema = z.enum(ROLES_UAI);
export type RoleUai = z.infer<typeof roleUaiSchema>;

/** Figures that come from another diploma of the line of succession: the one it replaces, or the one that replaces it (RULES § 12). */
export const donneeSourceSchema = z.strictObject({
  code_certification: z.string(),
  type: z.enum(['ancienne', 'nouvelle']),
});
export type DonneeSource = z.infer<typeof donneeSourceSchema>;

/** Which school the figures come from, and what each one does: teaches, trains, manages (RULES § 15). */
export const rolesShape = {
  uai_type: roleUaiSchema.optional(),
  uai_donnee: z.string().optional(),
  uai_donnee_type: roleUaiSchema.optional(),
  uai_lieu_formation: z.array(z.string()).optional(),
  uai_formateur: z.array(z.string()).optional(),
  uai_gestionnaire: z.array(z.string()).optional(),
};

const ficheShape = {
  maille: mailleSchema,
  /** INSEE code of the region, for `regionale` (and for `etablissement`, when known). */
  region: z.string().optional(),
  /** How many regions are added up, for `regions`. */
  nb_regions: z.int().positive().optional(),
  uai: z.string().optional(),
  millesime: millesimeSchema,
  source: sourceDeChiffresSchema,
  /** Pupils in the final year: the denominator. Absent when the source gives rates only. Never hidden. */
  nb_annee_term: z.int().nonnegative().optional(),
  parts: partsSchema.nullable(),
  /** Why `parts` is null. */
  absence: absenceSchema.optional(),
  ...mesuresShape,
  /** Why each null figure is null. */
  absences: z.record(z.string(), absenceSchema).optional(),
};

interface Absences {
  parts: unknown;
  absence?: string | undefined;
  absences?: Record<string, string> | undefined;
}

/** Absence is a reason (PRODUCT § 5.2): no null without one, for the whole record or for the figure. */
function saysWhy(fiche: Absences): boolean {
  if (fiche.parts === null) return fiche.absence !== undefined;
  for (const champ in fiche)
    if (fiche[champ as keyof Absences] === null && fiche.absences?.[champ] === undefined) return false;
  return true;
}
const SANS_RAISON = 'every null needs its reason in `absence` or `absences`';

/** The figures of one certification, for one track, millésime and place, after the threshold. */
export const ficheSchema = z
  .strictObject({
    code_certification: z.string(),
    code_certification_type: z.enum(['cfd', 'mef11', 'sise']),
    filiere: filiereSchema,
    /** Length of the course in years, for school codes, when the reference tables tell it: a CAP in one year and one in two are two codes. */
    duree_ans: z.int().positive().optional(),
    /** Absent when the figures are the diploma's own. */
    donnee_source: donneeSourceSchema.optional(),
    ...rolesShape,
    ...ficheShape,
  })
  .refine(saysWhy, SANS_RAISON);
export type Fiche = z.infer<typeof ficheSchema>;

export const PERIMETRES = ['lycee_ensemble', 'lycee_apprentis', 'lycee_scolaire', 'cfa'] as const;
export const perimetreSchema = z.enum(PERIMETRES);
export type Perimetre = z.infer<typeof perimetreSchema>;

/** The figures of a whole school, all its courses together, for one perimeter and millésime (open data, rates only). */
export const ficheEnsembleSchema = z
  .strictObject({ perimetre: perimetreSchema, ...ficheShape })
  .refine(saysWhy, SANS_RAISON);
export type FicheEnsemble = z.infer<typeof ficheEnsembleSchema>;
