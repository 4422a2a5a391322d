import { formatNumber, joinFrench, NARROW_NBSP, NBSP } from '../lib/format.ts';
import { EFFECTIF_DU_QUIZ, EFFECTIF_MINIMAL, QUESTIONS_MAXIMALES, type Question } from './devine.ts';
import { millesimeEnMots } from './millesime.ts';
import { deTitre, lieuEnMots, NOMS_DES_VOIES, populationComptee } from './phrases.ts';
import { composer } from './textes/typographie.ts';

/* The sentences of « Devine, puis regarde »; the answers are those of the cards (`phraseSur100`). */

/** « Sur 100 élèves en dernière année de CAP Cuisine en Bretagne, combien travaillaient 6 mois après leur sortie ? » */
export function questionSur100({ formation, fiche }: Question): string {
  return `Sur 100${NBSP}${populationComptee(fiche)} ${deTitre(formation.titre)} ${lieuEnMots(fiche)}, combien travaillaient 6${NBSP}mois après leur sortie${NARROW_NBSP}?`;
}

/** « 16 à 30 » */
export const nomDeTranche = ({ min, max }: { min: number; max: number }): string => `${min} à ${max}`;

/** What the guess was worth, said when the answer is open. */
export const RETOURS = {
  juste: 'Le bon nombre est dans ta tranche.',
  trop_bas: 'Le bon nombre est plus haut que ce que tu avais choisi.',
  trop_haut: 'Le bon nombre est plus bas que ce que tu avais choisi.',
} as const;

/** One line to talk about, from what the answer shows. */
export function aDiscuter({ fiche: { parts } }: Question): string {
  if (parts.formation >= 50)
    return composer(
      'La moitié ou plus étudiaient encore. Vers quoi ont-ils pu continuer ? Est-ce une bonne nouvelle, pour toi ?',
    );
  if (parts.autre >= 35)
    return composer('« Autre situation » est grande ici. Que peut-elle contenir ? Cherche trois exemples.');
  if (parts.emploi >= 50) return composer("Au moins un sur deux travaillait. Qu'est-ce qui peut l'expliquer ?");
  return composer("Qu'est-ce qui t'a surpris ? Pourquoi ?");
}

/** « promotion » of a sheet: « Élèves et apprentis sortis en 2021 et 2022 ». */
export const promotionDeFeuille = ([first]: readonly Question[]): string =>
  first === undefined ? '' : `Jeunes sortis en ${millesimeEnMots(first.fiche.millesime)}`;

/** How the questions were chosen. */
export const REGLE_DE_FEUILLE = composer(
  `Questions choisies par une règle, pas à la main : parmi les formations les plus suivies, ${QUESTIONS_MAXIMALES} au plus, de celle après laquelle le moins de jeunes travaillaient à celle après laquelle ils étaient le plus nombreux, puis rangées par nom. Il faut au moins ${EFFECTIF_MINIMAL} jeunes comptés : en dessous, un seul jeune change le nombre de plus de 2, et on devinerait le hasard.`,
);

export const REGLE_DU_QUIZ = composer(
  `Questions choisies par une règle, pas à la main : pour chacun des types de diplôme qui ont le plus de jeunes, deux formations très différentes parmi les plus suivies. Il faut au moins ${EFFECTIF_DU_QUIZ} jeunes comptés.`,
);

/** « au lycée · 1 234 jeunes », below the name of a course in a sheet. */
export const precisionDeQuestion = ({ fiche }: Question): string =>
  `${NOMS_DES_VOIES[fiche.filiere]} · ${formatNumber(fiche.nb_annee_term)}${NBSP}jeunes`;

/** For the whole class, once the answers are seen. */
export const POUR_DISCUTER: readonly string[] = [
  "Pour quelle formation étais-tu le plus loin ? D'où venait ton idée ?",
  "Beaucoup étudiaient encore : est-ce mieux, moins bien, ou cela dépend-il de ce que l'on veut ?",
  "« Autre situation » n'est pas le chômage. Que peut-elle contenir ?",
  'Quelle question poserais-tu à un ancien élève de cette formation ?',
].map(composer);

/** « Sources : InserJeunes (DEPP et Dares) » in one line. */
export const sourcesEnLigne = (noms: readonly string[]): string =>
  `${noms.length > 1 ? 'Sources' : 'Source'}${NBSP}: ${joinFrench(noms)}.`;
