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

/** Sums of the contract that are hidden although they count pupils enough, because of one of their members. */
async function countAgregats(db: Database): Promise<number> {
  const [row] = await db.all<{ caches: number }>(
    `select count(*)::integer as caches from contrat_agregats where masquage = 'protege_un_autre_chiffre'`,
  );
  return row?.caches ?? 0;
}
