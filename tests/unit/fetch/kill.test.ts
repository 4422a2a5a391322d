import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, readdirSync, statSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { LOCK } from '../../../src/fetch/lock.ts';
import { pagesNationales } from '../../../src/fetch/inserjeunes-pages.ts';
import { newFolder } from './bring.ts';
import { etagOf, IDENTIFIANTS, Imitation, stallAfter } from './imitation.ts';

const CFA = 'fr-en-inserjeunes-cfa';
const BODY = Buffer.from(
  `annee;uai;taux_poursuite_etudes;taux_emploi_6_mois\n${'2023_2024;0019015U;30;63\n'.repeat(200_000)}`,
);

let imitation: Imitation;
let folder: string;
beforeEach(async () => {
  imitation = await new Imitation().listen();
  folder = newFolder();
});
afterEach(async () => {
  await imitation.close();
  rmSync(folder, { recursive: true, force: true });
});

function run(
  name: string,
  as: { uid?: number; gid?: number } = {},
): { child: ChildProcess; end: Promise<{ code: number | null; out: string }> } {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'run.ts'), folder, JSON.stringify(imitation.bases), name],
    {
      ...as,
      env: {
        PATH: process.env.PATH,
        INSERJEUNES_USERNAME: IDENTIFIANTS.username,
        INSERJEUNES_PASSWORD: IDENTIFIANTS.password,
      },
    },
  );
  let out = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (out += chunk.toString()));
  return { child, end: new Promise((done) => child.once('close', (code) => done({ code, out }))) };
}

/** Waits until something is true. */
async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((done) => setTimeout(done, 5));
}

test('a download that is killed leaves no half file under a final name, and the next run goes on', async () => {
  imitation.files.set(CFA, BODY);
  imitation.next.set(CFA, [stallAfter(2_000_000)]);
  const part = join(folder, `${CFA}.csv.part`);
  const killed = run(CFA);
  await until(() => existsSync(part) && statSync(part).size === 2_000_000);
  killed.child.kill('SIGKILL');
  await killed.end;
  expect(readdirSync(folder).sort()).toEqual([LOCK, `${CFA}.csv.part`]);
  const { code, out } = await run(CFA).end;
  expect([code, out]).toEqual([0, expect.stringContaining('nouveau')]);
  expect(imitation.asked(CFA)[1]?.headers).toMatchObject({ range: 'bytes=2000000-', 'if-range': etagOf(BODY) });
  expect(readFileSync(join(folder, `${CFA}.csv`)).equals(BODY)).toBe(true);
  expect(readdirSync(folder).sort()).toEqual([LOCK, `${CFA}.csv`]);
});

test('pages received before a kill are not asked again, and the password is nowhere', async () => {
  const annee = new Date().getUTCFullYear();
  const pages = pagesNationales(annee).map(({ chemin }) => chemin);
  for (const page of pages)
    imitation.pages.set(page, {
      data: [{ id_mesure: 'nb_sortant', valeur_mesure: 30, dimensions: [{ id_formation_apprentissage: '40033299' }] }],
    });
  // The fifth page never comes; nor do the others, as workers wait for theirs.
  for (const page of pages.slice(4)) imitation.next.set(page, [() => undefined]);
  const part = join(folder, 'inserjeunes-national.csv.part');
  const killed = run('inserjeunes-national');
  await until(() => existsSync(part) && readFileSync(part, 'utf8').split('\n').length === 1 + 4 + 1);
  killed.child.kill('SIGKILL');
  await killed.end;
  expect(readdirSync(folder).sort()).toEqual([LOCK, 'inserjeunes-national.csv.part']);
  imitation.next.clear();
  imitation.received.length = 0;
  const { code, out } = await run('inserjeunes-national').end;
  expect([code, out]).toEqual([0, expect.stringContaining(`reprise, 4 pages sur ${pages.length} déjà là`)]);
  expect(imitation.received.map(({ what }) => what).sort()).toEqual([...pages.slice(4), '/login'].sort());
  const written = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
  expect([out, ...written].join('')).not.toContain(IDENTIFIANTS.password);
});

test('a folder that may be read only is told before anything is asked', async () => {
  chmodSync(folder, 0o555);
  // The rights of a folder stop anybody but root.
  const { code, out } = await run(CFA, process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}).end;
  chmodSync(folder, 0o755);
  expect([code, out]).toEqual([1, expect.stringContaining('expected a folder that can be written, received EACCES')]);
  expect(imitation.received).toEqual([]);
});

test('the command itself says what it would ask, and knows no other option', async () => {
  const script = join(import.meta.dirname, '../../../scripts/fetch.ts');
  const start = (...args: string[]): Promise<{ code: number | null; out: string }> => {
    const child = spawn(process.execPath, [script, ...args], { env: { PATH: process.env.PATH } });
    let out = '';
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (out += chunk.toString()));
    return new Promise((done) => child.once('close', (code) => done({ code, out })));
  };
  const dry = await start('--dry-run', '--out', folder, '--only', 'fr-esr-insersup', '--only', `${CFA}.csv`);
  expect(dry.code).toBe(0);
  expect(dry.out).toMatch(
    /fr-en-inserjeunes-cfa\.csv : télécharger\n +https:\/\/data\.education\.gouv\.fr\/api\/explore\/v2\.1\/.*\nfr-esr-insersup\.csv : télécharger\n +https:\/\/data\.enseignementsup-recherche\.gouv\.fr\//,
  );
  const wrong = await start('--vers', folder);
  expect(wrong.code).toBe(1);
  expect(wrong.out).toContain("Unknown option '--vers'");
});
