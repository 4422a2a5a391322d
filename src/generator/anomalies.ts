import { lettreDeControle } from '../domain/uai.ts';
import type { Modele } from './modele.ts';

/**
 * The few rows that a careful reader must refuse, skip or report. They are declared here and nowhere else, so that tests can
 * tell an intended fault from a mistake of the generator.
 */
/** A diploma of every country, whatever its size: CAP cuisine. */
export const CFD_CONNU = '50022139';
export const CFD_INCONNU = '50099999';
export const MEFSTAT11_INCONNU = '23830099999';
export const SISE_INCONNU = '2599999';
/** Well formed, in no directory. */
export const UAI_HORS_ANNUAIRE = `0019999${lettreDeControle('0019999')}`;

/** Seven digits of a school with the letter that follows the right one: `0350001X` → another letter. */
export function withWrongLetter(uai: string): string {
  const digits = uai.slice(0, 7);
  return digits + lettreDeControle(String(Number(digits) + 1).padStart(7, '0'));
}

/** The schools whose identifier is misspelt in one file: the first lycée and the first CFA that the API answers for. */
export function uaisMalEcrits(modele: Modele): string[] {
  const lycee = modele.etablissements.find(({ genre, estDansLApi }) => genre === 'lycee' && estDansLApi);
  const cfa = modele.etablissements.find(({ genre, estDansLApi }) => genre === 'cfa' && estDansLApi);
  return [lycee, cfa].flatMap((school) => (school ? [withWrongLetter(school.uai)] : []));
}

function record(start: string, term: number, poursuite: number, emploi6: number): string[] {
  return [
    `${start};nb_annee_term;${term}`,
    `${start};nb_poursuite_etudes;${poursuite}`,
    `${start};nb_en_emploi_6_mois;${emploi6}`,
  ];
}

/** Unknown codes, misspelt schools, a total without code, a measure nobody knows. */
export function anomaliesEtablissement(modele: Modele): string[] {
  const school = modele.etablissements.find(({ estDansLApi }) => estDansLApi);
  const uai = school?.uai ?? UAI_HORS_ANNUAIRE;
  return [
    ...record(`2023_2024;${uai};;;${MEFSTAT11_INCONNU}`, 28, 15, 6),
    ...record(`2023_2024;${uai};;${CFD_INCONNU};`, 31, 9, 15),
    ...uaisMalEcrits(modele).flatMap((misspelt) => record(`2023_2024;${misspelt};;${CFD_CONNU};`, 26, 11, 9)),
    ...record(`2022_2023;${UAI_HORS_ANNUAIRE};;${CFD_CONNU};`, 33, 14, 12),
    `2023_2024;${uai};;;;nb_annee_term;312`,
    `2023_2024;${uai};;${CFD_CONNU};;part_en_emploi_stable_12_mois;41`,
  ];
}

/** Totals of a track, which have no code and are skipped (RULES § 2). */
export function anomaliesNationales(): string[] {
  return ['2024;apprentissage;;;nb_annee_term;25410', '2024;voie_pro_sco_educ_nat;;;nb_annee_term;31877'];
}

/** Schools and years whose open data disagree with the API: one share in employment is three points off, taken from « autre ». */
export function isContredit(rank: number, annee: number): boolean {
  return annee === 2024 && [10, 40, 70, 100].includes(rank);
}
