import { afterAll, beforeAll, expect, test } from 'vitest';

import { Database } from '../../src/pipeline/database.ts';
import { temporaryFolder } from './build-folder.ts';

/** The mart `contrat_lignes` on hand-made tables: what becomes of records and of years that are not the last one when they meet. */
let db: Database;

beforeAll(async () => {
  db = await Database.open(temporaryFolder());
  await db.run(`
    create table fiches_publiees as
    select
      'F' as formation, 'mef11' as code_certification_type, maille, '2022_2023' as millesime, region, uai, 'pro' as filiere, code_certification,
      nb_annee_term, null::integer as nb_sortant, nb_en_emploi_6_mois, taux_emploi_6_mois, null::integer as salaire_12_mois_q1, masquage,
      ['nb_en_emploi_6_mois', 'nb_sortant', 'salaire_12_mois_q1', 'taux_emploi_6_mois', 'va_emploi_6_mois'] as champs
    from (values
      ('etablissement', null, 'E', 'TERMINALE', 40, 12, 50, null),
      ('etablissement', null, 'E', 'PREMIERE', 30, 9, null, null),
      ('etablissement', null, 'E', 'CACHEE', 12, null, null, 'sous_le_seuil'),
      ('etablissement', null, 'E', 'HORS_CONTRAT', null, null, 50, null),
      ('etablissement', null, 'E', 'SANS_EFFECTIF', null, null, null, 'pas_encore_publiee'),
      ('regionale', '53', null, 'TERMINALE', 80, 20, null, null),
      ('regions', null, null, 'TERMINALE', 90, 20, null, null)
    ) as fiches (maille, region, uai, code_certification, nb_annee_term, nb_en_emploi_6_mois, taux_emploi_6_mois, masquage)`);
  await db.run(`
    create table int_renvois as
    select maille, '2022_2023' as millesime, region, uai, 'pro' as filiere, code_certification, terminales, est_annee_commune
    from (values
      ('etablissement', null, 'E', 'PREMIERE', ['TERMINALE'], false),
      ('etablissement', null, 'E', 'SECONDE', ['TERMINALE', 'PREMIERE', 'HORS_CONTRAT', 'INCONNUE'], true),
      ('etablissement', null, 'E', 'VERS_RIEN', ['HORS_CONTRAT'], false),
      ('regionale', '53', null, 'SECONDE', ['TERMINALE'], false),
      ('regionale', '53', null, 'VIDE', [], false)
    ) as renvois (maille, region, uai, code_certification, terminales, est_annee_commune)`);
  await db.createTable('marts/contrat_lignes.sql', {});
});
afterAll(() => db.close());

const rows = async (): Promise<Record<string, unknown>[]> =>
  db.all(
    `select maille, coalesce(region, uai) as place, code_certification as code, nb_annee_term, terminales, est_annee_commune, champs_masques, a_une_fiche
     from contrat_lignes order by maille, code`,
  );

test('own figures and final years of one code make one record; a year without figures makes its own (RULES § 14)', async () => {
  const found = (await rows()).filter(({ terminales }) => terminales !== null);
  expect(
    found.map(({ place, code, nb_annee_term, terminales, a_une_fiche }) => [
      place,
      code,
      nb_annee_term,
      terminales,
      a_une_fiche,
    ]),
  ).toEqual([
    ['E', 'PREMIERE', 30, ['TERMINALE'], true],
    // Only final years that have a record of the contract.
    ['E', 'SECONDE', null, ['PREMIERE', 'TERMINALE'], false],
    ['53', 'SECONDE', null, ['TERMINALE'], false],
  ]);
  expect(found.map(({ est_annee_commune }) => est_annee_commune)).toEqual([false, true, false]);
});

test('a record has a figure of the contract, hidden or not, or final years; our sums of regions are no record (API §§ 3, 9)', async () => {
  expect((await rows()).map(({ maille, code }) => `${String(maille)} ${String(code)}`)).toEqual([
    'etablissement CACHEE',
    'etablissement PREMIERE',
    'etablissement SANS_EFFECTIF',
    'etablissement SECONDE',
    'etablissement TERMINALE',
    'regionale SECONDE',
    'regionale TERMINALE',
  ]);
});

test('a hidden record names the hidden figures of the contract, and those only', async () => {
  const masques = (await rows()).map(({ code, champs_masques }) => [code, champs_masques] as const);
  const hidden = ['nb_en_emploi_6_mois', 'nb_sortant', 'salaire_12_mois_q1'];
  expect(masques.filter(([, champs]) => (champs as string[]).length > 0)).toEqual([
    ['CACHEE', hidden],
    ['SANS_EFFECTIF', hidden],
  ]);
});
