import { formatNumber } from '../../lib/format.ts';
import type { RegleDeDesaccord } from '../desaccords.ts';
import { filiereSchema, perimetreSchema } from '../fiche.ts';
import { MESURES } from '../indicateurs.ts';
import { ABSENCES_EN_MOTS, NOMS_DES_PERIMETRES, NOMS_DES_VOIES } from '../phrases.ts';
import { absenceSchema, SEUIL_PUBLICATION } from '../publication.ts';
import { DICTIONNAIRE } from './dictionnaire.ts';
import { liste, paragraphe, type PageDeTexte } from './page-de-texte.ts';
import { composer } from './typographie.ts';

/** The words of `/qualite/`; its figures come from `rapport.json`. */
export const QUALITE: PageDeTexte = {
  slug: 'qualite',
  titre: 'Qualité de cette édition',
  chapeau:
    "Ce que cette édition a lu, ce qu'elle a gardé, ce qu'elle a refusé, ce qu'elle montre et ce qui manque. Tout vient du fichier `rapport.json`, écrit par le programme qui a fait le site.",
  sections: [
    {
      id: 'controles',
      titre: 'Ce que le programme vérifie',
      blocs: [
        paragraphe(
          "Quand l'un de ces points n'est pas vrai, la construction du site s'arrête et l'édition précédente reste en ligne :",
        ),
        liste(
          'les colonnes attendues sont là, chaque nombre est un nombre, chaque caractère est lisible ;',
          'les trois parts sont des entiers qui font 100 ;',
          `en dessous de ${SEUIL_PUBLICATION} jeunes en dernière année, il ne reste que leur nombre ;`,
          'chaque chiffre absent a sa raison, prise dans une liste fermée ;',
          'chaque fichier suit le schéma que lisent les pages.',
        ),
        paragraphe(
          "Une ligne isolée qui ne peut pas être rattachée (code inconnu, identifiant d'établissement faux) n'arrête pas tout : elle est refusée et comptée ci-dessous.",
        ),
      ],
    },
  ],
};

/** Why a row of a source was refused, in words. */
const MOTIFS_DE_REFUS: Record<string, string> = {
  code_inconnu: 'code de formation inconnu des nomenclatures de cette édition',
  sans_diplome: 'code connu, mais sans niveau de diplôme ou sans nom',
  sans_code: 'ligne sans code de formation (un total)',
  uai_invalide: "identifiant d'établissement faux (lettre de contrôle)",
  region_inconnue: 'code de région inconnu',
  valeur_fractionnaire: 'nombre à virgule là où la source publie des nombres entiers',
  uai_inconnu: "établissement absent de l'annuaire ACCE, ou que la source ne suit pas",
  doublon: 'autre ligne pour le même diplôme, le même établissement et la même année',
  deux_promotions: 'chiffre de deux promotions ensemble, là où une seule est publiée',
  ventilation_non_retenue: "détail par sexe, nationalité, régime ou réussite : seul l'ensemble est publié",
  etablissement_non_retenu: "ligne d'un établissement dans un fichier dont seules les lignes nationales servent",
  autre_enquete: "ligne d'une autre enquête",
  tous_diplomes_ensemble: 'ligne de tous les diplômes ensemble',
};
export const motifEnMots = (motif: string): string => composer(MOTIFS_DE_REFUS[motif] ?? motif);

const NOMS_DES_MAILLES: Record<string, string> = {
  nationale: 'France',
  regions: 'Régions additionnées',
  regionale: 'Région',
  etablissement: 'Établissement',
  // In the revisions: all the courses of a school together.
  ensemble: 'Établissement entier',
};
export const nomDeMaille = (maille: string): string => NOMS_DES_MAILLES[maille] ?? maille;

/** `pro` → « au lycée »; `ensemble (cfa)`, the figures of a whole school → « ensemble : les apprentis du CFA ». */
export function nomDeFiliere(filiere: string): string {
  const perimetre = perimetreSchema.safeParse(/^ensemble \((.*)\)$/.exec(filiere)?.[1]);
  if (perimetre.success) {
    const nom = NOMS_DES_PERIMETRES[perimetre.data];
    return composer(`ensemble : ${nom.charAt(0).toLowerCase()}${nom.slice(1)}`);
  }
  const voie = filiereSchema.safeParse(filiere);
  return voie.success ? NOMS_DES_VOIES[voie.data] : filiere;
}

/** Why records show no share, most frequent first: « 12 : trop peu de jeunes pour publier un chiffre ». */
export function absencesEnMots(absences: Record<string, number>): string[] {
  return Object.entries(absences)
    .sort(([, left], [, right]) => right - left)
    .map(([reason, count]) => {
      const known = absenceSchema.safeParse(reason);
      const words = known.success ? ABSENCES_EN_MOTS[known.data].titre.toLowerCase() : reason;
      return composer(`${formatNumber(count)} : ${words}`);
    });
}

/** Which two sources are compared, and which one is retained. */
export const DESACCORDS_EN_MOTS: Record<RegleDeDesaccord, { titre: string; explication: string }> = {
  tables_des_etablissements: {
    titre: 'Deux fichiers pour un même établissement entier',
    explication: composer(
      "Les tableaux annuels de la DEPP et l'export officiel donnent les mêmes taux, sauf ceux qui ont été révisés entre les deux. L'export officiel est retenu.",
    ),
  },
  api_et_donnees_ouvertes: {
    titre: 'Export InserJeunes et données ouvertes',
    explication: composer(
      "Une formation d'un lycée peut être dans l'export InserJeunes, avec ses effectifs, et dans les données ouvertes, en taux seulement. L'export InserJeunes est retenu.",
    ),
  },
  mesure_repetee: {
    titre: 'Une même mesure donnée deux fois',
    explication: composer(
      'Un export InserJeunes donne deux fois la même mesure de la même fiche, ou deux exports la donnent. La dernière ligne lue est retenue.',
    ),
  },
};

/** `taux_emploi_6_mois` → « Taux d'emploi 6 mois après »; a word of the files that we do not know stays as it is. */
export function nomDeMesure(mesure: string): string {
  if (mesure === 'nb_annee_term') return 'Nombre de jeunes en dernière année';
  if (mesure === 'part_emploi') return nomDeMesure('taux_en_emploi_6_mois');
  const known = MESURES.find((name) => name === mesure);
  return composer(known === undefined ? mesure : DICTIONNAIRE[known].libelle);
}

const NOMS_DES_NATURES: Record<string, string> = {
  lycee: 'Lycées',
  cfa: "Centres de formation d'apprentis",
  superieur: 'Établissements du supérieur',
  autre: 'Autres établissements',
};
export const nomDeNature = (nature: string): string => NOMS_DES_NATURES[nature] ?? nature;

/** « 149 sur 243 »: pages or records with a figure, out of all. */
export const surTotal = ({ avec_chiffres, total }: { avec_chiffres: number; total: number }): string =>
  composer(`${formatNumber(avec_chiffres)} sur ${formatNumber(total)}`);
