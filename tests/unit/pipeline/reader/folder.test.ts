import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readRaw } from '../../../../src/pipeline/reader/read-raw.ts';
import { MESURE, MESURES, MINIMUM, faultsOf, read, temporaryFolder, writeFolder } from './helpers.ts';

const without = (...names: string[]) =>
  Object.fromEntries(Object.entries(MINIMUM).filter(([name]) => !names.includes(name)));
const NATIONAL = 'inserjeunes-national.csv';

describe('a folder', () => {
  test('is read in the order of names, with size and fingerprint of each file', async () => {
    const reading = await read({});
    expect(reading.fichiers.map(({ fichier, kind }) => `${fichier} ${kind}`)).toEqual([
      'inserjeunes-national.csv inserjeunes_national',
      'n_mef.csv n_mef',
      'n_niveau_formation_diplome.csv n_niveau_formation_diplome',
      'v_formation_diplome.csv v_formation_diplome',
    ]);
    const { octets, sha256 } = reading.file('n_niveau_formation_diplome.csv');
    expect(octets).toBe(51);
    expect(sha256).toBe('cd8c5a64e03b78bacf7bb913eb35174b07f810ab70b8f1aa6b546f98dd1cd8f4');
  });

  test('may hold several files of one kind', async () => {
    const reading = await read({ 'inserjeunes-national.2022.csv': `${MESURES}\n${MESURE.replace('2023', '2022')}\n` });
    expect(reading.rows('inserjeunes-national.2022.csv')[0]?.millesime).toBe('2022');
    expect(reading.rows(NATIONAL)[0]?.millesime).toBe('2023');
  });

  test('lists what it ignores, hidden files apart', async () => {
    const rawDir = writeFolder({ ...MINIMUM, 'lisez-moi.txt': 'x', 'n_mef.json': '{}', '.gitkeep': '' });
    mkdirSync(join(rawDir, 'n_mef.csv.d'));
    const { ignores } = await readRaw({ rawDir, workDir: temporaryFolder() });
    expect(ignores).toEqual([
      { fichier: 'lisez-moi.txt', raison: 'nom inconnu' },
      { fichier: 'n_mef.csv.d', raison: 'dossier' },
      { fichier: 'n_mef.json', raison: 'nom connu, mais ni .csv ni .txt' },
    ]);
  });

  test('is never written to, and the work folder is made', async () => {
    const rawDir = writeFolder(MINIMUM);
    const workDir = join(temporaryFolder(), 'a', 'b');
    const { fichiers } = await readRaw({ rawDir, workDir });
    expect(fichiers.every((fichier) => fichier.chemin_normalise.startsWith(workDir))).toBe(true);
  });
});

describe('faults of the folder itself', () => {
  test('it does not exist', async () => {
    const rawDir = join(temporaryFolder(), 'absent');
    await expect(readRaw({ rawDir, workDir: temporaryFolder() })).rejects.toThrow(
      `${rawDir}: expected a folder of exports that can be read, received ENOENT: no such file or directory`,
    );
  });

  test.each([
    ['no source of figures', without(NATIONAL), 'expected at least one source of figures'],
    [
      'no table of levels',
      without('n_niveau_formation_diplome.csv'),
      'expected the reference table n_niveau_formation_diplome, received no such file',
    ],
    [
      'no table of diplomas',
      without('v_formation_diplome.csv'),
      'expected a reference table n_formation_diplome or v_formation_diplome',
    ],
  ])('%s', async (_, files, message) => {
    const faults = await faultsOf({}, files);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(message);
  });

  test('an empty folder lacks everything', async () => {
    expect(await faultsOf({}, {})).toHaveLength(3);
  });

  test('no table of MEF, when there are figures of a school track', async () => {
    const school = `${MESURES}\n2023;voie_pro_sco_educ_nat;;23830033299;nb_annee_term;87\n`;
    expect(await faultsOf({ [NATIONAL]: school }, without('n_mef.csv'))).toEqual([
      expect.stringContaining('expected the reference table n_mef, because some figures are about MEFSTAT11 codes'),
    ]);
    expect(await faultsOf({}, without('n_mef.csv'))).toEqual([]);
  });

  test('the same export twice', async () => {
    const content = MINIMUM[NATIONAL] ?? '';
    expect(await faultsOf({ 'inserjeunes-national (1).csv': content })).toEqual([
      'inserjeunes-national.csv: expected a file that differs from the others of its kind, received the very bytes of "inserjeunes-national (1).csv". ' +
        'What to do: Remove one of the two files.',
    ]);
  });
});

describe('all faults are listed at once', () => {
  test('those of every file and of the folder, in the order of files and lines', async () => {
    const faults = await faultsOf(
      {
        [NATIONAL]: `${MESURES}\n2O23;;40033299;;nb_sortant;1\n2023;;40033299;;nb_sortant;1O\n`,
        'n_lien_formation_groupe.csv': 'GROUPE_FORMATION;FORMATION_DIPLOME\nG0003;4003329\n',
        'kit_apprentissage.csv': '<html></html>',
      },
      without('n_niveau_formation_diplome.csv', NATIONAL),
    );
    expect(faults.map((fault) => fault.slice(0, fault.indexOf(' expected ')))).toEqual([
      'inserjeunes-national.csv:2, column "millesime":',
      'inserjeunes-national.csv:3, column "valeur_mesure":',
      'kit_apprentissage.csv:',
      'n_lien_formation_groupe.csv:2, column "FORMATION_DIPLOME":',
      expect.stringMatching(/reader-\w+:$/),
    ]);
  });

  test('every fault of a row', async () => {
    const faults = await faultsOf({ [NATIONAL]: `${MESURES}\n2O23;x;4003;;nb_sortant;1O\n` });
    expect(faults.map((fault) => /column "(\w+)"/.exec(fault)?.[1])).toEqual([
      'millesime',
      'filiere',
      'id_formation_apprentissage',
      'valeur_mesure',
    ]);
  });

  test('but at most 50 of a file, the others counted', async () => {
    const rows = Array.from({ length: 170 }, () => '2O23;;40033299;;nb_sortant;1');
    const faults = await faultsOf({ [NATIONAL]: [MESURES, ...rows].join('\n') });
    expect(faults).toHaveLength(51);
    expect(faults[50]).toBe(
      'inserjeunes-national.csv: expected no other fault, received … and 120 more. ' +
        'What to do: Correct those listed above first, then run again to see the rest.',
    );
  });

  test('a file that cannot be opened', async () => {
    const rawDir = writeFolder(MINIMUM);
    symlinkSync(join(rawDir, 'nowhere'), join(rawDir, 'kit_apprentissage.csv'));
    await expect(readRaw({ rawDir, workDir: temporaryFolder() })).rejects.toThrow(
      'kit_apprentissage.csv: expected a file that can be read, received ENOENT: no such file or directory',
    );
  });
});
