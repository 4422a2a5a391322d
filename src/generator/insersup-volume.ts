import type { Etablissement } from './etablissements.ts';
import { type Ligne, measured, schoolsOfSuperieur } from './insersup-mesures.ts';
import { ENSEMBLE, figures, identity, openDataLines, toLine, type Ventilation } from './insersup-ouvert.ts';
import type { Modele } from './modele.ts';
import {
  type DiplomeSise,
  diplomesDe,
  DIPLOMES_SISE,
  isOffered,
  type Promotion,
  promotionNationale,
  promotionOf,
  PROMOTIONS,
} from './superieur.ts';

/** Values of the four breakdowns, with the share of a promotion that each covers: « ensemble » first. */
const GENRES = [
  ['ensemble', 1],
  ['femme', 0.54],
  ['homme', 0.46],
] as const;
const NATIONALITES = [
  ['ensemble', 1],
  ['français', 0.87],
  ['étranger', 0.13],
] as const;
const OBTENTIONS = [
  ['ensemble', 1],
  ['diplômé', 0.91],
  ['non diplômé', 0.09],
] as const;
const REGIMES = [
  ['ensemble', 1],
  ['formation initiale', 0.7],
  ['apprentissage', 0.2],
  ['formation continue', 0.1],
] as const;

/** Every crossing of the breakdowns but the first, all of them « ensemble », whose rows the demonstration has already. */
const CROISEMENTS: readonly Ventilation[] = GENRES.flatMap(([genre, a]) =>
  NATIONALITES.flatMap(([nationalite, b]) =>
    OBTENTIONS.flatMap(([obtention_diplome, c]) =>
      REGIMES.map(([regime_inscription, d]) => ({
        genre,
        nationalite,
        obtention_diplome,
        regime_inscription,
        part: a * b * c * d,
      })),
    ),
  ),
).slice(1);

function* croisements(
  start: Ligne,
  annee: number,
  promotionOfYear: (annee: number) => Promotion,
  ventilations: readonly Ventilation[],
): Generator<Ligne> {
  const mesuree = measured(annee, promotionOfYear);
  for (const ventilation of ventilations) yield { ...start, ...figures(mesuree, ventilation, []) };
}

function* nationalRows({ seed }: Modele, schools: readonly Etablissement[]): Generator<Ligne> {
  for (const annee of PROMOTIONS) {
    for (const diplome of DIPLOMES_SISE.filter(isOffered)) {
      const of = (year: number): Promotion => promotionNationale(seed, schools, diplome, year);
      yield* croisements(identity(diplome, undefined), annee, of, CROISEMENTS);
    }
  }
}

/** The same schools again and again, each time as another site with figures of its own: the real data set has hundreds of them. */
function* schoolRows({ seed }: Modele, schools: readonly Etablissement[]): Generator<Ligne> {
  const courses = schools.map((school): [Etablissement, DiplomeSise[]] => [school, diplomesDe(seed, school)]);
  for (let site = 2; ; site += 1) {
    for (const [school, diplomes] of courses) {
      for (const diplome of diplomes) {
        const start = identity(diplome, { ...school, nom: `${school.nom}, site ${site}` });
        const of = (year: number): Promotion => promotionOf(seed + site, school, diplome, year);
        for (const annee of PROMOTIONS) yield* croisements(start, annee, of, [ENSEMBLE, ...CROISEMENTS]);
      }
    }
  }
}

/**
 * `fr-esr-insersup` at the size of the real data set: the rows of the demonstration, then every breakdown of every diploma, in France and by
 * school, until there are `lignes` rows. They come one by one: memory does not grow with the file.
 */
export function* volumeLines(modele: Modele, lignes: number): Generator<string> {
  let rank = -1;
  for (const line of openDataLines(modele)) {
    if (rank === lignes) return;
    rank += 1;
    yield line;
  }
  const schools = schoolsOfSuperieur(modele);
  for (const rows of [nationalRows(modele, schools), schoolRows(modele, schools)]) {
    for (const ligne of rows) {
      if (rank >= lignes) return;
      rank += 1;
      yield toLine(ligne, rank);
    }
  }
}
