import { editionSchema, rapportSchema, type Edition, type Rapport } from '../../domain/edition.ts';
import { formatDate } from '../../lib/format.ts';
import type { Contexte } from './contexte.ts';
import { toFiche, toFicheEnsemble, type EnsembleRow, type FicheRow } from './fiches.ts';
import { writeJson } from './write.ts';

/** How many formations the home page shows as examples. */
const NB_EXEMPLES = 6;

/** Writes `index.json`: what the home page says and what every page needs to know of the edition. */
export async function writeEdition(contexte: Contexte, today: string): Promise<void> {
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
  };
  writeJson(contexte.effects, 'index.json', editionSchema, edition);
}

/** Writes `rapport.json`, and the same as the twin of the page « qualité ». */
export async function writeRapport(
  contexte: Contexte,
  lecture: Pick<Rapport, 'sources' | 'fichiers_ignores' | 'refus'>,
  anomalies: Rapport['anomalies'],
): Promise<Rapport> {
  const rapport: Rapport = {
    ...contexte.entete,
    ...lecture,
    fiches: await countFiches(contexte),
    anomalies,
    pages: {
      formations: contexte.identites.size,
      formations_avec_chiffres: countShown(contexte),
      etablissements: contexte.etablissements.size,
      regions: new Set([...contexte.couverture.values()].flatMap(({ regions }) => [...regions])).size,
    },
  };
  writeJson(contexte.effects, 'rapport.json', rapportSchema, rapport);
  return rapport;
}

/** The name of an edition, said in every file and page: « Édition du 24 novembre 2026 ». */
export function nomDEdition(today: string): string {
  return `Édition du ${formatDate(today)}`;
}

function countShown(contexte: Contexte): number {
  return [...contexte.resumes.values()].filter(({ absence }) => absence === undefined).length;
}

/** Diplomas with the largest cohorts, one of each type, so that the examples speak to many. */
function toExemples(contexte: Contexte): Edition['exemples'] {
  const cohort = (code: string): number =>
    Math.max(
      0,
      ...(contexte.resumes.get(code)?.cartes ?? []).map((carte) => (carte.parts ? (carte.nb_annee_term ?? 0) : 0)),
    );
  const open = [...contexte.identites.values()].filter(({ est_fermee, code }) => !est_fermee && cohort(code) > 0);
  const largest = open.sort(
    (left, right) => cohort(right.code) - cohort(left.code) || (left.code < right.code ? -1 : 1),
  );
  const byType = Map.groupBy(largest, ({ type }) => type.slug);
  return [...byType.values()]
    .flatMap((group) => group.slice(0, 2))
    .slice(0, NB_EXEMPLES)
    .map(({ titre, slug }) => ({ titre, slug }));
}

/** Records by maille, track and millésime: how many were read, how many show the shares, how many do not and why. */
async function countFiches({ db }: Contexte): Promise<Rapport['fiches']> {
  const counts = new Map<string, Rapport['fiches'][number]>();
  const add = (key: { maille: string; filiere: string; millesime: string }, absence: string | undefined): void => {
    const id = `${key.maille} ${key.filiere} ${key.millesime}`;
    const entry = counts.get(id) ?? { ...key, lues: 0, publiees: 0, absences: {} };
    entry.lues += 1;
    if (absence === undefined) entry.publiees += 1;
    else entry.absences[absence] = (entry.absences[absence] ?? 0) + 1;
    counts.set(id, entry);
  };
  for await (const row of db.stream<FicheRow>('select * from fiches_publiees')) {
    const { maille, filiere, millesime, absence } = toFiche(row);
    add({ maille, filiere, millesime }, absence);
  }
  for await (const row of db.stream<EnsembleRow>('select * from ensembles_publies')) {
    const { perimetre, millesime, absence } = toFicheEnsemble(row);
    add({ maille: 'etablissement', filiere: `ensemble (${perimetre})`, millesime }, absence);
  }
  return [...counts].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, entry]) => entry);
}
