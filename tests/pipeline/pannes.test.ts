import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, statfsSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

import { afterAll, describe, expect, test } from 'vitest';

import { UserError } from '../../src/lib/errors.ts';
import { chooseToday } from '../../src/publish/command.ts';
import { expliquerPanne } from '../../src/publish/pannes.ts';
import { rawFolder, readTree, temporaryFolder, TODAY, writeFiles } from './build-folder.ts';

/**
 * The disk, its rights and the clock: each accident ends the command with code 1 and one sentence that says what to do, leaves the former output byte
 * for byte and nothing beside it.
 */

const HEADER = 'millesime;filiere;id_formation_apprentissage;id_mefstat11;id_mesure;valeur_mesure';
const raw = (eleves: number): string =>
  rawFolder({ 'inserjeunes-national.csv': [HEADER, `2023;apprentissage;50022190;;nb_annee_term;${eleves}`] });

const SCRIPT = join(import.meta.dirname, '../../scripts/data.ts');
const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;

interface Fin {
  code: number | null;
  stderr: string;
}

/** Runs the data step as a command. `nobody`: without the rights of root. */
async function run(rawDir: string, target: string, { nobody = false, shell = '' } = {}): Promise<Fin> {
  const args = [SCRIPT, '--raw', rawDir, '--out', target, '--today', TODAY];
  const [command, ...rest] =
    shell === '' ? [process.execPath, ...args] : ['bash', '-c', `${shell}; exec "$0" "$@"`, process.execPath, ...args];
  const child = spawn(command, rest, nobody && isRoot ? { uid: NOBODY, gid: NOBODY } : {});
  let stderr = '';
  child.stderr.on('data', (text: Buffer) => (stderr += text.toString()));
  const code = await new Promise<number | null>((done, fail) => child.once('error', fail).once('close', done));
  return { code, stderr };
}

const besides = (target: string): string[] => readdirSync(dirname(target)).filter((name) => name !== basename(target));

/** The sentence is the last thing said, and no line of a stack comes with it. */
function expectOneSentence({ code, stderr }: Fin, sentence: RegExp): void {
  expect(stderr).toMatch(sentence);
  expect(stderr).toContain('What to do:');
  expect(stderr).not.toMatch(/^\s+at /m);
  expect(code, stderr).toBe(1);
}

const mounted: string[] = [];

afterAll(() => {
  for (const folder of mounted.splice(0)) spawnSync('umount', [folder]);
});

/** A disk of a few megabytes in memory; undefined where the machine lets nobody mount one. */
function smallDisk(megabytes: number): string | undefined {
  const folder = temporaryFolder();
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder]);
  if (status !== 0) return undefined;
  mounted.push(folder);
  return folder;
}

const trial = smallDisk(1);
if (trial === undefined) console.warn('tests of full and read-only disks are skipped: this user may not mount a tmpfs');

describe.skipIf(trial === undefined)('a disk', () => {
  test.each([0, 200_000, 1_500_000])('that fills up, with %d bytes left at first', async (left) => {
    const disk = smallDisk(32) ?? '';
    const target = join(disk, 'publie');
    expect((await run(raw(40), target)).code).toBe(0);
    const before = readTree(target);
    const { bavail, bsize } = statfsSync(disk);
    writeFileSync(join(disk, 'autre-chose'), Buffer.alloc(bavail * bsize - left));
    const fin = await run(raw(50), target);
    expectOneSentence(
      fin,
      /The disk of \S+publie is full: \d[\d.]* MB are free without this build, which needs about [\d.]+ MB\./,
    );
    expect(readTree(target)).toEqual(before);
    expect(besides(target)).toEqual(['autre-chose']);
  });

  test('that can only be read is told before the exports are read', async () => {
    const disk = smallDisk(32) ?? '';
    const target = join(disk, 'publie');
    expect((await run(raw(40), target)).code).toBe(0);
    const before = readTree(target);
    expect(spawnSync('mount', ['-o', 'remount,ro', disk]).status).toBe(0);
    const fin = await run(raw(50), target);
    expectOneSentence(fin, /publie\S* is on a disk that can only be read\./);
    expect(fin.stderr).not.toContain('lecture des exports');
    expect(readTree(target)).toEqual(before);
    expect(besides(target)).toEqual([]);
  });
});

test('a limit on the size of files stops the build as a full disk does', async () => {
  const target = join(temporaryFolder(), 'publie');
  writeFiles(target, { 'rapport.json': '{}' });
  const fin = await run(raw(40), target, { shell: 'ulimit -f 16' });
  expectOneSentence(fin, /cannot grow: the system limits the size of a file/);
  expect(readTree(target)).toEqual(new Map([['rapport.json', '{}']]));
  expect(besides(target)).toEqual([]);
});

describe.skipIf(process.platform === 'win32')('rights', () => {
  test('a folder where this user may not write is told before the exports are read', async () => {
    const parent = temporaryFolder();
    const target = join(parent, 'publie');
    writeFiles(target, { 'rapport.json': '{}' });
    chmodSync(parent, 0o555);
    const rawDir = raw(40);
    chmodSync(rawDir, 0o755);
    const fin = await run(rawDir, target, { nobody: true });
    chmodSync(parent, 0o755);
    expectOneSentence(fin, /publie\S* cannot be written: permission denied\./);
    expect(fin.stderr).not.toContain('lecture des exports');
    expect(readTree(target)).toEqual(new Map([['rapport.json', '{}']]));
    expect(besides(target)).toEqual([]);
  });

  test('an export that this user may not read is a fault of that file', async () => {
    const rawDir = raw(40);
    chmodSync(rawDir, 0o755);
    chmodSync(join(rawDir, 'inserjeunes-national.csv'), 0o000);
    const parent = temporaryFolder();
    chmodSync(parent, 0o777);
    const fin = await run(rawDir, join(parent, 'publie'), { nobody: true });
    expectOneSentence(
      fin,
      /inserjeunes-national\.csv: expected a file that can be read, received EACCES: permission denied/,
    );
    expect(readdirSync(parent)).toEqual([]);
  });
});

describe('a path', () => {
  test('of the raw folder that is a file is said to be one', async () => {
    const target = join(temporaryFolder(), 'publie');
    const fin = await run(join(raw(40), 'inserjeunes-national.csv'), target);
    expectOneSentence(fin, /expected a folder of exports that can be read, received ENOTDIR/);
    expect(besides(target)).toEqual([]);
  });

  test.each(['publie', join('publie', 'site')])(
    'of the output that goes through a file is refused: %s',
    async (name) => {
      const parent = temporaryFolder();
      writeFileSync(join(parent, 'publie'), 'à garder');
      const fin = await run(raw(40), join(parent, name));
      expectOneSentence(fin, /stands where a folder is needed/);
      expect(readTree(parent)).toEqual(new Map([['publie', 'à garder']]));
    },
  );

  test('of an export that is a folder leaves it out, and says what is missing', async () => {
    const rawDir = rawFolder({});
    mkdirSync(join(rawDir, 'inserjeunes-national.csv'));
    const fin = await run(rawDir, join(temporaryFolder(), 'publie'));
    expectOneSentence(fin, /expected at least one source of figures/);
  });
});

describe('the clock', () => {
  test('a machine that lost the time makes no edition of 1970', () => {
    const lost = (): Date => new Date(0);
    expect(() => chooseToday(undefined, lost)).toThrow(UserError);
    expect(() => chooseToday('', lost)).toThrow('The clock of this machine says 1970-01-01');
    expect(chooseToday(TODAY, lost)).toBe(TODAY);
    expect(chooseToday(undefined, () => new Date('2026-11-24T10:00:00Z'))).toBe('2026-11-24');
  });

  test.each(['2026-02-30', '2026-13-01', '24/11/2026', '2026-1-1'])(
    'a day that does not exist is refused: %s',
    (day) => {
      expect(() => chooseToday(day)).toThrow(UserError);
    },
  );
});

describe('what is told of a failure', () => {
  const chantier = { target: '/nulle/part/publie', rawDir: '/nulle/part' };
  const told = (error: Error): string => (expliquerPanne(error, chantier) as Error).message;

  test('a failure in a sentence of DuckDB or of Astro is found as well as a code of Node', () => {
    const duckdb = new Error('IO Error: Could not write file "/d/x.parquet": No space left on device');
    expect(told(duckdb)).toContain('The disk of /nulle/part/publie is full');
    expect(told(new Error('the pages could not be rendered', { cause: duckdb }))).toContain('is full');
    expect(told(new Error("EROFS: read-only file system, mkdir '/projet/.astro'"))).toContain(
      '/projet/.astro is on a disk',
    );
  });

  test('our own mistakes and the faults of the exports stay as they are', () => {
    const mistake = new TypeError('undefined is not a function');
    expect(expliquerPanne(mistake, chantier)).toBe(mistake);
    const fault = new UserError('ENOSPC is the name of a column');
    expect(expliquerPanne(fault, chantier)).toBe(fault);
  });
});
