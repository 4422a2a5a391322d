import { formatNumber, NBSP } from '../lib/format.ts';
import { ECART_MIN, PROCHES_MAX } from './comparaison.ts';
import type { Fiche } from './fiche.ts';
import type { Etat } from './indicateurs.ts';
import type { Comparaison, Fourchette, Position, Proche } from './lecture.ts';
import { millesimeEnMots } from './millesime.ts';
import { badgeDeMaille, NOMS_DES_VOIES, publicCompte } from './phrases.ts';
import { composer } from './textes/typographie.ts';

/* The sentences that help to read a figure: is it a lot, how precise is it, what is close to it (PRODUCT §§ 4.4, 4.10, 4.11). */

/** A type of diploma as it stands in a sentence: `Bac pro` → `bac pro`, `bacs pro`; acronyms keep their capitals. */
export interface NomDeType {
  un: string;
  plusieurs: string;
}

/** Words that stay as they are in the plural: `pro` and `techno` are shortened words. */
const INVARIABLES = /^(?:pro|techno|d[''].*|de|des|en|à|visé|assimilé|grade|\+|\d+)$/;

const isAcronym = (word: string): boolean => /^[A-Z]{2}/.test(word);

/** `CAP` → `CAP`, `CAP agricole` → `CAP agricoles`, `Licence pro` → `licences pro`, `Master` → `masters`. */
export function nomDuType(libelle: string): NomDeType {
  const [first = '', ...others] = libelle.split(' ');
  const un = [isAcronym(first) ? first : first.charAt(0).toLowerCase() + first.slice(1), ...others];
  const plusieurs = un.map((word) =>
    isAcronym(word) || INVARIABLES.test(word) || /[sx]$/.test(word) ? word : `${word}s`,
  );
  return { un: un.join(' '), plusieurs: plusieurs.join(' ') };
}

const PARMI: Record<Position, [sens: string, combien: (type: NomDeType) => string]> = {
  plus_haut_que_9_sur_10: ['plus haut', ({ plusieurs }) => `9${NBSP}${plusieurs} sur 10`],
  plus_haut_que_3_sur_4: ['plus haut', ({ plusieurs }) => `3${NBSP}${plusieurs} sur 4`],
  plus_haut_que_la_moitie: ['plus haut', ({ plusieurs }) => `la moitié des ${plusieurs}`],
  plus_bas_que_9_sur_10: ['plus bas', ({ plusieurs }) => `9${NBSP}${plusieurs} sur 10`],
  plus_bas_que_3_sur_4: ['plus bas', ({ plusieurs }) => `3${NBSP}${plusieurs} sur 4`],
  plus_bas_que_la_moitie: ['plus bas', ({ plusieurs }) => `la moitié des ${plusieurs}`],
};

/** « plus haut que 3 CAP sur 4 »; without a label, says so: chance alone could explain the gap. */
export function titreDePosition(position: Position | null, type: NomDeType): string {
  if (position === null) return `ni nettement plus haut, ni nettement plus bas que les autres ${type.plusieurs}`;
  const [sens, combien] = PARMI[position];
  return `${sens} que ${combien(type)}`;
}

/** « 36 sur 100 travaillaient : plus haut que 3 CAP sur 4 (milieu : 24). » */
export function phraseDeSituation(
  etat: Exclude<Etat, 'autre'>,
  valeur: number,
  { milieu, position }: Comparaison['emploi'],
  type: NomDeType,
): string {
  const [one, many] = etat === 'emploi' ? ['travaillait', 'travaillaient'] : ['étudiait', 'étudiaient'];
  return `${valeur} sur 100 ${valeur < 2 ? one : many}${NBSP}: ${titreDePosition(position, type)} (milieu${NBSP}: ${milieu}).`;
}

/** What the two strips compare: states by their verbs. */
export const VERBES_COMPARES: Record<Exclude<Etat, 'autre'>, string> = {
  emploi: 'travaillaient',
  formation: 'étudiaient',
};

/** The rule of the comparison, in words, beside its labels (UNDERSTANDABLE § 4.3: say against whom and by what rule). */
export function regleDeComparaison(fiche: Fiche, { nombre }: Pick<Comparaison, 'nombre'>, type: NomDeType): string {
  const echelle = fiche.maille === 'regions' ? 'régions additionnées' : badgeDeMaille(fiche);
  return (
    `${formatNumber(nombre)}${NBSP}${type.plusieurs} dans la comparaison${NBSP}: même voie (${NOMS_DES_VOIES[fiche.filiere]}), ` +
    `même échelle (${echelle}), ${publicCompte(fiche)} sortis en ${millesimeEnMots(fiche.millesime)}.`
  );
}

export const REGLE_DES_POSITIONS = composer(
  "Le milieu partage les diplômes en deux : une moitié a moins, l'autre moitié a plus. On écrit « plus haut » ou « plus bas » seulement si cela reste vrai malgré le hasard des petits nombres. On ne compare jamais deux types de diplômes différents.",
);

export const SANS_COMPARAISON = composer(
  'Il y a trop peu de diplômes du même type, de la même voie et de la même promotion pour comparer sans se tromper.',
);

/** « Mesuré sur 34 élèves : 18 travaillaient. Une autre année, on aurait pu en voir entre 13 et 23. » Never called a margin of error. */
export function phrasePrecision(
  fiche: Fiche,
  { emploi, formation }: { emploi: Fourchette; formation: Fourchette },
): string {
  const entre = ({ min, max }: Fourchette): string => `entre ${min} et ${max}`;
  return (
    `Mesuré sur ${fiche.nb_annee_term ?? 0}${NBSP}${publicCompte(fiche)}. ` +
    `${agree(emploi.nombre, 'travaillait', 'travaillaient')}${NBSP}: une autre année, on aurait pu en voir ${entre(emploi)}. ` +
    `${agree(formation.nombre, 'étudiait', 'étudiaient')}${NBSP}: on aurait pu en voir ${entre(formation)}.`
  );
}

const agree = (count: number, one: string, many: string): string => `${count}${NBSP}${count < 2 ? one : many}`;

export const METHODE_DE_PRECISION = composer(
  "Toute la promotion a été comptée, ce n'est pas un sondage. Mais avec si peu de jeunes, une autre promotion de la même formation aurait donné un autre chiffre : c'est ce que disent ces nombres (19 fois sur 20, bornes de Wilson).",
);

const RAPPORTS: Record<Proche['rapport'], string> = {
  famille: 'même famille de métiers',
  specialite: 'même spécialité, même niveau',
};
export const nomDuRapport = (rapport: Proche['rapport']): string => RAPPORTS[rapport];

/** The rule of the list of close courses, printed with it: it is not advice (PRODUCT § 4.10). */
export const REGLE_DES_PROCHES = composer(
  `Même famille de métiers, sinon même groupe de spécialité et même niveau ; même voie, même lieu, même promotion ; au moins ${ECART_MIN} jeunes de plus sur 100 en emploi ou en études. On en montre ${PROCHES_MAX} au plus. Ce n'est pas un conseil : un diplôme se choisit aussi pour son métier.`,
);

/** Why the list is empty. */
export const SANS_PROCHE = composer(
  `Aucun diplôme proche et mesuré de la même façon n'avait au moins ${ECART_MIN} jeunes de plus sur 100 en emploi ou en études.`,
);

/** The same two blocks where the course itself shows no share: it is not the others that are missing. */
export const SANS_CHIFFRE_A_COMPARER = 'Sans chiffre pour ce diplôme, pas de comparaison avec les autres du même type.';
export const SANS_CHIFFRE_NI_PROCHE =
  'Sans chiffre pour ce diplôme, pas de comparaison avec ceux qui lui sont proches.';
