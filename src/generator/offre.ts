import { diplomeOf, getDiplome, LIGNEES, type Lignee } from './diplomes.ts';
import { type Etablissement, PROFILS, REGIONS_FICTIVES } from './etablissements.ts';
import { dispositifsOf, terminalOf } from './mefs.ts';
import { createRandom, pickWeighted, type Random } from './random.ts';
import { hasTaux, type Voie } from './taux.ts';

/** Situations that the figures of an ordinary course would almost never show, given to a few courses on purpose. */
export type Cas = 'ordinaire' | 'tous_poursuivent' | 'aucun_en_emploi';

/** A course in one place: a school, or all the schools of a region (or of France) that the demonstration does not name. */
export interface Cours {
  /** Draws of the course start from here. */
  cle: string;
  uai: string | null;
  /** INSEE code; null for the national remainder. */
  region: string | null;
  voie: Voie;
  lignee: Lignee;
  /** CAP or BTS in one year. */
  enUnAn: boolean;
  /** Multiplies the usual size of a final year: 1 for a school, more for the rest of a region. */
  taille: number;
  cas: Cas;
}

const TYPES_DE_LYCEE = new Set(['CAP', 'BAC PRO', 'BTS', 'MC3', 'MC4', 'MC5', 'BMA', 'BP']);
const TYPES_AGRICOLES = new Set(['CAPA', 'BAC PRO AG', 'BTSA']);
/** Real deciles of the number of courses a lycée has (FACTS § 2), cut at 8 to keep the folder small. */
const NOMBRES_DE_COURS = [1, 1, 2, 3, 3, 4, 4, 5, 6, 8];
const NOMBRES_DE_COURS_CFA = [1, 2, 2, 3, 3, 4, 4, 5, 6, 8];

/** Number of schools of each region in real life, in thousandths: sizes the pupils that no fictional school has. */
const POIDS_DES_REGIONS: Record<string, number> = {
  '01': 9,
  '02': 9,
  '03': 5,
  '04': 16,
  '11': 165,
  '24': 36,
  '27': 43,
  '28': 54,
  '32': 104,
  '44': 86,
  '52': 57,
  '53': 50,
  '75': 94,
  '76': 85,
  '84': 125,
  '93': 69,
  '94': 5,
};

function isEligible(lignee: Lignee, voie: Voie): boolean {
  if (!hasTaux(voie, lignee.type)) return false;
  if (voie === 'pro') return TYPES_DE_LYCEE.has(lignee.type) && dispositifsOf(getDiplome(lignee.id)).length > 0;
  return voie === 'agricole' ? TYPES_AGRICOLES.has(lignee.type) : true;
}

/** As common as in real life, so that a region has several schools for most of its diplomas. */
function weightOf(lignee: Lignee, voie: Voie): number {
  const rare = voie === 'pro' && lignee.type === 'BP' ? 0.15 : 1;
  return lignee.poids * rare;
}

function matchesProfile(lignee: Lignee, profils: readonly string[]): boolean {
  return profils.some((profil) => PROFILS[profil]?.test(lignee.groupe) ?? false);
}

/**
 * What the schools of a region teach: fewer diplomas than they have courses, so that most diplomas are taught in several
 * of its schools, as in real life.
 */
function paletteOf(seed: number, region: string, voie: Voie, schools: number): Set<string> {
  const random = createRandom(seed, 'palette', region, voie);
  const candidates = LIGNEES.filter((lignee) => isEligible(lignee, voie));
  const chosen = pickWeighted(random, candidates, (lignee) => weightOf(lignee, voie), Math.round(8 + 1.2 * schools));
  return new Set(chosen.map(({ id }) => id));
}

/** Courses of the school's trades: those its region teaches first, then a few that hardly any other school has. */
function chooseLignees(random: Random, voie: Voie, profils: readonly string[], palette: Set<string>, count: number) {
  const weight = (lignee: Lignee): number => weightOf(lignee, voie);
  const candidates = LIGNEES.filter((lignee) => isEligible(lignee, voie) && matchesProfile(lignee, profils));
  const common = candidates.filter(({ id }) => palette.has(id));
  const rare = candidates.filter(({ id }) => !palette.has(id));
  const chosen = pickWeighted(random, common, weight, count);
  return [...chosen, ...pickWeighted(random, rare, weight, Math.ceil((count - chosen.length) / 3))];
}

/** A CAP in one year goes beside the same CAP in two years: one CFD, two terminal MEFSTAT11 (FACTS § 4). */
function withOneYearTwin(random: Random, cours: Cours): Cours[] {
  const hasTwin =
    cours.lignee.type === 'CAP' && dispositifsOf(getDiplome(cours.lignee.id)).some(({ duree }) => duree === 1);
  if (cours.voie !== 'pro' || !hasTwin || !random.chance(0.35)) return [cours];
  return [cours, { ...cours, cle: `${cours.cle}|1an`, enUnAn: true }];
}

function casOf(random: Random, { voie, lignee }: Pick<Cours, 'voie' | 'lignee'>): Cas {
  const draw = random.next();
  if (voie !== 'pro' || !['CAP', 'BMA'].includes(lignee.type)) return 'ordinaire';
  if (draw < (lignee.type === 'BMA' ? 0.5 : 0.03)) return 'tous_poursuivent';
  return draw > 0.96 && lignee.type === 'CAP' ? 'aucun_en_emploi' : 'ordinaire';
}

function coursOfSchool(seed: number, school: Etablissement, voie: Voie, count: number, neighbours: number): Cours[] {
  const random = createRandom(seed, 'offre', school.uai, voie);
  const palette = paletteOf(seed, school.region, voie, neighbours);
  return chooseLignees(random, voie, school.profils, palette, count).flatMap((lignee) =>
    withOneYearTwin(random, {
      cle: `${school.uai}|${voie}|${lignee.id}`,
      uai: school.uai,
      region: school.region,
      voie,
      lignee,
      enUnAn: false,
      taille: 1,
      cas: casOf(random, { voie, lignee }),
    }),
  );
}

/** How many courses a school has in each track. */
function countsOf(random: Random, school: Etablissement): readonly (readonly [Voie, number])[] {
  const count = random.pick(school.genre === 'cfa' ? NOMBRES_DE_COURS_CFA : NOMBRES_DE_COURS);
  const apprentis = school.aDesApprentis ? random.int(1, 3) : 0;
  if (school.genre === 'cfa') return [['apprentissage', count]];
  if (school.genre === 'superieur') return [];
  return [
    school.genre === 'lycee' ? ['pro', count] : ['agricole', Math.min(5, count + 1)],
    ['apprentissage', apprentis],
  ];
}

function* coursOfSchools(seed: number, schools: readonly Etablissement[]): Generator<Cours> {
  const sizes = Map.groupBy(schools, ({ region }) => region);
  for (const school of schools) {
    const neighbours = sizes.get(school.region)?.length ?? 0;
    for (const [voie, count] of countsOf(createRandom(seed, 'taille', school.uai), school)) {
      yield* coursOfSchool(seed, school, voie, count, neighbours);
    }
  }
}

/** The pupils of a region who are in none of the fictional schools, for most courses that one of these teaches. */
function* coursOfRest(seed: number, taught: readonly Cours[]): Generator<Cours> {
  for (const region of REGIONS_FICTIVES.filter((code) => code in POIDS_DES_REGIONS)) {
    const seen = new Set<string>();
    for (const cours of taught.filter((item) => item.region === region && item.voie !== 'agricole')) {
      const cle = `reste|${region}|${cours.voie}|${cours.lignee.id}|${cours.enUnAn ? '1an' : ''}`;
      const random = createRandom(seed, cle);
      if (seen.has(cle) || !random.chance(0.75)) continue;
      seen.add(cle);
      const others = (cours.lignee.poids * (POIDS_DES_REGIONS[region] ?? 0)) / 1000 / 14;
      yield { ...cours, cle, uai: null, taille: others * (0.5 + random.next()), cas: 'ordinaire' };
    }
  }
}

/** Diplomas that only the national figures know, because they are too rare in every region. */
function* coursNationaux(seed: number, taught: readonly Cours[]): Generator<Cours> {
  for (const lignee of LIGNEES) {
    for (const voie of ['apprentissage', 'pro'] as const) {
      const isKnown = taught.some((cours) => cours.voie === voie && cours.lignee.id === lignee.id);
      const cle = `france|${voie}|${lignee.id}`;
      const random = createRandom(seed, cle);
      if (!isEligible(lignee, voie) || !random.chance(isKnown ? 0.5 : 0.8)) continue;
      const taille = isKnown ? 0.5 : 1 + lignee.poids / 40;
      yield { cle, uai: null, region: null, voie, lignee, enUnAn: false, taille, cas: casOf(random, { voie, lignee }) };
    }
  }
}

/** Every course of the fictional country: those of its schools first, then what its regions and France have besides. */
export function* buildOffre(seed: number, schools: readonly Etablissement[]): Generator<Cours> {
  const taught = [...coursOfSchools(seed, schools)];
  yield* taught;
  yield* coursOfRest(seed, taught);
  yield* coursNationaux(seed, taught);
}

/** The official code that InserJeunes gives to the leavers of a year: CFD for apprentices, terminal MEFSTAT11 in schools. */
export function codeOf(cours: Cours, annee: number): string | undefined {
  const diplome = diplomeOf(cours.lignee, annee);
  if (!diplome || cours.voie === 'apprentissage') return diplome?.cfd;
  const dispositif = dispositifsOf(diplome).find(({ duree }) => !cours.enUnAn || duree === 1);
  return dispositif && terminalOf(dispositif, diplome.cfd);
}
