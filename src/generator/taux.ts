import { roundHalfEven } from '../lib/round.ts';
import { clamp } from './random.ts';

/** Tracks of InserJeunes; the values of the column `filiere` are in `FILIERES`. */
export type Voie = 'apprentissage' | 'pro' | 'agricole';

/** Probabilities from 0 to 1: further study among all, then employment among leavers at 6, 12, 18 and 24 months. */
export interface Taux {
  poursuite: number;
  emploi6: number;
  emploi12: number;
  emploi24: number;
}

type Pourcentages = readonly [poursuite: number, emploi6: number, emploi12: number, emploi24: number];

/** Means of FACTS § 2 by type, apprenticeship; the last lines, absent from FACTS, follow the closest type. */
const APPRENTISSAGE: Record<string, Pourcentages> = {
  CAP: [43, 59, 66, 68],
  CAPA: [48, 44, 56, 60],
  'BAC PRO': [39, 67, 73, 75],
  'BAC PRO AG': [37, 62, 71, 72],
  BP: [18, 76, 80, 80],
  'BP JEPS': [25, 60, 65, 61],
  BTS: [36, 71, 76, 78],
  BTSA: [29, 69, 75, 75],
  MC3: [36, 70, 77, 79],
  MC4: [18, 74, 79, 79],
  MC5: [36, 70, 77, 79],
  'TH3-T': [29, 64, 69, 72],
  'TH4-T': [25, 60, 65, 66],
  'TH5-T': [23, 60, 66, 65],
  BUT: [74, 61, 68, 71],
  BMA: [45, 64, 70, 72],
  DEUST: [50, 60, 66, 68],
  'LIC-PRO': [18, 70, 78, 79],
};

/** Means of FACTS § 2 by type, school track. Order of E12: BP > MC > BTS > BAC PRO > CAP. */
const SCOLAIRE: Record<string, Pourcentages> = {
  CAP: [52, 23, 32, 42],
  'CAP 1 an': [38, 50, 57, 59],
  'BAC PRO': [54, 39, 49, 54],
  BTS: [42, 55, 63, 67],
  MC3: [28, 54, 65, 68],
  MC4: [28, 54, 65, 66],
  MC5: [28, 54, 65, 68],
  BP: [20, 70, 77, 77],
  BMA: [55, 36, 45, 50],
};

const AGRICOLE: Record<string, Pourcentages> = {
  CAPA: [55, 29, 39, 45],
  'BAC PRO AG': [45, 48, 58, 62],
  BTSA: [40, 58, 67, 69],
};

/** Points from the mean, by INSEE region code: [poursuite, emploi], from the table by region of FACTS § 2. */
const REGIONS: Record<string, readonly [poursuite: number, emploi: number]> = {
  '01': [-3, -12],
  '02': [0, -13],
  '03': [-12, -20],
  '04': [-2, -17],
  '11': [3, -2],
  '24': [-1, 3],
  '27': [0, 3],
  '28': [-1, 3],
  '32': [-2, -2],
  '44': [-1, 0],
  '52': [1, 8],
  '53': [1, 5],
  '75': [-1, 1],
  '76': [0, -2],
  '84': [1, 3],
  '93': [0, -3],
  '94': [-4, -8],
};

/** The crisis of 2020, the recovery, then public jobs counted from 2022 on (RULES § 7): points of employment. */
const ANNEES: Record<number, number> = { 2018: -3, 2019: -5, 2020: -4, 2021: 0, 2022: 3, 2023: 3, 2024: 1 };
/** Care, social work, security and cleaning: where the public jobs are. */
const METIERS_PUBLICS = /^33[0-2]|^34[0-9]/;

export interface SituationDeCours {
  voie: Voie;
  type: string;
  enUnAn: boolean;
  groupe: string;
  region: string;
  annee: number;
}

/** What one would expect of a course before knowing the school: the « taux attendu » of the sources. */
export function tauxAttendus(cours: SituationDeCours): Taux {
  const table = { apprentissage: APPRENTISSAGE, pro: SCOLAIRE, agricole: AGRICOLE }[cours.voie];
  const type = cours.voie === 'pro' && cours.enUnAn && cours.type === 'CAP' ? 'CAP 1 an' : cours.type;
  const mean = table[type];
  if (!mean) throw new Error(`no rates for ${cours.voie} ${cours.type}`);
  const [regionPoursuite, regionEmploi] = REGIONS[cours.region] ?? [0, 0];
  const publicJobs = cours.annee >= 2022 && METIERS_PUBLICS.test(cours.groupe) ? 2 : 0;
  return shift(
    { poursuite: mean[0] / 100, emploi6: mean[1] / 100, emploi12: mean[2] / 100, emploi24: mean[3] / 100 },
    regionPoursuite,
    regionEmploi + (ANNEES[cours.annee] ?? 0) + publicJobs,
  );
}

/** Moves rates by points, without leaving what real exports show. */
export function shift(taux: Taux, poursuite: number, emploi: number): Taux {
  const move = (rate: number, points: number): number => clamp(rate + points / 100, 0.02, 0.97);
  return {
    poursuite: move(taux.poursuite, poursuite),
    emploi6: move(taux.emploi6, emploi),
    emploi12: move(taux.emploi12, emploi),
    emploi24: move(taux.emploi24, emploi),
  };
}

export const hasTaux = (voie: Voie, type: string): boolean =>
  type in { apprentissage: APPRENTISSAGE, pro: SCOLAIRE, agricole: AGRICOLE }[voie];

/** Percentage as the sources round it: half to even, in this order of operations (RULES § 4.1): `pct(23, 40)` → 57. */
export const pct = (part: number, whole: number): number => roundHalfEven((part / whole) * 100);
