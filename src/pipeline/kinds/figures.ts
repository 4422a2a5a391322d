import { colonne, colonnes, kind } from './types.ts';
import type { Colonne, Filtre, Kind, Place, Presentation } from './types.ts';

/** One line per measure, as the InserJeunes API answers (FORMATS § 3, RULES § 2). */
function inserjeunes(
  nom: Kind['nom'],
  libelle: string,
  { cles = [], etrangeres = [] }: { cles?: readonly Colonne[]; etrangeres?: readonly Colonne[] },
): Kind {
  return kind({
    nom,
    libelle,
    etrangeres,
    porte_des_chiffres: true,
    codes: ['id_formation_apprentissage', 'id_mefstat11'],
    colonnes: [
      colonne('millesime', 'millesime', { cle: true }),
      ...cles,
      // Absent from two endpoints of the API: then inferred from the dimension (RULES § 2).
      colonne('filiere', 'filiere'),
      colonne('id_formation_apprentissage', 'cfd', { obligatoire: true }),
      colonne('id_mefstat11', 'mefstat11', { obligatoire: true }),
      colonne('id_mesure', 'id_mesure', { cle: true }),
      colonne('valeur_mesure', 'mesure', { obligatoire: true }),
    ],
  });
}

const uai = colonne('uai', 'uai', {
  obligatoire: true,
  entetes: ['n_uai_de_l_etablissement', 'numero_uai', 'code_uai', 'uai_de_l_etablissement'],
});
const region = colonne('code_region_academique', 'region_academique', { obligatoire: true });
const libelle = colonne('libelle', 'texte', { entetes: ['libelle_de_l_etablissement', 'libelle_etablissement'] });

/**
 * The open-data rates. `DEVENIR Part …` are shares of ALL final-year pupils, `Taux emploi …` of leavers (FORMATS).
 * The spellings are those of the label exports, of the technical names, then of the DEPP tables (SOURCES § B).
 */
const devenir = [
  colonne('devenir_part_poursuite_etudes', 'pourcentage', {
    entetes: ['part_en_poursuite_d_etudes', 'part_poursuite_etudes', 'devenir_part_en_poursuite_d_etudes'],
  }),
  colonne('devenir_part_en_emploi_6_mois', 'pourcentage', {
    entetes: ['part_en_emploi_6_mois_apres_la_sortie', 'part_en_emploi_6_mois'],
  }),
  colonne('devenir_part_autre_situation_6_mois', 'pourcentage', {
    entetes: ['part_des_autres_situations', 'part_autre_situation_6_mois'],
  }),
];
const tauxPoursuite = colonne('taux_poursuite_etudes', 'pourcentage', {
  obligatoire: true,
  entetes: ['taux_de_poursuite_d_etudes'],
});
const tauxEmploi6 = colonne('taux_emploi_6_mois', 'pourcentage', {
  obligatoire: true,
  entetes: ['taux', 'taux_d_emploi_6_mois', 'taux_d_emploi_a_6_mois', 'taux_emploi'],
});
const attenduEtVa = [
  colonne('taux_emploi_6_mois_attendu', 'pourcentage', { entetes: ['taux_attendu', 'taux_emploi_attendu'] }),
  colonne('va_emploi_6_mois', 'valeur_ajoutee', { entetes: ['valeur_ajoutee', 'va_emploi'] }),
];
const tauxEmploiPlusTard = [12, 18, 24].map((mois) =>
  colonne(`taux_emploi_${mois}_mois`, 'pourcentage', {
    entetes: [`taux_d_emploi_${mois}_mois`, `taux_d_emploi_a_${mois}_mois`],
  }),
);
const annee = colonne('annee', 'millesime', { cle: true, entetes: ['millesime'] });
/** The DEPP tables say the year in their file name only: the reader fills this column from it. */
const anneeDuNom: Colonne = { ...annee, obligatoire: false };

/** What tells tables of lycées from those of CFA, which are named alike. */
const perimetre = colonne('perimetre', 'perimetre', {
  obligatoire: true,
  entetes: ['dont_apprentis_en_eple', 'dont_apprentis_eple', 'perimetres'],
});
const contratsInterrompus = colonne('part_contrats_interrompus', 'pourcentage', {
  entetes: [
    'part_contrats_apprentissage_interrompus',
    'taux_contrats_interrompus',
    'part_des_contrats_d_apprentissage_interrompus',
  ],
});

const nommee = (nom: string): Place => ({ nom, anonyme: false });
const anonyme = (nom: string | null): Place => ({ nom, anonyme: true });

/** Old DEPP tables: 11 columns in 2018-2019, 9 in 2019-2020. Only the fourth one differs between lycées and CFA. */
function presentationsDepp(quatrieme2018: string, quatrieme2019: string | null): Presentation[] {
  const identite = ['uai', 'libelle', 'region'].map(nommee);
  const suite = [
    anonyme('taux_poursuite_etudes'),
    ...['taux_emploi_6_mois', 'taux_emploi_6_mois_attendu', 'va_emploi_6_mois'].map(nommee),
    anonyme('taux_emploi_12_mois'),
  ];
  return [
    [...identite, anonyme(quatrieme2018), ...suite, ...['taux_emploi_18_mois', 'taux_emploi_24_mois'].map(anonyme)],
    [...identite, anonyme(quatrieme2019), ...suite],
  ];
}

const mesuresInsersup = (noms: readonly string[]) => colonnes(noms, 'entier_insersup', true);
const VENTILATIONS = ['nationalite', 'genre', 'obtention_diplome', 'regime_inscription'];

/** What RULES § 16.2 keeps of the open data: national rows, all breakdowns together, of one diploma. */
const NATIONAL_ENSEMBLE: readonly Filtre[] = [
  ...VENTILATIONS.map((colonne): Filtre => ({
    colonne,
    garde: /^\s*ensemble\s*$/i,
    raison: 'ventilation_non_retenue',
  })),
  { colonne: 'source', garde: /^\s*insersup\s*$/i, raison: 'autre_enquete' },
  { colonne: 'uo_lib', garde: /^\s*national\s*$/i, raison: 'etablissement_non_retenu' },
  { colonne: 'diplome', garde: /^(?!\s*(?:all)?\s*$)/i, raison: 'tous_diplomes_ensemble' },
];
const QUARTILES = [1, 2, 3];
const HORIZONS = [6, 12, 18, 24];

export const KINDS_DE_CHIFFRES: readonly Kind[] = [
  inserjeunes('inserjeunes_national', 'InserJeunes, France', { etrangeres: [region, uai] }),
  inserjeunes('inserjeunes_regional', 'InserJeunes, par région', { cles: [region], etrangeres: [uai] }),
  inserjeunes('inserjeunes_etablissement', 'InserJeunes, par établissement', { cles: [uai], etrangeres: [region] }),
  kind({
    nom: 'lycee_pro_formation_fine',
    libelle: 'InserJeunes voie scolaire, par établissement et formation (données ouvertes)',
    porte_des_chiffres: true,
    codes: ['code_formation_mefstat11'],
    colonnes: [
      annee,
      uai,
      libelle,
      colonne('region'),
      colonne('type_diplome', 'texte', { entetes: ['type_de_diplome'] }),
      colonne('code_formation_mefstat11', 'mefstat11', { entetes: ['code_formation', 'code_mefstat11'] }),
      colonne('libelle_formation', 'texte', { entetes: ['libelle_de_la_formation'] }),
      colonne('duree_formation', 'texte', { entetes: ['duree_de_la_formation'] }),
      colonne('diplome_renove_ou_nouveau', 'texte', { entetes: ['diplome_renove_nouveau'] }),
      ...devenir,
      tauxPoursuite,
      tauxEmploi6,
      ...tauxEmploiPlusTard,
    ],
  }),
  kind({
    nom: 'lycee_pro_etablissement',
    libelle: 'InserJeunes voie scolaire, par établissement (données ouvertes)',
    porte_des_chiffres: true,
    presentations: presentationsDepp('perimetre', 'perimetre'),
    etrangeres: [contratsInterrompus],
    colonnes: [
      anneeDuNom,
      uai,
      libelle,
      colonne('region'),
      perimetre,
      ...devenir,
      tauxPoursuite,
      tauxEmploi6,
      ...attenduEtVa,
      ...tauxEmploiPlusTard,
    ],
  }),
  kind({
    nom: 'cfa_etablissement',
    libelle: "InserJeunes apprentissage, par centre de formation d'apprentis (données ouvertes)",
    porte_des_chiffres: true,
    presentations: presentationsDepp('part_contrats_interrompus', null),
    etrangeres: [perimetre],
    colonnes: [
      anneeDuNom,
      uai,
      libelle,
      colonne('region'),
      ...devenir,
      contratsInterrompus,
      tauxPoursuite,
      tauxEmploi6,
      ...attenduEtVa,
      ...tauxEmploiPlusTard,
    ],
  }),
  kind({
    nom: 'insersup_open_data',
    libelle: 'InserSup (données ouvertes)',
    porte_des_chiffres: true,
    multiligne: true,
    filtres: NATIONAL_ENSEMBLE,
    colonnes: [
      ...colonnes(['source', 'uo_lib'], 'texte', true),
      // A school code in the rows of schools, nothing usable in the national ones: not checked as a UAI.
      colonne('etablissement'),
      colonne('promo', 'millesime', { cle: true }),
      colonne('diplome', 'sise_ou_all', { obligatoire: true }),
      ...colonnes(VENTILATIONS, 'texte', true),
      ...colonnes(['type_diplome_long', 'dom_lib', 'sectdis_lib', 'discipli_lib']),
      ...mesuresInsersup(['nb_poursuivants', 'nb_sortants']),
      ...mesuresInsersup(HORIZONS.map((mois) => `nb_sortants_en_emploi_sal_fr_${mois}`)),
      ...mesuresInsersup(QUARTILES.map((quartile) => `salaire_q${quartile}_12`)),
    ],
  }),
  kind({
    nom: 'insersup_etablissement',
    libelle: 'InserSup, par établissement',
    porte_des_chiffres: true,
    multiligne: true,
    codes: ['diplome', 'diplome_consol'],
    colonnes: [
      // The second name replaces the first in some versions (FORMATS § 4).
      colonne('diplome', 'sise'),
      colonne('diplome_consol', 'sise'),
      ...colonnes(['libelle_diplome', 'type_diplome_long']),
      colonne('etablissement', 'uai', { obligatoire: true, entetes: ['uai'] }),
      ...colonnes(['denomination_principale', 'domaine', 'discipline', 'secteur_disciplinaire']),
      colonne('annee_universitaire', 'millesime', { cle: true }),
      ...mesuresInsersup(['nb_inscrits', 'nb_sortants', 'nb_poursuivants']),
      colonne('nb_diplomes', 'entier_insersup'),
      ...mesuresInsersup(HORIZONS.map((mois) => `nb_in_dsn_${mois}`)),
      ...colonnes(
        QUARTILES.map((quartile) => `salaire_q${quartile}_national_diplome_12`),
        'entier_insersup',
      ),
    ],
  }),
];
