import { type Ligne, measured } from './insersup-mesures.ts';
import { ENSEMBLE, figures, identity, openDataLines, toLine, type Ventilation } from './insersup-ouvert.ts';
import type { Modele } from './modele.ts';
import { prelever } from './repartition.ts';
import { type Promotion, promotionNationale, promotionOf, PROMOTIONS, salairesSuperieur } from './superieur.ts';

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
  salaires: readonly number[],
): Generator<Ligne> {
  const mesuree = measured(annee, promotionOfYear);
  for (const ventilation of ventilations) yield { ...start, ...figures(mesuree, ventilation, salaires) };
}

function* nationalRows({ seed, superieur }: Modele, ventilations: readonly Ventilation[]): Generator<Ligne> {
  for (const annee of PROMOTIONS) {
    for (const diplome of superieur.diplomes) {
      const of = (year: number): Promotion => promotionNationale(seed, superieur, diplome, year);
      const salaires = salairesSuperieur(seed, diplome, annee);
      yield* croisements(identity(diplome, undefined), annee, of, ventilations, salaires);
    }
  }
}

/** The schools of the country, each of them with these breakdowns. */
function* schoolRows({ seed, superieur }: Modele, ventilations: readonly Ventilation[]): Generator<Ligne> {
  for (const school of superieur.ecoles) {
    for (const diplome of superieur.diplomesDe(school)) {
      const of = (year: number): Promotion => promotionOf(seed, school, diplome, year);
      const start = identity(diplome, school);
      for (const annee of PROMOTIONS)
        yield* croisements(start, annee, of, ventilations, salairesSuperieur(seed, diplome, annee));
    }
  }
}

/** The same schools again and again, each time as another site with figures of its own: the real data set has hundreds of them. */
function* siteRows({ seed, superieur }: Modele): Generator<Ligne> {
  for (let site = 2; ; site += 1) {
    for (const school of superieur.ecoles) {
      for (const diplome of superieur.diplomesDe(school)) {
        const start = identity(diplome, { ...school, nom: `${school.nom}, site ${site}` });
        const of = (year: number): Promotion => promotionOf(seed + site, school, diplome, year);
        for (const annee of PROMOTIONS)
          yield* croisements(start, annee, of, [ENSEMBLE, ...CROISEMENTS], salairesSuperieur(seed, diplome, annee));
      }
    }
  }
}

/** How many breakdowns of each promotion it takes to have about `lignes` rows: a real data set has some twenty, the same everywhere. */
function croisementsPour({ superieur }: Modele, lignes: number): Ventilation[] {
  const courses = superieur.ecoles.reduce((sum, ecole) => sum + superieur.diplomesDe(ecole).length, 0);
  const promotions = (courses + superieur.diplomes.length) * PROMOTIONS.length;
  return prelever(CROISEMENTS, Math.floor(lignes / promotions));
}

/** Where more rows come from: every breakdown of few schools in the demonstration, some breakdowns of every school in a whole country. */
function* moreRows(modele: Modele, lignes: number): Generator<Ligne> {
  if (modele.echelle.fraction === null) {
    yield* nationalRows(modele, CROISEMENTS);
  } else {
    const ventilations = croisementsPour(modele, lignes);
    yield* nationalRows(modele, ventilations);
    yield* schoolRows(modele, ventilations);
  }
  yield* siteRows(modele);
}

/**
 * `fr-esr-insersup` at the size of the real data set: the rows of the demonstration, then more breakdowns, in France and by school, until there
 * are `lignes` rows. They come one by one: memory does not grow with the file.
 */
export function* volumeLines(modele: Modele, lignes: number): Generator<string> {
  let rank = -1;
  for (const line of openDataLines(modele)) {
    if (rank === lignes) return;
    rank += 1;
    yield line;
  }
  for (const ligne of moreRows(modele, lignes - rank)) {
    if (rank >= lignes) return;
    rank += 1;
    yield toLine(ligne, rank);
  }
}
