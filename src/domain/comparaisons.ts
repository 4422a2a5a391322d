import { z } from 'zod';

import type { Filiere, Maille } from './fiche.ts';
import { enteteShape, identiteFormationShape } from './formation.ts';
import { repartitionSchema } from './lecture.ts';

/**
 * `/comparaisons/{type}.json`: among what each share is situated (PRODUCT § 4.4). A distribution for each track, place and millésime with enough
 * courses; none when the type has no such set. Order: filiere, maille from wide to narrow, region, newest millésime first.
 */
export const comparaisonsSchema = z.strictObject({
  ...enteteShape,
  type: identiteFormationShape.type,
  repartitions: z.array(repartitionSchema),
});
export type Comparaisons = z.infer<typeof comparaisonsSchema>;

/** One compared record: a line of `/comparaisons/{type}.csv`. */
export interface Comparee {
  type: string;
  filiere: Filiere;
  maille: Maille;
  region: string | null;
  millesime: string;
  /** Of the page. */
  code: string;
  code_certification: string;
  titre: string;
  slug: string;
  nb_annee_term: number | null;
  part_emploi: number;
  part_formation: number;
  part_autre: number;
}

/** Columns of that file, in order. */
export const COLONNES_DES_COMPAREES = [
  ...(['type', 'filiere', 'maille', 'region', 'millesime', 'code', 'code_certification', 'titre', 'slug'] as const),
  ...(['nb_annee_term', 'part_emploi', 'part_formation', 'part_autre'] as const),
] as const satisfies readonly (keyof Comparee)[];
