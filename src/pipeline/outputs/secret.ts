import type { Secret } from '../../domain/edition.ts';
import type { Database } from '../database.ts';
import type { BilanDeProtection } from '../secret.ts';
import type { BilanDeVerification } from '../verifier/verifier.ts';

/** What the report says of statistical secrecy. */
export async function toSecret(
  db: Database,
  { protegees }: BilanDeProtection,
  { fichiers, fiches, sommes, contradictoires, inconnues, equations }: BilanDeVerification,
): Promise<Secret> {
  const motifs = await db.all<{ motif: string; cellules: number }>(
    `select motif, count(*)::integer as cellules from int_cellules where motif is not null group by motif`,
  );
  const count = (motif: string): number => motifs.find((row) => row.motif === motif)?.cellules ?? 0;
  return {
    cellules_sous_le_seuil: count('sous_le_seuil'),
    cellules_sans_effectif: count('pas_encore_publiee'),
    cellules_protegees: protegees,
    agregats_caches: await countAgregats(db),
    verification: { fichiers, fiches, sommes, contradictoires, inconnues, equations, trouve: 0 },
  };
}

/** Hidden rows of the mart of sums by track, when there is one. */
async function countAgregats(db: Database): Promise<number> {
  const tables = await db.all(
    `select 1 as existe from information_schema.tables where table_name = 'agregats_filieres'`,
  );
  if (tables.length === 0) return 0;
  const [row] = await db.all<{ caches: number }>(
    `select count(*)::integer as caches from agregats_filieres where masquage is not null`,
  );
  return row?.caches ?? 0;
}
