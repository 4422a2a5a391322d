import { z } from 'zod';

import { enteteShape } from '../formation.ts';
import { ligneDeChampSchema } from './tableau-des-champs.ts';

/** `/donnees/api.json`: the reference of the files, as its page shows it. */
export const referenceSchema = z.strictObject({
  ...enteteShape,
  titre: z.string(),
  chapeau: z.string(),
  besoins: z.array(
    z.strictObject({
      id: z.string(),
      titre: z.string(),
      description: z.string(),
      adresses: z.array(
        z.strictObject({
          nom: z.string(),
          modele: z.string(),
          format: z.string(),
          contenu: z.string(),
          /** A file of this edition. */
          exemple: z.string(),
          autres_formats: z.array(z.strictObject({ format: z.string(), exemple: z.string() })),
          parametres: z.array(z.strictObject({ nom: z.string(), motif: z.string(), description: z.string() })),
          schema: z.string().optional(),
          /** Name of the table of its fields. */
          champs: z.string().optional(),
        }),
      ),
    }),
  ),
  champs: z.array(z.strictObject({ nom: z.string(), lignes: z.array(ligneDeChampSchema) })),
  extraits: z.array(z.strictObject({ adresse: z.string(), texte: z.string() })),
  code: z.array(z.strictObject({ langage: z.string(), titre: z.string(), texte: z.string() })),
});
