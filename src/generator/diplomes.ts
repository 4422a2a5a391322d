import { removeAccents } from '../lib/slug.ts';
import diplomesJson from './diplomes.json' with { type: 'json' };
import nomenclaturesJson from './nomenclatures.json' with { type: 'json' };
import { createRandom } from './random.ts';

/** A real diploma (code, label, closing date, successors are facts of the BCN); its figures are invented elsewhere. */
export interface Diplome {
  /** Code formation diplôme, 8 characters. */
  cfd: string;
  /** BCN short label: `CAP`, `BAC PRO`, `MC3`… */
  type: string;
  stat33: string;
  /** LIBELLE_LONG_200: `CUISINE (CAP)`. */
  libelle: string;
  /** The same as people write it, accents and all: `Cuisine`. */
  nom: string;
  rncp: string | null;
  /** Terminal MEFSTAT11 of the school track as FACTS § 5 gives it: checked against `mefsOf` by a test. */
  mefstat11: string | null;
  ouverture: string;
  fermeture: string | null;
  /** How common the label is in the open data, for weights only. */
  poids: number;
  famille: string | null;
  anciens: string[];
  nouveaux: string[];
}

const DUREES: Record<string, number> = {
  CAP: 2,
  CAPA: 2,
  'BAC PRO': 3,
  'BAC PRO AG': 3,
  BTS: 2,
  BTSA: 2,
  BP: 2,
  BMA: 2,
  BUT: 3,
};

/** Years from entry to diploma; 1 when the type has no fixed course. */
export const dureeOf = (type: string): number => DUREES[type] ?? 1;

export const anneeOf = (isoDay: string): number => Number(isoDay.slice(0, 4));

/** A diploma as `diplomes.json` lists it; what is left out is worked out by `buildDiplomes`. */
export interface LigneDeDiplome {
  cfd: string;
  type: string;
  stat33: string;
  libelle: string;
  nom: string;
  rncp?: string | undefined;
  mefstat11?: string | undefined;
  ouverture?: string | undefined;
  fermeture?: string | undefined;
  poids?: number | undefined;
  famille?: string | undefined;
  nouveaux?: readonly string[] | undefined;
}

/** The real diplomas of the demonstration. */
export const LIGNES_DE_DIPLOMES: readonly LigneDeDiplome[] = diplomesJson.diplomes;

/**
 * The BCN opens a new version so that its first leavers follow the last ones of the old version: a CAP closed in
 * August 2025 is replaced by one opened in September 2024. Without an old version any past year will do.
 */
function openingDay(row: LigneDeDiplome, anciens: readonly LigneDeDiplome[]): string {
  if (row.ouverture !== undefined) return row.ouverture;
  const closings = anciens.map((other) => other.fermeture ?? '2010');
  const famille = nomenclaturesJson.familles.find(({ code }) => code === row.famille);
  if (isAnneeCommune(row) && famille) return famille.ouverture;
  if (row.type.startsWith('CS')) return '2024-09-01';
  if (closings.length > 0) {
    const last = Math.max(...closings.map(anneeOf));
    return `${last - dureeOf(row.type) + 1}-09-01`;
  }
  const years = createRandom('ouverture', row.cfd).int(8, 16);
  return `${Math.min(anneeOf(row.fermeture ?? '2024') - years, 2015)}-09-01`;
}

/** A common first year of a famille de métiers is a CFD of its own, of which only the first year exists (RULES § 13). */
export const isAnneeCommune = (diplome: { libelle: string }): boolean => diplome.libelle.includes('2NDE COMMUNE');

/** Who each diploma replaces, in the order of the rows. */
function anciensByCfd(rows: readonly LigneDeDiplome[]): Map<string, LigneDeDiplome[]> {
  const anciens = new Map<string, LigneDeDiplome[]>();
  for (const row of rows) {
    for (const cfd of row.nouveaux ?? []) anciens.set(cfd, [...(anciens.get(cfd) ?? []), row]);
  }
  return anciens;
}

export function buildDiplomes(rows: readonly LigneDeDiplome[]): Diplome[] {
  const anciensOf = anciensByCfd(rows);
  return rows.map((row) => toDiplome(row, anciensOf.get(row.cfd) ?? []));
}

function toDiplome(row: LigneDeDiplome, anciens: readonly LigneDeDiplome[]): Diplome {
  return {
    cfd: row.cfd,
    type: row.type,
    stat33: row.stat33,
    libelle: row.libelle,
    nom: row.nom,
    rncp: row.rncp ?? null,
    mefstat11: row.mefstat11 ?? null,
    ouverture: openingDay(row, anciens),
    fermeture: row.fermeture ?? null,
    poids: row.poids ?? 20,
    famille: row.famille ?? null,
    anciens: anciens.map(({ cfd }) => cfd),
    nouveaux: [...(row.nouveaux ?? [])],
  };
}

export const DIPLOMES: readonly Diplome[] = buildDiplomes(LIGNES_DE_DIPLOMES);

const byCfd = new Map(DIPLOMES.map((diplome) => [diplome.cfd, diplome]));

export function getDiplome(cfd: string): Diplome {
  const diplome = byCfd.get(cfd);
  if (!diplome) throw new Error(`unknown diploma: ${cfd}`);
  return diplome;
}

/** The label as InserJeunes writes it: BCN label in lower case, without its final parenthesis (FACTS § 3). */
export function libelleInserJeunes(diplome: Diplome): string {
  return diplome.libelle.replace(/\s*\([^()]*\)\s*$/, '').toLowerCase();
}

/** Name in plain French capitals for directories that lost their accents: `Île-de-France` → `ILE-DE-FRANCE`. */
export const capitals = (text: string): string => removeAccents(text).toUpperCase();

/** NSF specialty group: characters 4 to 6 of the CFD. */
export const groupeOf = (cfd: string): string => cfd.slice(3, 6);

/**
 * A course through time: a diploma and its renewals. Pupils of `fin` ≤ 2025 leave with the old code, later ones with the
 * new one.
 */
export interface Lignee {
  id: string;
  type: string;
  groupe: string;
  poids: number;
  diplomes: readonly Diplome[];
}

/** First and last cohorts that any source can describe (cumul 2018-2019 to cumul 2023-2024). */
export const ANNEES = [2018, 2019, 2020, 2021, 2022, 2023, 2024] as const;

/** The version that pupils leaving in `annee` have followed, if there was one. */
export function diplomeOf(lignee: Lignee, annee: number): Diplome | undefined {
  const diplome = lignee.diplomes.find(({ fermeture }) => fermeture === null || anneeOf(fermeture) >= annee);
  if (!diplome) return undefined;
  return anneeOf(diplome.ouverture) + dureeOf(diplome.type) <= annee ? diplome : undefined;
}

/** Every course that can have leavers between 2018 and 2024. */
export function buildLignees(diplomes: readonly Diplome[]): Lignee[] {
  const found = new Map(diplomes.map((diplome) => [diplome.cfd, diplome]));
  const closing = (cfd: string): number => anneeOf(found.get(cfd)?.fermeture ?? '9999');
  const isEntry = (diplome: Diplome): boolean =>
    !isAnneeCommune(diplome) &&
    (diplome.fermeture === null || anneeOf(diplome.fermeture) >= ANNEES[0]) &&
    diplome.anciens.every((cfd) => closing(cfd) < ANNEES[0]);
  const follow = (diplome: Diplome): Diplome[] => {
    const next = found.get(diplome.nouveaux[0] ?? '');
    return next === undefined ? [diplome] : [diplome, ...follow(next)];
  };
  return diplomes.filter(isEntry).map((diplome) => ({
    id: diplome.cfd,
    type: diplome.type,
    groupe: groupeOf(diplome.cfd),
    poids: diplome.poids,
    diplomes: follow(diplome),
  }));
}

export const LIGNEES: readonly Lignee[] = buildLignees(DIPLOMES);

/** The oldest version of a course, whose code names it. */
export const premierDiplome = ({ diplomes: [first] }: Lignee): Diplome => {
  if (!first) throw new Error('a course without a diploma');
  return first;
};
