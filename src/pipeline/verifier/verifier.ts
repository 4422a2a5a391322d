import { UserError } from '../../lib/errors.ts';
import { Database } from '../database.ts';
import { listerArbre, type ArbreLu, type DejaLu } from './arbre.ts';
import { cleDe } from './fiche-lue.ts';
import { lireTout } from './lire-fichiers.ts';
import { chercherRecuperations, type BilanDeRecuperation, type Recuperation } from './recuperation.ts';
import type { Fuite } from './releve.ts';

/** What a check of finished files looked at. It found nothing: otherwise there is no such value. */
export interface BilanDeVerification extends Omit<BilanDeRecuperation, 'trouvees'> {
  fichiers: number;
  /** Records of data files, and figures of pages, compared with the list of hidden records. */
  fiches: number;
  valeurs: number;
  /** Figures of pages that no attribute ties to a record: not compared. */
  valeurs_sans_identite: number;
}

/** A check that found nothing, and what it read: a second tree that shares these files need not read them again. */
export interface Verification {
  bilan: BilanDeVerification;
  lu: ArbreLu;
}

/** How many findings of each sort a message names. */
const NB_EXEMPLES = 10;
/** How many files of one finding. */
const NB_FICHIERS = 3;

/** Keys of the records whose figures must not appear in any file, from the mart `fiches_cachees`. */
export async function loadCaches(db: Database): Promise<Set<string>> {
  const caches = new Set<string>();
  const rows = db.stream<{ filiere: string; code_certification: string; millesime: string; lieu: string }>(
    'select filiere, code_certification, millesime, lieu from fiches_cachees',
  );
  for await (const { code_certification: code, ...row } of rows) caches.add(cleDe({ code, ...row }));
  return caches;
}

/**
 * Reads a finished tree back, file by file, as a stranger would: no file may show a hidden record, and no sum of what the files show may give
 * one (PRODUCT § 5.1). `dejaLu`: what was read back already. Throws `UserError` with everything that it found; the caller then publishes nothing.
 */
export async function verifierArbre(
  racine: string,
  caches: ReadonlySet<string>,
  dejaLu?: DejaLu,
): Promise<Verification> {
  const fichiers = listerArbre(racine, dejaLu);
  const releve = await lireTout(racine, caches, fichiers);
  if (dejaLu?.arbre !== undefined) releve.apprendre(dejaLu.arbre.releve);
  const { trouvees, ...recuperation } = chercherRecuperations(releve);
  if (releve.fuites.length + trouvees.length > 0) throw new UserError(formatTrouvailles(releve.fuites, trouvees));
  const bilan = {
    fichiers: releve.fichiersLus,
    fiches: releve.fichesComparees,
    valeurs: releve.valeursComparees,
    valeurs_sans_identite: releve.sansIdentite,
    ...recuperation,
  };
  const connus = dejaLu?.arbre?.inodes ?? [];
  return { bilan, lu: { inodes: new Set([...connus, ...fichiers.map(({ inode }) => inode)]), releve } };
}

function formatTrouvailles(fuites: readonly Fuite[], recuperations: readonly Recuperation[]): string {
  const parFiche = Map.groupBy(fuites, ({ cellule }) => cellule);
  return [
    `Statistical secrecy (PRODUCT § 5.1): ${parFiche.size} hidden record(s) shown and ${recuperations.length} computable from the files of this build, which are not published.`,
    ...premiers([...parFiche], ([cellule, group]) => formatFuite(cellule, group)),
    ...premiers(
      recuperations,
      ({ cellules, eleves, sommes }) =>
        `computable: ${cellules.length === 0 ? 'pupils that no record counts' : cellules.map((cellule) => `"${cellule}"`).join(' + ')} (${eleves} pupils), from ${sommes.slice(0, 3).join(' and ')}${sommes.length > 3 ? '…' : ''}`,
    ),
    'What to do: nothing in the exports is wrong. A record shown means that the mart fiches_publiees lets it through, or that a file is written from something else: correct the mart, or read from it. A computable record means that src/domain/secret-relations.ts misses a sum: add it there (docs/decisions/0007-complementary-suppression.md).',
  ].join('\n');
}

/** One hidden record, every field of it that some file shows, and the first files, the twins of pages before those of the contract. */
function formatFuite(cellule: string, fuites: readonly Fuite[]): string {
  const fichiers = [...new Set(fuites.map(({ fichier }) => fichier))].sort(
    (left, right) => Number(left.startsWith('api/')) - Number(right.startsWith('api/')) || (left < right ? -1 : 1),
  );
  const autres = fichiers.length - NB_FICHIERS;
  const lieux = fichiers.slice(0, NB_FICHIERS).join(', ') + (autres > 0 ? ` and ${autres} more` : '');
  return `hidden record "${cellule}" shows ${[...new Set(fuites.flatMap(({ montre }) => montre))].join(', ')} in ${lieux}`;
}

function premiers<T>(trouvailles: readonly T[], format: (trouvaille: T) => string): string[] {
  const autres = trouvailles.length - NB_EXEMPLES;
  return [...trouvailles.slice(0, NB_EXEMPLES).map(format), ...(autres > 0 ? [`… and ${autres} more`] : [])];
}
