import { afterAll, beforeAll, expect, test } from 'vitest';

import { SEUIL_PUBLICATION } from '../../src/domain/publication.ts';
import { Database, readSql } from '../../src/pipeline/database.ts';
import { temporaryFolder } from './build-folder.ts';

/** The mart `contrat_agregats` on hand-made tables: copies along the continuum, which the reference tables of the cases do not make (RULES §§ 4.3, 12). */
let db: Database;

const MEMBRES = [
  // [CFD, code, cohort, pupils, continuers, reason to be hidden]
  // Two hidden members, 27 pupils together: linked diplomas and other places sum them too, with one more or one less.
  "('CACHEES', 'B', 'B', 12, 5, 'sous_le_seuil')",
  "('CACHEES', 'C', 'C', 15, 6, 'sous_le_seuil')",
  "('PETITE', 'D', 'D', 9, 4, 'sous_le_seuil')",
  "('PETITE', 'E', 'E', 10, 5, 'sous_le_seuil')",
  "('SANS', 'F', 'F', null, 5, 'pas_encore_publiee')",
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
  ['CACHEES', 27, null, 'protege_un_autre_chiffre'],
  ['PETITE', 19, null, 'sous_le_seuil'],
  ['SANS', null, null, 'pas_encore_publiee'],
  ['PROTEGE', 90, null, 'protege_un_autre_chiffre'],
  ['COPIE', 80, 20, null],
])('%s: %s pupils, %s continuers, %s', async (cfd, eleves, poursuivants, masquage) => {
  const rows = await db.all(
    `select nb_annee_term, nb_poursuite_etudes, masquage from contrat_agregats where code_formation_diplome = '${cfd}'`,
  );
  expect(rows).toEqual([{ nb_annee_term: eleves, nb_poursuite_etudes: poursuivants, masquage }]);
});
