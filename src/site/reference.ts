import { z } from 'zod';

import { toReference, type Reference } from '../domain/fichiers/reference.ts';
import { ADRESSE_PAR_DEFAUT } from '../domain/textes/donnees.ts';
import { readEdition, readJson } from './read.ts';

/** What the reference takes from `/api/openapi.json`: an example of each family. */
const openApiSchema = z.object({
  paths: z.record(
    z.string(),
    z.object({
      get: z.object({
        operationId: z.string(),
        responses: z.object({
          200: z.object({
            content: z.record(
              z.string(),
              z.object({ examples: z.object({ exemple: z.object({ externalValue: z.string() }) }) }),
            ),
          }),
        }),
      }),
    }),
  ),
});

/** Files whose beginning is shown. */
const EXTRAITS = ['formation', 'etablissement', 'resoudre', 'contrat_france', 'contrat_etablissement'];
const LISTE_COURTE = 1;
const CLES_MONTREES = 14;
const PROFONDEUR = 5;

/** The beginning of a value: the first item of a list, the first keys of an object; `…` stands for the rest. */
export function abreger(value: unknown, profondeur = PROFONDEUR): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (profondeur === 0) return '…';
  if (Array.isArray(value)) {
    const debut = value.slice(0, LISTE_COURTE).map((item) => abreger(item, profondeur - 1));
    return value.length > LISTE_COURTE ? [...debut, '…'] : debut;
  }
  const entries = Object.entries(value);
  const debut = entries.slice(0, CLES_MONTREES).map(([cle, item]) => [cle, abreger(item, profondeur - 1)] as const);
  return Object.fromEntries(entries.length > CLES_MONTREES ? [...debut, ['…', '…']] : debut);
}

/** Everything that `/donnees/api/` shows. `adresse`: of the site, when it is known. */
export function readReference(adresse: string | undefined): Reference {
  const { edition, donnees_fictives } = readEdition();
  const { paths } = readJson('api/openapi.json', openApiSchema);
  const exemples = new Map(
    Object.values(paths).flatMap(({ get }) => {
      const [contenu] = Object.values(get.responses[200].content);
      return contenu === undefined ? [] : [[get.operationId, contenu.examples.exemple.externalValue] as const];
    }),
  );
  const extraits = EXTRAITS.flatMap((nom) => {
    const exemple = exemples.get(nom);
    if (exemple === undefined) return [];
    const texte = JSON.stringify(abreger(readJson(exemple.slice(1), z.unknown())), null, 2);
    return [{ adresse: exemple, texte: texte.replaceAll('"…": "…"', '…').replaceAll('"…"', '…') }];
  });
  return toReference({
    entete: { edition, ...(donnees_fictives && { donnees_fictives }) },
    adresse: adresse ?? ADRESSE_PAR_DEFAUT,
    exemples,
    extraits,
  });
}
