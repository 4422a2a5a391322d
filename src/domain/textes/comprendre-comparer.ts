import { COMPARABLES_MIN, ECART_MIN, PROCHES_MAX } from '../comparaison.ts';
import { PETIT_EFFECTIF } from '../precision.ts';
import { terme } from './glossaire.ts';
import { exemple, liste, paragraphe, repli, type Section } from './page-de-texte.ts';

/* « Comprendre », how to compare: small groups, fair comparison, close courses, figures that come from elsewhere (PRODUCT §§ 4.4, 4.10, 4.11, 5.4). */

export const petitsNombres: Section = {
  id: 'petits-nombres',
  titre: 'Les petits groupes : « une autre année, on aurait pu voir… »',
  blocs: [
    paragraphe(
      `Quand moins de ${PETIT_EFFECTIF} jeunes ont été comptés, le hasard pèse. Un jeune malade le jour de l'entretien, une entreprise qui embauche un mois plus tôt : le nombre change, et la formation n'y est pour rien.`,
    ),
    exemple(
      'Un exemple inventé',
      'Mesuré sur 34 élèves : 18 travaillaient. Une autre année, on aurait pu en voir entre 13 et 23.',
      'On lit : la même formation, avec des élèves semblables, aurait pu donner 13 une année et 23 une autre. Un lycée où 15 élèves sur 34 travaillaient ne fait donc ni mieux ni moins bien.',
    ),
    paragraphe(
      "Tous les jeunes sont comptés : ce n'est pas un sondage. L'écart dit seulement ce que le hasard peut changer d'une année à l'autre.",
    ),
    repli(
      'La méthode, pour qui veut refaire le calcul',
      "L'écart est l'intervalle de Wilson à 95 %, calculé sur les nombres de jeunes, puis arrondi à des jeunes entiers. Au-delà de 100 jeunes, il n'est pas affiché.",
    ),
  ],
};

export const comparaison: Section = {
  id: 'comparaison',
  titre: 'Est-ce beaucoup ? Comment nous comparons',
  blocs: [
    paragraphe(
      'Un chiffre seul ne dit pas grand-chose. Nous le plaçons parmi ceux des formations qui lui ressemblent :',
    ),
    liste(
      'même type de diplôme : un CAP avec des CAP, jamais avec des BTS ;',
      `même ${terme('filiere', 'voie')} : le lycée avec le lycée, l'apprentissage avec l'apprentissage ;`,
      'même endroit et même promotion.',
    ),
    paragraphe(
      `Il faut au moins ${COMPARABLES_MIN} formations à comparer ; sinon, la page ne compare pas. « Milieu » veut dire : la moitié des formations ont moins, l'autre moitié ont plus.`,
    ),
    paragraphe(
      "« Plus haut que 3 CAP sur 4 » n'est écrit que si cela reste vrai en bas de ce que le [hasard](#petits-nombres) permet. Sinon, il n'y a pas d'étiquette, et c'est voulu. « Plus bas » suit la même règle, en haut.",
    ),
    paragraphe(
      'Plus haut ne veut pas dire meilleur : voir [pourquoi un chiffre peut être bas](#chiffre-bas). Aucune page ne classe les établissements.',
    ),
  ],
};

export const formationsProches: Section = {
  id: 'formations-proches',
  titre: 'Comment sont choisies les formations proches ?',
  blocs: [
    paragraphe(
      'Certaines pages montrent des formations proches, après lesquelles plus de jeunes travaillaient ou étudiaient. La règle est la même partout :',
    ),
    liste(
      `d'abord la même ${terme('famille-de-metiers', 'famille de métiers')}, puis le même groupe de spécialités, au même niveau ;`,
      'même voie, même endroit, même promotion ;',
      `au moins ${ECART_MIN} jeunes de plus sur 100 en emploi ou en études ;`,
      `au plus ${PROCHES_MAX} formations.`,
    ),
    paragraphe(
      "Ce n'est pas un conseil. La page ne connaît ni vos goûts, ni vos notes, ni les places libres. C'est une liste de pistes à regarder, avec quelqu'un qui vous connaît.",
    ),
  ],
};

export const chiffreCopie: Section = {
  id: 'chiffre-copie',
  titre: "Quand le chiffre vient d'ailleurs",
  blocs: [
    paragraphe("Une page peut montrer un chiffre qui n'est pas le sien. Elle le dit toujours, dans deux cas :"),
    liste(
      `Un diplôme a changé de nom ou de programme. Le nouveau n'a pas encore de chiffre : on montre celui de l'ancien. Ou l'ancien n'en a pas : on montre celui du nouveau. C'est le ${terme('continuum', 'continuum')}. Les cours ont pu changer depuis.`,
      "Des apprentis se forment dans un lieu, mais c'est un autre établissement qui les inscrit. Le chiffre est alors celui de cet établissement. Il compte tous ses apprentis de cette formation, pas seulement ceux du lieu.",
    ),
  ],
};
