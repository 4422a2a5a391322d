import { ABSENCE_ET_QUALITE, ABSENCES_EN_MOTS } from '../phrases.ts';
import { ABSENCES, SEUIL_PUBLICATION } from '../publication.ts';
import { terme } from './glossaire.ts';
import { definitions, exemple, liste, paragraphe, type Section } from './page-de-texte.ts';

/* Second half of « Comprendre »: how to read the figures, and why one is missing, low, or not the one that the school tells. */

export const mailles: Section = {
  id: 'mailles',
  titre: 'Un lycée, une région, la France',
  blocs: [
    paragraphe(
      `Chaque chiffre porte une étiquette, sa ${terme('maille', 'maille')} : un établissement, une région, plusieurs régions additionnées ou la France. Un chiffre de région ne dit rien d'un lycée précis : il parle de tous les jeunes de cette formation dans la région.`,
    ),
    paragraphe(
      "« Régions additionnées » est une somme faite par nous, quand la source ne donne pas de chiffre pour la France. Elle dit combien de régions y sont : celles où moins de 20 jeunes suivaient la formation n'y sont pas.",
    ),
  ],
};

export const salaires: Section = {
  id: 'salaires',
  titre: 'Les salaires',
  blocs: [
    paragraphe(
      "Les salaires sont nets (ce qui arrive sur le compte, avant l'impôt), par mois, 12 mois après la sortie. Ils sont ramenés à un temps plein : pour un mi-temps, on écrit ce qu'il aurait gagné à temps complet. Ils n'existent que pour la France entière, et seulement pour ceux qui étaient salariés.",
    ),
    paragraphe(
      `On range les salaires du plus petit au plus grand et on coupe en quatre groupes égaux (${terme('quartile', 'quartiles')}) :`,
    ),
    definitions(
      ['q1', 'Premier quart', 'Un jeune salarié sur quatre gagnait moins.'],
      [
        'milieu',
        'Milieu',
        `La moitié gagnait moins, l'autre moitié gagnait plus. C'est la ${terme('mediane', 'médiane')}.`,
      ],
      ['q3', 'Dernier quart', 'Un jeune salarié sur quatre gagnait plus.'],
    ),
    exemple(
      'Un exemple inventé',
      'Premier quart : 1 380 € ; milieu : 1 480 € ; dernier quart : 1 620 €.',
      'On lit : la moitié gagnait entre 1 380 et 1 620 €. Un sur quatre gagnait moins, un sur quatre gagnait plus.',
    ),
  ],
};

export const ruptures: Section = {
  id: 'ruptures',
  titre: "Les contrats d'apprentissage arrêtés avant la fin",
  blocs: [
    paragraphe(
      `Pour l'apprentissage, la page dit combien de contrats sur 100 ont été arrêtés avant leur terme : ce sont les ${terme('rupture-de-contrat', 'ruptures de contrat')}. Ce n'est pas toujours un abandon : un apprenti peut changer d'employeur et garder sa formation. Le chiffre ne dit pas qui a arrêté, ni pourquoi.`,
    ),
  ],
};

export const valeurAjoutee: Section = {
  id: 'valeur-ajoutee',
  titre: 'Taux attendu et valeur ajoutée',
  blocs: [
    paragraphe(
      "Un établissement n'accueille pas les mêmes jeunes et n'est pas entouré des mêmes emplois qu'un autre. Les statisticiens de l'État calculent donc un taux d'emploi attendu : celui qu'auraient eu des jeunes comparables (leur âge, leur milieu, leur formation…), dans un endroit comparable (le chômage autour…).",
    ),
    paragraphe(
      "La valeur ajoutée est la différence entre le taux d'emploi à 6 mois et ce taux attendu. Elle se compte en points.",
    ),
    exemple(
      'Un exemple inventé',
      "Taux d'emploi : 55 %. Taux attendu : 52 %. Valeur ajoutée : + 3 points. Parmi 100 sortants, 3 de plus qu'attendu avaient un emploi.",
    ),
    paragraphe(
      "Un écart d'un ou deux points est petit : avec peu de jeunes, il peut venir du hasard. La différence peut tomber à un point près à cause des arrondis. Et la valeur ajoutée ne parle que de l'emploi : pas des cours, ni de l'ambiance, ni des études réussies ensuite.",
    ),
  ],
};

export const seuil: Section = {
  id: 'seuil',
  titre: `Pourquoi pas de chiffre en dessous de ${SEUIL_PUBLICATION} jeunes ?`,
  blocs: [
    paragraphe(
      `En dessous de ${SEUIL_PUBLICATION} jeunes en dernière année, on ne publie que leur nombre. Il y a deux raisons : on pourrait reconnaître les personnes, et un ou deux jeunes de plus ou de moins changeraient tout.`,
    ),
    exemple(
      'Un exemple inventé',
      'Avec 25 jeunes, un seul jeune compte pour 4 sur 100. Si trois jeunes avaient trouvé un emploi un mois plus tôt, la part de ceux qui travaillaient aurait monté de 12.',
    ),
    paragraphe(
      `Le taux d'emploi a le même seuil, mais sur les sortants. Si 30 élèves étaient en dernière année et que 22 ont continué d'étudier, il reste 8 sortants : trop peu pour un taux d'emploi. Les trois parts sur 100 peuvent alors être publiées sans lui.`,
    ),
    paragraphe(
      "Zéro est un vrai chiffre : « 0 travaillait » veut dire qu'on a compté et qu'on n'en a trouvé aucun. Quand un chiffre manque, la page donne toujours la raison.",
    ),
  ],
};

export const absences: Section = {
  id: 'absences',
  titre: "Les raisons d'un chiffre absent",
  blocs: [
    paragraphe(ABSENCE_ET_QUALITE),
    definitions(
      ...ABSENCES.map((absence): [string, string, string] => {
        const { titre, explication, conseil } = ABSENCES_EN_MOTS[absence];
        return [absence, titre, `${explication} ${conseil} Code dans les fichiers : \`${absence}\`.`];
      }),
    ),
  ],
};

export const autreChiffre: Section = {
  id: 'autre-chiffre',
  titre: "Pourquoi l'établissement annonce-t-il un autre chiffre ?",
  blocs: [
    paragraphe("Les deux chiffres peuvent être justes. Demandez à l'établissement :"),
    liste(
      'Sur qui ? Tous les élèves, les diplômés seulement, ou ceux qui ont répondu à une enquête ? Ici : tous les jeunes en dernière année, diplômés ou non.',
      "Que compte-t-on comme réussite ? Beaucoup additionnent emploi et poursuite d'études. Ici, ils sont séparés.",
      'À quel moment ? Quelques semaines, 6 mois, un an après ?',
      "Quelles années ? Une enquête récente peut porter sur une promotion que la source n'a pas encore publiée.",
      "Quels emplois ? Une enquête voit aussi ceux qui travaillaient à leur compte ou à l'étranger.",
      "Quels jeunes ? Un lycée et son centre de formation d'apprentis peuvent être comptés ensemble ou à part.",
    ),
  ],
};

export const chiffreBas: Section = {
  id: 'chiffre-bas',
  titre: 'Pourquoi un chiffre peut-il être bas ?',
  blocs: [
    paragraphe(
      "Un chiffre bas n'est pas une note. Voici des raisons ordinaires, qui n'ont rien à voir avec la qualité de la formation :",
    ),
    liste(
      "Beaucoup de jeunes ont continué d'étudier : il restait moins de monde pour travailler.",
      'La formation accueille des jeunes pour qui trouver un emploi est plus difficile.',
      "Il n'y a pas de suite d'études dans les environs.",
      "Il y a peu d'emplois dans les environs, ou peu d'emplois de ce métier.",
      "La région touche une frontière : les jeunes qui travaillaient de l'autre côté n'étaient pas comptés.",
      'Dans ce métier, on travaille souvent à son compte.',
      "Le travail est saisonnier : en janvier, 6 mois après, la saison n'a pas commencé.",
      "Le métier s'exerce surtout dans le public, et l'année est avant 2022.",
      "Il y avait peu de jeunes : le chiffre change beaucoup d'une année à l'autre.",
    ),
    paragraphe(
      "Une formation peut aussi ne pas répondre à ce que cherchent les employeurs. Le chiffre seul ne permet pas de le dire. Il sert à poser des questions : au lycée, au CFA, au centre d'information et d'orientation, aux anciens élèves.",
    ),
  ],
};

export const calculs: Section = {
  id: 'calculs',
  titre: 'Ce que nous calculons',
  blocs: [
    liste(
      "Les trois parts, quand la source ne les publie pas : à partir des nombres de jeunes, ou à partir de ses deux taux (poursuite d'études et emploi). La page le dit.",
      'Les nombres entiers : on arrondit de façon que les trois parts fassent exactement 100 (on donne les unités qui restent aux plus grands restes).',
      'Les parts à 12, 18 et 24 mois : nombre de jeunes en emploi, divisé par le nombre de jeunes en dernière année.',
      'Les régions additionnées : somme des nombres de jeunes des régions publiées, puis les parts.',
    ),
    paragraphe(
      'Tout le reste est repris de la source sans changement. Nous ne classons ni les formations ni les établissements.',
    ),
  ],
};
