import type { KindName, RaisonDeFiltre } from '../kinds.ts';

/** How far the reading of one file is; the last call of a file has `octetsLus === octets`. */
export interface Progression {
  fichier: string;
  octetsLus: number;
  octets: number;
}

export interface LectureOptions {
  /** Flat folder of exports, as published. Never written to. */
  rawDir: string;
  /** Created if needed; receives one normalised CSV per file read. */
  workDir: string;
  onProgress?: (progression: Progression) => void;
}

export type Encodage = 'UTF-8' | 'UTF-8 BOM' | 'ISO-8859-1' | 'Windows-1252';
export type Separateur = ';' | '|' | ',' | '\t';

/**
 * Why a row is left out without stopping the build.
 * - `sans_code`: no code of formation (totals; RULES § 2)
 * - `uai_invalide`: pattern or control letter (RULES § 18) in files of figures; pattern alone in directories
 * - `region_inconnue`: academic region code that RULES § 17 does not know
 * - `valeur_fractionnaire`: `30.5` where the source publishes whole numbers (RULES § 1)
 * - those of `RaisonDeFiltre`: rows of scopes that are not used; counted, never checked nor listed
 */
export type RaisonDeRefus = 'sans_code' | 'uai_invalide' | 'region_inconnue' | 'valeur_fractionnaire' | RaisonDeFiltre;

/** One refused row, as an example for the report. */
export interface Refus {
  raison: RaisonDeRefus;
  /** Line of the raw file, from 1, where the record starts. */
  ligne: number;
  /** Header as written in the file. */
  colonne: string;
  /** The cell as written, shortened. */
  valeur: string;
}

/** What was read from one raw file. */
export interface FichierLu {
  fichier: string;
  kind: KindName;
  octets: number;
  sha256: string;
  encodage: Encodage;
  separateur: Separateur;
  /** Records, header and empty lines not counted. */
  lignes_lues: number;
  /** Records written to the normalised file: `lignes_lues` less the refused ones. */
  lignes_ecrites: number;
  /**
   * UTF-8, comma, RFC 4180, header of `colonnesNormalisees(kind)`, one record per line; cells are trimmed and normalised
   * as `TypeDeValeur` says (millésimes `2022_2023`, dates ISO, numbers with a point and without useless decimals).
   */
  chemin_normalise: string;
  lignes_refusees: Partial<Record<RaisonDeRefus, number>>;
  /** At most 20 per reason. */
  refus: Refus[];
  /** Headers of the file that the kind does not declare. */
  colonnes_ignorees: string[];
}

/** A file of the raw folder that no kind recognises. */
export interface FichierIgnore {
  fichier: string;
  /** In French, for the report. */
  raison: string;
}

export interface LectureBrute {
  /** In the order of file names. */
  fichiers: FichierLu[];
  ignores: FichierIgnore[];
}
