/** Name of a kind of source, also the name of its raw table. */
export type KindName =
  | 'inserjeunes_national'
  | 'inserjeunes_regional'
  | 'inserjeunes_etablissement'
  | 'lycee_pro_formation_fine'
  | 'lycee_pro_etablissement'
  | 'cfa_etablissement'
  | 'insersup_open_data'
  | 'insersup_etablissement'
  | 'n_formation_diplome'
  | 'v_formation_diplome'
  | 'n_formation_diplome_enquete_51'
  | 'n_mef'
  | 'n_niveau_formation_diplome'
  | 'n_groupe_formation'
  | 'n_lien_formation_groupe'
  | 'n_groupe_specialite'
  | 'n_domaine_specialite'
  | 'n_diplome_sise'
  | 'n_type_diplome_sise'
  | 'acce_etablissements'
  | 'annuaire_education'
  | 'catalogue_apprentissage'
  | 'kit_apprentissage'
  | 'certif_info';

/**
 * What a cell may hold, and how it is written in the normalised file (src/pipeline/reader/values.ts).
 *
 * | type | accepted | written |
 * |---|---|---|
 * | texte | anything but control characters; a line break or a tab becomes a space | trimmed |
 * | texte_ou_null | idem, and the word `null` for nothing | trimmed, `null` becomes empty |
 * | uai | seven digits and the right letter | upper case |
 * | uai_d_annuaire | seven digits and a letter, whatever it is | as is |
 * | code_2, code_3, code_5 | as many characters `[0-9A-Z]` | as is |
 * | cfd, mef, mefstat11, sise, sise_ou_all | 8, 10, 11, 7 characters `[0-9A-Z]`; `all` in the last | as is |
 * | millesime | `2023`, `2022_2023`, `2022-2023`, `cumul 2022-2023`, `2022,2023` | `2023` or `2022_2023` |
 * | filiere | the three words of RULES § 2 | as is |
 * | region_academique | the codes of RULES § 17 | as is |
 * | perimetre | DEPP wording | `ensemble`, `dont apprentis` or `dont voie pro sco` |
 * | departement | two or three characters: `35`, `035`, `02A`, `974` | as is |
 * | date | `DD/MM/YYYY`, `YYYY-MM-DD…` | `YYYY-MM-DD` |
 * | entier | whole number ≥ 0 or an absence | digits only (`30.0` → `30`), absence in lower case |
 * | pourcentage | whole number 0-100 or an absence | idem |
 * | valeur_ajoutee | whole number −100 to 100 or an absence | idem |
 * | entier_insersup | entier followed by `*` or `**`, or the mark alone | `82 *` (one space), `**` |
 * | decimal | any number or an absence | decimal point |
 * | id_mesure | a name; not one that misspells a known measure | known ones as RULES § 2 writes them |
 * | mesure | a number of the type that `id_mesure` calls for | as that type |
 *
 * Absences: empty, `nd`, `na`, `ns`, `-` in any case. They are kept (in lower case): each says something else.
 */
export type TypeDeValeur =
  | 'texte'
  | 'texte_ou_null'
  | 'uai'
  | 'uai_d_annuaire'
  | 'code_2'
  | 'code_3'
  | 'code_5'
  | 'cfd'
  | 'mef'
  | 'mefstat11'
  | 'sise'
  | 'sise_ou_all'
  | 'millesime'
  | 'filiere'
  | 'region_academique'
  | 'perimetre'
  | 'departement'
  | 'date'
  | 'entier'
  | 'pourcentage'
  | 'valeur_ajoutee'
  | 'entier_insersup'
  | 'decimal'
  | 'id_mesure'
  | 'mesure';

export interface Colonne {
  /** Canonical name: snake_case without accents. */
  readonly nom: string;
  readonly type: TypeDeValeur;
  /** The header must be there. */
  readonly obligatoire: boolean;
  /** Each row must have a value (an empty cell is a fault). */
  readonly remplie: boolean;
  /** Other spellings of the header, as `normalizeHeader` leaves them; the canonical name is always accepted. */
  readonly entetes: readonly string[];
}

/** One column of a layout: what it means (nothing, for a column that is always empty), and whether it has a header. */
export interface Place {
  readonly nom: string | null;
  readonly anonyme: boolean;
}

/** Meaning of each column by position, for the old DEPP tables whose headers are partly empty (SOURCES § B). */
export type Presentation = readonly Place[];

/**
 * Why rows of other scopes are left out, by the reader and before any other check: a million of them surround the ones that we use.
 * - `ventilation_non_retenue`: one sex, one nationality, graduates only…: part of the people whom the row « ensemble » counts
 * - `etablissement_non_retenu`: figures of one school in the open data, which RULES § 16.2 does not use (those of schools come from § 16.1)
 * - `autre_enquete`: another survey in the same data set
 * - `tous_diplomes_ensemble`: no diploma, or all of them together
 */
export type RaisonDeFiltre =
  'ventilation_non_retenue' | 'etablissement_non_retenu' | 'autre_enquete' | 'tous_diplomes_ensemble';

/** Rows are kept when the cell of this column matches; the others are only counted. */
export interface Filtre {
  readonly colonne: string;
  readonly garde: RegExp;
  readonly raison: RaisonDeFiltre;
}

export interface Kind {
  readonly nom: KindName;
  /** For French readers, in the report. */
  readonly libelle: string;
  readonly colonnes: readonly Colonne[];
  /** Do its rows carry figures (as opposed to names and codes)? */
  readonly porte_des_chiffres: boolean;
  /** Is it a BCN reference table? They never use quotes as quoting characters, unless their header does. */
  readonly reference: boolean;
  /** Can a cell between quotes span several lines? */
  readonly multiligne: boolean;
  /** May the file hold its header only? */
  readonly vide_permis: boolean;
  /** Rows where all these columns are empty carry no code: refused as `sans_code`. At least one header must exist. */
  readonly codes: readonly string[];
  readonly presentations: readonly Presentation[];
  /** Columns of a kind that may be taken for this one: a file that has one of them bears the name of another. */
  readonly etrangeres: readonly Colonne[];
  /** In this order: the first that leaves a row out is the reason that is counted. */
  readonly filtres: readonly Filtre[];
}

interface ColonneOptions {
  /** Header required, and no empty cell. */
  cle?: boolean;
  obligatoire?: boolean;
  entetes?: readonly string[];
}

/** `colonne('uai', 'uai', { cle: true })`: one declared column; optional unless told otherwise. */
export function colonne(nom: string, type: TypeDeValeur = 'texte', options: ColonneOptions = {}): Colonne {
  const { cle = false, obligatoire = cle, entetes = [] } = options;
  return { nom, type, obligatoire, remplie: cle, entetes };
}

/** Several optional columns of one type. */
export function colonnes(noms: readonly string[], type: TypeDeValeur = 'texte', obligatoire = false): Colonne[] {
  return noms.map((nom) => colonne(nom, type, { obligatoire }));
}

/** A kind with the usual answers: no figures, no multi-line cells, not empty. */
export function kind(spec: Pick<Kind, 'nom' | 'libelle' | 'colonnes'> & Partial<Kind>): Kind {
  return {
    porte_des_chiffres: false,
    reference: false,
    multiligne: false,
    vide_permis: false,
    codes: [],
    presentations: [],
    etrangeres: [],
    filtres: [],
    ...spec,
  };
}
