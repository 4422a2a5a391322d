import { getRegion, findRegionByDepartement } from '../domain/regions.ts';
import { lettreDeControle } from '../domain/uai.ts';
import nomsJson from './noms.json' with { type: 'json' };
import { createRandom, pickWeighted, type Random } from './random.ts';
import villesJson from './villes.json' with { type: 'json' };

export type Genre = 'lycee' | 'lycee_agricole' | 'cfa' | 'superieur';

export type Ville = (typeof villesJson.villes)[number];

/** A school that does not exist, in a town that does. */
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
}

/** 300 schools: [lycées, of which agricultural, CFA, universities and écoles] by INSEE region code. */
const NOMBRES: Record<string, readonly [lycees: number, agricoles: number, cfa: number, superieur: number]> = {
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
};

export const REGIONS_FICTIVES = Object.keys(NOMBRES);

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
  const prefix = PREFIXES_CORSE[departement] ?? departement.padStart(3, '0');
  const digits = `${prefix}${PREMIER_NUMERO_FICTIF + rank}`;
  return digits + lettreDeControle(digits);
}

/** Hands out names so that none is given twice in the country. */
function createNames(seed: number): (genre: Genre, random: Random) => string {
  const taken = new Set<string>();
  const prefixes: Record<Exclude<Genre, 'superieur'>, string[]> = {
    lycee: ['Lycée professionnel', 'Lycée professionnel', 'Lycée polyvalent', 'Lycée des métiers'],
    lycee_agricole: ['Lycée agricole', 'Lycée professionnel agricole'],
    cfa: nomsJson.cfa,
  };
  const superieur = createRandom(seed, 'superieur');
  const universities = pickWeighted(superieur, nomsJson.universites, () => 1, nomsJson.universites.length);
  const schools = pickWeighted(superieur, nomsJson.ecoles, () => 1, nomsJson.ecoles.length);

  return (genre, random) => {
    if (genre === 'superieur') {
      const takeSchool = universities.length === 0 || (schools.length > 0 && random.chance(0.35));
      const name = takeSchool ? schools.shift() : universities.shift();
      if (name === undefined) throw new Error('no name left for a university');
      return name;
    }
    for (;;) {
      const patron = random.chance(0.3) ? random.pick(nomsJson.personnes) : random.pick(nomsJson.complements);
      const name = `${random.pick(prefixes[genre])} ${patron}`;
      if (!taken.has(name)) {
        taken.add(name);
        return name;
      }
    }
  };
}

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

function genresOf(region: string): Genre[] {
  const counts = NOMBRES[region];
  if (!counts) throw new Error(`no schools planned in region ${region}`);
  const [lycees, agricoles, cfa, superieur] = counts;
  return [
    ...Array<Genre>(lycees - agricoles).fill('lycee'),
    ...Array<Genre>(agricoles).fill('lycee_agricole'),
    ...Array<Genre>(cfa).fill('cfa'),
    ...Array<Genre>(superieur).fill('superieur'),
  ];
}

/** Every school, region by region. The number of schools does not depend on the seed; their names, towns and trades do. */
export function buildEtablissements(seed: number): Etablissement[] {
  const nameOf = createNames(seed);
  const ranks = new Map<string, number>();
  return REGIONS_FICTIVES.flatMap((region) => {
    const villes = villesJson.villes.filter(({ departement }) => findRegionByDepartement(departement)?.code === region);
    return genresOf(region).map((genre, index): Etablissement => {
      const random = createRandom(seed, 'etablissement', region, index);
      const ville = random.pick(villes);
      const rank = (ranks.get(ville.departement) ?? random.int(1, 9)) + random.int(1, 7);
      ranks.set(ville.departement, rank);
      const nom = nameOf(genre, random);
      return {
        uai: uaiOf(ville.departement, rank),
        genre,
        nature: natureOf(genre, nom),
        nom,
        nomAncien: formerName(nom, ville, random),
        ville,
        region: getRegion(region).code,
        estPublic: genre === 'superieur' ? nom.startsWith('Univ') : random.chance(genre === 'cfa' ? 0.4 : 0.8),
        adresse: `${random.int(1, 180)} ${random.pick(nomsJson.voies)}`,
        latitude: Math.round((ville.lat + random.normal() * 0.006) * 1e6) / 1e6,
        longitude: Math.round((ville.lon + random.normal() * 0.006) * 1e6) / 1e6,
        aDesApprentis: genre.startsWith('lycee') && random.chance(0.3),
        estDansLApi: region !== '06' && genre !== 'superieur' && random.chance(0.75),
        profils: profilsOf(genre, random),
      };
    });
  });
}
