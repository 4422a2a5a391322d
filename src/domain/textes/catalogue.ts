import { COLONNES_AJOUTEES, PREFIXE, type ColonneAjoutee } from '../catalogue/enrichir.ts';
import { NOMS_DE_COLONNES, type GenreDeColonne } from '../catalogue/colonnes.ts';
import { LIMITES } from '../catalogue/bilan.ts';
import { NOMS_DES_GENRES, type MotsDesAbsences } from '../phrases-catalogue.ts';
import { ABSENCES_EN_MOTS } from '../phrases.ts';
import { ABSENCES } from '../publication.ts';
import { composer } from './typographie.ts';

/** What each added column says. */
const COLONNES_EN_MOTS: Record<ColonneAjoutee, string> = {
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

export const COMMANDE_DU_CATALOGUE = 'npm run coverage -- catalogue.csv';

/** The words of the reasons, for a browser that does not load the whole table. */
export function motsDesAbsences(): MotsDesAbsences {
  return Object.fromEntries(
    ABSENCES.map((absence) => {
      const { titre, conseil } = ABSENCES_EN_MOTS[absence];
      return [absence, { titre, conseil }];
    }),
  ) as MotsDesAbsences;
}

/** `/donnees/mon-catalogue.json`: what the page knows before a file is chosen. */
export interface PageMonCatalogue {
  /** Names of columns that are recognised, by kind of code. */
  colonnes_reconnues: { genre: GenreDeColonne; libelle: string; noms: readonly string[] }[];
  colonnes_ajoutees: { nom: string; contenu: string }[];
  absences: MotsDesAbsences;
  limites: typeof LIMITES;
  commande: string;
}

export function pageMonCatalogue(): PageMonCatalogue {
  return {
    colonnes_reconnues: (['cfd', 'mef11', 'sise', 'rncp', 'code', 'uai'] as const).map((genre) => ({
      genre,
      libelle: NOMS_DES_GENRES[genre],
      noms: NOMS_DE_COLONNES[genre],
    })),
    colonnes_ajoutees: COLONNES_AJOUTEES.map((nom) => ({
      nom: PREFIXE + nom,
      contenu: composer(COLONNES_EN_MOTS[nom]),
    })),
    absences: motsDesAbsences(),
    limites: LIMITES,
    commande: COMMANDE_DU_CATALOGUE,
  };
}
