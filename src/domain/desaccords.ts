import { z } from 'zod';

const effectif = z.int().nonnegative();

/** Where two sources hold the same figure, and which of them is retained. The wording of each rule: `textes/qualite.ts`. */
export const REGLES_DE_DESACCORD = ['tables_des_etablissements', 'api_et_donnees_ouvertes', 'mesure_repetee'] as const;
export const regleDeDesaccordSchema = z.enum(REGLES_DE_DESACCORD);
export type RegleDeDesaccord = z.infer<typeof regleDeDesaccordSchema>;

/** At most so many lines of a rule in the report, the widest gaps first. */
export const NB_LIGNES_DE_DESACCORD = 50;

/** Two values of one figure. Only figures that this edition shows: what is hidden has no second value either (PRODUCT § 5.1). */
export const ligneDeDesaccordSchema = z.strictObject({
  maille: z.string(),
  millesime: z.string(),
  region: z.string().optional(),
  uai: z.string().optional(),
  /** For a whole school. */
  perimetre: z.string().optional(),
  /** For a course. */
  filiere: z.string().optional(),
  code_certification: z.string().optional(),
  mesure: z.string(),
  /** The published value, and where it was read. */
  retenu: z.int(),
  fichier_retenu: z.string(),
  ecarte: z.int(),
  fichier_ecarte: z.string(),
});
export type LigneDeDesaccord = z.infer<typeof ligneDeDesaccordSchema>;

export const desaccordSchema = z.strictObject({
  regle: regleDeDesaccordSchema,
  /** Figures that both sources give, those with two values, and those that one of the two leaves empty. */
  compares: effectif,
  differents: effectif,
  un_seul: effectif,
  par_mesure: z.array(
    z.strictObject({
      millesime: z.string(),
      mesure: z.string(),
      compares: effectif,
      differents: effectif,
      un_seul: effectif,
      /** Widest difference between the two values: points, persons or euros. */
      ecart_max: effectif,
    }),
  ),
  lignes: z.array(ligneDeDesaccordSchema).max(NB_LIGNES_DE_DESACCORD),
});
export type Desaccord = z.infer<typeof desaccordSchema>;
