import { findNomAncien } from '../domain/lignee.ts';
import type { Database } from './database.ts';
import { loadMaillons } from './outputs/lignee.ts';

/** Makes `ref.libelles_anciens`: the previous official label of every CFD that has one (RULES § 9), for the contract. */
export async function loadLibellesAnciens(db: Database): Promise<void> {
  const find = await loadMaillons(db);
  const cfds = await db.all<{ cfd: string }>(
    'select distinct cfd from int_certifications where cfd is not null order by cfd',
  );
  const noms = cfds.flatMap(({ cfd }) => {
    const ancien = findNomAncien(cfd, find);
    return ancien === undefined ? [] : [{ cfd, libelle: ancien.libelle }];
  });
  await db.createFromObjects('ref.libelles_anciens', noms, ['cfd', 'libelle']);
}
