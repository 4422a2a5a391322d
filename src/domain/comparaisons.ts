import { z } from 'zod';

import { enteteShape } from './formation.ts';
import { repartitionSchema } from './lecture.ts';

/** `/comparaisons/{type}.json`: every distribution of one diploma type. */
export const comparaisonsSchema = z.strictObject({
  ...enteteShape,
  type: z.strictObject({ slug: z.string(), libelle: z.string(), nom: z.string() }),
  repartitions: z.array(repartitionSchema),
});
