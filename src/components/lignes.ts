import type { Fiche, FicheEnsemble } from '../domain/fiche.ts';
import type { Mesure } from '../domain/indicateurs.ts';
import { origineEnBref } from '../domain/phrases.ts';
import type { Absence } from '../domain/publication.ts';

/** One line of a table of shares. */
export interface LignePart {
  nom: string;
  /** The line goes on with what the line above names: its name is read aloud only. */
  suite?: boolean | undefined;
  href?: string | undefined;
  /** Completes the name of the link for those who hear it alone: « Bretagne, CAP Boulanger ». */
  contexte?: string | undefined;
  /** Small words after the name: town, track, scope. */
  precision?: string | undefined;
  fiche?: Fiche | FicheEnsemble | undefined;
  /** Why there is no record at all. */
  absence?: Absence | undefined;
  /** For the choice of a département (`TableTriable`). */
  departement?: string | undefined;
  /** Names of the schools that records name (`uai_donnee`), by UAI. */
  ecoles?: Readonly<Record<string, string>> | undefined;
  /** The same course elsewhere, under its own badge: « en Bretagne ». Never a figure, a link. */
  ailleurs?: { href: string; lieu: string } | undefined;
}

/** Lines under one title: a letter of a long list, a track. `id` = anchor; an empty title shows nothing. */
export interface GroupeDeLignes {
  id: string;
  titre: string;
  lignes: readonly LignePart[];
}

/** Reasons of absence that a table shows, each once, in the order of its rows. */
export function raisonsDe(lignes: readonly LignePart[]): Absence[] {
  const raisons = lignes.filter(({ fiche }) => fiche?.parts == null).map(absenceDe);
  return [...new Set(raisons)];
}

/** Why a line shows no share. */
export const absenceDe = ({ fiche, absence }: LignePart): Absence => fiche?.absence ?? absence ?? 'pas_encore_publiee';

/** Why a record does not show one of its figures. */
export const absenceDuTaux = ({ absences }: FicheEnsemble, mesure: Mesure): Absence =>
  absences?.[mesure] ?? 'pas_encore_publiee';

/** Whose figures a line shows, when they are not its own. */
export function origineDe({ fiche, ecoles = {} }: LignePart): string | null {
  return fiche !== undefined && 'filiere' in fiche ? origineEnBref(fiche, (uai) => ecoles[uai]) : null;
}
