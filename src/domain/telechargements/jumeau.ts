import type { CelluleCsv } from '../../lib/csv.ts';
import type { Fiche, FicheEnsemble } from '../fiche.ts';
import { ETATS, MESURES, type Etat, type Mesure } from '../indicateurs.ts';
import type { Absence } from '../publication.ts';
import { DICTIONNAIRE } from '../textes/dictionnaire.ts';

/** Who the record is about: the same on each of its lines. */
const QUI = [
  'code_certification',
  'filiere',
  'perimetre',
  'maille',
  'nb_regions',
  'region',
  'uai',
  'millesime',
] as const;
/** One figure of it. */
const CHIFFRE = ['mesure', 'valeur', 'unite', 'denominateur', 'effectif', 'absence', 'avertissement'] as const;
/** Where it comes from: the same on each of its lines. */
const ORIGINE = ['source', 'donnee_source_type', 'donnee_source_code_certification', 'uai_donnee'] as const;

/** Columns of the CSV beside a page, in long form: one figure a line (API § 8). */
export const COLONNES_DU_JUMEAU = [...QUI, ...CHIFFRE, ...ORIGINE] as const;

type FicheQuelconque = Fiche | FicheEnsemble;
type Commun = Partial<Record<(typeof QUI | typeof ORIGINE)[number], CelluleCsv>>;

/** One figure of a record, in the words of the CSV. */
export interface Chiffre {
  mesure?: string;
  valeur?: number | null;
  unite?: string;
  /** Name of the count that the percentage is out of. */
  denominateur?: string | undefined;
  /** How many young people that count is. */
  effectif?: number | null | undefined;
  absence?: Absence | undefined;
  avertissement?: string | undefined;
}

/** The lines of one record: the cells before and after the figure, the same on each, and its figures. */
export interface LignesDeFiche {
  qui: CelluleCsv[];
  chiffres: Chiffre[];
  origine: CelluleCsv[];
}

/** The cells of a figure, in the order of the columns. */
export const cellulesDuChiffre = (chiffre: Chiffre): CelluleCsv[] => CHIFFRE.map((colonne) => chiffre[colonne]);

const NOMS_DES_PARTS: Record<Etat, string> = {
  emploi: 'part_emploi_6_mois',
  formation: 'part_formation',
  autre: 'part_autre_6_mois',
};

/** Further study is measured once: « autre situation » beyond 6 months never goes without saying so (PRODUCT § 5.5). */
const ETUDES_MESUREES_UNE_FOIS = 'etudes_mesurees_une_fois';

/** The name of the denominator of a percentage, from the dictionary: `nb_annee_term`, `nb_sortant`, or words when no count of ours is it. */
export function nomDuDenominateur(mesure: Mesure): string | undefined {
  const { denominateur } = DICTIONNAIRE[mesure];
  if (denominateur === null) return undefined;
  return /`(\w+)`/.exec(denominateur)?.[1] ?? denominateur;
}

/** What a measure says of each of its figures. */
const MESURES_DECRITES = MESURES.map((mesure) => ({
  mesure,
  unite: DICTIONNAIRE[mesure].unite,
  denominateur: nomDuDenominateur(mesure),
  avertissement: /^taux_autres_(12|18|24)_mois$/.test(mesure) ? ETUDES_MESUREES_UNE_FOIS : undefined,
}));

function effectifOf(fiche: FicheQuelconque, denominateur: string | undefined): Chiffre['effectif'] {
  if (denominateur === 'nb_annee_term') return fiche.nb_annee_term;
  return denominateur === 'nb_sortant' ? fiche.nb_sortant : undefined;
}

/** The shares of a record: three lines, with the reason on each when they are not there. */
function partsOf(fiche: FicheQuelconque): Chiffre[] {
  const { parts, absence } = fiche;
  return ETATS.map((etat) => ({
    mesure: NOMS_DES_PARTS[etat],
    valeur: parts?.[etat] ?? null,
    unite: '%',
    denominateur: 'nb_annee_term',
    effectif: effectifOf(fiche, 'nb_annee_term'),
    absence,
  }));
}

/** Every figure of a record that is a key of its JSON: known, or null with its reason. An unknown figure has no line. */
function chiffresOf(fiche: FicheQuelconque): Chiffre[] {
  const { nb_annee_term: eleves, absence, absences = {} } = fiche;
  const chiffres: Chiffre[] =
    eleves === undefined ? [] : [{ mesure: 'nb_annee_term', valeur: eleves, unite: 'jeunes' }];
  chiffres.push(...partsOf(fiche));
  for (const decrite of MESURES_DECRITES) {
    const valeur = fiche[decrite.mesure];
    if (valeur === undefined) continue;
    const effectif = effectifOf(fiche, decrite.denominateur);
    const raison = valeur === null ? (absences[decrite.mesure] ?? absence) : undefined;
    chiffres.push({ ...decrite, valeur, effectif, absence: raison });
  }
  return chiffres;
}

function communOf(fiche: FicheQuelconque): Commun {
  const { maille, nb_regions, region, uai, millesime, source } = fiche;
  const commun = { maille, nb_regions, region, uai, millesime, source };
  if (!('filiere' in fiche)) return { ...commun, perimetre: fiche.perimetre };
  const { code_certification, filiere, donnee_source, uai_donnee } = fiche;
  return {
    ...commun,
    code_certification,
    filiere,
    donnee_source_type: donnee_source?.type ?? 'self',
    donnee_source_code_certification: donnee_source?.code_certification ?? code_certification,
    uai_donnee: uai_donnee ?? uai,
  };
}

const toLignes = (commun: Commun, chiffres: Chiffre[]): LignesDeFiche => ({
  qui: QUI.map((colonne) => commun[colonne]),
  chiffres,
  origine: ORIGINE.map((colonne) => commun[colonne]),
});

/** The lines of some records. Without any record, one line that says why. */
export function toLignesLongues(fiches: readonly FicheQuelconque[], absence: Absence | undefined): LignesDeFiche[] {
  if (fiches.length === 0) return [toLignes({}, [{ absence }])];
  return fiches.map((fiche) => toLignes(communOf(fiche), chiffresOf(fiche)));
}
