import { z } from 'zod';

import { ficheSchema, mailleSchema, type Fiche, type Parts } from './fiche.ts';
import { enteteShape } from './formation.ts';
import { resumeFormationSchema, type ResumeFormation } from './listes.ts';
import { compareMillesimes } from './millesime.ts';

/*
 * « Devine, puis regarde » (UNDERSTANDABLE §§ 3.14, 4.5): which courses to ask about. Chosen by rule from the published lists, never by hand.
 */

/** Below 50 young people one of them weighs more than 2 out of 100: a guess would be judged on chance. */
export const EFFECTIF_MINIMAL = 50;
/** The quiz is for everyone: the courses that many take. */
export const EFFECTIF_DU_QUIZ = 200;
/** Regions added up say something of France when they are at least so many. */
const REGIONS_MINIMALES = 5;
/** A sheet with fewer questions is no lesson; with more, it no longer fits one A4 page. */
export const QUESTIONS_MINIMALES = 6;
export const QUESTIONS_MAXIMALES = 10;
/** Of a type, the courses that most pupils take: the ones that a class knows. */
const PLUS_SUIVIES = 30;
/** The quiz asks two questions about each of so many types. */
const TYPES_DU_QUIZ = 5;

export const questionSchema = z.strictObject({
  formation: resumeFormationSchema.pick({ code: true, slug: true, titre: true, type: true }),
  fiche: ficheSchema,
});
/** A course and the record that answers; its shares are known. */
export interface Question {
  formation: Pick<ResumeFormation, 'code' | 'slug' | 'titre' | 'type'>;
  fiche: Fiche & { parts: Parts; nb_annee_term: number };
}

/** A class sheet: its questions, and what its page says of it. */
export interface Feuille {
  /** `france`, or the slug of a region. */
  lieu: string;
  /** « en France », « en Bretagne » */
  lieuEnMots: string;
  type: string;
  libelle: string;
  questions: Question[];
  /** The published file that holds the records of the questions. */
  twin: string;
}

/** `/devine.json`: the questions of the quiz, with the records that answer them, and the sheets. */
export const pageDevineSchema = z.strictObject({
  ...enteteShape,
  questions: z.array(questionSchema),
  feuilles: z.array(
    z.strictObject({
      /** `france`, or the slug of a region. */
      lieu: z.string(),
      type: z.string(),
      libelle: z.string(),
      maille: mailleSchema,
      nombre: z.int().positive(),
    }),
  ),
});
export type PageDevine = z.infer<typeof pageDevineSchema>;

const compareCodes = (left: Question, right: Question): number =>
  left.formation.code < right.formation.code ? -1 : Number(left.formation.code !== right.formation.code);

/** Largest cohorts first. */
const byCohort = (left: Question, right: Question): number =>
  right.fiche.nb_annee_term - left.fiche.nb_annee_term || compareCodes(left, right);

const byEmploi = (left: Question, right: Question): number =>
  left.fiche.parts.emploi - right.fiche.parts.emploi || compareCodes(left, right);

/** In the order of the names, so that the place of a question does not tell its answer. */
const byTitle = (left: Question, right: Question): number =>
  left.formation.titre.localeCompare(right.formation.titre, 'fr') || compareCodes(left, right);

/** A record that can answer: enough young people, figures that are the course's own. */
function repond(fiche: Fiche, effectif: number): fiche is Question['fiche'] {
  if (fiche.maille === 'regions' && (fiche.nb_regions ?? 0) < REGIONS_MINIMALES) return false;
  return fiche.parts !== null && fiche.donnee_source === undefined && (fiche.nb_annee_term ?? 0) >= effectif;
}

/** One question for each open course, about the track that most pupils take among the records of the asked place. */
function candidates(
  formations: readonly ResumeFormation[],
  mailles: readonly Fiche['maille'][],
  effectif = EFFECTIF_MINIMAL,
): Question[] {
  return formations.flatMap(({ code, slug, titre, type, est_fermee, cartes }) => {
    if (est_fermee) return [];
    const formation = { code, slug, titre, type };
    const questions = cartes
      .filter((fiche) => repond(fiche, effectif))
      .filter(({ maille }) => mailles.includes(maille))
      .map((fiche) => ({ formation, fiche }));
    return questions.sort(byCohort).slice(0, 1);
  });
}

/** The newest cohort of the list; a sheet is about one. */
function derniereMillesime(questions: readonly Question[]): Question[] {
  const [newest] = questions.map(({ fiche }) => fiche.millesime).sort(compareMillesimes);
  return questions.filter(({ fiche }) => fiche.millesime === newest);
}

/** `count` items of a sorted list, the first and the last among them, evenly spaced. */
function espacer<T>(items: readonly T[], count: number): T[] {
  if (items.length <= count) return [...items];
  const step = (items.length - 1) / (count - 1);
  return Array.from({ length: count }, (_, rank) => items[Math.round(rank * step)]).filter(
    (item) => item !== undefined,
  );
}

/** Which records answer for a place: those of the region, or those of France (the regions added up, where the source has no other). */
export const MAILLES_DE_FRANCE: readonly Fiche['maille'][] = ['nationale', 'regions'];
export const MAILLES_DE_REGION: readonly Fiche['maille'][] = ['regionale'];

/**
 * The questions of a class sheet: of the newest cohort, the 30 courses with most pupils, then 10 of them evenly spaced from the one with fewest
 * young people at work to the one with most, by name. None when fewer than 6 courses are well covered.
 */
export function questionsDeFeuille(
  formations: readonly ResumeFormation[],
  mailles: readonly Fiche['maille'][],
): Question[] | undefined {
  const known = derniereMillesime(candidates(formations, mailles));
  if (known.length < QUESTIONS_MINIMALES) return undefined;
  const taken = known.sort(byCohort).slice(0, PLUS_SUIVIES).sort(byEmploi);
  return espacer(taken, QUESTIONS_MAXIMALES).sort(byTitle);
}

const effectifTotal = (questions: readonly Question[]): number =>
  questions.reduce((total, { fiche }) => total + fiche.nb_annee_term, 0);

/**
 * The questions of the quiz: of the 5 diploma types with most young people, of at least 200 young people, the two courses that are
 * furthest apart among the 30 with most pupils: the one after which fewest were working, and the one after which most were. `types`: the formations of each type, in the order to show them.
 */
export function questionsDuQuiz(types: readonly (readonly ResumeFormation[])[]): Question[] {
  const known = types
    .map((formations) => derniereMillesime(candidates(formations, MAILLES_DE_FRANCE, EFFECTIF_DU_QUIZ)))
    .filter((questions) => questions.length >= QUESTIONS_MINIMALES);
  const retained = new Set(
    [...known].sort((left, right) => effectifTotal(right) - effectifTotal(left)).slice(0, TYPES_DU_QUIZ),
  );
  return known
    .filter((questions) => retained.has(questions))
    .flatMap((questions) => espacer(questions.sort(byCohort).slice(0, PLUS_SUIVIES).sort(byEmploi), 2).sort(byTitle));
}

/** The ranges to guess from; they cover 0 to 100, each number once. */
export const TRANCHES = [
  { min: 0, max: 15 },
  { min: 16, max: 30 },
  { min: 31, max: 45 },
  { min: 46, max: 60 },
  { min: 61, max: 100 },
] as const;

/** Where a guess stands from the number: « juste », « trop_bas », « trop_haut ». */
export function ecartDeTranche(
  { min, max }: { min: number; max: number },
  valeur: number,
): 'juste' | 'trop_bas' | 'trop_haut' {
  if (valeur < min) return 'trop_haut';
  return valeur > max ? 'trop_bas' : 'juste';
}
