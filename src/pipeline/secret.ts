import type { Database } from './database.ts';

/**
 * Makes `secret.cellules`: the records above the threshold that are hidden all the same, because a difference with published records
 * would give a hidden one. Same key as `int_fiches`; `cohorte_code` and `cohorte_uai` are its code and school.
 */
export async function hideCells(db: Database): Promise<void> {
  await db.run(`
    create schema secret;
    create table secret.cellules (
      maille varchar, millesime varchar, region varchar, cohorte_uai varchar, filiere varchar, cohorte_code varchar, motif varchar
    )`);
}
