import { distanceKm, type Position } from '../lib/distance.ts';
import { removeAccents } from '../lib/slug.ts';
import type { Filiere } from './fiche.ts';
import type { Cadre, Commune, EcoleProche, FichierDepartement, Offre } from './proximite.ts';

/** What is near, and in which order. The browser loads this module: it imports neither schemas nor tables. */

/** Schools of other départements are looked for up to here, kilometres as the crow flies. */
export const RAYON_KM = 50;

/** Upper bounds of the groups of distances, kilometres. */
export const PALIERS_KM = [10, 30, RAYON_KM] as const;

/** Is a point of the box within `RAYON_KM`? A box is wider than what it holds: true may bring nothing, false never misses a school. */
export function cadreProche(lieu: Position, { sud, ouest, nord, est }: Cadre): boolean {
  const within = (value: number, min: number, max: number): number => Math.min(Math.max(value, min), max);
  const nearest = { latitude: within(lieu.latitude, sud, nord), longitude: within(lieu.longitude, ouest, est) };
  return distanceKm(lieu, nearest) <= RAYON_KM;
}

/** `St-Étienne (Loire)` → `saint etienne loire`: how people type a town, and how it is written. */
export function normaliserCommune(texte: string): string {
  return removeAccents(texte)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .replace(/\bst(e?)\b/g, 'saint$1');
}

/** How well a town answers, 0 = its very name or code; undefined = it does not. */
function rangDe({ nom, codes_postaux: codes }: Commune, asked: string): number | undefined {
  if (/^\d+$/.test(asked)) {
    if (codes.includes(asked)) return 0;
    return codes.some((code) => code.startsWith(asked)) ? 1 : undefined;
  }
  const name = normaliserCommune(nom);
  if (name === asked) return 0;
  if (name.startsWith(asked)) return 1;
  const words = name.split(' ');
  return asked.split(' ').every((piece) => words.some((word) => word.startsWith(piece))) ? 2 : undefined;
}

/** The towns that answer to a name or a postal code, the nearest to what was typed first, then by name. */
export function chercherCommunes(communes: readonly Commune[], texte: string, nombre: number): Commune[] {
  const asked = normaliserCommune(texte);
  if (asked === '') return [];
  return communes
    .flatMap((commune) => {
      const rang = rangDe(commune, asked);
      return rang === undefined ? [] : [{ commune, rang }];
    })
    .sort((left, right) => left.rang - right.rang || left.commune.nom.localeCompare(right.commune.nom, 'fr'))
    .slice(0, nombre)
    .map(({ commune }) => commune);
}

/** What is looked for in a school; nothing said = anything. */
export interface Recherche {
  type?: string | undefined;
  filiere?: Filiere | undefined;
  /** Slug of a formation. */
  formation?: string | undefined;
}

export const estPrecise = ({ type, filiere, formation }: Recherche): boolean =>
  type !== undefined || filiere !== undefined || formation !== undefined;

export function repond(offre: Offre, { type, filiere, formation }: Recherche): boolean {
  return (
    (type === undefined || offre.type === type) &&
    (filiere === undefined || offre.filiere === filiere) &&
    (formation === undefined || offre.slug === formation)
  );
}

/** A school with the courses that answer, and how far it is. */
export interface EcoleTrouvee {
  ecole: EcoleProche;
  avec: Offre[];
  sans: Offre[];
  /** Kilometres from the town; undefined without a town, or without a position. */
  km: number | undefined;
}

export const positionDe = ({ latitude, longitude }: EcoleProche): Position | undefined =>
  latitude === undefined || longitude === undefined ? undefined : { latitude, longitude };

type Fichier = Pick<FichierDepartement, 'offres' | 'etablissements'>;

/** The schools of a file that have a course that answers, or all when nothing is asked; in the order of the file. */
export function trouver({ offres, etablissements }: Fichier, asked: Recherche, depuis?: Position): EcoleTrouvee[] {
  const keep = (rangs: readonly number[]): Offre[] =>
    rangs.flatMap((rang) => offres[rang] ?? []).filter((offre) => repond(offre, asked));
  return etablissements
    .map((ecole): EcoleTrouvee => {
      const position = positionDe(ecole);
      return {
        ecole,
        avec: keep(ecole.avec_chiffres),
        sans: keep(ecole.sans_chiffre),
        km: depuis === undefined || position === undefined ? undefined : distanceKm(depuis, position),
      };
    })
    .filter(({ avec, sans }) => !estPrecise(asked) || avec.length + sans.length > 0);
}

/** Schools whose courses no source lists: a search by course cannot find them, and says so. */
export function compterSansOffre({ etablissements }: Fichier): number {
  return etablissements.filter(({ avec_chiffres: avec, sans_chiffre: sans }) => avec.length + sans.length === 0).length;
}

export interface Palier {
  /** Kilometres; the last group of the département has no end. */
  de: number;
  a: number | undefined;
  ecoles: EcoleTrouvee[];
}

/**
 * Own schools and those of the neighbours, nearest first, in groups of distance; beyond the last bound only those of the département. `sansPosition`:
 * those of the département whose place no directory tells, never dropped.
 */
export function ranger(
  propres: readonly EcoleTrouvee[],
  voisines: readonly EcoleTrouvee[],
): { paliers: Palier[]; sansPosition: EcoleTrouvee[] } {
  const placees = [
    ...propres.filter(({ km }) => km !== undefined),
    ...voisines.filter(({ km }) => km !== undefined && km <= RAYON_KM),
  ].sort(
    (left, right) =>
      (left.km ?? 0) - (right.km ?? 0) ||
      left.ecole.nom.localeCompare(right.ecole.nom, 'fr') ||
      (left.ecole.uai < right.ecole.uai ? -1 : 1),
  );
  const paliers = [...PALIERS_KM, undefined]
    .map((a, rang): Palier => {
      const de = PALIERS_KM[rang - 1] ?? 0;
      const isIn = ({ km = 0 }: EcoleTrouvee): boolean => (rang === 0 || km > de) && (a === undefined || km <= a);
      return { de, a, ecoles: placees.filter(isIn) };
    })
    .filter(({ ecoles }) => ecoles.length > 0);
  return { paliers, sansPosition: propres.filter(({ km }) => km === undefined) };
}
