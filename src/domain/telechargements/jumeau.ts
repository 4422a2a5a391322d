import type { CelluleCsv } from '../../lib/csv.ts';
import type { Fiche, FicheEnsemble } from '../fiche.ts';
import { ETATS, MESURES, type Etat, type Mesure } from '../indicateurs.ts';
import type { Absence } from '../publication.ts';
import { DICTIONNAIRE } from '../textes/dictionnaire.ts';

/** Columns of the CSV beside a page, in long form: one figure a line (API § 8). */
export const COLONNES_DU_JUMEAU = [
  'code_certification',
  'filiere',
  'perimetre',
  'maille',
  'nb_regions',
  'region',
  'uai',
  'millesime',
  'mesure',
  'valeur',
  'unite',
  'denominateur',
  'effectif',
  'absence',
  'avertissement',
  'source',
  'donnee_source_type',
  'donnee_source_code_certification',
  'uai_donnee',
] as const;

type FicheQuelconque = Fiche | FicheEnsemble;
type Ligne = Partial<Record<(typeof COLONNES_DU_JUMEAU)[number], CelluleCsv>>;

interface Chiffre {
  mesure: string;
  valeur: number | null;
  unite: string;
  /** Name of the count that the percentage is out of. */
  denominateur?: string | undefined;
  absence?: Absence | undefined;
  avertissement?: string | undefined;
}

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

function effectifOf(fiche: FicheQuelconque, denominateur: string | undefined): CelluleCsv {
  if (denominateur === 'nb_annee_term') return fiche.nb_annee_term;
  return denominateur === 'nb_sortant' ? fiche.nb_sortant : undefined;
}

/** The shares of a record: three lines, with the reason on each when they are not there. */
function partsOf({ parts, absence }: FicheQuelconque): Chiffre[] {
  return ETATS.map((etat) => ({
    mesure: NOMS_DES_PARTS[etat],
    valeur: parts?.[etat] ?? null,
    unite: '%',
    denominateur: 'nb_annee_term',
    absence,
  }));
}

/** Every figure of a record that is a key of its JSON: known, or null with its reason. An unknown figure has no line. */
function chiffresOf(fiche: FicheQuelconque): Chiffre[] {
  const { nb_annee_term: eleves, absence, absences = {} } = fiche;
  const mesures = MESURES.flatMap((mesure): Chiffre[] => {
    const valeur = fiche[mesure];
    if (valeur === undefined) return [];
    return [
      {
        mesure,
        valeur,
        unite: DICTIONNAIRE[mesure].unite,
        denominateur: nomDuDenominateur(mesure),
        absence: valeur === null ? (absences[mesure] ?? absence) : undefined,
        avertissement: /^taux_autres_(12|18|24)_mois$/.test(mesure) ? ETUDES_MESUREES_UNE_FOIS : undefined,
      },
    ];
  });
  const effectif = eleves === undefined ? [] : [{ mesure: 'nb_annee_term', valeur: eleves, unite: 'jeunes' }];
  return [...effectif, ...partsOf(fiche), ...mesures];
}

/** Who a record is about, on each of its lines. */
function identiteOf(fiche: FicheQuelconque): Ligne {
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

/** The lines of some records, as cells in the order of `COLONNES_DU_JUMEAU`. Without any record, one line that says why. */
export function toLignesLongues(fiches: readonly FicheQuelconque[], absence: Absence | undefined): CelluleCsv[][] {
  const lignes = fiches.flatMap((fiche) => {
    const identite = identiteOf(fiche);
    return chiffresOf(fiche).map((chiffre): Ligne => ({
      ...identite,
      ...chiffre,
      effectif: effectifOf(fiche, chiffre.denominateur),
    }));
  });
  const toutes: Ligne[] = lignes.length === 0 ? [{ absence }] : lignes;
  return toutes.map((ligne) => COLONNES_DU_JUMEAU.map((colonne) => ligne[colonne]));
}
