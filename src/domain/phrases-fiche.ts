import { NBSP } from '../lib/format-leger.ts';
import type { Fiche, FicheEnsemble, Filiere, Perimetre } from './fiche.ts';

/**
 * The words of phrases.ts that name one record: its track, its people, its place, whose figures it holds. Apart because browsers load this
 * module (comparer): it imports no table, no schema and no number library. Pages import it through phrases.ts.
 */

export type Place = Pick<Fiche, 'maille' | 'region' | 'nb_regions'>;

/** `apprentissage` → « par apprentissage »: how the diploma is taken. */
export const NOMS_DES_VOIES: Record<Filiere, string> = {
  apprentissage: 'par apprentissage',
  pro: 'au lycée',
  agricole: 'au lycée agricole',
  superieur: "dans l'enseignement supérieur",
};

interface VoieNommee {
  filiere: Filiere;
  duree_ans?: number | undefined;
}

/** « au lycée, en 2 ans »: one way to take a diploma, with its length when it is known. */
export function nomDeVoie({ filiere, duree_ans }: VoieNommee): string {
  const name = NOMS_DES_VOIES[filiere];
  return duree_ans === undefined ? name : `${name}, en ${duree_ans}${NBSP}${duree_ans < 2 ? 'an' : 'ans'}`;
}

/** « Au lycée, en 2 ans »: title of the card of a track. */
export function titreDeVoie(voie: VoieNommee): string {
  const name = nomDeVoie(voie);
  return name.charAt(0).toUpperCase() + name.slice(1);
}

export const NOMS_DES_PERIMETRES: Record<Perimetre, string> = {
  lycee_ensemble: 'Tous les élèves et apprentis du lycée',
  lycee_scolaire: 'Les élèves du lycée (voie scolaire)',
  lycee_apprentis: 'Les apprentis du lycée',
  cfa: 'Les apprentis du CFA',
};

/** Who is counted: « élèves », « apprentis » or « étudiants ». */
export function publicCompte(fiche: Fiche | FicheEnsemble): string {
  if ('filiere' in fiche) {
    if (fiche.filiere === 'apprentissage') return 'apprentis';
    return fiche.filiere === 'superieur' ? 'étudiants' : 'élèves';
  }
  if (fiche.perimetre === 'lycee_ensemble') return 'élèves et apprentis';
  return fiche.perimetre === 'lycee_scolaire' ? 'élèves' : 'apprentis';
}

/** Of whom the shares are shares: « élèves en dernière année »; universities count those who are registered (RULES § 4.4). */
export function populationComptee(fiche: Fiche | FicheEnsemble): string {
  const isRegistered = 'filiere' in fiche && fiche.filiere === 'superieur' && fiche.maille === 'etablissement';
  return `${publicCompte(fiche)} ${isRegistered ? 'inscrits ' : ''}en dernière année`;
}

/** Badge of the scope (`badgeDeMaille` of phrases.ts); `nomDe`: the name of a region by its INSEE code, which has to be known. */
export function echelleEnBref(fiche: Place, nomDe: (code: string) => string): string {
  if (fiche.maille === 'nationale') return 'France';
  if (fiche.maille === 'regions') return `${fiche.nb_regions ?? 0}${NBSP}régions additionnées`;
  if (fiche.maille === 'regionale' && fiche.region !== undefined) return nomDe(fiche.region);
  return 'Cet établissement';
}

/**
 * Says that the figures are those of another diploma of the line of succession (PRODUCT § 5.4); null when they are the diploma's own.
 * `titreDe`: the title of a diploma by its code, when it is known.
 */
export function mentionContinuum(
  { donnee_source: source }: Pick<Fiche, 'donnee_source'>,
  titreDe: (code: string) => string | undefined,
): string | null {
  if (source === undefined) return null;
  const titre = titreDe(source.code_certification) ?? `code ${source.code_certification}`;
  return source.type === 'ancienne'
    ? `Chiffres du diplôme que celui-ci a remplacé${NBSP}: ${titre}.`
    : `Chiffres du diplôme qui l'a remplacé${NBSP}: ${titre}.`;
}
