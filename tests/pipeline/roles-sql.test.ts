import { describe, expect, test } from 'vitest';

import { Database, readSql } from '../../src/pipeline/database.ts';
import { temporaryFolder } from './build-folder.ts';

describe('the SQL of roles on hand-made tables', () => {
  const withTables = async (sql: string, file: string): Promise<Record<string, unknown>[]> => {
    const db = await Database.open(temporaryFolder());
    try {
      await db.run(await readSql('macros.sql'));
      await db.run(sql);
      await db.createTable(`intermediate/${file}.sql`, {});
      return await db.all(`select * from ${file} order by all`);
    } finally {
      db.close();
    }
  };

  const FICHES = `create table int_fiches_continuum as select * from (values
      ('etablissement', '2022_2023', '0750001U', 'superieur', '2500001'),
      ('etablissement', '2023', '0750001U', 'superieur', '2500001'),
      ('etablissement', '2022_2023', '0750001U', 'pro', '23220022190'),
      ('etablissement', '2022_2023', '0750001U', 'agricole', '23220022190'),
      ('etablissement', '2023', '0750001U', 'pro', '23220022190'),
      ('etablissement', '2022_2023', '0750001U', 'apprentissage', '50022190'),
      ('nationale', '2022_2023', null, 'apprentissage', '50022180')
    ) as fiches (maille, millesime, uai, filiere, code_certification);
    create table int_certifications as select * from (values
      ('23220022190', '50022190'), ('50022190', '50022190'), ('50022180', '50022180')
    ) as codes (code_certification, cfd)`;

  test('phase 1: higher education is unknown for two years together and has no role for one; a school track is its own trainer and manager', async () => {
    const rows = await withTables(
      `${FICHES}; create table int_catalogue as
       select '50022190' as cfd, '0750002V' as lieu, '0750001U' as formateur, '0750001U' as gestionnaire`,
      'int_roles_base',
    );
    const own = ['0750001U'];
    const key = { millesime: '2022_2023', uai: '0750001U' };
    expect(rows).toEqual([
      {
        ...key,
        filiere: 'agricole',
        code_certification: '23220022190',
        cfd: '50022190',
        uai_type: 'lieu_formation',
        uai_lieu_formation: null,
        uai_formateur: own,
        uai_gestionnaire: own,
      },
      {
        ...key,
        filiere: 'apprentissage',
        code_certification: '50022190',
        cfd: '50022190',
        uai_type: 'formateur',
        uai_lieu_formation: ['0750002V'],
        uai_formateur: null,
        uai_gestionnaire: own,
      },
      {
        ...key,
        filiere: 'pro',
        code_certification: '23220022190',
        cfd: '50022190',
        uai_type: 'lieu_formation',
        uai_lieu_formation: null,
        uai_formateur: own,
        uai_gestionnaire: own,
      },
      {
        ...key,
        filiere: 'superieur',
        code_certification: '2500001',
        cfd: null,
        uai_type: 'inconnu',
        uai_lieu_formation: null,
        uai_formateur: null,
        uai_gestionnaire: null,
      },
    ]);
  });

  test('CA(r): the rows of the CFD and of its relatives by the loose walk, each once, for measured apprenticeship only', async () => {
    const rows = await withTables(
      `${FICHES};
       create table int_parente as select * from (values
         ('50022190', '50022190', 0), ('50022190', '50022180', 1), ('50022180', '50022180', 0), ('50022180', '50022170', 1)
       ) as parente (code_certification, parent, rang);
       create table stg_apprentissage__lieux as select * from (values
         ('50022190', 'A', 'F', 'G'), ('50022180', 'B', 'F', null), ('50022180', 'A', 'F', 'G'), ('50022170', 'C', 'F', 'G')
       ) as lieux (cfd, lieu, formateur, gestionnaire)`,
      'int_catalogue',
    );
    expect(rows).toEqual([
      { cfd: '50022190', lieu: 'A', formateur: 'F', gestionnaire: 'G' },
      { cfd: '50022190', lieu: 'B', formateur: 'F', gestionnaire: null },
    ]);
  });
});
