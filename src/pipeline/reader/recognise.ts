import type { KindName } from '../kinds.ts';

/**
 * A BCN table is named after itself, then perhaps a date or a remark: `n_mef_2025.csv` and `n_mef (1).csv` are `n_mef`,
 * but `n_mef_stat_11.csv` is another table.
 */
const BCN_SUFFIX = String.raw`(?![a-z0-9])(?!_(?!extrait|export)[a-z])`;
const bcn = (name: KindName): [RegExp, KindName] => [new RegExp(`^${name}${BCN_SUFFIX}`), name];

/** First match wins, hence the longer names first (FORMATS, “file name begins with”). */
const PATTERNS: readonly (readonly [RegExp, KindName])[] = [
  [/^inserjeunes-national/, 'inserjeunes_national'],
  [/^inserjeunes-regional/, 'inserjeunes_regional'],
  [/^inserjeunes-etablissement/, 'inserjeunes_etablissement'],
  [/^fr-en-inserjeunes-lycee_pro[-_]formation/, 'lycee_pro_formation_fine'],
  [/^fr-en-inserjeunes-lycee_pro/, 'lycee_pro_etablissement'],
  // `fr-en-inserjeunes-cfa-formation_fine` exists as a data set, with other columns: not read yet.
  [/^fr-en-inserjeunes-cfa(?![-_]formation)/, 'cfa_etablissement'],
  [/^depp-.*-apprentissage(?![a-z])/, 'cfa_etablissement'],
  [/^depp-.*-pro(?![a-z])/, 'lycee_pro_etablissement'],
  [/^fr-esr-insersup/, 'insersup_open_data'],
  [/^insersup-etablissement/, 'insersup_etablissement'],
  bcn('n_formation_diplome_enquete_51'),
  bcn('n_formation_diplome'),
  bcn('v_formation_diplome'),
  bcn('n_mef'),
  bcn('n_niveau_formation_diplome'),
  bcn('n_groupe_formation'),
  bcn('n_lien_formation_groupe'),
  bcn('n_groupe_specialite'),
  bcn('n_domaine_specialite'),
  bcn('n_diplome_sise'),
  bcn('n_type_diplome_sise'),
  [/^acce_etablissements/, 'acce_etablissements'],
  [/^fr-en-annuaire-education/, 'annuaire_education'],
  [/^catalogue-apprentissage/, 'catalogue_apprentissage'],
  [/^kit_apprentissage/, 'kit_apprentissage'],
  [/^certif_info/, 'certif_info'],
];

export type Recognised = { kind: KindName } | { ignore: string };

/**
 * The kind of a raw file, from its name alone.
 *
 * `inserjeunes-regional.2023.csv` → `inserjeunes_regional`, `lisez-moi.txt` → ignored, with the reason in French.
 */
export function recognise(fileName: string): Recognised {
  const name = fileName.toLowerCase();
  const match = PATTERNS.find(([pattern]) => pattern.test(name));
  if (!match) return { ignore: 'nom inconnu' };
  if (!/\.(csv|txt)$/.test(name)) return { ignore: 'nom connu, mais ni .csv ni .txt' };
  return { kind: match[1] };
}

/** The two leaving years that DEPP tables only say in their name: `depp-2022-etablissements-2018_2019-pro.csv` → `2018_2019`. */
export function millesimeInName(fileName: string): string | undefined {
  for (const [, first = '', second = ''] of fileName.matchAll(/(?<!\d)(20\d\d)[_-](20\d\d)(?!\d)/g)) {
    if (Number(second) === Number(first) + 1) return `${first}_${second}`;
  }
  return undefined;
}
