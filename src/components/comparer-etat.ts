import type { Cours, LigneComparee } from '../domain/comparer.ts';
import { csvLine } from '../lib/csv.ts';

/**
 * What is compared. It lives in the fragment of the address only, never sent to anyone:
 * `#formations/cap-cuisine-50022139&etablissements/0350777e&etablissements/0350777e/50022139&region=53`.
 */
export interface Entree {
  genre: 'formations' | 'etablissements';
  /** Slug of a formation, UAI of a school in small letters. */
  cle: string;
  /** Of a school, one of its courses: its code in small letters. */
  cours?: string;
}

export interface EtatDeComparaison {
  entrees: Entree[];
  /** INSEE code. */
  region?: string;
  /** Pieces that are not of the grammar. */
  refusees: number;
  /** Entries after the last that a list may hold. */
  enTrop: number;
}

/** A list may hold twice what is easy to compare (`COMPARABLES`). */
export const MAX_ENTREES = 12;
/** Longer fragments are cut: a full list with the longest slugs fits in. */
const LONGUEUR_MAX = 2000;
const ENTREE = /^(?:(formations)\/([a-z0-9]+(?:-[a-z0-9]+)*)|(etablissements)\/(\d{7}[a-z])(?:\/([0-9a-z]{7,8}))?)\/?$/;
const REGION = /^region=(\d{2})$/;

/** Messengers may encode an address: `formations%2Fx`. A broken encoding is read as it stands, and refused piece by piece. */
function decoder(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function lireEntree(piece: string): Entree | undefined {
  const [, formations, slug, etablissements, uai, cours] = ENTREE.exec(piece.toLowerCase()) ?? [];
  if (formations !== undefined && slug !== undefined && slug.length <= 200) return { genre: 'formations', cle: slug };
  if (etablissements === undefined || uai === undefined) return undefined;
  return { genre: 'etablissements', cle: uai, ...(cours !== undefined && { cours }) };
}

/** Reads a fragment, with or without `#`; entries said twice count once. Nothing that it returns can leave this site. */
export function lireFragment(hash: string): EtatDeComparaison {
  const pieces = decoder(hash.replace(/^#/, '').slice(0, LONGUEUR_MAX))
    .split('&')
    .filter((piece) => piece !== '');
  const regions = pieces.flatMap((piece) => REGION.exec(piece)?.[1] ?? []);
  const entrees = pieces.flatMap((piece) => lireEntree(piece) ?? []);
  const uniques = [...new Map(entrees.map((entree) => [morceauDe(entree), entree])).values()];
  return {
    entrees: uniques.slice(0, MAX_ENTREES),
    ...(regions[0] !== undefined && { region: regions[0] }),
    refusees: pieces.length - regions.length - entrees.length,
    enTrop: Math.max(0, uniques.length - MAX_ENTREES),
  };
}

/** The fragment of a list, without `#`; empty when there is nothing to say. */
export function ecrireFragment({ entrees, region }: Pick<EtatDeComparaison, 'entrees' | 'region'>): string {
  const pieces = entrees.map(morceauDe);
  return [...pieces, ...(region === undefined ? [] : [`region=${region}`])].join('&');
}

/** An entry in the fragment, and what tells it from the others: `etablissements/0350777e/50022139`. */
export const morceauDe = ({ genre, cle, cours }: Entree): string =>
  [genre, cle, ...(cours === undefined ? [] : [cours])].join('/');
/** The page of an entry: `/formations/x/`. */
export const cheminDe = ({ genre, cle }: Entree): string => `/${genre}/${cle}/`;
/** Its JSON twin: `/formations/x.json`. */
export const jumeauDe = ({ genre, cle }: Entree): string => `/${genre}/${cle}.json`;

/** The same entries, in any order. */
export function memeListe(left: readonly Entree[], right: readonly Entree[]): boolean {
  const known = new Set(left.map(morceauDe));
  return left.length === right.length && right.every((entree) => known.has(morceauDe(entree)));
}

/** `kept`, then what `added` brings. */
export function unir(kept: readonly Entree[], added: readonly Entree[]): Entree[] {
  return [...new Map([...kept, ...added].map((entree) => [morceauDe(entree), entree])).values()];
}

/** Where the list is kept; a browser may refuse it (even the access throws). */
export type Memoire = () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
const CLE = 'liste';

/** The list kept in this browser; empty when there is none, when it cannot be read, or when it is not ours. */
export function lireListe(memoire: Memoire): Entree[] {
  try {
    return lireFragment(memoire().getItem(CLE) ?? '').entrees;
  } catch {
    return [];
  }
}

/** Keeps a list, an empty one is forgotten; false when the browser refuses. */
export function garderListe(entrees: readonly Entree[], memoire: Memoire): boolean {
  try {
    if (entrees.length === 0) memoire().removeItem(CLE);
    else memoire().setItem(CLE, ecrireFragment({ entrees: [...entrees] }));
    return true;
  } catch {
    return false;
  }
}

/** An entry with its rows; of a school, the courses that it can be narrowed to. */
export interface EntreeLue {
  entree: Entree;
  lignes: LigneComparee[];
  cours: Cours[];
}

const COLONNES_CSV = 'genre,identifiant,titre,voie,niveau,maille,region,millesime,source,nb_annee_term'.split(',');
const COLONNES_PARTS = ['part_emploi_6_mois', 'part_formation_6_mois', 'part_autre_6_mois', 'absence', 'page'];

/** The list as CSV, one line a row of the table; cells that a spreadsheet would run are neutralised (lib/csv.ts). */
export function csvDeListe(lues: readonly EntreeLue[], origin: string): string {
  const lines = lues.flatMap(({ entree, lignes }) =>
    lignes.map(({ genre, titre, voie, niveau, fiche, absence }) =>
      csvLine([
        ...[genre, morceauDe(entree).replace(/^\w+\//, ''), titre, voie, niveau],
        ...[fiche?.maille, fiche?.region, fiche?.millesime, fiche?.source, fiche?.nb_annee_term],
        ...[fiche?.parts?.emploi, fiche?.parts?.formation, fiche?.parts?.autre, absence],
        origin + cheminDe(entree),
      ]),
    ),
  );
  return csvLine([...COLONNES_CSV, ...COLONNES_PARTS]) + lines.join('');
}
