import { diplomeOf } from './diplomes.ts';
import { codeOf, type Cours } from './offre.ts';
import { createRandom, quantile, type Random } from './random.ts';
import { shift, type Taux, tauxAttendus } from './taux.ts';

/** Pupils in their final year and what became of them. Always: term = sortants + poursuite, emploi ≤ sortants. */
export interface Cohorte {
  term: number;
  poursuite: number;
  emploi6: number;
  emploi12: number;
  emploi18: number;
  emploi24: number;
  /** Leavers one would expect in employment at 6 months, before knowing the school: the « taux attendu ». */
  attendus6: number;
  /** Contracts broken before term, in apprenticeship. */
  ruptures: number;
}

export const sortantsOf = (cohorte: Cohorte): number => cohorte.term - cohorte.poursuite;

export const COHORTE_VIDE: Readonly<Cohorte> = {
  term: 0,
  poursuite: 0,
  emploi6: 0,
  emploi12: 0,
  emploi18: 0,
  emploi24: 0,
  attendus6: 0,
  ruptures: 0,
};

export function addCohortes(left: Cohorte, right: Cohorte): Cohorte {
  return {
    term: left.term + right.term,
    poursuite: left.poursuite + right.poursuite,
    emploi6: left.emploi6 + right.emploi6,
    emploi12: left.emploi12 + right.emploi12,
    emploi18: left.emploi18 + right.emploi18,
    emploi24: left.emploi24 + right.emploi24,
    attendus6: left.attendus6 + right.attendus6,
    ruptures: left.ruptures + right.ruptures,
  };
}

/** Size of a final year in one school: min, D1, D2.5, median, D7.5, D9, max drawn from FACTS § 2. */
const EFFECTIFS: Record<string, readonly number[]> = {
  'BAC PRO': [4, 7, 11, 16, 23, 32, 45],
  'BAC PRO AG': [5, 8, 12, 17, 22, 29, 36],
  BTS: [5, 9, 14, 19, 25, 31, 48],
  BTSA: [6, 10, 14, 18, 23, 28, 36],
  CAP: [3, 6, 8, 11, 15, 21, 32],
  CAPA: [4, 6, 9, 12, 15, 20, 28],
  BMA: [4, 5, 7, 10, 13, 17, 22],
};
const EFFECTIFS_COURTS = [3, 4, 6, 10, 13, 15, 20];

function effectif(cours: Cours, traits: Random, random: Random): number {
  const points = EFFECTIFS[cours.lignee.type] ?? EFFECTIFS_COURTS;
  const usual = quantile(points, traits.next()) * (cours.enUnAn ? 0.5 : 1) * cours.taille;
  return Math.max(1, Math.round(usual * (1 + random.normal() * 0.12)));
}

/**
 * Of those in employment `kept` are still so later; of the others, what it takes to reach the expected rate. Both rates
 * hence move together from one horizon to the next (correlation 0.85 in FACTS § 2) and may go down.
 */
function later(random: Random, employed: number, leavers: number, from: number, to: number, kept = 0.88): number {
  const entering = Math.max(0, (to - from * kept) / Math.max(0.02, 1 - from));
  return random.binomial(employed, kept) + random.binomial(leavers - employed, entering);
}

function draw(cours: Cours, random: Random, term: number, taux: Taux, attendu: number): Cohorte {
  const poursuite = cours.cas === 'tous_poursuivent' ? term : random.binomial(term, taux.poursuite);
  const leavers = term - poursuite;
  const none = cours.cas === 'aucun_en_emploi';
  const emploi6 = none ? 0 : random.binomial(leavers, taux.emploi6);
  const emploi12 = none ? 0 : later(random, emploi6, leavers, taux.emploi6, taux.emploi12);
  // Apprentices are a little fewer at 18 months than at 12, pupils a little more (FACTS § 2).
  const taux18 = taux.emploi12 + (cours.voie === 'apprentissage' ? -0.015 : 0.01);
  const emploi18 = none ? 0 : later(random, emploi12, leavers, taux.emploi12, taux18);
  const emploi24 = none ? 0 : later(random, emploi18, leavers, taux18, taux.emploi24);
  const ruptures = cours.voie === 'apprentissage' ? random.binomial(term, 0.24 + 0.04 * random.normal()) : 0;
  return { term, poursuite, emploi6, emploi12, emploi18, emploi24, attendus6: leavers * attendu, ruptures };
}

/** The national remainder has no region, hence the rates of the country. */
const FRANCE = 'france';

/**
 * The final-year pupils of a course who left in `annee`, under the code they were taught, or nothing when the diploma
 * did not exist yet. What is particular to the diploma is the same everywhere, what is particular to the school lasts.
 */
export function cohorteOf(seed: number, cours: Cours, annee: number): { code: string; cohorte: Cohorte } | undefined {
  const code = codeOf(cours, annee);
  const diplome = diplomeOf(cours.lignee, annee);
  if (code === undefined || !diplome) return undefined;
  const { voie, enUnAn } = cours;
  const { type, groupe, id } = cours.lignee;
  const region = cours.region ?? FRANCE;
  const trade = createRandom(seed, 'metier', voie, id);
  const traits = createRandom(seed, 'traits', cours.cle);
  const random = createRandom(seed, 'cohorte', cours.cle, annee);
  const general = tauxAttendus({ voie, type, enUnAn, groupe, region, annee });
  const expected = shift(general, trade.normal() * 8, trade.normal() * 7);
  const term = effectif(cours, traits, random);
  const taux = shift(expected, traits.normal() * 5, traits.normal() * 6);
  return { code, cohorte: draw(cours, random, term, taux, expected.emploi6) };
}
