import { ajouter, compteVide, type Couverture } from '../../domain/couverture.ts';
import { rapportSchema, type Rapport } from '../../domain/edition.ts';
import type { Contexte } from './contexte.ts';
import { CodesMontres } from './couverture-continuum.ts';
import { entryOf, sortedValues, toCouverture } from './couverture.ts';
import { loadDesaccords } from './desaccords.ts';
import { countShown } from './edition.ts';
import { toFiche, toFicheEnsemble, type EnsembleRow, type FicheRow } from './fiches.ts';
import { writeJson } from './write.ts';

/** Writes `rapport.json`, and the same as the twin of the page « qualité ». */
export async function writeRapport(
  contexte: Contexte,
  { secret, ...lecture }: Pick<Rapport, 'sources' | 'fichiers_ignores' | 'refus' | 'secret'>,
  anomalies: Rapport['anomalies'],
): Promise<Rapport> {
  const { db, effects, entete, revisions } = contexte;
  const codes = new CodesMontres();
  const { fiches, parType } = await countFiches(contexte, codes);
  const rapport: Rapport = {
    ...entete,
    ...lecture,
    fiches,
    couverture: toCouverture(contexte, parType),
    couverture_continuum: await codes.toCouverture(db),
    desaccords: await loadDesaccords(db),
    ...(revisions === undefined ? {} : { revisions: revisions.finish(effects, entete) }),
    secret,
    anomalies,
    pages: {
      formations: contexte.identites.size,
      formations_avec_chiffres: countShown(contexte),
      etablissements: contexte.etablissements.size,
      regions: new Set([...contexte.couverture.values()].flatMap(({ regions }) => [...regions])).size,
    },
  };
  writeJson(effects, 'rapport.json', rapportSchema, rapport);
  return rapport;
}

/** Records by maille, track and millésime: how many were read, how many show the shares, how many do not and why; and by diploma type too; `codes` learns which codes show them. */
async function countFiches(
  { db, identites }: Contexte,
  codes: CodesMontres,
): Promise<{ fiches: Rapport['fiches']; parType: Couverture['fiches'] }> {
  const counts = new Map<string, Rapport['fiches'][number]>();
  const parType = new Map<string, Couverture['fiches'][number]>();
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
    const type = identites.get(row.formation)?.type;
    if (type === undefined) throw new Error(`figures without a formation: ${row.formation}`);
    const cle = { type: type.slug, libelle: type.libelle, filiere, maille, millesime };
    ajouter(
      entryOf(parType, Object.values(cle).join(' '), () => ({ ...cle, ...compteVide() })),
      absence,
    );
  }
  for await (const row of db.stream<EnsembleRow>(
    'select * from ensembles_publies order by perimetre, millesime, uai',
  )) {
    const { perimetre, millesime, absence } = toFicheEnsemble(row);
    add({ maille: 'etablissement', filiere: `ensemble (${perimetre})`, millesime }, absence);
  }
  return { fiches: sortedValues(counts), parType: sortedValues(parType) };
}
