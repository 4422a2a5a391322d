import type { Phrases } from './lecture.ts';
import { ABSENCES_EN_MOTS } from './phrases.ts';
import { ABSENCES, SEUIL_PUBLICATION, type Absence } from './publication.ts';

type Versions = Omit<Phrases, 'fr'>;

/** English and « facile à lire » versions of `ABSENCES_EN_MOTS`. */
const VERSIONS: Record<Absence, { titre: Versions; explication: Versions }> = {
  sous_le_seuil: {
    titre: { en: 'Too few young people to publish a figure', facile: 'Il y a trop peu de jeunes' },
    explication: {
      en: `Below ${SEUIL_PUBLICATION} young people, only the headcount is published: a figure would tell what became of people who could be recognised.`,
      facile: `Il y a moins de ${SEUIL_PUBLICATION} jeunes. On pourrait les reconnaître. On publie donc seulement leur nombre.`,
    },
  },
  formation_recente: {
    titre: { en: 'Course too recent', facile: 'La formation est trop récente' },
    explication: {
      en: 'The first graduates left too short a time ago: their situation has not been measured yet.',
      facile: "Les premiers diplômés sont sortis depuis peu de temps. On n'a pas encore mesuré leur situation.",
    },
  },
  hors_dispositif: {
    titre: { en: 'Diploma not covered by the sources', facile: "L'enquête ne suit pas ce diplôme" },
    explication: {
      en: 'The sources of this edition do not follow this type of diploma or school.',
      facile: "Les sources de cette édition ne suivent pas ce type de diplôme ou ce type d'établissement.",
    },
  },
  mesuree_dans_un_autre_etablissement: {
    titre: { en: 'Measured in another school', facile: 'Les jeunes sont comptés ailleurs' },
    explication: {
      en: 'The young people trained here are counted in the school where they are enrolled.',
      facile: "Ces jeunes se forment ici. Ils sont inscrits dans un autre établissement. C'est là qu'on les compte.",
    },
  },
  pas_encore_publiee: {
    titre: { en: 'No figure published for now', facile: "Il n'y a pas encore de chiffre" },
    explication: {
      en: 'The sources of this edition do not give this figure.',
      facile: 'Nos sources ne donnent pas ce chiffre. Il sera peut-être publié plus tard.',
    },
  },
  code_inconnu: {
    titre: { en: 'Unknown code', facile: 'On ne connaît pas ce code' },
    explication: {
      en: 'This code is not in the official reference tables of this edition.',
      facile: "Ce code n'est pas dans les listes officielles de cette édition.",
    },
  },
  plusieurs_formations_possibles: {
    titre: { en: 'Several possible courses', facile: 'Plusieurs formations sont possibles' },
    explication: {
      en: 'This code stands for several courses: a single figure would make no sense.',
      facile: "Ce code mène à plusieurs formations. Un seul chiffre n'aurait pas de sens.",
    },
  },
  protege_un_autre_chiffre: {
    titre: { en: 'Figure kept back to protect another one', facile: 'Ce chiffre en protège un autre' },
    explication: {
      en: 'Published beside the others, this figure would allow that of a few recognisable young people to be worked out by subtraction.',
      facile:
        'Avec ce chiffre, on pourrait en calculer un autre. Cet autre chiffre parle de quelques jeunes. On pourrait les reconnaître. On ne publie donc pas ce chiffre.',
    },
  },
};

/** Title and explanation of each reason of absence, in each language. */
export const LEGENDES_DES_ABSENCES = Object.fromEntries(
  ABSENCES.map((absence) => {
    const { titre, explication } = ABSENCES_EN_MOTS[absence];
    const versions = VERSIONS[absence];
    return [
      absence,
      { titre: { fr: titre, ...versions.titre }, explication: { fr: explication, ...versions.explication } },
    ];
  }),
) as Record<Absence, { titre: Phrases; explication: Phrases }>;
