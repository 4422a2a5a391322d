import { MESURES_DU_CONTRAT, type MailleDuContrat } from '../../../domain/contrat.ts';
import { quote } from '../../database.ts';
import { RACINE, type ContexteContrat } from './contexte.ts';
import { graphies, type Liste } from './selection.ts';

const COMMUNES = [
  'millesime',
  'code_certification',
  'code_certification_type',
  'code_formation_diplome',
  'filiere',
  'libelle',
  'libelle_ancien',
  'diplome_code',
  'diplome_libelle',
  'date_fermeture',
  'formation_fermee',
  'famille_metier_code',
  'famille_metier_libelle',
  'famille_metier_est_annee_commune',
  'certifications_terminales',
  'donnee_source_code_certification',
  'donnee_source_type',
  'nb_annee_term',
  ...MESURES_DU_CONTRAT,
];

/** Columns of the Parquet files: those of API § 3, objects laid flat; then why and which figures are hidden, as a null does not tell. */
const COLONNES: Record<MailleDuContrat, readonly string[]> = {
  nationale: COMMUNES,
  regionale: [...COMMUNES, 'region_code', 'region_nom', 'code_region_academique'],
  etablissement: [
    ...COMMUNES,
    ...['region_code', 'region_nom', 'academie_code', 'academie_nom', 'uai', 'libelle_etablissement'],
    ...['uai_type', 'uai_donnee', 'uai_donnee_type', 'uai_lieu_formation', 'uai_formateur', 'uai_gestionnaire'],
  ],
};

/** Writes `{list}.parquet`: the same rows in the same order as its JSON and CSV, that of the mart, which a copy keeps. */
export async function writeParquets(
  contexte: ContexteContrat,
  listes: readonly Liste[],
  total: (liste: Liste) => number,
): Promise<void> {
  for (const liste of listes)
    await copyParquet(
      contexte,
      liste.chemin,
      queryOf(liste.maille, total(liste) > 0 ? conditionsOf(liste) : ['false']),
    );
}

function conditionsOf({ maille, millesime, region, academie }: Liste): string[] {
  return [
    `maille = ${quote(maille)}`,
    millesime === undefined
      ? 'est_defaut'
      : `millesime in (${graphies(maille, millesime).sort().map(quote).join(', ')})`,
    ...(region === undefined ? [] : [`region_code = ${quote(region)}`]),
    ...(academie === undefined ? [] : [`academie_code = ${quote(academie)}`]),
  ];
}

function queryOf(maille: MailleDuContrat, conditions: readonly string[]): string {
  return `select ${[...COLONNES[maille], 'absence', 'champs_masques'].join(', ')}
    from contrat_fiches where ${conditions.join(' and ')}`;
}

/** Order of the rows of every list, which is that of the mart: the original has none, two builds must have the same (API § 7, rule 5). */
export const ORDRE_DES_LISTES = 'right(millesime, 4), millesime, region_code, uai, code_certification, filiere';

/** Writes the result of a query, with the mark of fictional figures when they are. */
export async function copyParquet(
  { db, effects, entete }: ContexteContrat,
  chemin: string,
  query: string,
): Promise<void> {
  const columns = entete.donnees_fictives === true ? '*, true as donnees_fictives' : '*';
  await effects.writeWith(`${RACINE}/${chemin}.parquet`, (target) =>
    db.run(`copy (select ${columns} from (${query})) to ${quote(target)} (format parquet, compression zstd)`),
  );
}
