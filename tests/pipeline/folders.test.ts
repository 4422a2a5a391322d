import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { DataError, UserError } from '../../src/lib/errors.ts';
import { runDataStep } from '../../src/publish/data-step.ts';
import { chooseRawDir, openOutput } from '../../src/publish/folders.ts';
import { rawFolder, readTree, temporaryFolder, TODAY, writeFiles, type Files } from './build-folder.ts';

const HEADER = 'millesime;filiere;id_formation_apprentissage;id_mefstat11;id_mesure;valeur_mesure';
const raw = (eleves: string): Files => ({
  'inserjeunes-national.csv': [HEADER, `2023;apprentissage;50022190;;nb_annee_term;${eleves}`],
});

const run = (rawDir: string, outDir: string): ReturnType<typeof runDataStep> =>
  runDataStep({ rawDir, outDir, today: TODAY, log: () => undefined });

/** A folder name below a new temporary folder: nothing is there yet. */
const newTarget = (): string => join(temporaryFolder(), 'publie');

/** An output that looks complete, with one page. */
function formerOutput(target: string): void {
  writeFiles(target, { 'rapport.json': '{}', 'formations/ancienne.json': '{"ancienne":true}' });
}

const besides = (target: string): string[] => readdirSync(dirname(target)).filter((name) => name !== basename(target));

/** The number of a process that has ended. */
function deadPid(): number {
  return spawnSync(process.execPath, ['-e', '']).pid;
}

describe('the data step', () => {
  test('a build replaces the former output whole: no former file stays, no working folder is left', async () => {
    const target = newTarget();
    formerOutput(target);
    const { written } = await run(rawFolder(raw('40')), target);
    const tree = readTree(target);
    expect(tree.has('formations/ancienne.json')).toBe(false);
    expect(tree.size).toBe(written.files);
    expect([...tree.keys()].reduce((sum, path) => sum + statSync(join(target, path)).size, 0)).toBe(written.bytes);
    expect(readdirSync(target).filter((name) => name.startsWith('.'))).toEqual([]);
    expect(besides(target)).toEqual([]);
  });

  test('the same exports give the same output, byte for byte', async () => {
    const rawDir = rawFolder(raw('40'));
    const [first, second] = [newTarget(), newTarget()];
    await run(rawDir, first);
    await run(rawDir, second);
    expect(readTree(first)).toEqual(readTree(second));
  });

  test('exports with faults leave the former output byte for byte, and nothing beside it', async () => {
    const target = newTarget();
    await run(rawFolder(raw('40')), target);
    const before = readTree(target);
    await expect(run(rawFolder(raw('4O')), target)).rejects.toBeInstanceOf(DataError);
    expect(readTree(target)).toEqual(before);
    expect(besides(target)).toEqual([]);
  });

  test('a raw folder that does not exist leaves the former output as it was', async () => {
    const target = newTarget();
    formerOutput(target);
    const before = readTree(target);
    await expect(run(join(temporaryFolder(), 'absent'), target)).rejects.toThrow();
    expect(readTree(target)).toEqual(before);
    expect(besides(target)).toEqual([]);
  });

  test('a first build that fails leaves no output at all', async () => {
    const target = newTarget();
    await expect(run(rawFolder(raw('4O')), target)).rejects.toBeInstanceOf(DataError);
    expect(readdirSync(dirname(target))).toEqual([]);
  });

  test('a folder that is not ours is refused before anything is read, and kept', async () => {
    const target = newTarget();
    writeFiles(target, { 'photos/vacances.txt': 'plage' });
    const before = readTree(target);
    await expect(run(rawFolder(raw('40')), target)).rejects.toBeInstanceOf(UserError);
    expect(readTree(target)).toEqual(before);
    expect(besides(target)).toEqual([]);
  });

  test('a build killed on the way leaves the former output whole; the next one clears what it left', async () => {
    const target = newTarget();
    const rawDir = rawFolder(raw('40'));
    await run(rawDir, target);
    const before = readTree(target);
    await killDuringBuild(rawDir, target);
    expect(readTree(target)).toEqual(before);
    expect(besides(target)).toEqual([expect.stringMatching(/^publie\.construction-\d+$/)]);
    await run(rawDir, target);
    expect(readTree(target)).toEqual(before);
    expect(besides(target)).toEqual([]);
  });
});

/** Runs the command of the data step and kills it without warning once the exports are read. */
async function killDuringBuild(rawDir: string, target: string): Promise<void> {
  const script = join(import.meta.dirname, '../../scripts/data.ts');
  const child = spawn(process.execPath, [script, '--raw', rawDir, '--out', target, '--today', TODAY]);
  const signal = await new Promise<NodeJS.Signals | null>((done, fail) => {
    child.stderr.on('data', (text: Buffer) => {
      if (text.includes('lecture des exports')) child.kill('SIGKILL');
    });
    child.once('error', fail).once('close', (_, killedBy) => done(killedBy));
  });
  expect(signal, 'the build ended before it could be killed').toBe('SIGKILL');
}

describe('the swap of folders', () => {
  test('an empty folder and a missing one are taken; a file that is not ours is named in the refusal', () => {
    const empty = temporaryFolder();
    expect(openOutput(empty).target).toBe(empty);
    const missing = newTarget();
    expect(openOutput(missing).target).toBe(missing);
    const other = temporaryFolder();
    writeFileSync(join(other, 'notes.txt'), 'à garder');
    expect(() => openOutput(other)).toThrow(UserError);
    expect(() => openOutput(other)).toThrow(other);
  });

  test('a build killed between the two renames: the former folder is put back under its name', () => {
    const target = newTarget();
    formerOutput(target);
    const before = readTree(target);
    renameSync(target, `${target}.ancien`);
    openOutput(target);
    expect(readTree(target)).toEqual(before);
    expect(besides(target)).toEqual([]);
  });

  test('a build killed after the two renames: the new folder stays, the former one is removed', () => {
    const target = newTarget();
    formerOutput(target);
    const before = readTree(target);
    writeFiles(`${target}.ancien`, { 'rapport.json': '{"plus":"ancien"}' });
    openOutput(target);
    expect(readTree(target)).toEqual(before);
    expect(besides(target)).toEqual([]);
  });

  test('what dead builds left is removed; the folder of a build that still runs, and of other outputs, is kept', () => {
    const target = newTarget();
    const alive = `${basename(target)}.construction-${process.ppid}`;
    for (const name of [`publie.construction-${deadPid()}`, alive, 'public', 'publie-2.construction-1']) {
      writeFiles(join(dirname(target), name), { 'index.json': '{}' });
    }
    openOutput(target);
    expect(readdirSync(dirname(target)).sort()).toEqual([alive, 'public', 'publie-2.construction-1'].sort());
  });

  // In a container each build has the same process number.
  test('the folder to build in is empty, even when a dead build had the same process number', () => {
    const target = newTarget();
    writeFiles(`${target}.construction-${process.pid}`, { 'formations/perimee.json': '{}' });
    const { next } = openOutput(target);
    expect(existsSync(next)).toBe(false);
  });

  test('an output reached by a symbolic link is replaced where it really is', () => {
    const real = newTarget();
    formerOutput(real);
    const link = join(temporaryFolder(), 'lien');
    symlinkSync(real, link);
    const output = openOutput(link);
    mkdirSync(output.next);
    writeFileSync(join(output.next, 'rapport.json'), '{"nouveau":true}');
    output.commit();
    expect(readTree(real)).toEqual(new Map([['rapport.json', '{"nouveau":true}']]));
    expect(readTree(link)).toEqual(readTree(real));
  });

  test('a build given up leaves the target and removes its own folder', () => {
    const target = newTarget();
    formerOutput(target);
    const before = readTree(target);
    const output = openOutput(target);
    writeFiles(output.next, { 'index.json': '{}' });
    output.discard();
    expect(readTree(target)).toEqual(before);
    expect(besides(target)).toEqual([]);
  });
});

describe('the choice of the raw folder', () => {
  test('the one asked for, else data/raw when it holds exports, else the demonstration', () => {
    const root = temporaryFolder();
    expect(chooseRawDir('/exports', root)).toBe('/exports');
    expect(chooseRawDir('', root)).toBe(join(root, 'data/demo'));
    writeFiles(root, { 'data/raw/.gitkeep': '' });
    expect(chooseRawDir(undefined, root)).toBe(join(root, 'data/demo'));
    writeFiles(root, { 'data/raw/n_mef.csv': 'MEF' });
    expect(chooseRawDir(undefined, root)).toBe(join(root, 'data/raw'));
  });
});
