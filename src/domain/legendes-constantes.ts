import { z } from 'zod';

import { enteteShape } from './formation.ts';
import { ETATS } from './indicateurs.ts';
import { phrasesSchema, positionSchema } from './lecture.ts';
import { LEGENDES_DES_ABSENCES } from './legendes-absences.ts';
import { COMPTAGES_EMPLOI_PUBLIC } from './millesime.ts';
import {
  ABSENCE_ET_QUALITE,
  AVERTISSEMENT_AUTRE,
  EXPLICATION_AUTRE,
  mentionEmploiPublic,
  NOMS_DES_ETATS,
} from './phrases.ts';
import { titreDePosition } from './phrases-lecture.ts';
import { absenceSchema } from './publication.ts';

/** `/legendes.json`: the captions that do not depend on a record, in each language (UNDERSTANDABLE § 3, feature 8). */
export const legendesSchema = z.strictObject({
  ...enteteShape,
  /** Label of each state, and what it counts. */
  etats: z.record(z.enum(ETATS), z.strictObject({ nom: phrasesSchema, explication: phrasesSchema })),
  /** Goes with « autre situation » beyond 6 months (PRODUCT § 5.5). */
  avertissement_autre: phrasesSchema,
  /** What « travaillaient » counts, by `emploi_public` of a record. */
  emploi_public: z.record(z.enum(COMPTAGES_EMPLOI_PUBLIC), phrasesSchema),
  /** The same for the records whose `source` is `insersup`: they have counted public jobs every year. */
  emploi_public_insersup: phrasesSchema,
  /** Each reason of absence, by its code. */
  absences: z.record(absenceSchema, z.strictObject({ titre: phrasesSchema, explication: phrasesSchema })),
  /** Goes with every absence. */
  absence_et_qualite: phrasesSchema,
  /** What the range of a small group says (PRODUCT § 4.11). */
  precision: phrasesSchema,
  /** Each label of a share among the compared courses (PRODUCT § 4.4). */
  positions: z.record(positionSchema, phrasesSchema),
  /** What `position: null` means. */
  sans_position: phrasesSchema,
  /** Goes with the close courses (PRODUCT § 4.10). */
  proches: phrasesSchema,
});
export type Legendes = Omit<z.infer<typeof legendesSchema>, keyof typeof enteteShape>;

/** In `/legendes.json` no type is known: the words of the labels, for any. */
const MEME_TYPE = { un: 'formation du même type', plusieurs: 'formations du même type' };

/** French sentences that pages show too come from `phrases.ts`: one place for each. */
export const LEGENDES: Legendes = {
  etats: {
    emploi: {
      nom: { fr: NOMS_DES_ETATS.emploi, en: 'were working', facile: 'avaient un travail' },
      explication: {
        fr: "Ils avaient quitté les études et avaient un emploi salarié en France, quel que soit le métier, le contrat ou le temps de travail. Le travail à son compte et le travail à l'étranger ne sont pas comptés.",
        en: 'They had left education and were employees in France, whatever the job, the contract or the hours. Self-employment and jobs abroad are not counted.',
        facile:
          "Ces jeunes n'étaient plus en formation. Ils avaient un emploi salarié en France. On ne compte pas le travail à son compte. On ne compte pas le travail à l'étranger.",
      },
    },
    formation: {
      nom: { fr: NOMS_DES_ETATS.formation, en: 'were studying', facile: 'faisaient des études ou une formation' },
      explication: {
        fr: "Ils étaient inscrits dans une formation l'année scolaire suivante : un diplôme plus élevé, une autre spécialité ou la même année refaite. Un apprenti est compté ici, même s'il a un contrat de travail.",
        en: 'They were enrolled in a course the following school year: a higher diploma, another subject, or the same year again. Apprentices are counted here, even though they have a work contract.',
        facile:
          "Ces jeunes suivaient une formation l'année d'après. Certains ont changé de formation. D'autres ont refait la même année. Les apprentis sont comptés ici.",
      },
    },
    autre: {
      nom: { fr: NOMS_DES_ETATS.autre, en: 'other situation', facile: 'étaient dans une autre situation' },
      explication: {
        fr: EXPLICATION_AUTRE,
        en: 'Neither employed in France nor enrolled in a course: looking for a job, self-employed, abroad, taking a break… The data do not say how many in each case.',
        facile:
          "Ces jeunes n'étaient pas salariés en France. Ils n'étaient pas en formation. Certains cherchaient un emploi. Certains travaillaient à leur compte. Certains étaient à l'étranger. Certains faisaient une pause. On ne sait pas combien dans chaque cas.",
      },
    },
  },
  avertissement_autre: {
    fr: AVERTISSEMENT_AUTRE,
    en: 'Study is measured only once, at 6 months. Later on, “other situation” therefore also counts young people who have gone back to studying since.',
    facile:
      "On a regardé les études une seule fois, à 6 mois. Après, un jeune a pu reprendre des études. Il est alors compté dans « autre situation », s'il n'a pas d'emploi.",
  },
  emploi_public: {
    non_compte: {
      fr: mentionEmploiPublic({ millesime: '2021', source: 'inserjeunes' }),
      en: '“Working” counts employees of the private sector only: public-sector jobs have been counted only since 2022.',
      facile:
        "On a compté seulement les emplois du privé. Il existe aussi des emplois publics, par exemple à l'hôpital ou à la mairie. Ils ne sont comptés que depuis 2022.",
    },
    en_partie: {
      fr: mentionEmploiPublic({ millesime: '2021_2022', source: 'inserjeunes' }),
      en: '“Working” counts employees of the private sector; public-sector jobs are counted only for those who left in 2022.',
      facile:
        "On a compté les emplois du privé. Il existe aussi des emplois publics, par exemple à l'hôpital ou à la mairie. Ils ne sont comptés que pour les jeunes sortis en 2022.",
    },
    compte: {
      fr: mentionEmploiPublic({ millesime: '2022', source: 'inserjeunes' }),
      en: '“Working” counts employees of the private and public sectors, and civic service.',
      facile: 'On a compté les emplois du privé. On a compté les emplois publics. On a compté le service civique.',
    },
  },
  emploi_public_insersup: {
    fr: mentionEmploiPublic({ millesime: '2022', source: 'insersup' }),
    en: '“Working” counts employees in France, of the private and public sectors, for every published year.',
    facile: "On a compté les emplois du privé. On a compté les emplois publics. C'est pareil pour toutes les années.",
  },
  absences: LEGENDES_DES_ABSENCES,
  absence_et_qualite: {
    fr: ABSENCE_ET_QUALITE,
    en: 'This says nothing about the quality of the course.',
    facile: 'Cela ne veut pas dire que la formation est bonne ou mauvaise.',
  },
  precision: {
    fr: "Tous les jeunes sont comptés : ce n'est pas un sondage. Mais dans un petit groupe, le hasard change le résultat d'une année à l'autre. « Entre 13 et 23 » : c'est ce qu'on aurait pu voir une autre année, avec la même formation.",
    en: 'All the young people are counted: this is not a survey. But in a small group, chance changes the result from one year to the next. “Between 13 and 23” is what could have been seen in another year, with the same course.',
    facile:
      "On a compté tous les jeunes. Mais le groupe est petit. Le résultat change d'une année à l'autre, par hasard. « Entre 13 et 23 », c'est ce qu'on aurait pu voir une autre année.",
  },
  positions: {
    plus_haut_que_9_sur_10: {
      fr: titreDePosition('plus_haut_que_9_sur_10', MEME_TYPE),
      en: 'higher than 9 in 10 courses of the same type',
      facile: "Imaginez 10 formations du même type. Ici, le chiffre est plus haut que dans 9 d'entre elles.",
    },
    plus_haut_que_3_sur_4: {
      fr: titreDePosition('plus_haut_que_3_sur_4', MEME_TYPE),
      en: 'higher than 3 in 4 courses of the same type',
      facile: "Imaginez 4 formations du même type. Ici, le chiffre est plus haut que dans 3 d'entre elles.",
    },
    plus_haut_que_la_moitie: {
      fr: titreDePosition('plus_haut_que_la_moitie', MEME_TYPE),
      en: 'higher than half of the courses of the same type',
      facile: 'Ici, le chiffre est plus haut que dans la moitié des formations du même type.',
    },
    plus_bas_que_9_sur_10: {
      fr: titreDePosition('plus_bas_que_9_sur_10', MEME_TYPE),
      en: 'lower than 9 in 10 courses of the same type',
      facile: "Imaginez 10 formations du même type. Ici, le chiffre est plus bas que dans 9 d'entre elles.",
    },
    plus_bas_que_3_sur_4: {
      fr: titreDePosition('plus_bas_que_3_sur_4', MEME_TYPE),
      en: 'lower than 3 in 4 courses of the same type',
      facile: "Imaginez 4 formations du même type. Ici, le chiffre est plus bas que dans 3 d'entre elles.",
    },
    plus_bas_que_la_moitie: {
      fr: titreDePosition('plus_bas_que_la_moitie', MEME_TYPE),
      en: 'lower than half of the courses of the same type',
      facile: 'Ici, le chiffre est plus bas que dans la moitié des formations du même type.',
    },
  },
  sans_position: {
    fr: "Pas de comparaison en mots : la part est trop proche de celle des autres, ou le groupe trop petit, pour que l'écart dise autre chose que le hasard.",
    en: 'No comparison in words: the share is too close to the others, or the group too small, for the gap to mean more than chance.',
    facile:
      'Le chiffre est proche de celui des autres formations. Ou le groupe est trop petit. On ne peut pas comparer.',
  },
  proches: {
    fr: "Ce n'est pas un conseil : ces formations ressemblent à celle-ci, et plus de jeunes travaillaient ou étudiaient 6 mois après. Cela ne dit pas laquelle vous convient.",
    en: 'This is not advice: these courses are similar, and more young people were working or studying 6 months later. It does not say which one suits you.',
    facile:
      "Ce n'est pas un conseil. Ces formations ressemblent à celle-ci. 6 mois après, plus de jeunes avaient un travail ou faisaient des études. C'est à vous de choisir.",
  },
};
