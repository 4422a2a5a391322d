import { editionSchema, type Edition } from '../../domain/edition.ts';
import { NIVEAUX, niveauDeRubrique } from '../../domain/types-diplome.ts';
import { formatDate } from '../../lib/format.ts';
import type { Contexte } from './contexte.ts';
import type { Identite } from './identites.ts';
import { writeJson } from './write.ts';

/** How many formations the home page shows as examples. */
const NB_EXEMPLES = 6;
/** Longest title of an example, in characters. */
const LONGUEUR_D_EXEMPLE = 36;

/** Writes `index.json`: what the home page says and what every page needs to know of the edition; after every file that it tells of. */
export async function writeEdition(contexte: Contexte, today: string, empreinte: Edition['empreinte']): Promise<void> {
  const millesimes = await contexte.db.all<{ cle: string; millesime: string }>(
    `select maille || '/' || filiere as cle, max_by(millesime, right(millesime, 4) || length(millesime)::varchar) as millesime
     from fiches_publiees group by all
     union all
     select 'ensemble/' || perimetre, max(millesime) from ensembles_publies group by perimetre
     order by cle`,
  );
  const edition: Edition = {
    ...contexte.entete,
    date: today,
    millesimes: Object.fromEntries(millesimes.map(({ cle, millesime }) => [cle, millesime])),
    nb_formations: contexte.identites.size,
    nb_formations_avec_chiffres: countShown(contexte),
    nb_etablissements: contexte.etablissements.size,
    nb_regions: new Set([...contexte.couverture.values()].flatMap(({ regions }) => [...regions])).size,
    exemples: toExemples(contexte),
    empreinte,
  };
  writeJson(contexte.effects, 'index.json', editionSchema, edition);
}

/** The name of an edition, said in every file and page: « Édition du 24 novembre 2026 ». */
export function nomDEdition(today: string): string {
  return `Édition du ${formatDate(today)}`;
}

/** Pages of formations that show a figure. */
export function countShown(contexte: Contexte): number {
  return [...contexte.resumes.values()].filter(({ absence }) => absence === undefined).length;
}

/**
 * Open diplomas with a short name and the largest cohorts, so that the examples speak to many: one a type, types in the order in which a
 * pupil meets them.
 */
export function toExemples(contexte: Contexte): Edition['exemples'] {
  const cohort = ({ code }: Identite): number =>
    Math.max(
      0,
      ...(contexte.resumes.get(code)?.cartes ?? []).map((carte) =>
        // An example speaks of itself: the figures of another diploma are left to it.
        carte.parts === null || carte.donnee_source !== undefined ? 0 : (carte.nb_annee_term ?? 0),
      ),
    );
  const candidates = [...contexte.identites.values()].filter(
    (identite) => !identite.est_fermee && identite.titre.length <= LONGUEUR_D_EXEMPLE && cohort(identite) > 0,
  );
  const rang = ({ type, diplome }: Identite): number =>
    NIVEAUX.findIndex(({ code }) => code === niveauDeRubrique(type.slug, diplome?.code));
  const largest = candidates.sort((left, right) => cohort(right) - cohort(left) || (left.code < right.code ? -1 : 1));
  const best = [...Map.groupBy(largest, ({ type }) => type.slug).values()].flatMap(([first]) => first ?? []);
  return best
    .slice(0, NB_EXEMPLES)
    .sort((left, right) => rang(left) - rang(right))
    .flatMap(({ code }) => contexte.resumes.get(code) ?? []);
}
