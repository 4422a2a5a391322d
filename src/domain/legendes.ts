import { formatNumber, NBSP } from '../lib/format.ts';
import type { Fiche, FicheEnsemble } from './fiche.ts';
import { ETATS, type Etat } from './indicateurs.ts';
import type { Phrases } from './lecture.ts';
import { millesimeEnMots } from './millesime.ts';
import {
  deTitre,
  lieuEnMots,
  mentionMesure,
  phraseEnTexte,
  phraseSur100,
  populationComptee,
  publicCompte,
} from './phrases.ts';
import { SEUIL_PUBLICATION } from './publication.ts';
import { getRegion } from './regions.ts';

/**
 * Captions are data (UNDERSTANDABLE § 3, feature 8): the sentences of `phrases.ts`, with their English and « facile à lire » versions, for files
 * and widgets. Names of diplomas and places stay French. « Facile à lire »: one idea a sentence, no clause inside another, everyday words.
 */

const VERBES_EN: Record<Etat, [one: string, many: string]> = {
  emploi: ['was working', 'were working'],
  formation: ['was studying', 'were studying'],
  autre: ['was in another situation', 'were in another situation'],
};
const VERBES_FACILES: Record<Etat, [one: string, many: string]> = {
  emploi: ['avait un travail', 'avaient un travail'],
  formation: ['faisait des études ou une formation', 'faisaient des études ou une formation'],
  autre: ['était dans une autre situation', 'étaient dans une autre situation'],
};

const agree = (count: number, [one, many]: [string, string]): string => `${count}${NBSP}${count < 2 ? one : many}`;

type Counted = Fiche | FicheEnsemble;

/** « pupils in their final year »: same cases as `populationComptee`. */
function populationEnAnglais(fiche: Counted): string {
  const names: Record<string, string> = {
    élèves: 'pupils',
    apprentis: 'apprentices',
    étudiants: 'students',
    'élèves et apprentis': 'pupils and apprentices',
  };
  return `${names[publicCompte(fiche)] ?? 'young people'} in the final year`;
}

function lieuEnAnglais(fiche: Counted): string {
  if (fiche.maille === 'nationale') return 'in France';
  if (fiche.maille === 'regions') return `in the ${fiche.nb_regions ?? 0}${NBSP}regions that were measured`;
  if (fiche.maille === 'regionale' && fiche.region !== undefined) return `in the region ${getRegion(fiche.region).nom}`;
  return 'in this school';
}

/** `2021_2022` → `2021 and 2022`. */
const yearsInEnglish = (millesime: string): string => millesime.replace('_', ' and ');

/**
 * The sentence of the card in three versions; only for records that show the shares. `titre`: of the diploma, null for a whole school.
 *
 * `en`: « Out of 100 pupils in the final year of CAP Boulanger in France, 23 were working 6 months after leaving, 52 were studying, 25 were in
 * another situation. »
 */
export function phrasesSur100(fiche: Counted, titre: string | null): Phrases {
  const { parts } = fiche;
  if (parts === null) throw new Error('phrasesSur100 needs the three shares');
  const course = titre === null ? '' : ` of ${titre}`;
  const [emploi = '', formation = '', autre = ''] = ETATS.map((etat) => agree(parts[etat], VERBES_EN[etat]));
  const faciles = ETATS.map((etat) => `${agree(parts[etat], VERBES_FACILES[etat])}.`);
  const quoi = titre === null ? null : deTitre(titre);
  return {
    fr: phraseEnTexte(phraseSur100(fiche, quoi)),
    en: `Out of 100${NBSP}${populationEnAnglais(fiche)}${course} ${lieuEnAnglais(fiche)}, ${emploi} 6${NBSP}months after leaving, ${formation}, ${autre}.`,
    facile: [
      `Imaginez 100${NBSP}${populationComptee(fiche)}${quoi === null ? '' : ` ${quoi}`} ${lieuEnMots(fiche)}.`,
      `Voici ce qu'ils faisaient 6${NBSP}mois après leur sortie.`,
      ...faciles,
    ].join(' '),
  };
}

/** Made once: making one takes longer than the rest of a sentence. */
const enAnglais = new Intl.NumberFormat('en');

/** On how many and when, in three versions: « Mesuré sur 52 élèves en dernière année, sortants de 2019 et 2020. » */
export function mesuresEnMots(fiche: Counted): Phrases {
  const years = yearsInEnglish(fiche.millesime);
  const annees = millesimeEnMots(fiche.millesime);
  if (fiche.nb_annee_term === undefined)
    return {
      fr: mentionMesure(fiche),
      en: `Left in ${years}. The source does not say how many were counted, but there were at least ${SEUIL_PUBLICATION}.`,
      facile: `Ces jeunes sont sortis en ${annees}. On ne sait pas combien ils étaient. Ils étaient au moins ${SEUIL_PUBLICATION}.`,
    };
  const nombre = formatNumber(fiche.nb_annee_term);
  const number = enAnglais.format(fiche.nb_annee_term);
  return {
    fr: mentionMesure(fiche),
    en: `Measured on ${number}${NBSP}${populationEnAnglais(fiche)}, who left in ${years}.`,
    facile: `En vrai, il y avait ${nombre}${NBSP}${publicCompte(fiche)}. Ces jeunes sont sortis en ${annees}.`,
  };
}
