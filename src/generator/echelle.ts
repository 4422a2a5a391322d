import { buildDiplomesNationaux, VOLUMES_BCN } from './diplomes-nationaux.ts';
import { buildLignees, type Diplome, DIPLOMES, type Lignee, LIGNEES } from './diplomes.ts';
import { repartir } from './repartition.ts';
import { buildDiplomesSiseNationaux, type DiplomeSise, DIPLOMES_SISE } from './superieur-diplomes.ts';
import { type Ville, VILLES, villesAvecSatellites } from './villes.ts';

/** Schools of a region: [lycées, of which agricultural, CFA, universities and écoles]. */
export type NombresDEcoles = readonly [lycees: number, agricoles: number, cfa: number, superieur: number];

/** How big the fictional country is: its lists, and how much of each thing there is. Two exist: `DEMONSTRATION`, and a fraction of France. */
export interface Echelle {
  /** Of the real country; null for the demonstration. */
  fraction: number | null;
  diplomes: readonly Diplome[];
  lignees: readonly Lignee[];
  diplomesSise: readonly DiplomeSise[];
  villes: readonly Ville[];
  /** By INSEE region code. */
  ecoles: Readonly<Record<string, NombresDEcoles>>;
  /** Number of courses of a school, one in ten each. */
  coursDUnLycee: readonly number[];
  coursDUnCfa: readonly number[];
  /** Least and most diplomas of a university and of an école. */
  coursDuSuperieur: Readonly<Record<'universite' | 'ecole', readonly [number, number]>>;
  /** Courses of all lycées by type, when it is not left to chance. */
  coursParType: Readonly<Record<string, number>> | null;
  /** Share of the lycées that have apprentices, of the lycées and of the CFA that the API answers for. */
  parts: Readonly<Record<'apprentis' | 'api' | 'apiCfa', number>>;
  /** Are there pupils in schools that the country does not name? */
  aDAutresEcoles: boolean;
  /** CFA of each cumul, 2018-2019 first; null: all of them in each. */
  cfaParCumul: readonly number[] | null;
  /** Cumuls of formation fine, by last year, the first of those that say MC3 for MC5, and how many rows it has by type (null: all). */
  formationFine: {
    cumuls: readonly number[];
    premiereAnneeMC3: number;
    lignes: Readonly<Record<string, number>> | null;
  };
  /** Rows to write, when it is not left to the lists above. */
  lignes: Partial<Record<'mef' | 'annuaire' | 'insersup', number>>;
}

export const DEMONSTRATION: Echelle = {
  fraction: null,
  diplomes: DIPLOMES,
  lignees: LIGNEES,
  diplomesSise: DIPLOMES_SISE,
  villes: VILLES,
  ecoles: {
    '01': [3, 0, 1, 0],
    '02': [3, 1, 1, 0],
    '03': [2, 0, 1, 0],
    '04': [4, 0, 2, 1],
    '06': [3, 0, 1, 0],
    '11': [26, 1, 14, 5],
    '24': [7, 1, 4, 1],
    '27': [8, 1, 4, 1],
    '28': [9, 1, 5, 1],
    '32': [17, 1, 7, 2],
    '44': [15, 1, 7, 2],
    '52': [10, 1, 6, 1],
    '53': [9, 2, 5, 2],
    '75': [16, 2, 8, 2],
    '76': [15, 2, 8, 2],
    '84': [21, 2, 11, 3],
    '93': [12, 1, 6, 2],
    '94': [2, 0, 1, 1],
  },
  // Real deciles of the number of courses a lycée has (FACTS § 2), cut at 8 to keep the folder small.
  coursDUnLycee: [1, 1, 2, 3, 3, 4, 4, 5, 6, 8],
  coursDUnCfa: [1, 2, 2, 3, 3, 4, 4, 5, 6, 8],
  coursDuSuperieur: { universite: [6, 11], ecole: [2, 3] },
  coursParType: null,
  parts: { apprentis: 0.3, api: 0.75, apiCfa: 0.75 },
  aDAutresEcoles: true,
  cfaParCumul: null,
  formationFine: { cumuls: [2022, 2023, 2024], premiereAnneeMC3: 2023, lignes: null },
  lignes: {},
};

/** The regions that have schools, in the order of the files. */
export const REGIONS_FICTIVES = Object.keys(DEMONSTRATION.ecoles);

/** Real lycées (2022-2023) and CFA (2023-2024) by INSEE region code (FACTS § 2): they share the fictional ones out. */
const ECOLES_REELLES: Readonly<Record<string, readonly [lycees: number, cfa: number]>> = {
  '01': [27, 24],
  '02': [28, 15],
  '03': [16, 16],
  '04': [47, 141],
  '11': [469, 466],
  '24': [106, 99],
  '27': [129, 123],
  '28': [161, 116],
  '32': [307, 135],
  '44': [254, 186],
  '52': [152, 184],
  '53': [143, 147],
  '75': [279, 262],
  '76': [250, 232],
  '84': [370, 364],
  '93': [203, 232],
  '94': [14, 16],
};

/** Mayotte, which has schools and no figure (RULES § 2), beside the others. */
const MAYOTTE: NombresDEcoles = [12, 1, 6, 0];

/** Schools of the real country: lycées and CFA of FACTS § 1 (six cumuls); the others are orders of magnitude. */
const LYCEES = 3027;
const LYCEES_AGRICOLES = 220;
const CFA = 3166;
const SUPERIEUR = 400;
const CFA_PAR_CUMUL = [851, 1123, 1767, 2288, 2527, 2758] as const;
/** Rows of formation fine, six cumuls (FACTS § 1). */
const FORMATION_FINE: Readonly<Record<string, number>> = {
  'BAC PRO': 58_264,
  BTS: 35_679,
  CAP: 33_116,
  MC4: 1785,
  MC3: 1541,
  BP: 1013,
  MC5: 726,
};
/**
 * Courses of all lycées by type. They give a few more rows than FACTS has, so that what is missing is taken evenly among all. BMA: FACTS § 2.
 */
const COURS_PAR_TYPE: Readonly<Record<string, number>> = {
  'BAC PRO': 10_500,
  BTS: 6300,
  CAP: 5000,
  MC4: 330,
  MC3: 440,
  BP: 190,
  BMA: 103,
};
/** Rows of InserSup and of the directory of every establishment (FACTS § 1, FORMATS § 1). */
const INSERSUP = 1_036_781;
const ANNUAIRE = 154_000;
/** Towns that do not exist around each real one: some 1,600 in the whole country. */
const SATELLITES = 7;

function ecolesNationales(fraction: number): Record<string, NombresDEcoles> {
  const reelles = Object.values(ECOLES_REELLES);
  const share = (total: number, rank: 0 | 1, min: number): number[] =>
    repartir(
      Math.round(total * fraction),
      reelles.map((ecoles) => ecoles[rank]),
      min,
    );
  // Every region has lycées and CFA, however small the country.
  const [lycees, cfa] = [share(LYCEES, 0, 1), share(CFA, 1, 1)];
  const [agricoles, superieur] = [share(LYCEES_AGRICOLES, 0, 0), share(SUPERIEUR, 0, 0)];
  const at = (list: readonly number[], rank: number): number => list[rank] ?? 0;
  const ecoles = Object.keys(ECOLES_REELLES).map((region, rank): [string, NombresDEcoles] => [
    region,
    [at(lycees, rank) + at(agricoles, rank), at(agricoles, rank), at(cfa, rank), at(superieur, rank)],
  ]);
  const few = (count: number): number => Math.max(Math.min(1, count), Math.round(count * fraction));
  const mayotte: NombresDEcoles = [few(MAYOTTE[0]), few(MAYOTTE[1]), few(MAYOTTE[2]), 0];
  return Object.fromEntries([...ecoles, ['06', mayotte]]);
}

/** A country that has this fraction of the schools, diplomas, courses and rows of the real one (decision 0018). */
export function echelleNationale(fraction: number): Echelle {
  const part = (count: number): number => Math.round(count * fraction);
  const parts = (counts: Readonly<Record<string, number>>): Record<string, number> =>
    Object.fromEntries(Object.entries(counts).map(([type, count]) => [type, Math.max(1, part(count))]));
  const diplomes = buildDiplomesNationaux(fraction);
  return {
    fraction,
    diplomes,
    lignees: buildLignees(diplomes),
    diplomesSise: buildDiplomesSiseNationaux(fraction),
    villes: villesAvecSatellites(part(SATELLITES)),
    ecoles: ecolesNationales(fraction),
    // Real deciles, the mean of each tenth (FACTS § 2).
    coursDUnLycee: [1, 1, 2, 3, 4, 5, 7, 8, 10, 17],
    // Small ones are many: a fifth of the CFA have too few apprentices to be published (FACTS § 2).
    coursDUnCfa: [1, 1, 1, 1, 2, 3, 5, 8, 14, 28],
    coursDuSuperieur: { universite: [25, 45], ecole: [2, 5] },
    coursParType: parts(COURS_PAR_TYPE),
    parts: { apprentis: 0.45, api: 0.99, apiCfa: 1 },
    aDAutresEcoles: false,
    cfaParCumul: CFA_PAR_CUMUL.map(part),
    formationFine: {
      cumuls: [2019, 2020, 2021, 2022, 2023, 2024],
      premiereAnneeMC3: 2021,
      lignes: parts(FORMATION_FINE),
    },
    lignes: { mef: part(VOLUMES_BCN.n_mef), annuaire: part(ANNUAIRE), insersup: part(INSERSUP) },
  };
}
