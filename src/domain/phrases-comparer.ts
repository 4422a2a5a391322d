import { formatEntier, NARROW_NBSP, NBSP } from '../lib/format-leger.ts';
import type { Avertissement, MesureComparee, QuestionAPoser, SorteDeQuestion } from './comparer.ts';

/** The sentences of « Comparer ». The browser loads this module: it imports neither tables, schemas nor d3. */

/** Caption of the table: one denominator, one moment, for the three shares. */
export const LEGENDE_COMPARER = `Sur 100${NBSP}jeunes en dernière année, combien travaillaient ou étudiaient 6${NBSP}mois après leur sortie`;

export const COLONNES_COMPARER = [
  'Formation ou établissement',
  'travaillaient',
  'étudiaient',
  'autre situation',
] as const;

/** Goes with every comparison (PRODUCT § 5.6). */
export const RIEN_NE_CLASSE =
  "L'ordre est celui de votre liste : rien ici ne classe. Un nombre haut ou bas dépend d'abord des jeunes, des métiers et des emplois de l'endroit.".replace(
    ' :',
    `${NBSP}:`,
  );

export const AVERTISSEMENTS_EN_MOTS: Record<Avertissement, string> = {
  genre: `Cette liste mêle des formations et des établissements${NBSP}: un établissement réunit toutes ses formations.`,
  niveau: `Les diplômes n'ont pas le même niveau${NBSP}: les jeunes n'en étaient pas au même point de leurs études.`,
  population: `Les jeunes comptés ne sont pas les mêmes (élèves, apprentis ou étudiants)${NBSP}: les apprentis avaient déjà un employeur.`,
  maille: `Les chiffres ne viennent pas du même endroit${NBSP}: regardez l'échelle de chaque ligne.`,
  millesime: `Les années de sortie ne sont pas les mêmes${NBSP}: l'emploi a pu changer entre elles.`,
  emploi_public: `«${NBSP}Travaillaient${NBSP}» ne compte pas partout les emplois publics${NBSP}: ils ne sont comptés que pour les sortants de 2022 et après.`,
  source: `Deux enquêtes sont mêlées (InserJeunes et InserSup)${NBSP}: elles ne comptent pas exactement de la même manière.`,
};

/** A region was asked, this row shows another place. */
export function horsRegion(nomDeRegion: string): string {
  return `Pas de chiffre pour la région demandée (${nomDeRegion})${NBSP}: la ligne dit d'où vient celui-ci.`;
}

export const NOMS_DES_MESURES_COMPAREES: Record<MesureComparee, string> = {
  taux_en_emploi_12_mois: `Travaillaient 12${NBSP}mois après`,
  taux_emploi_6_mois: `Taux d'emploi parmi les seuls sortants, 6${NBSP}mois après`,
  taux_emploi_12_mois: `Taux d'emploi parmi les seuls sortants, 12${NBSP}mois après`,
  salaire_12_mois_q2: `Salaire net du milieu, 12${NBSP}mois après`,
  taux_rupture_contrats: "Contrats d'apprentissage arrêtés avant la fin",
};

/** `('salaire_12_mois_q2', 1510)` → « 1 510 € par mois » */
export function valeurEnMots(mesure: MesureComparee, valeur: number): string {
  if (mesure === 'salaire_12_mois_q2') return `${formatEntier(valeur)}${NBSP}€ par mois`;
  if (mesure === 'taux_emploi_6_mois' || mesure === 'taux_emploi_12_mois') return `${valeur}${NBSP}%`;
  return `${valeur} sur 100`;
}

export const SANS_OBJET = "Sans objet : seuls les apprentis ont un contrat d'apprentissage.".replace(' :', `${NBSP}:`);

/** What the further figures are shares of. */
export const AIDE_MESURES = `Le taux d'emploi ne compte que les sortants, ceux qui n'étudiaient plus${NBSP}: il ne se compare pas aux trois premiers nombres. Le salaire du milieu${NBSP}: la moitié gagnait moins, l'autre moitié plus, en équivalent temps plein.`;

export const TITRE_QUESTIONS = 'Trois questions à poser aux portes ouvertes';

const ASK = `${NARROW_NBSP}?`;
const QUESTIONS: Record<SorteDeQuestion, (nombres: readonly number[]) => string> = {
  ruptures: ([n = 0]) =>
    `${n}${NBSP}contrats d'apprentissage sur 100 ont été arrêtés avant la fin. Pour quelles raisons, et qui aidait les jeunes à trouver un autre employeur${ASK}`,
  absence: () =>
    `Aucun chiffre n'est publié ici. Que sont devenus vos derniers sortants, et comment le savez-vous${ASK}`,
  horizons: ([before = 0, after = 0]) =>
    `${before} sur 100 travaillaient 6${NBSP}mois après leur sortie, ${after} sur 100 après 12${NBSP}mois. Qu'est-ce qui a changé entre les deux${ASK}`,
  effectif: ([n = 0]) =>
    `Ce chiffre ne porte que sur ${formatEntier(n)}${NBSP}jeunes. Les autres années ressemblaient-elles à celle-ci${ASK}`,
  continuum: () =>
    `Les chiffres sont ceux d'un autre diplôme de la même lignée. Qu'est-ce qui a changé entre les deux${ASK}`,
  etudes: ([n = 0]) =>
    `${n} sur 100 étudiaient 6${NBSP}mois après leur sortie. Quelles formations suivaient-ils, et où${ASK}`,
  autre: ([n = 0]) =>
    `${n} sur 100 étaient dans une autre situation 6${NBSP}mois après leur sortie. Savez-vous ce qu'ils faisaient${ASK}`,
  emploi: ([n = 0]) =>
    `${n} sur 100 travaillaient 6${NBSP}mois après leur sortie. Dans quels métiers, et chez quels employeurs${ASK}`,
  suivi: () => `Comment gardez-vous le contact avec les jeunes après leur sortie${ASK}`,
  stages: () => `Qui aide à trouver un stage ou un employeur${ASK}`,
  visite: () => `Peut-on parler avec des jeunes qui suivent cette formation${ASK}`,
};

/** « CAP Cuisine, au lycée : 42 sur 100 étudiaient 6 mois après leur sortie. Quelles formations suivaient-ils, et où ? » */
export function questionEnMots({ sorte, titre, voie = '', nombres }: QuestionAPoser): string {
  const question = QUESTIONS[sorte](nombres);
  if (titre === undefined) return question;
  const track = voie === '' ? '' : `, ${voie.charAt(0).toLowerCase()}${voie.slice(1)}`;
  return `${titre}${track}${NBSP}: ${question.charAt(0).toLowerCase()}${question.slice(1)}`;
}

/** What became of the list, said in the status line. */
export function comptageDeListe(nombre: number): string {
  if (nombre === 0) return 'La liste est vide.';
  if (nombre === 1) return `Une seule entrée${NBSP}: ajoutez-en une autre pour comparer.`;
  if (nombre <= COMPARABLES) return `${nombre}${NBSP}entrées comparées.`;
  return `${nombre}${NBSP}entrées. Une liste si longue se lit et s'imprime${NARROW_NBSP}; pour comparer, gardez-en ${COMPARABLES}.`;
}

/** Entries that a reader can hold together. */
export const COMPARABLES = 6;

/** Entries of the address that could not be shown; nothing when there is none. */
export function entreesEcartees(refusees: number, enTrop: number, inconnues: number, muettes: number): string[] {
  const say = (n: number, one: string, many: string): string[] =>
    n === 0 ? [] : [n === 1 ? `1${NBSP}${one}.` : `${n}${NBSP}${many}.`];
  return [
    ...say(refusees, "morceau de l'adresse n'a pas été compris", "morceaux de l'adresse n'ont pas été compris"),
    ...say(inconnues, "entrée n'existe pas dans cette édition", "entrées n'existent pas dans cette édition"),
    ...say(muettes, "entrée n'a pas pu être chargée", "entrées n'ont pas pu être chargées"),
    ...say(enTrop, 'entrée de trop a été laissée de côté', 'entrées de trop ont été laissées de côté'),
  ];
}

/** Another list is kept in this browser: nothing replaces it before a press. */
export function autreListeGardee(nombre: number): string {
  return `Ce navigateur garde une autre liste (${nombre}${NBSP}${nombre === 1 ? 'entrée' : 'entrées'}). Elle ne change que si vous le demandez.`;
}

/** Narrows a school to one of its courses. */
export const CHOIX_DU_COURS = { etiquette: 'Formation', toutes: "Tout l'établissement" } as const;

/** Beside the code that a phone reads. */
export const TITRE_DU_CODE = 'Retrouver cette page';
export const AIDE_DU_CODE = `Ce code QR contient l'adresse de la comparaison${NBSP}: un téléphone l'ouvre sans rien envoyer ailleurs.`;

export const MESSAGES_COMPARER = {
  gardee: 'Liste gardée dans ce navigateur.',
  ajoutee: 'Entrées ajoutées à votre liste, gardée dans ce navigateur.',
  oubliee: 'La liste gardée dans ce navigateur a été effacée.',
  refus: `Ce navigateur refuse de garder la liste. L'adresse de la page la porte${NBSP}: copiez-la.`,
  copie: 'Lien copié.',
  copieImpossible: `Le lien n'a pas pu être copié${NBSP}: il est dans la barre d'adresse.`,
  chargement: 'Chargement…',
} as const;
