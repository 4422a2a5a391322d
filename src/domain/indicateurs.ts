import { z } from 'zod';

export { ETATS, type Etat } from './etats.ts';

/** Months after leaving at which employment is measured. */
export const HORIZONS = [6, 12, 18, 24] as const;
export type Horizon = (typeof HORIZONS)[number];

const count = z.int().nonnegative().nullable().optional();
const percent = z.int().min(0).max(100).nullable().optional();

/**
 * Every figure that one record can carry, under the publisher's own names (RULES §§ 2, 3, 4).
 *
 * Absent key = unknown to the source; `null` = known but hidden, with the reason in `absences`.
 * `taux_en_emploi_n_mois`, `taux_en_formation`, `taux_autres_n_mois`: percentages of ALL pupils in the final year.
 * `taux_emploi_n_mois`, `…_attendu`: percentages of LEAVERS only. `taux_poursuite_etudes`: percentage of all pupils.
 * `va_emploi_6_mois`: points, between −100 and 100. Salaries: net euros a month, full-time equivalent, 12 months after.
 */
export const mesuresShape = {
  nb_sortant: count,
  nb_poursuite_etudes: count,
  nb_en_emploi_6_mois: count,
  nb_en_emploi_12_mois: count,
  nb_en_emploi_18_mois: count,
  nb_en_emploi_24_mois: count,
  nb_diplome: count,
  taux_en_formation: percent,
  taux_en_emploi_6_mois: percent,
  taux_en_emploi_12_mois: percent,
  taux_en_emploi_18_mois: percent,
  taux_en_emploi_24_mois: percent,
  taux_autres_6_mois: percent,
  taux_autres_12_mois: percent,
  taux_autres_18_mois: percent,
  taux_autres_24_mois: percent,
  taux_poursuite_etudes: percent,
  taux_emploi_6_mois: percent,
  taux_emploi_12_mois: percent,
  taux_emploi_18_mois: percent,
  taux_emploi_24_mois: percent,
  taux_emploi_6_mois_attendu: percent,
  va_emploi_6_mois: z.int().min(-100).max(100).nullable().optional(),
  taux_rupture_contrats: percent,
  salaire_12_mois_q1: count,
  salaire_12_mois_q2: count,
  salaire_12_mois_q3: count,
};

export type Mesure = keyof typeof mesuresShape;

/** Names of every figure, in the order in which files and tables show them. */
export const MESURES = Object.keys(mesuresShape) as Mesure[];
