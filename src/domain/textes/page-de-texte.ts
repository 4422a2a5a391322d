import { z } from 'zod';

import { ficheSchema } from '../fiche.ts';
import { enteteShape } from '../formation.ts';
import { ETATS } from '../indicateurs.ts';

/**
 * The editorial pages are data: the page and its JSON twin are the same object. A text may hold links `[words](/path/)` and
 * `code`, as in Markdown, and nothing else; `segmenter` cuts it for the page.
 */
const texteSchema = z.string().min(1);
const ancreSchema = z.string().regex(/^[a-z0-9]+(?:[-_][a-z0-9]+)*$/);

/** A sentence in pieces: plain words, or a figure of the record with the words that say it (PRODUCT § 8: `data-valeur`). */
const morceauSchema = z.union([
  z.string(),
  z.strictObject({
    texte: texteSchema,
    valeur: z.int(),
    etat: z.enum(ETATS).optional(),
    indicateur: z.string().optional(),
    /** Months after leaving, when it is not 6. */
    horizon: z.int().optional(),
  }),
]);
export type Morceau = z.infer<typeof morceauSchema>;
const phraseSchema = z.array(morceauSchema).min(1);
export type PhraseChiffree = z.infer<typeof phraseSchema>;

/** A whole cut in two or more, each of which may be cut again: 100 → 46 and 54, 54 → 15 and 39. */
const arbreSchema = z.strictObject({
  tronc: phraseSchema,
  branches: z.array(z.strictObject({ branche: phraseSchema, feuilles: z.array(phraseSchema) })).min(2),
});
export type Arbre = z.infer<typeof arbreSchema>;

const etapeSchema = z.strictObject({
  titre: texteSchema,
  phrases: z.array(phraseSchema).min(1),
  arbre: arbreSchema.optional(),
});
export type Etape = z.infer<typeof etapeSchema>;

export const blocSchema = z.discriminatedUnion('genre', [
  z.strictObject({ genre: z.literal('paragraphe'), texte: texteSchema }),
  z.strictObject({ genre: z.literal('liste'), elements: z.array(texteSchema).min(1) }),
  z.strictObject({
    genre: z.literal('definitions'),
    /** `id`: stable anchor, so that a figure can lead to the meaning of its word. */
    elements: z.array(z.strictObject({ id: ancreSchema, terme: texteSchema, definition: texteSchema })).min(1),
  }),
  /** The first cell of a row names the row. */
  z.strictObject({
    genre: z.literal('tableau'),
    legende: texteSchema,
    entetes: z.array(texteSchema).min(2),
    lignes: z.array(z.array(texteSchema).min(2)).min(1),
  }),
  /** A worked example; its figures are invented and its title says so. */
  z.strictObject({ genre: z.literal('exemple'), titre: texteSchema, textes: z.array(texteSchema).min(1) }),
  /** A remark for who wants to know more: folded in the page. */
  z.strictObject({ genre: z.literal('repli'), titre: texteSchema, textes: z.array(texteSchema).min(1) }),
  /** A record of this edition followed step by step: its figures are those of the record, fictional where the record is. */
  z.strictObject({
    genre: z.literal('suivi'),
    titre: texteSchema,
    formation: z.strictObject({ code: z.string(), slug: z.string(), titre: z.string() }),
    fiche: ficheSchema,
    donnees_fictives: z.literal(true).optional(),
    etapes: z.array(etapeSchema).min(1),
  }),
  z.strictObject({ genre: z.literal('code'), titre: texteSchema, langage: z.string(), texte: texteSchema }),
]);
export type Bloc = z.infer<typeof blocSchema>;

export const sectionSchema = z.strictObject({
  id: ancreSchema,
  titre: texteSchema,
  /** Groups neighbouring sections in the table of contents of a long page. */
  partie: texteSchema.optional(),
  blocs: z.array(blocSchema).min(1),
});
export type Section = z.infer<typeof sectionSchema>;

/** Address of the page without its slashes at both ends: `donnees/ancienne-api`. */
const slugSchema = z.string().regex(/^[a-z0-9-]+(?:\/[a-z0-9-]+)*$/);

const pageDeTexteShape = {
  slug: slugSchema,
  titre: texteSchema,
  chapeau: texteSchema,
  sections: z.array(sectionSchema).min(1),
};
export const pageDeTexteSchema = z.strictObject(pageDeTexteShape);
export type PageDeTexte = z.infer<typeof pageDeTexteSchema>;

/** `/comprendre.json`, `/donnees.json`…: the page, and which edition it was published with. */
export const pageDeTextePublieeSchema = z.strictObject({ ...enteteShape, ...pageDeTexteShape });

/* Short ways to write the blocks. */
export const paragraphe = (texte: string): Bloc => ({ genre: 'paragraphe', texte });
export const liste = (...elements: string[]): Bloc => ({ genre: 'liste', elements });
export const exemple = (titre: string, ...textes: string[]): Bloc => ({ genre: 'exemple', titre, textes });
export const repli = (titre: string, ...textes: string[]): Bloc => ({ genre: 'repli', titre, textes });
export const tableau = (legende: string, entetes: string[], lignes: string[][]): Bloc => ({
  genre: 'tableau',
  legende,
  entetes,
  lignes,
});
export const definitions = (...elements: [id: string, terme: string, definition: string][]): Bloc => ({
  genre: 'definitions',
  elements: elements.map(([id, terme, definition]) => ({ id, terme, definition })),
});
export const code = (titre: string, langage: string, texte: string): Bloc => ({ genre: 'code', titre, langage, texte });
