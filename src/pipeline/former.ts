import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

import {
  etablissementAnterieurSchema,
  formationAnterieureSchema,
  rapportAnterieurSchema,
  type FicheAnterieure,
} from '../domain/edition-anterieure.ts';
import { UserError } from '../lib/errors.ts';

export const GENRES_DE_PAGE = ['formations', 'etablissements'] as const;
export type GenreDePage = (typeof GENRES_DE_PAGE)[number];

/** A page of any edition with its records. Records of courses at schools stand on the pages of schools only. */
export interface PageComparable<T> {
  /** CFD or SISE; UAI. */
  code: string;
  titre: string;
  slug: string;
  fiches: readonly T[];
}

/** A former output of ours: the data step's, or a whole publication. Pages are read one at a time. */
export interface EditionAnterieure {
  edition: string;
  donnees_fictives: boolean;
  /** Codes of its pages, sorted. */
  codes(genre: GenreDePage): string[];
  lire(genre: GenreDePage, code: string): PageComparable<FicheAnterieure> | undefined;
}

/** Opens a former edition. Throws `UserError` when the folder cannot be read or holds something else. */
export function openFormer(dir: string): EditionAnterieure {
  const rapport = readFormer(dir, 'rapport.json', rapportAnterieurSchema);
  const files = {
    formations: listPages(dir, 'formations', rapport.pages.formations),
    etablissements: listPages(dir, 'etablissements', rapport.pages.etablissements),
  };
  return {
    edition: rapport.edition,
    donnees_fictives: rapport.donnees_fictives === true,
    codes: (genre) => [...files[genre].keys()].sort(),
    lire(genre, code) {
      const path = files[genre].get(code);
      if (path === undefined) return undefined;
      return genre === 'formations' ? readFormation(dir, path) : readEtablissement(dir, path);
    },
  };
}

function readFormation(dir: string, path: string): PageComparable<FicheAnterieure> {
  const { code, titre, slug, voies } = readFormer(dir, path, formationAnterieureSchema);
  return { code, titre, slug, fiches: voies.flatMap(({ fiches }) => fiches) };
}

function readEtablissement(dir: string, path: string): PageComparable<FicheAnterieure> {
  const { uai, nom, ensembles, formations } = readFormer(dir, path, etablissementAnterieurSchema);
  return {
    code: uai,
    titre: nom,
    slug: uai.toLowerCase(),
    fiches: [...ensembles, ...formations].flatMap(({ fiches }) => fiches),
  };
}

/**
 * `{folder}/…-{code}.json` by code: the names of pages change with their titles, their codes do not. All the pages that the report of the
 * edition announces must be there: those of a copy cut short would be taken for gone.
 */
function listPages(dir: string, folder: GenreDePage, announced: number): Map<string, string> {
  const names = announced === 0 ? [] : attempt(dir, folder, () => readdirSync(join(dir, folder)));
  const pages = new Map(
    names.flatMap((name) => {
      const code = /([^-]+)\.json$/.exec(name)?.[1];
      return code === undefined ? [] : [[code.toUpperCase(), `${folder}/${name}`] as const];
    }),
  );
  if (pages.size === announced) return pages;
  throw notOurs(dir, folder, `${pages.size} pages, where rapport.json announces ${announced}`);
}

function readFormer<T>(dir: string, path: string, schema: z.ZodType<T>): T {
  const value = attempt(dir, path, (): unknown => JSON.parse(readFileSync(join(dir, path), 'utf8')));
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw notOurs(dir, path, `at ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`);
}

function attempt<T>(dir: string, path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw notOurs(dir, path, error instanceof Error ? error.message : String(error));
  }
}

function notOurs(dir: string, path: string, problem: string): UserError {
  return new UserError(
    `--former ${dir}: ${path} is not what an edition of this site holds: ${problem}. What to do: give the untouched output of a former build, or leave the option out. Nothing was written.`,
  );
}
