/** Every SQL file, in the order in which the tables are made. Each layer reads the ones before it only (docs/decisions/0002). */
export const STAGES = {
  staging: [
    'staging/stg_inserjeunes__mesures.sql',
    'staging/stg_lycee_pro__formations.sql',
    'staging/stg_etablissements__ensembles.sql',
    'staging/stg_bcn__formations_diplome.sql',
    'staging/stg_bcn__liens_diplomes.sql',
    'staging/stg_bcn__mefs.sql',
    'staging/stg_bcn__niveaux.sql',
    'staging/stg_bcn__groupes_specialite.sql',
    'staging/stg_bcn__familles.sql',
    'staging/stg_certif_info__libelles.sql',
    'staging/stg_rncp__certifications.sql',
    'staging/stg_annuaires__etablissements.sql',
  ],
  intermediate: [
    'intermediate/int_certifications.sql',
    'intermediate/int_liens_certifications.sql',
    'intermediate/int_liens_un_a_un.sql',
    'intermediate/int_parente.sql',
    'intermediate/int_familles.sql',
    'intermediate/int_lignes_refusees.sql',
    'intermediate/int_fiches_inserjeunes.sql',
    'intermediate/int_champs_de_la_source.sql',
    'intermediate/int_fiches.sql',
    'intermediate/int_fiches_regions.sql',
    'intermediate/int_fiches_continuum.sql',
    'intermediate/int_renvois.sql',
    'intermediate/int_fiches_roles.sql',
    'intermediate/int_ensembles.sql',
    'intermediate/int_annuaires_fusionnes.sql',
    'intermediate/int_etablissements.sql',
  ],
  marts: [
    'marts/fiches_publiees.sql',
    'marts/ensembles_publies.sql',
    'marts/formations.sql',
    'marts/etablissements.sql',
    'marts/lignes_cachees.sql',
    'marts/codes_ouverts.sql',
  ],
} as const;

/** The table whose figures are the cells of statistical secrecy: complementary suppression runs just after it (src/pipeline/secret.ts). */
export const TABLE_DES_CELLULES = 'intermediate/int_fiches.sql';
