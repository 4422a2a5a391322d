import type { Echelle } from './echelle.ts';
import type { Etablissement } from './etablissements.ts';
import { clamp, createRandom, pickWeighted, type Random } from './random.ts';
import type { DiplomeSise } from './superieur-diplomes.ts';
import superieurJson from './superieur.json' with { type: 'json' };

/** Graduates of one year. Always: inscrits = sortants + poursuivants, en emploi ≤ sortants. */
export interface Promotion {
  inscrits: number;
  diplomes: number;
  sortants: number;
  poursuivants: number;
  /** In salaried employment in France at 6, 12, 18, 24 and 30 months. */
  emploi: readonly number[];
}

export const MOIS = [6, 12, 18, 24, 30] as const;
/** Leaving years that the sources describe; those before serve to pool two promotions. */
export const PROMOTIONS = [2021, 2022, 2023, 2024] as const;
/** How many horizons are known of a promotion: two for the last one, one more for each year before (FACTS § 1). */
export const moisConnus = (annee: number): number => clamp(2026 - annee, 2, MOIS.length);

interface Profil {
  /** Smallest and largest promotion of one school. */
  effectif: readonly [number, number];
  /** Points out of 100: further study, then employment of leavers at 6 and 12 months (FACTS § 2, InserSup). */
  poursuite: number;
  emploi6: number;
  emploi12: number;
  salaire: number;
}

const PROFILS: Record<string, Profil> = {
  DR: { effectif: [35, 140], poursuite: 53, emploi6: 65, emploi12: 72, salaire: 1670 },
  DP: { effectif: [12, 36], poursuite: 32, emploi6: 69, emploi12: 78, salaire: 1790 },
  XA: { effectif: [50, 260], poursuite: 75, emploi6: 52, emploi12: 58, salaire: 1590 },
  XB: { effectif: [12, 60], poursuite: 26, emploi6: 56, emploi12: 67, salaire: 2040 },
  XD: { effectif: [30, 130], poursuite: 26, emploi6: 85, emploi12: 88, salaire: 1900 },
  FI: { effectif: [40, 190], poursuite: 23, emploi6: 61, emploi12: 75, salaire: 2480 },
  RA: { effectif: [80, 320], poursuite: 27, emploi6: 53, emploi12: 59, salaire: 2520 },
  RD: { effectif: [18, 60], poursuite: 74, emploi6: 51, emploi12: 54, salaire: 1780 },
};

export function profilOf(diplome: DiplomeSise): Profil {
  const profil = PROFILS[diplome.type];
  if (!profil) throw new Error(`no profile for diploma type ${diplome.type}`);
  return profil;
}

/** Two diplomas and the old IUP degree have no figure at all. */
const SANS_CHIFFRES = new Set(['2499901', '2599901']);
const isOffered = (diplome: DiplomeSise): boolean => diplome.type in PROFILS && !SANS_CHIFFRES.has(diplome.sise);

/** Higher education of the country: who teaches what. */
export interface Superieur {
  ecoles: readonly Etablissement[];
  /** Diplomas that have figures. */
  diplomes: readonly DiplomeSise[];
  diplomesDe(ecole: Etablissement): readonly DiplomeSise[];
  ecolesDe(diplome: DiplomeSise): readonly Etablissement[];
}

export function buildSuperieur(seed: number, echelle: Echelle, schools: readonly Etablissement[]): Superieur {
  const ecoles = schools.filter(({ genre }) => genre === 'superieur');
  const diplomes = echelle.diplomesSise.filter(isOffered);
  const taught = new Map(ecoles.map((ecole) => [ecole.uai, chooseDiplomes(seed, echelle, diplomes, ecole)]));
  const pairs = ecoles.flatMap((ecole) => (taught.get(ecole.uai) ?? []).map(({ sise }) => ({ sise, ecole })));
  const bySise = Map.groupBy(pairs, ({ sise }) => sise);
  return {
    ecoles,
    diplomes,
    diplomesDe: ({ uai }) => taught.get(uai) ?? [],
    ecolesDe: ({ sise }) => (bySise.get(sise) ?? []).map(({ ecole }) => ecole),
  };
}

/** Diplomas taught: a university has a little of everything, an école two or three of its own kind. */
function chooseDiplomes(
  seed: number,
  { coursDuSuperieur }: Echelle,
  offered: readonly DiplomeSise[],
  school: Etablissement,
): DiplomeSise[] {
  const random = createRandom(seed, 'superieur', school.uai);
  const isManagement = /gestion|management|commerce/.test(school.nom);
  const types = school.nom.startsWith('Université')
    ? ['DR', 'DP', 'XA', 'XB', 'XD']
    : isManagement
      ? ['RA', 'RD']
      : ['FI'];
  const candidates = offered.filter((diplome) => types.includes(diplome.type));
  const range = coursDuSuperieur[school.nom.startsWith('Université') ? 'universite' : 'ecole'];
  return pickWeighted(random, candidates, () => 1, random.int(...range));
}

function draw(random: Random, effectif: number, poursuite: number, taux6: number, taux12: number): Promotion {
  const poursuivants = random.binomial(effectif, poursuite);
  const sortants = effectif - poursuivants;
  const at = [random.binomial(sortants, taux6)];
  for (const [rank, target] of [taux12, taux12 + 0.02, taux12 + 0.04, taux12 + 0.05].entries()) {
    const before = at[rank] ?? 0;
    const from = rank === 0 ? taux6 : taux12;
    const entering = Math.max(0, (Math.min(0.97, target) - from * 0.93) / Math.max(0.03, 1 - from));
    at.push(random.binomial(before, 0.93) + random.binomial(sortants - before, entering));
  }
  return {
    inscrits: effectif,
    diplomes: random.binomial(effectif, 0.9),
    sortants,
    poursuivants,
    emploi: at,
  };
}

/** Promotion of one diploma in one place; `taille` multiplies its usual size. */
function promotionIn(seed: number, place: string, diplome: DiplomeSise, annee: number, taille: number): Promotion {
  const profil = profilOf(diplome);
  const trade = createRandom(seed, 'sise', diplome.sise);
  const traits = createRandom(seed, 'sise', place, diplome.sise);
  const random = createRandom(seed, 'sise', place, diplome.sise, annee);
  const usual = traits.int(...profil.effectif) * taille * (1 + random.normal() * 0.1);
  const shift = trade.normal() * 6 + traits.normal() * 4 + (annee >= 2022 ? 1 : 0);
  return draw(
    random,
    Math.max(3, Math.round(usual)),
    clamp((profil.poursuite + trade.normal() * 6 + traits.normal() * 4) / 100, 0.03, 0.95),
    clamp((profil.emploi6 + shift) / 100, 0.05, 0.95),
    clamp((profil.emploi12 + shift) / 100, 0.05, 0.96),
  );
}

export const promotionOf = (seed: number, school: Etablissement, diplome: DiplomeSise, annee: number): Promotion =>
  promotionIn(seed, school.uai, diplome, annee, 1);

export function addPromotions(left: Promotion, right: Promotion): Promotion {
  return {
    inscrits: left.inscrits + right.inscrits,
    diplomes: left.diplomes + right.diplomes,
    sortants: left.sortants + right.sortants,
    poursuivants: left.poursuivants + right.poursuivants,
    emploi: left.emploi.map((count, rank) => count + (right.emploi[rank] ?? 0)),
  };
}

/** France: every fictional school that teaches the diploma, and all those that the demonstration does not name. */
export function promotionNationale(seed: number, superieur: Superieur, diplome: DiplomeSise, annee: number): Promotion {
  return superieur
    .ecolesDe(diplome)
    .map((school) => promotionOf(seed, school, diplome, annee))
    .reduce(addPromotions, promotionIn(seed, 'france', diplome, annee, 4));
}

export function typeSise(code: string) {
  const type = superieurJson.types.find((candidate) => candidate.code === code);
  if (!type) throw new Error(`no InserSup type for diploma type ${code}`);
  return type;
}

export function secteurOf(diplome: DiplomeSise) {
  const secteur = superieurJson.secteurs.find(({ code }) => code === diplome.secteur);
  if (!secteur) throw new Error(`unknown sector: ${diplome.secteur}`);
  return secteur;
}

/** National quartiles of pay of a diploma 12 months after, in euros. */
export function salairesSuperieur(seed: number, diplome: DiplomeSise, annee: number): [number, number, number] {
  const random = createRandom(seed, 'salaire', diplome.sise);
  const q2 = (profilOf(diplome).salaire + random.normal() * 80) * (1 + 0.025 * (annee - 2022));
  const round = (euros: number): number => Math.round(euros / 10) * 10;
  return [round(q2 * 0.88), round(q2), round(q2 * 1.16)];
}

/** The three codes that the service adds to N_DIPLOME_SISE by itself (RULES § 19); the first one has figures. */
export const SISE_FICTIF: DiplomeSise = {
  sise: '0000001',
  type: 'DR',
  libelle: 'CARRIERES SOCIALES',
  secteur: '36',
  groupe: '335',
};
