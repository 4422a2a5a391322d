import { z } from 'zod';

/**
 * Below this number of pupils in the final year nothing but the headcount is published.
 * Source: rule of the InserJeunes publisher, RULES § 5 (19 is hidden, 20 is shown).
 */
export const SEUIL_PUBLICATION = 20;

/**
 * Why a figure is not there. The same code stands in the page (`data-absence`), the JSON and the CSV; the list is closed.
 * Zero is a figure and never an absence.
 */
export const ABSENCES = [
  'sous_le_seuil',
  'formation_recente',
  'hors_dispositif',
  'mesuree_dans_un_autre_etablissement',
  'pas_encore_publiee',
  'code_inconnu',
  'plusieurs_formations_possibles',
  // Complementary suppression: published, the figure would give a hidden one by difference (docs/decisions/0007).
  'protege_un_autre_chiffre',
] as const;

export const absenceSchema = z.enum(ABSENCES);
export type Absence = z.infer<typeof absenceSchema>;
