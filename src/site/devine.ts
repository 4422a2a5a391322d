import {
  MAILLES_DE_FRANCE,
  MAILLES_DE_REGION,
  questionsDeFeuille,
  questionsDuQuiz,
  type Feuille,
  type PageDevine,
  type Question,
} from '../domain/devine.ts';
import { dansLaRegion } from '../domain/regions.ts';
import { jsonTwin, urls } from '../lib/urls.ts';
import { listListes, listRegions, readEdition, readListe, readRegion, readSommaire } from './read.ts';

/** The short name of each type, « CAP », by its slug: the pages of regions tell it. */
function nomsDesTypes(): Map<string, string> {
  return new Map(
    listRegions().flatMap((slug) => readRegion(slug).types.map(({ slug: type, libelle }) => [type, libelle])),
  );
}

function feuillesDeFrance(): Feuille[] {
  const noms = nomsDesTypes();
  return listListes('diplome').flatMap((type) => {
    const { formations, titre } = readListe('diplome', type);
    const questions = questionsDeFeuille(formations, MAILLES_DE_FRANCE);
    const libelle = noms.get(type) ?? titre;
    const twin = jsonTwin(urls.diplome(type));
    return questions === undefined ? [] : [{ lieu: 'france', lieuEnMots: 'en France', type, libelle, questions, twin }];
  });
}

function feuillesDeRegion(slug: string): Feuille[] {
  const region = readRegion(slug);
  return region.types.flatMap(({ slug: type, libelle, formations }) => {
    const questions = questionsDeFeuille(formations, MAILLES_DE_REGION);
    const twin = jsonTwin(urls.region(slug));
    return questions === undefined
      ? []
      : [{ lieu: slug, lieuEnMots: dansLaRegion(region), type, libelle, questions, twin }];
  });
}

let feuilles: Feuille[] | undefined;

/** Every class sheet: France first, then the regions by slug; types in the order of the summary. Read once for a build. */
export function listFeuilles(): Feuille[] {
  feuilles ??= [feuillesDeFrance(), ...listRegions().map(feuillesDeRegion)].flatMap((group) =>
    group.sort(byRang(rangDesTypes())),
  );
  return feuilles;
}

const rangDesTypes = (): Map<string, number> =>
  new Map(
    readSommaire()
      .niveaux.flatMap(({ types }) => types)
      .map(({ slug }, rank) => [slug, rank]),
  );

const byRang =
  (rangs: ReadonlyMap<string, number>) =>
  (left: Feuille, right: Feuille): number =>
    (rangs.get(left.type) ?? Infinity) - (rangs.get(right.type) ?? Infinity) || (left.type < right.type ? -1 : 1);

/** The questions of the quiz, types in the order of the summary. */
export function readQuiz(): Question[] {
  const types = readSommaire().niveaux.flatMap((niveau) => niveau.types);
  const known = new Set(listListes('diplome'));
  return questionsDuQuiz(
    types.filter(({ slug }) => known.has(slug)).map(({ slug }) => readListe('diplome', slug).formations),
  );
}

/** `/devine.json` */
export function readDevine(): PageDevine {
  const { edition, donnees_fictives } = readEdition();
  return {
    edition,
    ...(donnees_fictives === undefined ? {} : { donnees_fictives }),
    questions: readQuiz(),
    feuilles: listFeuilles().map(({ lieu, type, libelle, questions }) => ({
      lieu,
      type,
      libelle,
      maille: lieu === 'france' ? 'nationale' : 'regionale',
      nombre: questions.length,
    })),
  };
}
