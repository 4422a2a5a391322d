import { getRegion, findRegionByDepartement } from '../domain/regions.ts';
import { lettreDeControle } from '../domain/uai.ts';
import type { Echelle, NombresDEcoles } from './echelle.ts';
import nationalJson from './national.json' with { type: 'json' };
import nomsJson from './noms.json' with { type: 'json' };
import { createRandom, pickWeighted, type Random } from './random.ts';
import type { Ville } from './villes.ts';

export type Genre = 'lycee' | 'lycee_agricole' | 'cfa' | 'superieur';

/** A school that does not exist, in a town that does, or near one. */
export interface Etablissement {
  uai: string;
  genre: Genre;
  /** `nature_uai` of the directory (RULES § 18). */
  nature: string;
  nom: string;
  /** Label of the first two cumuls: a third of the names change from year to year (SOURCES § A). */
  nomAncien: string;
  ville: Ville;
  /** INSEE code. */
  region: string;
  estPublic: boolean;
  adresse: string;
  latitude: number;
  longitude: number;
  /** A lycée that also has apprentices. */
  aDesApprentis: boolean;
  /** Does the API answer for this school? Otherwise the open data alone knows it. */
  estDansLApi: boolean;
  /** Trades taught, keys of `PROFILS`. */
  profils: string[];
  /** Last years of the first and last cumuls that the open data have of it. */
  cumuls: readonly [premier: number, dernier: number];
}

/** NSF groups of each family of trades; a school teaches one or two of them, as real ones do. */
export const PROFILS: Record<string, RegExp> = {
  hotellerie: /^(221|334)/,
  commerce: /^(312|313|311)/,
  gestion: /^(300|314|320|324|326)/,
  batiment: /^(227|230|231|232|233|234)/,
  industrie: /^(200|201|223|250|251|254|255)/,
  automobile: /^(252|254|311)/,
  social: /^(330|331|332|343|335)/,
  beaute: /^(336)/,
  services: /^(343|344|334|335)/,
  creation: /^(224|240|242|322|323|234)/,
  agricole: /^21/,
};
const PROFILS_DE_LYCEE = Object.keys(PROFILS).filter((profil) => profil !== 'agricole');
const POIDS_DES_PROFILS: Record<string, number> = { beaute: 0.5, creation: 0.4, services: 0.7, hotellerie: 1.3 };

/** Real UAI numbers of a département end well below 9000: these can never be those of a real school. */
const PREMIER_NUMERO_FICTIF = 9000;
const PREFIXES_CORSE: Record<string, string> = { '2A': '620', '2B': '720' };

function uaiOf(departement: string, rank: number): string {
  if (PREMIER_NUMERO_FICTIF + rank > 9999) throw new Error(`too many schools in département ${departement}`);
  const prefix = PREFIXES_CORSE[departement] ?? departement.padStart(3, '0');
  const digits = `${prefix}${PREMIER_NUMERO_FICTIF + rank}`;
  return digits + lettreDeControle(digits);
}

/** Names of universities and écoles, in the order they are given: those of the demonstration, then as many as a whole country needs. */
function superieurNames(seed: number, estNational: boolean): Record<'universites' | 'ecoles', string[]> {
  const random = createRandom(seed, 'superieur');
  const real = (names: string[]): string[] => pickWeighted(random, names, () => 1, names.length);
  const patrons = [...nomsJson.complements, ...nomsJson.personnes];
  const more = (heads: string[], known: string[]): string[] =>
    estNational
      ? heads.flatMap((head) => patrons.map((patron) => `${head} ${patron}`)).filter((name) => !known.includes(name))
      : [];
  const [universites, ecoles] = [real(nomsJson.universites), real(nomsJson.ecoles)];
  return {
    universites: [...universites, ...more(nationalJson.universites, universites)],
    ecoles: [...ecoles, ...more(nationalJson.ecoles, ecoles)],
  };
}

/** Hands out names so that none is given twice in the country. */
function createNames(seed: number, { fraction }: Echelle): (genre: Genre, ville: Ville, random: Random) => string {
  const estNational = fraction !== null;
  const taken = new Set<string>();
  const prefixes: Record<Exclude<Genre, 'superieur'>, string[]> = {
    lycee: ['Lycée professionnel', 'Lycée professionnel', 'Lycée polyvalent', 'Lycée des métiers'],
    lycee_agricole: ['Lycée agricole', 'Lycée professionnel agricole'],
    cfa: nomsJson.cfa,
  };
  const { universites, ecoles } = superieurNames(seed, estNational);

  return (genre, ville, random) => {
    if (genre === 'superieur') {
      const takeSchool = universites.length === 0 || (ecoles.length > 0 && random.chance(0.35));
      const name = takeSchool ? ecoles.shift() : universites.shift();
      if (name === undefined) throw new Error('no name left for a university');
      return name;
    }
    for (;;) {
      const patron = random.chance(0.3) ? random.pick(nomsJson.personnes) : random.pick(nomsJson.complements);
      const name = `${random.pick(prefixes[genre])} ${patron}`;
      // A whole country has more schools than there are names: the next ones say their town.
      const free = [name, ...(estNational ? [`${name} (${ville.nom})`] : [])].find((choice) => !taken.has(choice));
      if (free === undefined) continue;
      taken.add(free);
      return free;
    }
  };
}

/** Overseas collectivities and Mayotte have schools, and no figure in InserJeunes (RULES § 2). */
export const SANS_CHIFFRES = '06';

const NATURES: Record<Genre, string> = { lycee: '320', lycee_agricole: '307', cfa: '600', superieur: '523' };

function natureOf(genre: Genre, nom: string): string {
  return genre === 'lycee' && nom.startsWith('Lycée polyvalent') ? '306' : NATURES[genre];
}

function profilsOf(genre: Genre, random: Random): string[] {
  if (genre === 'lycee_agricole') return ['agricole'];
  if (genre === 'superieur') return [];
  const profils = pickWeighted(random, PROFILS_DE_LYCEE, (profil) => POIDS_DES_PROFILS[profil] ?? 1, 2);
  return genre === 'cfa' && random.chance(0.15) ? ['agricole', ...profils.slice(0, 1)] : profils;
}

/** `CFA des Tilleuls` was called `CFA des Tilleuls de Blois` before, once in three. */
function formerName(nom: string, ville: Ville, random: Random): string {
  return random.chance(0.33) ? `${nom} - ${ville.nom}` : nom;
}

function genresOf([lycees, agricoles, cfa, superieur]: NombresDEcoles): Genre[] {
  return [
    ...Array<Genre>(lycees - agricoles).fill('lycee'),
    ...Array<Genre>(agricoles).fill('lycee_agricole'),
    ...Array<Genre>(cfa).fill('cfa'),
    ...Array<Genre>(superieur).fill('superieur'),
  ];
}

const TOUS_LES_CUMULS = [2019, 2024] as const;

/**
 * CFA come and go: the first cumul has those of the first ranks, each next one leaves some of the oldest and takes new ones in, so that every
 * cumul has as many as it must and every CFA is in cumuls that follow each other.
 */
function withCumuls(seed: number, schools: readonly Etablissement[], counts: readonly number[]): Etablissement[] {
  const drawn = (uai: string): number => createRandom(seed, 'cumuls', uai).next();
  const cfa = schools
    .filter(({ genre, region }) => genre === 'cfa' && region !== SANS_CHIFFRES)
    .map(({ uai }) => ({ uai, draw: drawn(uai) }));
  const ranks = new Map(cfa.sort((left, right) => left.draw - right.draw).map(({ uai }, rank) => [uai, rank]));
  const gone = Math.max(0, cfa.length - (counts.at(-1) ?? 0));
  const windows = counts.map((count, index) => {
    const start = Math.round((gone * index) / (counts.length - 1));
    return { annee: TOUS_LES_CUMULS[0] + index, start, end: start + count };
  });
  return schools.map((school) => {
    const rank = ranks.get(school.uai);
    if (rank === undefined) return school;
    const annees = windows.filter(({ start, end }) => start <= rank && rank < end).map(({ annee }) => annee);
    const [premier, dernier] = [annees[0] ?? Infinity, annees.at(-1) ?? -Infinity];
    return { ...school, cumuls: [premier, dernier], estDansLApi: school.estDansLApi && dernier === TOUS_LES_CUMULS[1] };
  });
}

function placeOf(random: Random, ville: Ville): Pick<Etablissement, 'adresse' | 'latitude' | 'longitude'> {
  const near = (centre: number): number => Math.round((centre + random.normal() * 0.006) * 1e6) / 1e6;
  const adresse = `${random.int(1, 180)} ${random.pick(nomsJson.voies)}`;
  return { adresse, latitude: near(ville.lat), longitude: near(ville.lon) };
}

const estDansLApi = (random: Random, { parts }: Echelle, genre: Genre, region: string): boolean =>
  region !== SANS_CHIFFRES && genre !== 'superieur' && random.chance(genre === 'cfa' ? parts.apiCfa : parts.api);

/** Every school, region by region. The number of schools does not depend on the seed; their names, towns and trades do. */
export function buildEtablissements(seed: number, echelle: Echelle): Etablissement[] {
  const nameOf = createNames(seed, echelle);
  const ranks = new Map<string, number>();
  const regionOf = (ville: Ville): string | undefined => findRegionByDepartement(ville.departement)?.code;
  const villesOf = Map.groupBy(echelle.villes, regionOf);
  const schools = Object.entries(echelle.ecoles).flatMap(([region, nombres]) => {
    const villes = villesOf.get(region) ?? [];
    return genresOf(nombres).map((genre, index): Etablissement => {
      const random = createRandom(seed, 'etablissement', region, index);
      const ville = random.pick(villes);
      const rank = (ranks.get(ville.departement) ?? random.int(1, 9)) + random.int(1, 7);
      ranks.set(ville.departement, rank);
      const nom = nameOf(genre, ville, random);
      return {
        uai: uaiOf(ville.departement, rank),
        genre,
        nature: natureOf(genre, nom),
        nom,
        nomAncien: formerName(nom, ville, random),
        ville,
        region: getRegion(region).code,
        estPublic: genre === 'superieur' ? nom.startsWith('Univ') : random.chance(genre === 'cfa' ? 0.4 : 0.8),
        ...placeOf(random, ville),
        aDesApprentis: genre.startsWith('lycee') && random.chance(echelle.parts.apprentis),
        estDansLApi: estDansLApi(random, echelle, genre, region),
        profils: profilsOf(genre, random),
        cumuls: TOUS_LES_CUMULS,
      };
    });
  });
  return echelle.cfaParCumul === null ? schools : withCumuls(seed, schools, echelle.cfaParCumul);
}
