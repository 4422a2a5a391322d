import type { Fiche } from '../fiche.ts';
import { HORIZONS, type Mesure } from '../indicateurs.ts';
import { SEUIL_PUBLICATION } from '../publication.ts';

/** What one figure of the files means: every published key has a label, a unit, a denominator, a definition and a source. */
export interface EntreeDeDictionnaire {
  libelle: string;
  unite: 'jeunes' | '%' | 'points' | 'euros par mois';
  /** Out of whom the percentage is; null when the figure is not a percentage. */
  denominateur: string | null;
  definition: string;
  /** Who publishes the figure under this meaning. */
  source: string;
}

const INSERJEUNES = 'InserJeunes (DEPP et Dares)';
const INSERJEUNES_INSERSUP = 'InserJeunes (DEPP et Dares) ; InserSup (SIES) pour le supérieur';
const INSERSUP = 'InserSup (SIES)';
const TOUS = 'tous les jeunes en dernière année (`nb_annee_term`)';
const SORTANTS = 'les sortants (`nb_sortant`)';
const CALCUL_DES_PARTS =
  'À 6 mois, part publiée par la source quand elle existe, calculée par nous sinon ; au-delà, calculée par nous à partir des effectifs';

type Horizon = (typeof HORIZONS)[number];
const parHorizon = <P extends string, S extends string>(
  prefixe: P,
  suffixe: S,
  entree: (mois: Horizon) => EntreeDeDictionnaire,
): Record<`${P}${Horizon}${S}`, EntreeDeDictionnaire> =>
  Object.fromEntries(HORIZONS.map((mois) => [`${prefixe}${mois}${suffixe}`, entree(mois)])) as Record<
    `${P}${Horizon}${S}`,
    EntreeDeDictionnaire
  >;

const quartile = (libelle: string, definition: string): EntreeDeDictionnaire => ({
  libelle,
  unite: 'euros par mois',
  denominateur: null,
  definition: `${definition} Salaire net, avant impôt, ramené à un temps plein, observé 12 mois après la sortie. Publié pour la France entière seulement.`,
  source: INSERJEUNES_INSERSUP,
});

/** Every figure of `MESURES`, in words. The compiler refuses a missing key; a test refuses an empty one. */
export const DICTIONNAIRE: Record<Mesure, EntreeDeDictionnaire> = {
  nb_sortant: {
    libelle: 'Nombre de sortants',
    unite: 'jeunes',
    denominateur: null,
    definition:
      "Jeunes en dernière année qui n'étaient inscrits dans aucune formation suivie par la source l'année scolaire suivante. Quand la source ne le donne pas : dernière année moins poursuites d'études.",
    source: INSERJEUNES_INSERSUP,
  },
  nb_poursuite_etudes: {
    libelle: "Nombre de jeunes qui ont continué d'étudier",
    unite: 'jeunes',
    denominateur: null,
    definition:
      "Jeunes en dernière année inscrits dans une formation l'année scolaire suivante : diplôme plus élevé, autre spécialité ou redoublement, au lycée, en apprentissage ou dans le supérieur.",
    source: INSERJEUNES_INSERSUP,
  },
  ...parHorizon('nb_en_emploi_', '_mois', (mois) => ({
    libelle: `Nombre de sortants en emploi ${mois} mois après`,
    unite: 'jeunes',
    denominateur: null,
    definition: `Sortants qui avaient un emploi salarié en France ${mois} mois après la sortie. Du CAP au BTS, les emplois publics et le service civique ne sont comptés qu'à partir des sortants de 2022.`,
    source: INSERJEUNES_INSERSUP,
  })),
  nb_diplome: {
    libelle: 'Nombre de diplômés',
    unite: 'jeunes',
    denominateur: null,
    definition: 'Étudiants qui ont obtenu le diplôme. Enseignement supérieur, par établissement, seulement.',
    source: INSERSUP,
  },
  taux_en_formation: {
    libelle: 'Part des jeunes qui étudiaient',
    unite: '%',
    denominateur: TOUS,
    definition:
      "Part des jeunes en dernière année inscrits dans une formation l'année scolaire suivante. Mesurée une seule fois.",
    source: INSERJEUNES_INSERSUP,
  },
  ...parHorizon('taux_en_emploi_', '_mois', (mois) => ({
    libelle: `Part des jeunes qui travaillaient ${mois} mois après`,
    unite: '%',
    denominateur: TOUS,
    definition: `Part des jeunes en dernière année sortis et salariés en France ${mois} mois après. ${CALCUL_DES_PARTS}. À ne pas confondre avec \`taux_emploi_${mois}_mois\`.`,
    source: INSERJEUNES_INSERSUP,
  })),
  ...parHorizon('taux_autres_', '_mois', (mois) => ({
    libelle: `Part des jeunes dans une autre situation ${mois} mois après`,
    unite: '%',
    denominateur: TOUS,
    definition:
      mois === 6
        ? `Ce qui reste quand on retire de 100 ceux qui travaillaient et ceux qui étudiaient. ${CALCUL_DES_PARTS}. Ce n'est pas le chômage.`
        : `Ce qui reste quand on retire de 100 ceux qui travaillaient à ${mois} mois et ceux qui étudiaient au départ. Les études n'étant mesurées qu'une fois, ce chiffre ne se lit qu'avec cet avertissement. Ce n'est pas le chômage.`,
    source: INSERJEUNES_INSERSUP,
  })),
  taux_poursuite_etudes: {
    libelle: "Taux de poursuite d'études",
    unite: '%',
    denominateur: TOUS,
    definition:
      "Part des jeunes en dernière année inscrits dans une formation l'année scolaire suivante, telle que la source l'écrit à côté des taux d'emploi. Peut différer d'un point de `taux_en_formation` (arrondis).",
    source: INSERJEUNES,
  },
  ...parHorizon('taux_emploi_', '_mois', (mois) => ({
    libelle: `Taux d'emploi ${mois} mois après`,
    unite: '%',
    denominateur: SORTANTS,
    definition: `Part des sortants qui avaient un emploi salarié en France ${mois} mois après. Ceux qui ont continué d'étudier ne sont pas dans le calcul.`,
    source: INSERJEUNES,
  })),
  taux_emploi_6_mois_attendu: {
    libelle: "Taux d'emploi attendu 6 mois après",
    unite: '%',
    denominateur: SORTANTS,
    definition:
      "Taux d'emploi que l'établissement aurait eu si ses sortants avaient trouvé un emploi aussi souvent que des jeunes comparables ailleurs. Estimé par la source.",
    source: INSERJEUNES,
  },
  va_emploi_6_mois: {
    libelle: "Valeur ajoutée sur le taux d'emploi à 6 mois",
    unite: 'points',
    denominateur: null,
    definition:
      "Taux d'emploi à 6 mois moins taux attendu, à un point près (arrondis). Positif : plus que pour des jeunes comparables. Estimé par la source.",
    source: INSERJEUNES,
  },
  taux_rupture_contrats: {
    libelle: 'Part des contrats rompus avant la fin',
    unite: '%',
    denominateur: "les contrats d'apprentissage",
    definition:
      "Part des contrats d'apprentissage arrêtés avant leur terme, quelle qu'en soit la raison. Un apprenti peut avoir retrouvé un autre contrat ensuite.",
    source: INSERJEUNES,
  },
  salaire_12_mois_q1: quartile(
    'Salaire : premier quart',
    'Un quart des jeunes salariés gagnait moins, trois quarts gagnaient plus (premier quartile).',
  ),
  salaire_12_mois_q2: quartile(
    'Salaire : milieu',
    'La moitié des jeunes salariés gagnait moins, la moitié gagnait plus (médiane).',
  ),
  salaire_12_mois_q3: quartile(
    'Salaire : dernier quart',
    'Trois quarts des jeunes salariés gagnaient moins, un quart gagnait plus (troisième quartile).',
  ),
};

/** The other keys of a record (`ficheSchema`): who it is about, and why a figure is not there. */
export const CHAMPS_DE_FICHE: Record<Exclude<keyof Fiche, Mesure>, string> = {
  code_certification: 'Code officiel de la formation dans cette voie.',
  code_certification_type:
    '`cfd` (code formation diplôme, 8 caractères), `mef11` (MEFSTAT11, 11 caractères) ou `sise` (supérieur, 7 caractères).',
  filiere: '`apprentissage`, `pro` (au lycée), `agricole` (au lycée agricole) ou `superieur`.',
  duree_ans: 'Durée de la formation en années, pour un code de lycée, quand la nomenclature la donne.',
  donnee_source:
    "Présent quand les chiffres sont ceux d'un autre diplôme de la même lignée : celui qu'il remplace (`ancienne`) ou qui le remplace (`nouvelle`).",
  uai_type: "Rôle de l'établissement : `lieu_formation`, `formateur`, `gestionnaire` ou `inconnu`.",
  uai_donnee: "Établissement d'où viennent les chiffres ; peut être un autre que `uai`.",
  uai_donnee_type: "Rôle de l'établissement d'où viennent les chiffres.",
  uai_lieu_formation: 'Lieux où la formation est donnée, quand on les connaît.',
  uai_formateur: 'Établissements formateurs, quand on les connaît.',
  uai_gestionnaire: 'Établissements gestionnaires, quand on les connaît.',
  maille: '`nationale`, `regions` (somme des régions publiées, faite par nous), `regionale` ou `etablissement`.',
  region: 'Code Insee de la région, pour une fiche régionale.',
  nb_regions: 'Nombre de régions additionnées, quand la maille est `regions`.',
  uai: "Code UAI de l'établissement, pour une fiche d'établissement.",
  millesime: "Année de sortie (`2023`) ou deux années réunies (`2022_2023`). C'est un texte.",
  source: 'Export officiel dont vient la fiche.',
  nb_annee_term: `Nombre de jeunes en dernière année. Dans le supérieur : les inscrits pour un établissement ; pour la France, les sortants et ceux qui continuent. Jamais masqué. Absent quand la source ne donne que des taux ; ils étaient alors au moins ${SEUIL_PUBLICATION}.`,
  parts:
    'Les trois parts sur 100, à 6 mois (`emploi`, `formation`, `autre`) : des entiers qui font 100. `calcul` dit si elles viennent de la source (`source`) ou de nous (`derive`).',
  absence: 'Raison pour laquelle `parts` est `null`.',
  absences: 'Raison de chaque chiffre `null`, par nom de chiffre.',
};
