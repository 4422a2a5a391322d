import { existsSync } from 'node:fs';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readRaw } from '../../../../src/pipeline/reader/read-raw.ts';
import { MINIMUM, temporaryFolder, writeFolder } from './helpers.ts';

/** Real exports that lie beside the project on some machines; never copied into it. */
const DATA = join(import.meta.dirname, '../../../../../shared/data');
const present = existsSync(join(DATA, 'real'));
if (!present) console.info('real exports absent (../shared/data): their tests are skipped');

/** File → records, as SOURCES.md counts them, and how many are refused. */
const EXPECTED: readonly (readonly [fichier: string, lues: number, refusees?: Record<string, number>])[] = [
  ['certif_info.csv', 10_067],
  ['depp-2022-etablissements-2018_2019-apprentissage.csv', 851],
  ['depp-2022-etablissements-2018_2019-pro.csv', 4_569],
  ['depp-2022-etablissements-2019_2020-apprentissage.csv', 1_041],
  ['depp-2022-etablissements-2019_2020-pro.csv', 4_674],
  ['depp-2022-etablissements-2021_2022-apprentissage.csv', 2_288],
  ['depp-2022-etablissements-2021_2022-pro.csv', 5_325],
  ['depp-2022-etablissements-2022_2023-pro.csv', 5_605],
  ['fr-en-annuaire-education.extrait-35.csv', 996],
  ['fr-en-inserjeunes-cfa.csv', 7_707],
  ['fr-en-inserjeunes-lycee_pro-formation-fine.extrait.csv', 60, { sans_code: 21 }],
  ['inserjeunes-regional.csv', 181_704],
  ['kit_apprentissage.csv', 5_707],
  ['n_domaine_specialite.csv', 22],
  ['n_formation_diplome.csv', 4_023],
  ['n_groupe_formation.csv', 29],
  ['n_groupe_specialite.csv', 115],
  ['n_lien_formation_groupe.csv', 148],
  ['n_mef.csv', 10_067],
  ['n_niveau_formation_diplome.csv', 212],
  ['n_type_diplome_sise.csv', 232],
  ['v_formation_diplome.csv', 11_261],
];

describe.skipIf(!present)('the real exports', () => {
  test('read without a fault, row for row', async () => {
    const { fichiers, ignores } = await readRaw({ rawDir: join(DATA, 'real'), workDir: temporaryFolder() });
    expect(ignores).toEqual([]);
    expect(fichiers.map((lu) => [lu.fichier, lu.lignes_lues, lu.lignes_refusees])).toEqual(
      EXPECTED.map(([fichier, lues, refusees = {}]) => [fichier, lues, refusees]),
    );
    const by = new Map(fichiers.map((lu) => [lu.fichier, lu]));
    expect(by.get('n_formation_diplome.csv')).toMatchObject({ encodage: 'Windows-1252', separateur: ';' });
    expect(by.get('n_type_diplome_sise.csv')).toMatchObject({ encodage: 'UTF-8', separateur: '|' });
    expect(by.get('fr-en-inserjeunes-cfa.csv')).toMatchObject({
      encodage: 'UTF-8 BOM',
      colonnes_ignorees: ['num_ligne'],
    });
  });

  test('the Latin variants of two tables read as well', async () => {
    const rawDir = writeFolder(MINIMUM);
    const names = ['n_niveau_formation_diplome_2022_latin1.csv', 'acce_etablissements.extrait-1-ligne_latin1.csv'];
    for (const name of names) copyFileSync(join(DATA, 'formats', name), join(rawDir, name));
    const { fichiers } = await readRaw({ rawDir, workDir: temporaryFolder() });
    const read = fichiers.filter((lu) => names.includes(lu.fichier)).map((lu) => [lu.encodage, lu.lignes_lues > 0]);
    expect(read).toEqual([
      ['ISO-8859-1', true],
      ['ISO-8859-1', true],
    ]);
  });
});
