import { formatEntier, NBSP, plural } from '../lib/format-leger.ts';
import type { FicheEnsemble } from './fiche.ts';
import { millesimeEnMots } from './millesime.ts';
import { NOMS_DES_VOIES, populationComptee, segmentsDesParts, type Segment } from './phrases-fiche.ts';
import { compteDeListe } from './phrases-listes.ts';
import type { EcoleProche, Offre } from './proximite.ts';
import { RAYON_KM, type Palier } from './proximite-regles.ts';

/** The sentences of « Près de chez moi ». The browser loads this module: it imports neither tables, schemas nor d3. */

export const TITRE_PROXIMITE = 'Près de chez moi';

/** Goes with every list by distance (PRODUCT § 5.6). */
export const ORDRE_PAR_DISTANCE = `Du plus proche au plus loin, à vol d'oiseau${NBSP}: la route est plus longue. Rien ici ne classe les établissements.`;

/** What is measured from where. */
export const METHODE_DE_DISTANCE = `La distance part du milieu des écoles de la commune${NBSP}: ni votre adresse ni votre position ne sont demandées, et rien n'est envoyé.`;

/** Towns without any school in the directories are not known. */
export const AIDE_COMMUNE = `Nom ou code postal. Une commune sans école n'est pas proposée${NBSP}: prenez la voisine.`;

export const ETIQUETTES = {
  commune: 'Votre commune',
  type: 'Type de diplôme',
  voie: 'Voie',
  formation: 'Formation',
  tous: 'Tous',
  toutes: 'Toutes',
  chercher: 'Chercher',
  toutRevoir: 'Revoir toute la liste, de A à Z',
} as const;

const NATURES: Record<EcoleProche['nature'], string> = {
  lycee: 'Lycée',
  cfa: 'CFA',
  superieur: 'Enseignement supérieur',
  autre: 'Autre établissement',
};
const SECTEURS = { public: 'public', prive: 'privé' } as const;

/** « Lycée privé » */
export function natureEnBref({ nature, secteur }: Pick<EcoleProche, 'nature' | 'secteur'>): string {
  return secteur === undefined ? NATURES[nature] : `${NATURES[nature]} ${SECTEURS[secteur]}`;
}

/** How many courses the sources list in a school, and how many show figures. */
export function formationsDeLEcole({ avec_chiffres: avec, sans_chiffre: sans }: EcoleProche): string {
  const total = avec.length + sans.length;
  return total === 0 ? 'Ses formations ne sont pas listées par les sources.' : compteDeListe(total, avec.length);
}

/** The card of a whole school in one line: denominator, moment, shares, cohort. */
export function phraseDEnsemble(fiche: FicheEnsemble): Segment[] {
  if (fiche.parts === null) throw new Error('phraseDEnsemble needs the three shares');
  const { nb_annee_term: nombre } = fiche;
  const counted = nombre === undefined ? '' : `, ${formatEntier(nombre)}${NBSP}comptés`;
  return [
    `Sur 100${NBSP}${populationComptee(fiche)}, `,
    ...segmentsDesParts(fiche.parts, ` 6${NBSP}mois après leur sortie, `),
    ` Sortants de ${millesimeEnMots(fiche.millesime)}${counted}.`,
  ];
}

/** `(0.4, false)` → « à moins de 1 km »; in the town itself: « dans la commune », whatever its middle is. */
export function distanceEnMots(km: number, dansLaCommune: boolean): string {
  if (dansLaCommune) return 'dans la commune';
  return km < 1 ? `à moins de 1${NBSP}km` : `à ${formatEntier(km)}${NBSP}km`;
}

/** Title of what was found: « Depuis Rennes ». */
export function titreDesResultats(commune: string | undefined): string {
  return commune === undefined ? 'Établissements trouvés' : `Depuis ${commune}`;
}

/** Title of a group of distances: « Moins de 10 km : 12 établissements ». */
export function titreDePalier({ de, a, ecoles }: Pick<Palier, 'de' | 'a'> & { ecoles: { length: number } }): string {
  const counted = plural(ecoles.length, 'établissement', 'établissements');
  if (a === undefined) return `Plus loin dans le département${NBSP}: ${counted}`;
  return de === 0 ? `Jusqu'à ${a}${NBSP}km${NBSP}: ${counted}` : `De ${de} à ${a}${NBSP}km${NBSP}: ${counted}`;
}

/** Title of the schools whose place is not known. */
export function titreSansPosition(nombre: number): string {
  return `Position inconnue${NBSP}: ${plural(nombre, 'établissement', 'établissements')}`;
}
/** No directory places any school of the département. */
export const SANS_COMMUNES = `Les annuaires de cette édition ne disent pas où sont les écoles de ce département${NBSP}: la recherche par distance n'y est pas possible.`;

/** Title of the schools whose town no source tells. */
export const SANS_COMMUNE = 'Commune inconnue des sources';
export const AIDE_SANS_POSITION = `Aucun annuaire de cette édition ne dit où ils sont exactement${NBSP}: on ne peut pas mesurer leur distance.`;

/** « CAP Cuisine, au lycée » and whether the school has a figure for it. */
export function offreEnMots({ titre, filiere }: Offre, aDesChiffres: boolean): { titre: string; suite: string } {
  return { titre, suite: `, ${NOMS_DES_VOIES[filiere]}${aDesChiffres ? '' : ', sans chiffre publié ici'}` };
}

/** Courses that are not named: `(8)` → « et 8 autres ». */
export const autresOffres = (nombre: number): string => `et ${formatEntier(nombre)}${NBSP}autres`;

/** Name of a course in the list of choices. */
export function choixDeFormation({ titre, est_fermee: fermee }: Pick<Offre, 'titre' | 'est_fermee'>): string {
  return fermee === true ? `${titre} (diplôme fermé)` : titre;
}

export interface BilanDeProximite {
  /** The town, or the département when no town is chosen. */
  lieu: string;
  depuisUneCommune: boolean;
  /** Placed schools within `RAYON_KM`, or every one found when no town is chosen. */
  nombre: number;
  /** Is a course asked for? */
  precise: boolean;
  /** Schools whose courses no source lists. */
  sansOffre: number;
  /** Files of neighbours that could not be had. */
  manquants: number;
}

/** What was found, for the status line: « Rennes : 12 établissements à 50 km ou moins, à vol d'oiseau. » */
export function bilanEnMots({ lieu, depuisUneCommune, nombre, precise, ...bilan }: BilanDeProximite): string {
  const counted =
    nombre === 0
      ? `aucun établissement${precise ? ' des sources' : ''}`
      : plural(nombre, 'établissement', 'établissements');
  const verb = nombre < 2 ? 'propose' : 'proposent';
  const choice = precise ? ` ${nombre === 0 ? 'ne ' : ''}${verb} ce choix` : '';
  const radius = depuisUneCommune ? ` à ${RAYON_KM}${NBSP}km ou moins, à vol d'oiseau` : '';
  return [
    `${lieu}${NBSP}: ${counted}${choice}${radius}.`,
    ...(precise ? sansOffreEnMots(bilan.sansOffre) : []),
    ...(bilan.manquants > 0 ? [`Un département voisin n'a pas pu être chargé${NBSP}: la liste est incomplète.`] : []),
  ].join(' ');
}

function sansOffreEnMots(nombre: number): string[] {
  if (nombre === 0) return [];
  return nombre === 1
    ? [`Un autre établissement n'est pas listé${NBSP}: les sources ne disent pas quelles formations il propose.`]
    : [
        `${formatEntier(nombre)}${NBSP}autres établissements ne sont pas listés${NBSP}: les sources ne disent pas quelles formations ils proposent.`,
      ];
}

/** How many towns are proposed under the field. */
export function communesProposees(nombre: number): string {
  if (nombre === 0) return 'Aucune commune proposée.';
  return nombre === 1
    ? `1${NBSP}commune proposée, flèche vers le bas pour y aller.`
    : `${nombre}${NBSP}communes proposées, flèche vers le bas pour y aller.`;
}

export const MESSAGES_PROXIMITE = {
  chargement: 'Chargement…',
  inconnue: 'Aucune commune de ce département ne porte ce nom ou ce code. Essayez la commune voisine.',
  echec: "Les distances n'ont pas pu être chargées. La liste complète reste ci-dessous.",
  autreChoix: 'Le choix demandé (aucun établissement ici)',
  typeDAbord: "Choisissez d'abord un type de diplôme",
} as const;
