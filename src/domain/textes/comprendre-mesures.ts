import { EXPLICATION_AUTRE } from '../phrases.ts';
import { terme } from './glossaire.ts';
import { definitions, exemple, liste, paragraphe, tableau, type Bloc, type Section } from './page-de-texte.ts';

/* First half of « Comprendre »: what is counted, out of whom, when. An example is a record of the edition, or invented and says so. */

export const champ: Section = {
  id: 'champ',
  titre: 'Quels jeunes et quelles formations sont suivis ?',
  blocs: [
    liste(
      `Du CAP au BTS (source ${terme('inserjeunes', 'InserJeunes')}, de la ${terme('depp', 'DEPP')} et de la ${terme('dares', 'Dares')}) : les apprentis de tous les ${terme('cfa', "centres de formation d'apprentis")}, et les élèves de la ${terme('voie-scolaire', 'voie scolaire')} professionnelle des lycées publics et des lycées privés sous contrat.`,
      'Lycées agricoles (source InserJeunes) : par établissement seulement.',
      `Enseignement supérieur (source ${terme('insersup', 'InserSup')}, du ${terme('sies', 'SIES')}) : les diplômes que cette source publie.`,
      "Mayotte et les collectivités d'outre-mer ne sont pas suivies par InserJeunes.",
    ),
    paragraphe(
      "Une édition de ce site ne montre que les sources qu'elle a lues. La page [Qualité](/qualite/) en donne la liste. Un diplôme qui n'y est pas a quand même sa page, avec la raison.",
    ),
  ],
};

export const surCent: Section = {
  id: 'sur-100',
  titre: 'Sur 100 élèves : les trois parts',
  blocs: [
    paragraphe(
      `On part de tous les jeunes inscrits en ${terme('annee-terminale', 'dernière année')} d'une ${terme('formation', 'formation')} : élèves, apprentis ou étudiants. On regarde où ils étaient 6 mois après la fin de cette année, en général en janvier. Chacun est compté une seule fois, dans un seul cas.`,
    ),
    definitions(
      [
        'travaillaient',
        'Ils travaillaient',
        "Ils avaient quitté les études et avaient un emploi salarié en France. Peu importe le métier, le contrat ou le temps de travail : l'emploi n'est pas toujours en rapport avec la formation.",
      ],
      [
        'etudiaient',
        'Ils étudiaient',
        `Ils étaient inscrits dans une formation l'année scolaire suivante (${terme('poursuite-d-etudes', "poursuite d'études")}) : un diplôme plus élevé, une autre spécialité, la même année refaite. Un jeune qui continue en ${terme('apprentissage', 'apprentissage')} est compté ici, même s'il a un contrat de travail.`,
      ],
      [
        'autre-situation-en-bref',
        'Autre situation',
        "Ni l'un ni l'autre. Ce n'est pas le chômage : voir [ce que contient « autre situation »](#autre-situation).",
      ],
    ),
    paragraphe(
      'Les trois parts font toujours 100. Nous écrivons des nombres entiers : les 100 dessins de la carte sont exactement ces nombres.',
    ),
  ],
};

export const tauxDEmploi: Section = {
  id: 'taux-d-emploi',
  titre: "Le taux d'emploi : seulement ceux qui ont quitté les études",
  blocs: [
    paragraphe(
      `Le taux d'emploi est un autre chiffre. Il ne regarde que les ${terme('sortant', 'sortants')} : les jeunes qui n'ont pas continué d'étudier. Il dit combien, parmi eux, avaient un emploi salarié.`,
    ),
    paragraphe(
      "Sur ce site, « sur 100 élèves » veut dire tous les jeunes en dernière année. « Taux d'emploi » veut dire parmi les sortants seulement. Nous n'écrivons jamais l'un pour l'autre, et chaque chiffre dit sur qui il est calculé.",
    ),
  ],
};

const exempleInvente: Bloc[] = [
  exemple(
    "Un exemple inventé, de l'ordre de grandeur d'un CAP",
    "100 élèves étaient en dernière année. L'année suivante, 52 continuaient d'étudier. Les 48 autres sont sortis : ce sont les sortants.",
    'Parmi ces 48 sortants, 23 travaillaient 6 mois après, et 25 étaient dans une autre situation.',
    "Sur 100 élèves, 23 travaillaient. Et parmi les sortants, 23 sur 48 travaillaient : le taux d'emploi est de 48 %.",
  ),
];

/** `suivi`: a record of the edition followed step by step; an invented example when the edition has none. */
export const deuxChiffres = (suivi: Bloc | undefined): Section => ({
  id: 'deux-chiffres',
  titre: 'Pourquoi deux chiffres différents disent la même chose',
  blocs: [
    ...(suivi === undefined ? exempleInvente : [suivi]),
    paragraphe(
      'Les deux chiffres ne répondent pas à la même question : « où étaient les jeunes après cette formation ? » et « parmi ceux qui ont quitté les études, combien avaient un emploi ? ».',
    ),
    paragraphe(
      "Quand presque tous continuaient d'étudier, le taux d'emploi ne parle que de quelques jeunes. Il faut lire les deux.",
    ),
  ],
});

export const emploiCompte: Section = {
  id: 'emploi-compte',
  titre: 'Qui est compté comme ayant un travail ?',
  blocs: [
    paragraphe(
      "La source ne fait pas d'enquête. Elle rapproche les listes d'inscrits des déclarations que les employeurs font chaque mois (la « déclaration sociale nominative »). Elle voit donc les emplois déclarés par un employeur en France, et seulement ceux-là.",
    ),
    tableau(
      'Emplois comptés, du CAP au BTS',
      ['Emploi', 'Sortants de 2021 et avant', 'Sortants de 2022 et après'],
      [
        ['Salarié du privé', 'compté', 'compté'],
        ['Salarié du public (hôpital, mairie, école…)', 'pas compté', 'compté'],
        ['Service civique', 'pas compté', 'compté'],
        ['À son compte, micro-entreprise', 'pas compté', 'pas compté'],
        ["Employé par un particulier (garde d'enfant, ménage…)", 'pas compté', 'pas compté'],
        ["À l'étranger", 'pas compté', 'pas compté'],
      ],
    ),
    liste(
      'Pour les sortants de 2022, les emplois militaires ne sont pas encore comptés.',
      'Certains emplois agricoles ne sont pas vus.',
      'Un jeune qui a plusieurs emplois est compté une fois.',
      'Dans le supérieur (InserSup), les emplois publics sont comptés pour toutes les années publiées.',
    ),
  ],
};

export const emploiPublic2022: Section = {
  id: 'millesime-2022',
  titre: 'Ce qui a changé avec les sortants de 2022',
  blocs: [
    paragraphe(
      'Du CAP au BTS, les emplois du public (hôpital, mairie, école…) et le service civique ne sont comptés que depuis les sortants de 2022. Avant, un aide-soignant embauché par un hôpital public était dans « autre situation ».',
    ),
    liste(
      "Ce que l'on voit : entre les sortants de 2021 et ceux de 2022, la part de ceux qui travaillaient a souvent monté, et « autre situation » a baissé.",
      "Ce qu'il ne faut pas en conclure : que la formation a changé. C'est d'abord la façon de compter qui a changé.",
      "Où cela compte le plus : là où l'on travaille souvent pour le public, comme la santé, le social ou les espaces verts.",
      'Deux années réunies, 2021 et 2022, mélangent une année comptée de chaque façon : la page le dit.',
    ),
    paragraphe(
      "Sur les pages, un trait sépare les promotions d'avant et d'après : de part et d'autre, les nombres ne se comparent pas.",
    ),
  ],
};

export const autreSituation: Section = {
  id: 'autre-situation',
  titre: 'Que contient « autre situation » ?',
  blocs: [
    paragraphe(EXPLICATION_AUTRE),
    paragraphe('Sont comptés ici, par exemple, ceux qui à ce moment-là :'),
    liste(
      'cherchaient un emploi ;',
      "travaillaient à leur compte, ou dans l'entreprise familiale sans être salariés ;",
      "travaillaient ou étudiaient à l'étranger, par exemple de l'autre côté d'une frontière ;",
      'étudiaient dans une école privée que la source ne suit pas ;',
      'avaient un emploi saisonnier qui ne tombait pas au moment de la mesure ;',
      "faisaient une pause, étaient malades, s'occupaient d'un enfant ou d'un proche ;",
      'travaillaient pour le public ou étaient en service civique, pour les sortants de 2021 et avant.',
    ),
    paragraphe("C'est pourquoi cette part n'est pas un taux de chômage, et n'est jamais dessinée en rouge."),
  ],
};

export const horizons: Section = {
  id: 'horizons',
  titre: '6, 12, 18 et 24 mois après',
  blocs: [
    paragraphe(
      "L'emploi est mesuré quatre fois : 6, 12, 18 et 24 mois après la sortie. Les études ne sont mesurées qu'une fois, l'année scolaire suivante. Ensuite, la source ne suit plus que les sortants.",
    ),
    paragraphe(
      "Après 6 mois, « autre situation » mélange donc encore plus de cas. Un sortant qui a repris des études y est compté, s'il n'est pas salarié. À l'inverse, un jeune qui étudiait au départ et qui a arrêté depuis reste compté parmi ceux qui étudiaient.",
    ),
    paragraphe(
      "C'est pourquoi le premier chiffre à lire est celui de 6 mois : c'est le seul moment où les trois parts sont mesurées ensemble.",
    ),
    paragraphe(
      "Il faut aussi attendre : les chiffres à 12, 18 et 24 mois arrivent un à deux ans après ceux à 6 mois. Un chiffre peut donc manquer parce qu'il n'existe pas encore.",
    ),
  ],
};

export const millesime: Section = {
  id: 'millesimes',
  titre: 'De quelle année parle-t-on ?',
  blocs: [
    paragraphe(
      `Le ${terme('millesime', 'millésime')} est l'année de sortie. « 2023 » parle des jeunes en dernière année pendant l'année scolaire 2022-2023.`,
    ),
    paragraphe(
      'Par région et par établissement, la source réunit deux années de sortie, par exemple 2022 et 2023. Il y a ainsi plus de jeunes, donc plus de formations qui passent le [seuil de publication](#seuil). Le chiffre porte alors sur les deux promotions ensemble.',
    ),
    paragraphe(
      "Deux millésimes qui se suivent, comme « 2021 et 2022 » puis « 2022 et 2023 », ont une année en commun : l'écart entre les deux vient seulement des années qui diffèrent. Une année déjà publiée peut aussi être corrigée ensuite par la source.",
    ),
  ],
};
