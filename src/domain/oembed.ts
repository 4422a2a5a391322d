import { z } from 'zod';

import { CADRE, codeDuCadre, titreDuCadre } from './codes-a-copier.ts';

/** `/integrer/….json`: oEmbed 1.0, for sites that make a card of an address by themselves. Its keys are in English, as the standard wants. */
export const oEmbedSchema = z.strictObject({
  donnees_fictives: z.literal(true).optional(),
  version: z.literal('1.0'),
  type: z.literal('rich'),
  title: z.string(),
  provider_name: z.string(),
  provider_url: z.string(),
  /** Seconds. */
  cache_age: z.int().positive(),
  width: z.int().positive(),
  height: z.int().positive(),
  html: z.string(),
});
export type OEmbed = z.infer<typeof oEmbedSchema>;

/** `site`: address of this site, without final slash; `carte`: path of the cards. */
export function toOEmbed({
  nom,
  carte,
  site,
  fictif,
}: {
  nom: string;
  carte: string;
  site: string;
  fictif: boolean;
}): OEmbed {
  return {
    ...(fictif && { donnees_fictives: true as const }),
    version: '1.0',
    type: 'rich',
    title: nom,
    provider_name: 'Et après ?',
    provider_url: `${site}/`,
    cache_age: 86_400,
    width: CADRE.largeur,
    height: CADRE.hauteur,
    html: codeDuCadre({ adresse: `${site}${carte}`, titre: titreDuCadre(nom) }),
  };
}
