import { z } from 'zod';

import { enteteShape } from '../formation.ts';
import { absenceSchema } from '../publication.ts';

/** `/comparer.json`: the words that the comparison needs before anything is chosen. */
export const jumeauComparerSchema = z.strictObject({
  ...enteteShape,
  regions: z.record(z.string(), z.string()),
  absences: z.record(absenceSchema, z.string()),
});

/** `/widget.json`: the forms of a card, and the ways to show it; the first of each is the usual one. */
export const jumeauWidgetSchema = z.strictObject({
  ...enteteShape,
  titre: z.string(),
  chapeau: z.string(),
  formes: z.record(z.string(), z.strictObject({ nom: z.string(), usage: z.string() })),
  langues: z.array(z.string()).min(1),
  tailles: z.array(z.string()).min(1),
  themes: z.array(z.string()).min(1),
});

/** `/donnees/mon-catalogue.json`: what the page knows before a file is chosen. */
export const jumeauMonCatalogueSchema = z.strictObject({
  ...enteteShape,
  colonnes_reconnues: z.array(
    z.strictObject({ genre: z.string(), libelle: z.string(), noms: z.array(z.string()).min(1) }),
  ),
  colonnes_ajoutees: z.array(z.strictObject({ nom: z.string(), contenu: z.string() })),
  absences: z.record(absenceSchema, z.strictObject({ titre: z.string(), conseil: z.string() })),
  limites: z.record(z.string(), z.int().positive()),
  commande: z.string(),
});

/** `/recherche/noms.json` and `/recherche/noms-sans-chiffre.json` (`Noms` of recherche.ts). */
export const nomsSchema = z.strictObject({
  ...enteteShape,
  types: z.array(z.tuple([z.string(), z.string(), z.string()])),
  domaines: z.array(z.string()),
  familles: z.array(z.tuple([z.string(), z.string()])),
  noms: z.array(
    z.tuple([
      z.string(),
      z.string(),
      z.int().min(-1),
      z.int().min(-1),
      z.int().min(-1),
      z.int().min(0).max(2),
      z.string(),
    ]),
  ),
});
