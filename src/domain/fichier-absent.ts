import { z } from 'zod';

import { urls } from '../lib/urls.ts';
import { enteteShape } from './formation.ts';
import { composer } from './textes/typographie.ts';

/**
 * `/404.json`: what a host answers below `/api/` where there is no file. `statusCode`, `error` and `message` are those of the original API (API § 6); a
 * host of files does not know which of its reasons holds, so the message names them all.
 */
export const fichierAbsentSchema = z.strictObject({
  ...enteteShape,
  statusCode: z.literal(404),
  error: z.literal('Not Found'),
  message: z.string(),
  que_faire: z.string(),
  /** Page of this site that explains the addresses. */
  aide: z.string(),
});
export type FichierAbsent = z.infer<typeof fichierAbsentSchema>;

/** The same body for every address that has no file. */
export function fichierAbsent(entete: Pick<FichierAbsent, 'edition' | 'donnees_fictives'>): FichierAbsent {
  return {
    ...entete,
    statusCode: 404,
    error: 'Not Found',
    message: composer(
      "Il n'y a pas de fichier à cette adresse : le code est inconnu, il n'a pas de chiffres à cet endroit ou pour ce millésime, ou l'adresse est mal écrite.",
    ),
    que_faire: composer(
      "Le fichier `/api/resoudre/{code}.json` dit où mène un code officiel ; `millesimes.json`, dans le dossier d'un code, liste les millésimes qui existent.",
    ),
    aide: urls.api(),
  };
}
