import { z } from 'zod';

import type { FicheAnterieure } from './edition-anterieure.ts';
import type { Fiche, FicheEnsemble } from './fiche.ts';
import { enteteShape } from './formation.ts';
import { MESURES, type Mesure } from './indicateurs.ts';

/*
 * What changed since a former edition (`--former`). Hidden figures are never compared nor told: newly hidden and newly shown are classes of
 * their own (PRODUCT § 5.1).
 */

/** A record of any edition. */
export type FicheComparee = Fiche | FicheEnsemble | FicheAnterieure;

/** The figures whose widest moves are told: points of all pupils, points of leavers. */
export const MESURES_SUIVIES = ['part_emploi', 'taux_emploi_6_mois'] as const;
export type MesureSuivie = (typeof MESURES_SUIVIES)[number];

type Chiffre = Mesure | 'nb_annee_term' | 'part_emploi' | 'part_formation' | 'part_autre';
const CHIFFRES: readonly Chiffre[] = ['nb_annee_term', 'part_emploi', 'part_formation', 'part_autre', ...MESURES];

/** In this order of precedence; each record has one. */
export const CLASSES = ['ajoutees', 'disparues', 'masquees', 'montrees', 'changees', 'identiques'] as const;
export type Classe = (typeof CLASSES)[number];

export interface Comparaison {
  classe: Exclude<Classe, 'ajoutees' | 'disparues'>;
  /** Figures that both editions show, with two values. */
  changes: { chiffre: Chiffre; avant: number; apres: number }[];
  /** Figures hidden since, and shown since: their values are not told. */
  masques: Chiffre[];
  montres: Chiffre[];
  /** Figures that only one of the editions has, hidden in neither. */
  ajoutes: Chiffre[];
  retires: Chiffre[];
}

/** Two records of the same thing in two editions. */
export function compareFiches(avant: FicheComparee, apres: FicheComparee): Comparaison {
  const result: Omit<Comparaison, 'classe'> = { changes: [], masques: [], montres: [], ajoutes: [], retires: [] };
  for (const chiffre of CHIFFRES) {
    const old = lire(avant, chiffre);
    const now = lire(apres, chiffre);
    if (typeof old === 'number' && typeof now === 'number') {
      if (old !== now) result.changes.push({ chiffre, avant: old, apres: now });
    } else if (typeof old === 'number') (now === null ? result.masques : result.retires).push(chiffre);
    else if (typeof now === 'number') (old === null ? result.montres : result.ajoutes).push(chiffre);
  }
  return { classe: classer(result), ...result };
}

function classer({ changes, masques, montres, ajoutes, retires }: Omit<Comparaison, 'classe'>): Comparaison['classe'] {
  if (masques.length > 0) return 'masquees';
  if (montres.length > 0) return 'montrees';
  return changes.length + ajoutes.length + retires.length > 0 ? 'changees' : 'identiques';
}

/** Null = hidden, undefined = unknown. */
function lire(fiche: FicheComparee, chiffre: Chiffre): number | null | undefined {
  if (chiffre === 'part_emploi') return part(fiche, 'emploi');
  if (chiffre === 'part_formation') return part(fiche, 'formation');
  if (chiffre === 'part_autre') return part(fiche, 'autre');
  return fiche[chiffre];
}

function part({ parts }: FicheComparee, etat: 'emploi' | 'formation' | 'autre'): number | null | undefined {
  return parts == null ? parts : parts[etat];
}

/** What a record is about, whatever its figures: the same text in two editions. The region of a school may change, its code may not. */
export function cleDeFiche(fiche: FicheComparee): string {
  const place = fiche.maille === 'etablissement' ? fiche.uai : fiche.region;
  const quoi =
    'perimetre' in fiche && fiche.perimetre !== undefined
      ? fiche.perimetre
      : `${('filiere' in fiche ? fiche.filiere : undefined) ?? ''} ${('code_certification' in fiche ? fiche.code_certification : undefined) ?? ''}`;
  return `${fiche.maille} ${fiche.millesime} ${place ?? ''} ${quoi}`;
}

/** Scope in the tables of revisions: a whole school is not a course at a school. */
export function mailleDeRevision(fiche: FicheComparee): string {
  return 'perimetre' in fiche && fiche.perimetre !== undefined ? 'ensemble' : fiche.maille;
}

/** Persons behind a followed figure: pupils of the final year, or leavers; undefined when the edition does not tell. */
export function denominateur(fiche: FicheComparee, mesure: MesureSuivie): number | undefined {
  return (mesure === 'part_emploi' ? fiche.nb_annee_term : fiche.nb_sortant) ?? undefined;
}

const effectif = z.int().nonnegative();

export const referenceDeFicheSchema = z.strictObject({
  /** Page that shows it, and its title; only the title for a page that is gone. */
  page: z.string().optional(),
  titre: z.string(),
  maille: z.string(),
  millesime: z.string(),
  region: z.string().optional(),
  uai: z.string().optional(),
  filiere: z.string().optional(),
  code_certification: z.string().optional(),
  perimetre: z.string().optional(),
});
export type ReferenceDeFiche = z.infer<typeof referenceDeFicheSchema>;

export const ecartSchema = z.strictObject({
  ...referenceDeFicheSchema.shape,
  avant: z.number(),
  apres: z.number(),
  /** Persons that the figure is about, in each edition, where known. */
  effectif_avant: effectif.optional(),
  effectif_apres: effectif.optional(),
  /** The figure is no longer read from the same code or school. */
  autre_origine: z.literal(true).optional(),
});
export type Ecart = z.infer<typeof ecartSchema>;

const pagesSchema = z.strictObject({
  avant: effectif,
  apres: effectif,
  ajoutees: effectif,
  disparues: effectif,
  /** Same code at another address. */
  deplacees: effectif,
  /** Pages of both editions with at least one record that is not identical. */
  revisees: effectif,
});

const resumeShape = {
  edition_precedente: z.string(),
  pages: z.strictObject({ formations: pagesSchema, etablissements: pagesSchema }),
  /** Records by maille and millésime; each stands in one class. */
  fiches: z.array(
    z.strictObject({
      maille: z.string(),
      millesime: z.string(),
      ajoutees: effectif,
      disparues: effectif,
      masquees: effectif,
      montrees: effectif,
      changees: effectif,
      identiques: effectif,
    }),
  ),
  /** Figures of the records of both editions. */
  chiffres: z.strictObject({
    changes: effectif,
    masques: effectif,
    montres: effectif,
    ajoutes: effectif,
    retires: effectif,
  }),
  /** Widest moves first. */
  ecarts: z.array(
    z.strictObject({ mesure: z.enum(MESURES_SUIVIES), nombre: effectif, plus_grands: z.array(ecartSchema) }),
  ),
};
/** `revisions` of `rapport.json`. */
export const resumeRevisionsSchema = z.strictObject(resumeShape);
export type ResumeRevisions = z.infer<typeof resumeRevisionsSchema>;

const pageSchema = z.strictObject({ code: z.string(), titre: z.string(), page: z.string().optional() });
/** `/revisions.json`: the same with lists, of a bounded length; `fiches` and `pages` hold the whole numbers. */
export const revisionsSchema = z.strictObject({
  ...enteteShape,
  ...resumeShape,
  listes: z.strictObject({
    pages_ajoutees: z.array(pageSchema),
    pages_disparues: z.array(pageSchema),
    pages_deplacees: z.array(z.strictObject({ ...pageSchema.shape, ancienne_page: z.string() })),
    fiches_ajoutees: z.array(referenceDeFicheSchema),
    fiches_disparues: z.array(referenceDeFicheSchema),
    fiches_masquees: z.array(referenceDeFicheSchema),
    fiches_montrees: z.array(referenceDeFicheSchema),
  }),
});
export type Revisions = z.infer<typeof revisionsSchema>;
