import { z } from 'zod';

import { enteteShape } from './formation.ts';
import { NOMS_DE_TYPES_DE_PAGE, type TypeDePage } from './types-de-page.ts';

/** A formation page sends at most 14 KB of compressed HTML (PRODUCT § 6): bytes, kept when nine pages in ten (p90) do. */
export const BUDGET_FORMATION = 14 * 1024;
/** Types of pages that have a budget; the page of a formation read from a region is a formation page too. */
export const BUDGETS: Partial<Record<TypeDePage, number>> = {
  formation: BUDGET_FORMATION,
  formation_region: BUDGET_FORMATION,
};

/** At most so many pages of a type are weighed, at regular intervals of the sorted list, and the one with the largest file. */
export const NB_PAGES_PESEES = 200;

const effectif = z.int().nonnegative();
const typeSchema = z.enum(NOMS_DE_TYPES_DE_PAGE);

/** Weights of one type of pages: bytes of HTML, everything inlined, after gzip level 6, as a usual server sends them. */
export const poidsDeTypeSchema = z.strictObject({
  type: typeSchema,
  /** Pages that exist, and pages that were weighed. */
  pages: z.int().positive(),
  pesees: z.int().positive(),
  /** Quantiles by nearest rank of the pages weighed. */
  mediane: effectif,
  p90: effectif,
  maximum: effectif,
  /** Address of the heaviest page weighed. */
  plus_lourde: z.string(),
  /** Bytes allowed at p90, and how many of the pages weighed are above; null when the type has no budget. */
  budget: z.int().positive().nullable(),
  au_dessus: effectif.nullable(),
});
export type PoidsDeType = z.infer<typeof poidsDeTypeSchema>;

/** A fault of a page: rule of the tool, how many times, and one place or message. */
export const defautSchema = z.strictObject({ regle: z.string(), nombre: z.int().positive(), exemple: z.string() });
export type Defaut = z.infer<typeof defautSchema>;

export const pageExamineeSchema = z.strictObject({
  type: typeSchema,
  url: z.string(),
  /** axe-core, then html-validate. */
  accessibilite: z.array(defautSchema),
  html: z.array(defautSchema),
});
export type PageExaminee = z.infer<typeof pageExamineeSchema>;

/** `/qualite/mesures.json`: weights of the pages of this edition, and what axe-core and html-validate found on some of them. */
export const mesuresSchema = z.strictObject({
  ...enteteShape,
  /** Day of the build, ISO. */
  date: z.string(),
  poids: z.array(poidsDeTypeSchema),
  examen: z.strictObject({
    /** Versions. */
    outils: z.strictObject({ axe: z.string(), html_validate: z.string() }),
    /** Rules of axe-core that gave an answer on at least one page. */
    regles: z.array(z.string()),
    /** Rules that need a drawn page and gave none: the tests run them in a real browser. */
    regles_sans_reponse: z.array(z.string()),
    pages: z.array(pageExamineeSchema),
  }),
});
export type Mesures = z.infer<typeof mesuresSchema>;

/** Value at `part` (0 to 1) of a sorted list, by nearest rank: an existing value, never an interpolation. */
export function quantile(sorted: readonly number[], part: number): number {
  const value = sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)];
  if (value === undefined) throw new Error('no quantile of an empty list');
  return value;
}

/** At most `count` items at regular intervals, the first one included: the same ones each time. */
export function echantillonner<T>(items: readonly T[], count: number): T[] {
  if (items.length <= count) return [...items];
  return Array.from({ length: count }, (_, rank) => items[Math.floor((rank * items.length) / count)] as T);
}

/** Types of pages whose p90 is above their budget. */
export const budgetsDepasses = ({ poids }: Pick<Mesures, 'poids'>): PoidsDeType[] =>
  poids.filter(({ budget, p90 }) => budget !== null && p90 > budget);

/** How many faults of both tools, all pages together. */
export const compterDefauts = (pages: readonly Pick<PageExaminee, 'accessibilite' | 'html'>[]): number =>
  pages.flatMap(({ accessibilite, html }) => [...accessibilite, ...html]).reduce((sum, { nombre }) => sum + nombre, 0);
