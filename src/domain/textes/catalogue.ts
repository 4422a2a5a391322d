import type { ColonneAjoutee } from '../catalogue/enrichir.ts';

/** What each added column says. */
export const COLONNES_EN_MOTS: Record<ColonneAjoutee, string> = {
  statut:
    "Ce que la ligne a trouvé : `chiffre_etablissement`, `chiffre_region`, `chiffre_france`, `chiffre_ensemble_etablissement`, `sans_code`, ou la raison pour laquelle il n'y a pas de chiffre",
  absence: 'La raison, seule : vide quand il y a un chiffre',
  absence_etablissement: "Pourquoi l'établissement de la ligne n'a pas son propre chiffre pour cette formation",
  code: 'Le code retenu, zéros remis et préfixe enlevé',
  chemin: 'Comment le code mène à la page : `code`, `succession`, `fiche_rncp` ou `annee_commune`',
  titre: "Le nom de la formation, ou de l'établissement si la ligne ne nomme que lui",
  page: "L'adresse de la page",
  json: "L'adresse du fichier qui dit la même chose que la page",
  code_certification: 'Le code officiel qui porte le chiffre',
  filiere: 'La voie : `pro`, `agricole`, `apprentissage` ou `superieur`',
  perimetre: "Qui est compté, quand le chiffre est celui de l'établissement entier",
  maille:
    "L'échelle du chiffre : `etablissement`, `regionale`, `nationale`, ou `regions` (régions additionnées par nous)",
  region: 'Le code Insee de la région, quand le chiffre est celui de la région',
  nb_regions: 'Combien de régions sont additionnées',
  uai: "L'établissement où se trouve le chiffre",
  millesime: "L'année de sortie, ou les deux années réunies",
  source: "L'enquête",
  nb_annee_term:
    'Le nombre de jeunes en dernière année : le dénominateur des trois parts ; vide quand la source ne le dit pas (ils étaient alors 20 au moins)',
  part_emploi_6_mois: 'Sur 100 jeunes en dernière année, combien travaillaient 6 mois après leur sortie',
  part_formation: 'Sur 100, combien étudiaient',
  part_autre_6_mois: 'Sur 100, combien étaient dans une autre situation 6 mois après',
  donnee_source_type:
    "`self` : chiffre du diplôme lui-même ; `ancienne` ou `nouvelle` : chiffre du diplôme qu'il remplace ou qui le remplace",
  donnee_source_code_certification: "Le code du diplôme d'où vient le chiffre",
  uai_donnee: "L'établissement où les jeunes ont été comptés",
  autres_voies: 'Les codes des autres voies qui ont un chiffre à la même échelle, séparés par « | »',
};
