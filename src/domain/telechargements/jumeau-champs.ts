import { ABSENCES } from '../publication.ts';
import { CHAMPS_DE_FICHE } from '../textes/dictionnaire.ts';
import type { TypeDeChamp } from './champs.ts';
import type { COLONNES_DU_JUMEAU } from './jumeau.ts';

/** What a column of the CSV beside a page holds. */
export interface ChampDuJumeau {
  type: TypeDeChamp;
  titre: string;
  description: string;
  valeurs?: readonly string[];
}

const nu = (texte: string): string => texte.replaceAll('`', '');
const texte = (titre: string, description: string): ChampDuJumeau => ({
  type: 'string',
  titre,
  description: nu(description),
});

/** Every column of the CSV beside a page, in words. The compiler refuses a missing one. */
export const CHAMPS_DU_JUMEAU: Record<(typeof COLONNES_DU_JUMEAU)[number], ChampDuJumeau> = {
  code_certification: texte('Code', CHAMPS_DE_FICHE.code_certification),
  filiere: texte('Voie', CHAMPS_DE_FICHE.filiere),
  perimetre: texte(
    'Périmètre',
    "Qui est compté dans les chiffres d'un établissement entier ; vide pour une formation.",
  ),
  maille: texte('Maille', CHAMPS_DE_FICHE.maille),
  nb_regions: { ...texte('Régions additionnées', CHAMPS_DE_FICHE.nb_regions), type: 'integer' },
  region: texte('Région', 'Code Insee de la région.'),
  uai: texte('Établissement', "Code UAI de l'établissement."),
  millesime: texte('Année de sortie', CHAMPS_DE_FICHE.millesime),
  mesure: texte('Chiffre', 'Nom du chiffre que donne la ligne.'),
  valeur: {
    type: 'number',
    titre: 'Valeur',
    description: 'Le chiffre. Vide : il est masqué ou manquant, et la raison est dans la colonne absence. 0 : aucun.',
  },
  unite: texte('Unité', 'Unité de la valeur.'),
  denominateur: texte('Sur qui', 'Pour un pourcentage : nom du nombre de jeunes sur lequel il est calculé.'),
  effectif: {
    type: 'integer',
    titre: 'Sur combien de jeunes',
    description: 'Pour un pourcentage : ce nombre de jeunes, quand la source le donne.',
  },
  absence: {
    ...texte("Raison de l'absence", 'Pourquoi la valeur est vide.'),
    valeurs: ABSENCES,
  },
  avertissement: {
    ...texte(
      'Avertissement',
      "etudes_mesurees_une_fois : au-delà de 6 mois, un jeune compté « autre situation » pouvait étudier : les études ne sont mesurées qu'une fois.",
    ),
    valeurs: ['etudes_mesurees_une_fois'],
  },
  source: texte('Source', CHAMPS_DE_FICHE.source),
  donnee_source_type: {
    ...texte(
      'Chiffres venus du même diplôme ou non',
      "self : chiffres du diplôme lui-même ; ancienne ou nouvelle : chiffres du diplôme qu'il remplace ou qui le remplace.",
    ),
    valeurs: ['self', 'ancienne', 'nouvelle'],
  },
  donnee_source_code_certification: texte(
    "Code d'où viennent les chiffres",
    "Code du diplôme d'où viennent les chiffres.",
  ),
  uai_donnee: texte("Établissement d'où viennent les chiffres", CHAMPS_DE_FICHE.uai_donnee),
};
