import { editionSchema, rapportSchema, type Edition, type Rapport } from '../../domain/edition.ts';
import { NIVEAUX, niveauDeRubrique } from '../../domain/types-diplome.ts';
import { formatDate } from '../../lib/format.ts';
import type { Contexte } from './contexte.ts';
import { toFiche, toFicheEnsemble, type EnsembleRow, type FicheRow } from './fiches.ts';
import type { Identite } from './identites.ts';
import { writeJson } from './write.ts';
import { CodesMontres } from './couverture.ts';

/** How many formations the home page shows as examples. */
const NB_EXEMPLES = 6;
/** Longest title of an example, in characters. */
const LONGUEUR_D_EXEMPLE = 36;

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
  const codes = new CodesMontres();
  const rapport: Rapport = {
    ...contexte.entete,
    ...lecture,
    fiches: await countFiches(contexte, codes),
    couverture_continuum: await codes.toCouverture(contexte.db),
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

/**
 * Open diplomas with a short name and the largest cohorts, so that the examples speak to many: one a type, types in the order in which a
 * pupil meets them.
 */
function toExemples(contexte: Contexte): Edition['exemples'] {
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

/** Records by maille, track and millésime: how many there are, how many show the shares, how many do not and why; `codes` learns who shows them. */
async function countFiches({ db }: Contexte, codes: CodesMontres): Promise<Rapport['fiches']> {
  const counts = new Map<string, Rapport['fiches'][number]>();
  const add = (
    key: { maille: string; filiere: string; millesime: string },
    absence: string | undefined,
    copie = false,
  ): void => {
    const id = `${key.maille} ${key.filiere} ${key.millesime}`;
    const entry = counts.get(id) ?? { ...key, lues: 0, publiees: 0, continuum: 0, continuum_publiees: 0, absences: {} };
    entry.lues += 1;
    if (copie) entry.continuum += 1;
    if (copie && absence === undefined) entry.continuum_publiees += 1;
    if (absence === undefined) entry.publiees += 1;
    else entry.absences[absence] = (entry.absences[absence] ?? 0) + 1;
    counts.set(id, entry);
  };
  for await (const row of db.stream<FicheRow>(`select * from fiches_publiees
     order by maille, filiere, millesime, code_certification, region, uai`)) {
    const fiche = toFiche(row);
    const { maille, filiere, millesime, absence, donnee_source } = fiche;
    add({ maille, filiere, millesime }, absence, donnee_source !== undefined);
    codes.add(fiche);
  }
  for await (const row of db.stream<EnsembleRow>(
    'select * from ensembles_publies order by perimetre, millesime, uai',
  )) {
    const { perimetre, millesime, absence } = toFicheEnsemble(row);
    add({ maille: 'etablissement', filiere: `ensemble (${perimetre})`, millesime }, absence);
  }
  return [...counts].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, entry]) => entry);
}
