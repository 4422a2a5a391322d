import { colonne, colonnes, kind } from './types.ts';
import type { Colonne, Kind } from './types.ts';

const DATES = colonnes(['date_ouverture', 'date_fermeture'], 'date', true);
const RANGS = [1, 2, 3, 4, 5, 6, 7];

/** A BCN table: raw quotes inside cells, one record per line (SOURCES § D). */
function bcn(nom: Kind['nom'], libelle: string, cols: readonly Colonne[], extra: Partial<Kind> = {}): Kind {
  return kind({ nom, libelle, colonnes: cols, reference: true, ...extra });
}

const FORMATION: readonly Colonne[] = [
  colonne('formation_diplome', 'cfd', { cle: true }),
  ...colonnes(['niveau_formation_diplome', 'groupe_specialite', 'lettre_specialite']),
  ...colonnes(['libelle_court', 'libelle_stat_33', 'libelle_long_200'], 'texte', true),
  ...DATES,
  ...colonnes(['date_premiere_session', 'date_derniere_session'], 'entier'),
];

/** Links to older and newer diplomas. Left as text: real tables hold a few truncated codes (`450255S`). */
const LIENS = ['ancien_diplome', 'nouveau_diplome'].flatMap((lien) =>
  RANGS.map((rang) => colonne(`${lien}_${rang}`, 'texte', { obligatoire: rang === 1 })),
);

const DATES_FACULTATIVES = colonnes(['date_ouverture', 'date_fermeture'], 'date');

export const KINDS_DE_NOMENCLATURE: readonly Kind[] = [
  bcn('n_formation_diplome', 'BCN, diplômes du secondaire', [...FORMATION, ...LIENS]),
  bcn('v_formation_diplome', "BCN, diplômes préparés par l'apprentissage", FORMATION),
  bcn('n_formation_diplome_enquete_51', "BCN, diplômes de l'enquête 51", FORMATION, { vide_permis: true }),
  bcn('n_mef', 'BCN, modules élémentaires de formation', [
    colonne('mef', 'mef', { cle: true }),
    colonne('dispositif_formation', 'texte', { obligatoire: true }),
    colonne('formation_diplome', 'cfd', { obligatoire: true }),
    colonne('duree_dispositif', 'entier'),
    colonne('annee_dispositif', 'entier', { obligatoire: true }),
    colonne('libelle_court'),
    colonne('libelle_long', 'texte', { obligatoire: true }),
    colonne('libelle_edition'),
    ...DATES,
    colonne('statut_mef'),
    colonne('mef_stat_11', 'mefstat11', { obligatoire: true }),
    colonne('mef_stat_9'),
  ]),
  bcn('n_niveau_formation_diplome', 'BCN, niveaux de formation', [
    colonne('niveau_formation_diplome', 'code_3', { cle: true }),
    colonne('niveau_interministeriel'),
    colonne('libelle_court', 'texte', { obligatoire: true }),
    ...colonnes(['libelle_100', 'niveau_qualification_rncp']),
    ...DATES_FACULTATIVES,
  ]),
  bcn('n_groupe_formation', 'BCN, groupes de formations (familles de métiers)', [
    colonne('groupe_formation', 'code_5', { cle: true }),
    ...colonnes(['type_groupe_formation', 'libelle_court', 'libelle_long']),
    colonne('libelle_edition', 'texte', { obligatoire: true }),
    ...DATES_FACULTATIVES,
  ]),
  bcn('n_lien_formation_groupe', 'BCN, liens entre diplômes et groupes', [
    colonne('groupe_formation', 'code_5', { cle: true }),
    colonne('formation_diplome', 'cfd', { cle: true }),
    ...DATES_FACULTATIVES,
  ]),
  bcn('n_groupe_specialite', 'BCN, groupes de spécialités', [
    colonne('groupe_specialite', 'code_3', { cle: true }),
    colonne('domaine_specialite', 'code_2', { obligatoire: true }),
    ...colonnes(['libelle_court', 'libelle_long', 'libelle_stat_33', 'libelle_edition']),
    ...DATES_FACULTATIVES,
  ]),
  bcn('n_domaine_specialite', 'BCN, domaines de spécialités', [
    colonne('domaine_specialite', 'code_2', { cle: true }),
    colonne('categorie_specialite'),
    colonne('libelle_court'),
    colonne('libelle_long', 'texte', { obligatoire: true }),
    colonne('libelle_stat_33'),
    ...DATES_FACULTATIVES,
  ]),
  bcn('n_diplome_sise', 'BCN, diplômes du supérieur', [
    colonne('diplome_sise', 'sise', { cle: true }),
    colonne('type_diplome_sise', 'texte', { obligatoire: true }),
    colonne('libelle_intitule_1', 'texte', { obligatoire: true }),
    ...colonnes(['libelle_intitule_2', 'groupe_specialite', 'lettre_specialite']),
    ...colonnes(['secteur_disciplinaire_sise', 'secteur_discipl_detail_sise']),
    ...colonnes(['cite_domaine_formation', 'cite_domaine_detaille', 'definitif']),
    colonne('date_ouverture', 'date'),
    colonne('date_fermeture', 'date', { obligatoire: true }),
  ]),
  bcn('n_type_diplome_sise', 'BCN, types de diplômes du supérieur', [
    colonne('type_diplome_sise', 'code_2', { cle: true }),
    ...colonnes(['cursus', 'cycle_sise', 'niveau_formation', 'nature_diplome_sise', 'libelle_long']),
    colonne('niveau_interministeriel', 'texte', { obligatoire: true }),
    colonne('libelle_court', 'texte', { obligatoire: true }),
    ...DATES_FACULTATIVES,
  ]),
];

/** Directories and crosswalks: names, places and other codes. */
export const KINDS_D_ANNUAIRE: readonly Kind[] = [
  kind({
    nom: 'acce_etablissements',
    libelle: 'ACCE, annuaire des établissements',
    multiligne: true,
    colonnes: [
      colonne('numero_uai', 'uai_d_annuaire', { cle: true }),
      colonne('nature_uai', 'texte', { obligatoire: true }),
      ...colonnes(['nature_uai_libe', 'etat_etablissement', 'etat_etablissement_libe']),
      ...colonnes(['secteur_public_prive', 'secteur_public_prive_libe', 'commune', 'commune_libe']),
      colonne('academie', 'texte', { obligatoire: true }),
      colonne('academie_libe'),
      colonne('pays_libe', 'texte', { obligatoire: true }),
      colonne('departement_insee_3', 'departement', { obligatoire: true }),
      ...colonnes(['departement_insee_3_libe', 'denomination_principale']),
      colonne('appellation_officielle', 'texte', { obligatoire: true }),
      ...colonnes(['patronyme_uai', 'adresse_uai', 'code_postal_uai', 'localite_acheminement_uai', 'site_web']),
      ...colonnes(['coordonnee_x', 'coordonnee_y'], 'decimal'),
      ...DATES_FACULTATIVES,
    ],
  }),
  kind({
    nom: 'annuaire_education',
    libelle: "Annuaire de l'éducation",
    multiligne: true,
    colonnes: [
      colonne('identifiant_de_l_etablissement', 'uai_d_annuaire', { cle: true }),
      colonne('nom_etablissement', 'texte', { obligatoire: true }),
      ...colonnes(['type_etablissement', 'statut_public_prive', 'adresse_1', 'adresse_2', 'adresse_3']),
      ...colonnes(['code_postal', 'code_commune', 'nom_commune']),
      colonne('code_departement', 'departement'),
      ...colonnes(['code_academie', 'code_region']),
      ...colonnes(['libelle_departement', 'libelle_academie', 'libelle_region']),
      ...colonnes(['voie_generale', 'voie_technologique', 'voie_professionnelle', 'apprentissage']),
      ...colonnes(['lycee_agricole', 'lycee_des_metiers', 'post_bac', 'web', 'fiche_onisep']),
      ...colonnes(['latitude', 'longitude'], 'decimal'),
      // Renamed between the exports of 2023 and 2026 (SOURCES § E).
      colonne('coordonnee_x', 'decimal', { entetes: ['coordx_origine'] }),
      colonne('coordonnee_y', 'decimal', { entetes: ['coordy_origine'] }),
      colonne('epsg', 'texte', { entetes: ['epsg_origine'] }),
      colonne('multi_uai', 'texte', { entetes: ['etablissement_multi_lignes'] }),
      ...colonnes(['etat', 'ministere_tutelle', 'code_nature', 'libelle_nature']),
      colonne('date_ouverture', 'date'),
    ],
  }),
  kind({
    nom: 'catalogue_apprentissage',
    libelle: "Catalogue de l'apprentissage",
    multiligne: true,
    colonnes: [
      colonne('cfd', 'cfd', { cle: true }),
      ...['uai_formation', 'etablissement_formateur_uai', 'etablissement_gestionnaire_uai'].map((nom) =>
        colonne(nom, 'texte_ou_null', { obligatoire: true }),
      ),
    ],
  }),
  kind({
    nom: 'kit_apprentissage',
    libelle: 'France compétences, correspondance entre diplômes et fiches RNCP',
    multiligne: true,
    colonnes: [
      colonne('code_diplome', 'cfd', { cle: true }),
      colonne('code_rncp', 'texte', { obligatoire: true }),
      colonne('fiche_active', 'texte', { entetes: ['fiche_active_inactive'] }),
    ],
  }),
  kind({
    nom: 'certif_info',
    libelle: 'Certif Info, correspondance entre diplômes et fiches RNCP',
    multiligne: true,
    colonnes: [
      colonne('code_scolarite', 'cfd', { obligatoire: true }),
      ...colonnes(['libelle_diplome', 'libelle_type_diplome']),
      colonne('code_rncp', 'texte', { obligatoire: true }),
      colonne('etat_libelle'),
      ...colonnes(['code_ancien_rncp', 'code_ancien_scolarite']),
    ],
  }),
];
