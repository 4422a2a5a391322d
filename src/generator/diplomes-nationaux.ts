import {
  buildDiplomes,
  type Diplome,
  DIPLOMES,
  isAnneeCommune,
  type LigneDeDiplome,
  LIGNEES,
  LIGNES_DE_DIPLOMES,
} from './diplomes.ts';
import { CFD_CONNU } from './anomalies.ts';
import { estDansLaTableN, estDeLEnquete51 } from './bcn-formations.ts';
import { createIntitules } from './intitules.ts';
import { prelever } from './repartition.ts';

/**
 * Diplomas with figures of the real country, by type, over six cumuls (FACTS § 1: labels of formation fine, courses of apprentices in
 * 2022-2023). The titles that have no rates of their own in FACTS (`TH3-X`, `TH3-C`…) are counted with those of their level.
 */
const NOMBRES_DE_DIPLOMES: Record<string, readonly [prefixe: string, nombre: number]> = {
  CAP: ['500', 187],
  'BAC PRO': ['400', 128],
  BTS: ['320', 137],
  BP: ['450', 41],
  MC4: ['010', 32],
  MC3: ['010', 27],
  BMA: ['401', 16],
  'BAC PRO AG': ['403', 22],
  BTSA: ['323', 19],
  CAPA: ['503', 9],
  'BP JEPS': ['446', 22],
  'TH3-T': ['36T', 166],
  'TH4-T': ['46T', 129],
  'TH5-T': ['56T', 126],
  BUT: ['251', 36],
  DEUST: ['355', 28],
  'LIC-PRO': ['250', 40],
};

/** Rows of the real reference tables. */
export const VOLUMES_BCN = { n_formation_diplome: 4023, v_formation_diplome: 11_261, n_mef: 10_067 } as const;
/** Of the real view, how many diplomas are not closed. */
const OUVERTS = 1743;

/** A course and its renewals, as rows of `diplomes.json`. */
interface Filiation {
  poids: number;
  rows: readonly LigneDeDiplome[];
}

const byCfd = new Map(LIGNES_DE_DIPLOMES.map((row) => [row.cfd, row]));

/** A real diploma and all that replaced it. */
function withSuccessors(cfd: string): LigneDeDiplome[] {
  const row = byCfd.get(cfd);
  return row === undefined ? [] : [row, ...(row.nouveaux ?? []).flatMap(withSuccessors)];
}

const filiationsReelles = (type: string): Filiation[] =>
  LIGNEES.filter((lignee) => lignee.type === type).map(({ id, poids }) => ({ poids, rows: withSuccessors(id) }));

type Intitules = ReturnType<typeof createIntitules>;

/** A fictional course, of which one in five was renewed lately, less and less common as they go. */
function filiationFictive(intitules: Intitules, type: string, prefixe: string, rank: number, count: number): Filiation {
  const poids = Math.round(8 + 140 * (1 - rank / count) ** 2);
  const row: LigneDeDiplome = { ...intitules.next(type, prefixe), poids };
  if (rank % 5 !== 0) return { poids, rows: [row] };
  const renewed = { ...row, cfd: intitules.code(prefixe, row.cfd.slice(3, 6)) };
  return { poids, rows: [{ ...row, fermeture: `${2019 + (rank % 6)}-08-31`, nouveaux: [renewed.cfd] }, renewed] };
}

/** The courses of one type, evenly taken from the commonest to the rarest: a smaller country has the same mix of them. */
function filiationsOf(intitules: Intitules, type: string, fraction: number): Filiation[] {
  const [prefixe, nombre] = NOMBRES_DE_DIPLOMES[type] ?? ['', 0];
  const real = filiationsReelles(type);
  const missing = Math.max(0, nombre - real.length);
  const fictional = Array.from({ length: missing }, (_, rank) =>
    filiationFictive(intitules, type, prefixe, rank, missing),
  );
  const all = [...real, ...fictional].sort((left, right) => right.poids - left.poids);
  const chosen = prelever(all, Math.max(1, Math.round(nombre * fraction)));
  // The intended faults name it: unknown, it would be another fault.
  const known = all.filter((filiation) => !chosen.includes(filiation) && filiation.rows[0]?.cfd === CFD_CONNU);
  return [...chosen, ...known];
}

/** Common first years of the familles de métiers that the chosen diplomas belong to. */
function anneesCommunes(rows: readonly LigneDeDiplome[]): LigneDeDiplome[] {
  const familles = new Set(rows.map(({ famille }) => famille));
  return LIGNES_DE_DIPLOMES.filter(
    (row) => isAnneeCommune(row) && row.famille !== undefined && familles.has(row.famille),
  );
}

/** Types of the diplomas that closed long ago, in the table of secondary diplomas and outside it. */
const ANCIENS_DU_SECONDAIRE = ['CAP', 'BAC PRO', 'BAC PRO', 'BTS'] as const;
const PREFIXE_MASTER = '135';

/** A diploma without leavers in our years, which fills the reference tables as in real life. */
function fossile(intitules: Intitules, type: string, prefixe: string, rank: number, estOuvert: boolean) {
  const { rncp, ...row } = intitules.next(type, prefixe);
  const seen = rank % 2 === 0 ? { rncp } : {};
  return estOuvert ? { ...row, ...seen } : { ...row, ...seen, fermeture: `${1992 + (rank % 25)}-08-31` };
}

function fossilesOf(intitules: Intitules, living: readonly LigneDeDiplome[], fraction: number): LigneDeDiplome[] {
  const size = (rows: number, known: number): number => Math.max(0, Math.round(rows * fraction) - known);
  const inN = living.filter(({ cfd }) => estDansLaTableN(cfd)).length;
  const inV = living.filter(({ cfd }) => !estDeLEnquete51(cfd)).length;
  const secondaires = Array.from({ length: size(VOLUMES_BCN.n_formation_diplome, inN) }, (_, rank) => {
    const type = ANCIENS_DU_SECONDAIRE[rank % ANCIENS_DU_SECONDAIRE.length] ?? 'CAP';
    return fossile(intitules, type, NOMBRES_DE_DIPLOMES[type]?.[0] ?? '', rank, false);
  });
  const others = size(VOLUMES_BCN.v_formation_diplome, inV + secondaires.length);
  const open = Math.min(others, size(OUVERTS, living.filter(({ fermeture }) => fermeture === undefined).length));
  const superieurs = Array.from({ length: others }, (_, rank) =>
    rank < open || rank % 2 === 0
      ? fossile(intitules, 'MASTER PRO', PREFIXE_MASTER, rank, rank < open)
      : fossile(intitules, 'LIC-PRO', '250', rank, false),
  );
  return [...secondaires, ...superieurs];
}

/** The diplomas of a country that has this fraction of the real ones: real ones first, then fictional ones by rule. */
export function buildDiplomesNationaux(fraction: number): Diplome[] {
  const intitules = createIntitules(DIPLOMES);
  const chosen = Object.keys(NOMBRES_DE_DIPLOMES).flatMap((type) => filiationsOf(intitules, type, fraction));
  const taught = chosen.flatMap(({ rows }) => rows);
  const living = [...new Map([...taught, ...anneesCommunes(taught)].map((row) => [row.cfd, row])).values()];
  return buildDiplomes([...living, ...fossilesOf(intitules, living, fraction)]);
}
