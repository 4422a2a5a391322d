import { capitalize, formatEntier, NBSP } from '../lib/format-leger.ts';
import { ETATS, type Etat } from './etats.ts';
import type { Fiche, FicheEnsemble, Filiere, Perimetre } from './fiche.ts';
import { millesimeEnMots } from './millesime.ts';

/**
 * The words of phrases.ts that name one record: its track, its people, its place, whose figures it holds. Apart because browsers load this
 * module (comparer): it imports no table, no schema and no number library. Pages import it through phrases.ts.
 */

export type Place = Pick<Fiche, 'maille' | 'region' | 'nb_regions'>;
/** Whose young people a record counts: enough to name them. */
type Population = Pick<Fiche, 'filiere' | 'maille'> | Pick<FicheEnsemble, 'perimetre'>;
/** Enough to say how many, when and where. */
type FicheMesuree = Population & Place & Pick<Fiche, 'nb_annee_term' | 'millesime'>;

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
  return capitalize(nomDeVoie(voie));
}

export const NOMS_DES_PERIMETRES: Record<Perimetre, string> = {
  lycee_ensemble: 'Tous les élèves et apprentis du lycée',
  lycee_scolaire: 'Les élèves du lycée (voie scolaire)',
  lycee_apprentis: 'Les apprentis du lycée',
  cfa: 'Les apprentis du CFA',
};

/** Who is counted: « élèves », « apprentis » or « étudiants ». */
export function publicCompte(fiche: Pick<Fiche, 'filiere'> | Pick<FicheEnsemble, 'perimetre'>): string {
  if ('filiere' in fiche) {
    if (fiche.filiere === 'apprentissage') return 'apprentis';
    return fiche.filiere === 'superieur' ? 'étudiants' : 'élèves';
  }
  if (fiche.perimetre === 'lycee_ensemble') return 'élèves et apprentis';
  return fiche.perimetre === 'lycee_scolaire' ? 'élèves' : 'apprentis';
}

/** Of whom the shares are shares: « élèves en dernière année »; universities count those who are registered (RULES § 4.4). */
export function populationComptee(fiche: Population): string {
  const isRegistered = 'filiere' in fiche && fiche.filiere === 'superieur' && fiche.maille === 'etablissement';
  return `${publicCompte(fiche)} ${isRegistered ? 'inscrits ' : ''}en dernière année`;
}

/** A piece of a sentence: plain words, or one share with the words that say it. */
export type Segment = string | { etat: Etat; valeur: number; texte: string };

const VERBES: Record<Etat, [one: string, many: string]> = {
  emploi: ['travaillait', 'travaillaient'],
  formation: ['étudiait', 'étudiaient'],
  autre: ['était dans une autre situation', 'étaient dans une autre situation'],
};

/** What a number of young people did, agreed: `('emploi', 1)` → « travaillait ». */
export const verbeDeLEtat = (etat: Etat, nombre: number): string => VERBES[etat][nombre < 2 ? 0 : 1];

/** The three shares with their verbs, agreed in number: `{emploi: 1}` → « 1 travaillait ». */
export function segmentsDesParts(parts: NonNullable<Fiche['parts']>, horizonAfterFirst: string): Segment[] {
  return ETATS.flatMap((etat, rank): Segment[] => {
    const share: Segment = {
      etat,
      valeur: parts[etat],
      texte: `${parts[etat]}${NBSP}${verbeDeLEtat(etat, parts[etat])}`,
    };
    if (rank === 0) return [share, horizonAfterFirst];
    return rank === 1 ? [share, ', '] : [share, '.'];
  });
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

/** « 588 élèves en dernière année, sortants de 2024. Échelle : France. » */
export function mesureEnBref(fiche: FicheMesuree, nomDeRegion: (code: string) => string): string {
  const { nb_annee_term: nombre } = fiche;
  const counted =
    nombre === undefined
      ? 'La source ne dit pas combien de jeunes étaient comptés, '
      : `${formatEntier(nombre)}${NBSP}${populationComptee(fiche)}, `;
  return `${counted}sortants de ${millesimeEnMots(fiche.millesime)}. Échelle${NBSP}: ${echelleEnBref(fiche, nomDeRegion)}.`;
}

/** The same in a few words, for a row of a table: whose figures these are when they are not those of the row; null otherwise (PRODUCT § 5.4). */
export function origineEnBref(
  { donnee_source: source, uai, uai_donnee: donnee }: Pick<Fiche, 'donnee_source' | 'uai' | 'uai_donnee'>,
  nomDe: (uai: string) => string | undefined = () => undefined,
): string | null {
  const diplome =
    source === undefined
      ? []
      : [source.type === 'ancienne' ? "chiffres de l'ancien diplôme" : 'chiffres du diplôme suivant'];
  const ecole = donnee === undefined || donnee === uai ? [] : [`mesuré ailleurs${NBSP}: ${nomDe(donnee) ?? donnee}`];
  const origines = [...diplome, ...ecole];
  return origines.length === 0 ? null : origines.join(', ');
}
