import { diplomeOf, type Lignee, premierDiplome } from './diplomes.ts';
import { type Echelle, REGIONS_FICTIVES } from './echelle.ts';
import { type Etablissement, PROFILS } from './etablissements.ts';
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
  if (voie === 'pro') return TYPES_DE_LYCEE.has(lignee.type) && dispositifsOf(premierDiplome(lignee)).length > 0;
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

/** What can be taught, and how it is shared out: what the courses of all schools have in common. */
interface Carte {
  seed: number;
  echelle: Echelle;
  eligibles(voie: Voie): readonly Lignee[];
  /**
   * What the schools of a region teach: fewer diplomas than they have courses, so that most diplomas are taught in several of its schools, as
   * in real life.
   */
  palette(region: string, voie: Voie): ReadonlySet<string>;
}

function memo<T>(make: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    const found = known.get(key) ?? make(key);
    known.set(key, found);
    return found;
  };
}

function createCarte(seed: number, echelle: Echelle, schools: readonly Etablissement[]): Carte {
  const sizes = Map.groupBy(schools, ({ region }) => region);
  const eligibles = memo((voie) => echelle.lignees.filter((lignee) => isEligible(lignee, voie as Voie)));
  const palette = memo((key) => {
    const [region = '', voie = ''] = key.split('|');
    const random = createRandom(seed, 'palette', region, voie);
    const weight = (lignee: Lignee): number => weightOf(lignee, voie as Voie);
    const count = Math.round(8 + 1.2 * (sizes.get(region)?.length ?? 0));
    return new Set(pickWeighted(random, eligibles(voie), weight, count).map(({ id }) => id));
  });
  return { seed, echelle, eligibles, palette: (region, voie) => palette(`${region}|${voie}`) };
}

/** Courses of the school's trades: those its region teaches first, then a few that hardly any other school has. */
function chooseLignees(
  random: Random,
  carte: Carte,
  { region, profils }: Etablissement,
  { voie, count }: Part,
): Lignee[] {
  const palette = carte.palette(region, voie);
  const weight = (lignee: Lignee): number => weightOf(lignee, voie);
  const candidates = carte.eligibles(voie).filter((lignee) => matchesProfile(lignee, profils));
  const common = candidates.filter(({ id }) => palette.has(id));
  const rare = candidates.filter(({ id }) => !palette.has(id));
  const chosen = pickWeighted(random, common, weight, count);
  return [...chosen, ...pickWeighted(random, rare, weight, Math.ceil((count - chosen.length) / 3))];
}

/** Courses of the school's trades while there are some, then of others: a whole country has all the courses that it must have. */
function fillUp(
  random: Random,
  candidates: readonly Lignee[],
  profils: readonly string[],
  { voie, count }: Part,
): Lignee[] {
  const weight = (lignee: Lignee): number => weightOf(lignee, voie);
  const own = candidates.filter((lignee) => matchesProfile(lignee, profils));
  const chosen = pickWeighted(random, own, weight, count);
  if (chosen.length === count) return chosen;
  const others = candidates.filter((lignee) => !own.includes(lignee));
  return [...chosen, ...pickWeighted(random, others, weight, count - chosen.length)];
}

function chooseInCountry(random: Random, carte: Carte, { profils }: Etablissement, part: Part): Lignee[] {
  const candidates = carte.eligibles(part.voie);
  if (!part.types) return fillUp(random, candidates, profils, part);
  return [...Map.groupBy(part.types, (type) => type)].flatMap(([type, { length }]) => {
    const ofType = candidates.filter((lignee) => lignee.type === type);
    return fillUp(random, ofType, profils, { ...part, count: length });
  });
}

/** A CAP in one year goes beside the same CAP in two years: one CFD, two terminal MEFSTAT11 (FACTS § 4). */
function withOneYearTwin(random: Random, cours: Cours): Cours[] {
  const hasTwin =
    cours.lignee.type === 'CAP' && dispositifsOf(premierDiplome(cours.lignee)).some(({ duree }) => duree === 1);
  if (cours.voie !== 'pro' || !hasTwin || !random.chance(0.35)) return [cours];
  return [cours, { ...cours, cle: `${cours.cle}|1an`, enUnAn: true }];
}

function casOf(random: Random, { voie, lignee }: Pick<Cours, 'voie' | 'lignee'>): Cas {
  const draw = random.next();
  if (voie !== 'pro' || !['CAP', 'BMA'].includes(lignee.type)) return 'ordinaire';
  if (draw < (lignee.type === 'BMA' ? 0.5 : 0.03)) return 'tous_poursuivent';
  return draw > 0.96 && lignee.type === 'CAP' ? 'aucun_en_emploi' : 'ordinaire';
}

/** What a school teaches in one track: how many courses, and of which types when all of them are dealt out. */
interface Part {
  voie: Voie;
  count: number;
  types?: readonly string[];
}

function coursOfSchool(carte: Carte, school: Etablissement, part: Part): Cours[] {
  const { voie } = part;
  const random = createRandom(carte.seed, 'offre', school.uai, voie);
  const choose = carte.echelle.fraction === null ? chooseLignees : chooseInCountry;
  return choose(random, carte, school, part).flatMap((lignee) =>
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
function partsOf(random: Random, school: Etablissement, { coursDUnLycee, coursDUnCfa }: Echelle): Part[] {
  const count = random.pick(school.genre === 'cfa' ? coursDUnCfa : coursDUnLycee);
  const apprentis = school.aDesApprentis ? random.int(1, 3) : 0;
  if (school.genre === 'cfa') return [{ voie: 'apprentissage', count }];
  if (school.genre === 'superieur') return [];
  return [
    school.genre === 'lycee' ? { voie: 'pro', count } : { voie: 'agricole', count: Math.min(5, count + 1) },
    { voie: 'apprentissage', count: apprentis },
  ];
}

/** Deals the courses of all lycées out like cards, in proportion to the number of courses that each of them drew. */
function* deal<T extends Part>(
  seed: number,
  coursParType: Readonly<Record<string, number>>,
  parts: readonly T[],
): Generator<T> {
  const cards = Object.entries(coursParType).flatMap(([type, count]) => Array<string>(count).fill(type));
  const random = createRandom(seed, 'donne');
  const shuffled = cards
    .map((type) => ({ type, draw: random.next() }))
    .sort((left, right) => left.draw - right.draw)
    .map(({ type }) => type);
  const total = parts.reduce((sum, { voie, count }) => sum + (voie === 'pro' ? count : 0), 0);
  let drawn = 0;
  for (const part of parts) {
    if (part.voie !== 'pro') {
      yield part;
      continue;
    }
    const at = (count: number): number => Math.round((shuffled.length * count) / total);
    yield { ...part, types: shuffled.slice(at(drawn), at(drawn + part.count)) };
    drawn += part.count;
  }
}

function* coursOfSchools(carte: Carte, schools: readonly Etablissement[]): Generator<Cours> {
  const { seed, echelle } = carte;
  const drawn = schools.flatMap((school) =>
    partsOf(createRandom(seed, 'taille', school.uai), school, echelle).map((part) => ({ ...part, school })),
  );
  const dealt = echelle.coursParType === null ? drawn : deal(seed, echelle.coursParType, drawn);
  for (const part of dealt) yield* coursOfSchool(carte, part.school, part);
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
function* coursNationaux(seed: number, { lignees }: Echelle, taught: readonly Cours[]): Generator<Cours> {
  const known = new Set(taught.map(({ voie, lignee }) => `${voie}|${lignee.id}`));
  for (const lignee of lignees) {
    for (const voie of ['apprentissage', 'pro'] as const) {
      const isKnown = known.has(`${voie}|${lignee.id}`);
      const cle = `france|${voie}|${lignee.id}`;
      const random = createRandom(seed, cle);
      if (!isEligible(lignee, voie) || !random.chance(isKnown ? 0.5 : 0.8)) continue;
      const taille = isKnown ? 0.5 : 1 + lignee.poids / 40;
      yield { cle, uai: null, region: null, voie, lignee, enUnAn: false, taille, cas: casOf(random, { voie, lignee }) };
    }
  }
}

/** Every course of the fictional country: those of its schools first, then what its regions and France have besides. */
export function* buildOffre(seed: number, echelle: Echelle, schools: readonly Etablissement[]): Generator<Cours> {
  const taught = [...coursOfSchools(createCarte(seed, echelle, schools), schools)];
  yield* taught;
  if (echelle.aDAutresEcoles) yield* coursOfRest(seed, taught);
  yield* coursNationaux(seed, echelle, taught);
}

/** The official code that InserJeunes gives to the leavers of a year: CFD for apprentices, terminal MEFSTAT11 in schools. */
export function codeOf(cours: Cours, annee: number): string | undefined {
  const diplome = diplomeOf(cours.lignee, annee);
  if (!diplome || cours.voie === 'apprentissage') return diplome?.cfd;
  const dispositif = dispositifsOf(diplome).find(({ duree }) => !cours.enUnAn || duree === 1);
  return dispositif && terminalOf(dispositif, diplome.cfd);
}
