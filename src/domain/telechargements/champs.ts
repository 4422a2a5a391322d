import type { CelluleCsv } from '../../lib/csv.ts';
import type { Fiche, FicheEnsemble } from '../fiche.ts';
import { MESURES, type Mesure } from '../indicateurs.ts';
import { ABSENCES } from '../publication.ts';
import { CHAMPS_DE_FICHE, DICTIONNAIRE } from '../textes/dictionnaire.ts';

/** Types of Table Schema that the data sets use. */
export type TypeDeChamp = 'string' | 'integer' | 'number' | 'boolean' | 'date';

/** One column of a data set: the same for the CSV, the Parquet and the description. */
export interface Champ<Ligne> {
  nom: string;
  type: TypeDeChamp;
  titre: string;
  description: string;
  unite?: string;
  /** Closed list of values. */
  valeurs?: readonly string[];
  lire: (ligne: Ligne) => CelluleCsv;
}

/** Lists stand in one cell, separated by this. No value holds it. */
export const SEPARATEUR_DE_LISTE = '|';

export const champ = <Ligne>(
  nom: string,
  type: TypeDeChamp,
  titre: string,
  description: string,
  lire: Champ<Ligne>['lire'],
): Champ<Ligne> => ({ nom, type, titre, description, lire });

export const absenceChamp = <Ligne>(description: string, lire: Champ<Ligne>['lire']): Champ<Ligne> => ({
  ...champ<Ligne>('absence', 'string', "Raison de l'absence", description, lire),
  valeurs: ABSENCES,
});

type FicheQuelconque = Fiche | FicheEnsemble;

/** The words of the dictionary, without their marks of code. */
const nu = (texte: string): string => texte.replaceAll('`', '');

/** Every figure of `MESURES`, with its unit, its denominator and its definition. */
function mesureChamp<Ligne>(mesure: Mesure, ficheDe: (ligne: Ligne) => FicheQuelconque): Champ<Ligne> {
  const { libelle, unite, denominateur, definition, source } = DICTIONNAIRE[mesure];
  const surQui = denominateur === null ? '' : ` Calculé sur : ${denominateur}.`;
  return {
    ...champ<Ligne>(
      mesure,
      'integer',
      libelle,
      nu(`${definition}${surQui} Source : ${source}.`),
      (ligne) => ficheDe(ligne)[mesure],
    ),
    unite,
  };
}

const PARTS: readonly [nom: string, etat: 'emploi' | 'formation' | 'autre', titre: string][] = [
  ['part_emploi_6_mois', 'emploi', 'Sur 100 jeunes, combien travaillaient 6 mois après'],
  ['part_formation', 'formation', 'Sur 100 jeunes, combien étudiaient'],
  ['part_autre_6_mois', 'autre', 'Sur 100 jeunes, combien étaient dans une autre situation 6 mois après'],
];

function partsChamps<Ligne>(ficheDe: (ligne: Ligne) => FicheQuelconque): Champ<Ligne>[] {
  const parts = PARTS.map(([nom, etat, titre]) => ({
    ...champ<Ligne>(
      nom,
      'integer',
      titre,
      'Part de tous les jeunes en dernière année (nb_annee_term). Les trois parts sont des entiers qui font 100.',
      (ligne) => ficheDe(ligne).parts?.[etat],
    ),
    unite: '%',
  }));
  const calcul: Champ<Ligne> = {
    ...champ<Ligne>(
      'parts_calcul',
      'string',
      'Origine des parts',
      'source : parts écrites par la source ; derive : calculées par nous à partir de ses chiffres.',
      (ligne) => ficheDe(ligne).parts?.calcul,
    ),
    valeurs: ['source', 'derive'],
  };
  return [...parts, calcul];
}

/** Reasons of single figures, `taux_emploi_6_mois:sous_le_seuil|…`. */
const absencesEnTexte = ({ absences = {} }: FicheQuelconque): string | undefined =>
  Object.entries(absences)
    .map(([nom, raison]) => `${nom}:${raison}`)
    .join(SEPARATEUR_DE_LISTE) || undefined;

/** The columns that end every data set of figures: source, headcount, shares, figures, reasons. */
export function chiffresChamps<Ligne>(ficheDe: (ligne: Ligne) => FicheQuelconque): Champ<Ligne>[] {
  return [
    champ('millesime', 'string', 'Année de sortie', nu(CHAMPS_DE_FICHE.millesime), (ligne) => ficheDe(ligne).millesime),
    champ('source', 'string', 'Source', nu(CHAMPS_DE_FICHE.source), (ligne) => ficheDe(ligne).source),
    {
      ...champ<Ligne>(
        'nb_annee_term',
        'integer',
        'Nombre de jeunes en dernière année',
        nu(CHAMPS_DE_FICHE.nb_annee_term),
        (ligne) => ficheDe(ligne).nb_annee_term,
      ),
      unite: 'jeunes',
    },
    ...partsChamps(ficheDe),
    ...MESURES.map((mesure) => mesureChamp(mesure, ficheDe)),
    absenceChamp(
      "Raison pour laquelle les trois parts manquent. Les chiffres masqués de la ligne ont alors la même raison. Une case vide d'une ligne sans raison : la source ne donne pas ce chiffre.",
      (ligne) => ficheDe(ligne).absence,
    ),
    champ(
      'absences',
      'string',
      'Raison des chiffres masqués seuls',
      `${nu(CHAMPS_DE_FICHE.absences)} Chiffre, deux-points, raison ; séparés par « ${SEPARATEUR_DE_LISTE} ».`,
      (ligne) => absencesEnTexte(ficheDe(ligne)),
    ),
  ];
}

/** The columns of the open data come last: a demonstration says so on each line (PRODUCT § 5.7). */
export const FICTIF: Champ<unknown> = champ(
  'donnees_fictives',
  'boolean',
  'Données inventées',
  'Vaut true : les chiffres sont ceux de la démonstration, ils sont inventés.',
  () => true,
);
