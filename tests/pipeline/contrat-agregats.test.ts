import { afterAll, beforeAll, expect, test } from 'vitest';

import { SEUIL_PUBLICATION } from '../../src/domain/publication.ts';
import { Database, readSql } from '../../src/pipeline/database.ts';
import { temporaryFolder } from './build-folder.ts';

/** The mart `contrat_agregats` on hand-made tables: copies along the continuum, which the reference tables of the cases do not make (RULES §§ 4.3, 12). */
let db: Database;

const MEMBRES = [
  // [CFD, code, cohort, pupils, continuers, reason to be hidden]
  // A renewed diploma and the former one: the same two hidden cohorts, and one more on the new side.
  "('NOUVEAU', 'B', 'B', 12, 5, 'sous_le_seuil')",
  "('NOUVEAU', 'C', 'C', 15, 6, 'sous_le_seuil')",
  "('NOUVEAU', 'D', 'D', 18, 7, 'sous_le_seuil')",
  "('ANCIEN', 'B0', 'B', 12, 5, 'sous_le_seuil')",
  "('ANCIEN', 'C0', 'C', 15, 6, 'sous_le_seuil')",
  // Both sides sum the very same hidden cohorts: no difference to make.
  "('NEUF', 'F', 'F', 12, 5, 'sous_le_seuil')",
  "('NEUF', 'G', 'G', 15, 6, 'sous_le_seuil')",
  "('VIEUX', 'F0', 'F', 12, 5, 'sous_le_seuil')",
  "('VIEUX', 'G0', 'G', 15, 6, 'sous_le_seuil')",
  // One cohort and its own copy are one cohort, although their sum is 30.
  "('DOUBLE', 'H', 'H', 15, 5, 'sous_le_seuil')",
  "('DOUBLE', 'H0', 'H', 15, 5, 'sous_le_seuil')",
  // Above the threshold and hidden for another's sake: alone, its sum would show it.
  "('PROTEGE', 'I', 'I', 40, 10, 'protege_un_autre_chiffre')",
  "('PROTEGE', 'J', 'J', 50, 20, null)",
  // Shown copies are ordinary records: the cohort counts twice.
  "('COPIE', 'K', 'K', 40, 10, null)",
  "('COPIE', 'K0', 'K', 40, 10, null)",
];

beforeAll(async () => {
  db = await Database.open(temporaryFolder());
  await db.run(await readSql('macros.sql'));
  await db.run(`
    create table membres as
    select 'nationale' as maille, '2023' as millesime, null::varchar as region, 'pro' as filiere, *
    from (values ${MEMBRES.join(', ')}) as membres (cfd, code, cohorte_code, nb_annee_term, nb_poursuite_etudes, absence)`);
  await db.run(`
    create table contrat_fiches as
    select maille, millesime, region as region_code, filiere, cfd as code_formation_diplome, code as code_certification, absence from membres`);
  await db.run(`
    create table int_fiches_roles as
    select maille, millesime, region, filiere, code as code_certification, cohorte_code, nb_annee_term, nb_poursuite_etudes,
      nb_annee_term - nb_poursuite_etudes as nb_sortant, null::integer as nb_en_emploi_6_mois, null::integer as nb_en_emploi_12_mois,
      null::integer as nb_en_emploi_18_mois, null::integer as nb_en_emploi_24_mois
    from membres`);
  await db.createTable('marts/contrat_agregats.sql', { seuil: SEUIL_PUBLICATION });
});
afterAll(() => db.close());

test.each([
  ['NOUVEAU', 45, 18, null],
  ['ANCIEN', 27, null, 'protege_un_autre_chiffre'],
  ['NEUF', 27, 11, null],
  ['VIEUX', 27, 11, null],
  ['DOUBLE', 30, null, 'protege_un_autre_chiffre'],
  ['PROTEGE', 90, null, 'protege_un_autre_chiffre'],
  ['COPIE', 80, 20, null],
])('%s: %i pupils, %s continuers, %s', async (cfd, eleves, poursuivants, masquage) => {
  const rows = await db.all(
    `select nb_annee_term, nb_poursuite_etudes, masquage from contrat_agregats where code_formation_diplome = '${cfd}'`,
  );
  expect(rows).toEqual([{ nb_annee_term: eleves, nb_poursuite_etudes: poursuivants, masquage }]);
});
