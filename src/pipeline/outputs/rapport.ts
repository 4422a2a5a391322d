import { rapportSchema, type Rapport } from '../../domain/edition.ts';
import type { Contexte } from './contexte.ts';
import { toCouverture } from './couverture.ts';
import { loadDesaccords } from './desaccords.ts';
import { countShown } from './edition.ts';
import { toFicheEnsemble, type EnsembleRow } from './fiches.ts';
import { writeJson } from './write.ts';

/** Writes `rapport.json`, and the same as the twin of the page « qualité ». After the formations, whose records are counted as they are written. */
export async function writeRapport(
  contexte: Contexte,
  { secret, ...lecture }: Pick<Rapport, 'sources' | 'fichiers_ignores' | 'refus' | 'secret'>,
  anomalies: Rapport['anomalies'],
): Promise<Rapport> {
  const { db, effects, entete, revisions, comptes } = contexte;
  await countEnsembles(contexte);
  const rapport: Rapport = {
    ...entete,
    ...lecture,
    fiches: comptes.fiches,
    couverture: toCouverture(contexte, comptes.parType),
    couverture_continuum: await comptes.codes.toCouverture(db),
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

/** The records of whole schools are counted here: they are few. */
async function countEnsembles({ db, comptes }: Contexte): Promise<void> {
  for await (const row of db.stream<EnsembleRow>('select * from ensembles_publies'))
    comptes.addEnsemble(toFicheEnsemble(row));
}
