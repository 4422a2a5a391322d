import { execFileSync, spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, describe, expect, test } from 'vitest';

import { chooseTarget } from '../../../src/deploy/deploy.ts';
import { MANIFEST_KEY, planDeploy } from '../../../src/deploy/manifest.ts';
import { S3Imitation } from './s3-imitation.ts';
import { SMALL_BUILD, writeBuild } from './small-build.ts';

const SCRIPT = join(import.meta.dirname, '../../../scripts/deploy.ts');
const work = mkdtempSync(join(tmpdir(), 'deploy-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

const KEYS = { AWS_ACCESS_KEY_ID: 'IDENTIFIANT', AWS_SECRET_ACCESS_KEY: 'tres-secret', AWS_REGION: 'ailleurs-1' };

/** Runs the command as a person would, with the keys that are given. */
async function run(
  args: string[],
  environment: Record<string, string> = {},
): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, [SCRIPT, ...args], { env: { PATH: process.env.PATH, ...environment } });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  const code = await new Promise<number | null>((done) => child.once('close', done));
  return { code, out, err };
}

const build = (name: string, files: Readonly<Record<string, string>> = SMALL_BUILD): string => {
  const folder = join(work, name);
  writeBuild(folder, files);
  return folder;
};
const dist = build('dist');

test.each([
  ['s3://seau', { kind: 'bucket', bucket: 'seau', prefix: '' }],
  ['s3://seau/a/b/', { kind: 'bucket', bucket: 'seau', prefix: 'a/b/' }],
  ['moi@hote:/srv/www', { kind: 'folder', path: 'moi@hote:/srv/www' }],
  ['rsync://hote/module', { kind: 'folder', path: 'rsync://hote/module' }],
  ['/srv/www', { kind: 'folder', path: '/srv/www' }],
])('%s is a target', (to, target) => expect(chooseTarget(to)).toEqual(target));

test.each(['', 'dist', 's3://', 's3://Seau', 'http://hote/', '-e:x', '/'])('"%s" is no target', (to) => {
  expect(() => chooseTarget(to)).toThrow('--to expects');
});

test('cards of former editions are never removed from a bucket', () => {
  const fichiers = { 'integrer/editions/2025-11-24/et-apres.js': 'a', 'integrer/et-apres.js': 'b' };
  expect(planDeploy([], { complet: true, fichiers }).remove).toEqual(['integrer/et-apres.js']);
});

describe('npm run deploy', () => {
  test('says how to call it, and exits with 1', async () => {
    const { code, err } = await run([]);
    expect(code).toBe(1);
    expect(err).toContain('npm run deploy -- [--dist DIR] --to s3://');
    expect((await run(['--vers', 'x'])).err).toContain("Unknown option '--vers'");
  });

  test('refuses a folder that is not a complete build, and names what is missing', async () => {
    const partial = build('partial', { 'rapport.json': '{}', 'index.html': '' });
    const { code, err } = await run(['--dist', partial, '--to', join(work, 'x')]);
    expect(code).toBe(1);
    expect(err).toMatch(/--dist expects a complete build.*404\.html.*pagefind\/pagefind\.js.*npm run build/);
    expect(err).not.toContain('    at ');
  });

  test('refuses invented figures unless they are asked for', async () => {
    const fictional = build('fictional', { ...SMALL_BUILD, 'rapport.json': '{"donnees_fictives":true}' });
    const target = join(work, 'www-fictional');
    const { code, err } = await run(['--dist', fictional, '--to', target]);
    expect(code).toBe(1);
    expect(err).toContain('--demonstration');
    expect(existsSync(target)).toBe(false);
  });

  test('names the keys that are not in the environment', async () => {
    const { code, err } = await run(['--dist', dist, '--to', 's3://seau'], { AWS_ACCESS_KEY_ID: 'IDENTIFIANT' });
    expect(code).toBe(1);
    expect(err).toContain('expects AWS_SECRET_ACCESS_KEY in the environment');
  });

  test('sends to a bucket and prints a table; the keys are never printed', async () => {
    const s3 = new S3Imitation();
    const endpoint = await s3.listen();
    const { code, out, err } = await run(['--dist', dist, '--to', 's3://seau/site'], {
      ...KEYS,
      S3_ENDPOINT: endpoint,
    });
    await s3.close();
    expect(code).toBe(0);
    expect(out).toMatch(/données +\d+ +\d+\npages +4 +\d+/);
    expect(s3.objects.has('site/api/inserjeunes/certifications/50022137')).toBe(true);
    expect(out + err).not.toMatch(/tres-secret|IDENTIFIANT/);
  });

  test('a file system cannot hold a file and a folder of one name: bare paths can be left out', async () => {
    const s3 = new S3Imitation();
    const endpoint = await s3.listen();
    await run(['--dist', dist, '--to', 's3://seau', '--without-bare-paths'], { ...KEYS, S3_ENDPOINT: endpoint });
    await s3.close();
    expect(s3.keys()).toEqual([...Object.keys(SMALL_BUILD), MANIFEST_KEY].sort());
  });
});

function hasRsync(): boolean {
  try {
    execFileSync('rsync', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    console.warn('rsync is not installed, its tests are skipped: apt-get install rsync');
    return false;
  }
}

describe.runIf(hasRsync())('to a folder, with rsync', () => {
  const target = join(work, 'www');
  const list = (): string[] =>
    readdirSync(target, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(target.length + 1))
      .sort();

  test('the first deploy sends everything, the second nothing; dates do not move', async () => {
    const first = await run(['--dist', dist, '--to', target]);
    expect(first.code).toBe(0);
    expect(first.out).toMatch(/pages +4/);
    expect(list()).toEqual([...Object.keys(SMALL_BUILD), MANIFEST_KEY].sort());
    const before = statSync(join(target, 'index.html')).mtimeMs;
    const again = await run(['--dist', build('dist-again'), '--to', target]);
    expect(again.out).toMatch(/données +0 +0\npages +0 +0\nsupprimés +0 +0/);
    expect(statSync(join(target, 'index.html')).mtimeMs).toBe(before);
  });

  test('only what changed is sent, what is gone is removed, the files of the host and former editions stay', async () => {
    writeFileSync(join(target, '.htaccess'), 'Options -Indexes');
    const former = 'integrer/editions/2025-11-24/et-apres.js';
    writeBuild(target, { [former]: '// last year' });
    const changed = build('changed', { ...SMALL_BUILD, 'index.html': '<p>autre accueil</p>' });
    rmSync(join(changed, 'api/inserjeunes/certifications/50022137'), { recursive: true });
    const rehearsal = await run(['--dist', changed, '--to', target, '--dry-run']);
    expect(rehearsal.out).toMatch(/à faire.*\nimmuables +0 +0\ndonnées +0 +0\npages +1 +20\nsupprimés +1 +0/);
    expect(list()).toContain('api/inserjeunes/certifications/50022137/2023.json');
    const { out } = await run(['--dist', changed, '--to', target]);
    expect(out).toMatch(/pages +1 +20\nsupprimés +1 +0/);
    expect(list()).not.toContain('api/inserjeunes/certifications/50022137/2023.json');
    expect(list()).toContain('.htaccess');
    expect(list()).toContain(former);
    expect(readFileSync(join(target, MANIFEST_KEY), 'utf8')).toContain('"complet":true');
  });

  test('a deploy that is cut goes on with what was not sent, and is not said to be complete before', async () => {
    const cut = join(work, 'www-cut');
    // A rsync that dies at its fourth call: marked, listed, hashed files sent, then nothing.
    const bin = join(work, 'bin');
    mkdirSync(bin);
    writeFileSync(
      join(bin, 'rsync'),
      `#!/bin/sh\necho x >> ${bin}/calls\n[ $(wc -l < ${bin}/calls) -gt 3 ] && { echo 'connection lost' >&2; exit 12; }\nPATH=\${PATH#*:} exec rsync "$@"\n`,
      { mode: 0o755 },
    );
    const first = await run(['--dist', dist, '--to', cut], { PATH: `${bin}:${process.env.PATH ?? ''}` });
    expect(first.code).toBe(1);
    expect(first.err).toMatch(/connection lost[^]*rsync exited with 12.*what was sent is not sent again/);
    expect(readFileSync(join(cut, MANIFEST_KEY), 'utf8')).toContain('"complet":false');
    expect(existsSync(join(cut, 'assets/urls.DJq5hx5D.js'))).toBe(true);
    expect(existsSync(join(cut, 'index.html'))).toBe(false);
    const next = await run(['--dist', dist, '--to', cut]);
    expect(next.out).toMatch(/immuables +0 +0\ndonnées +[1-9]/);
    expect(readFileSync(join(cut, MANIFEST_KEY), 'utf8')).toContain('"complet":true');
  });

  test('a folder that is not ours is left alone', async () => {
    const foreign = join(work, 'foreign');
    mkdirSync(foreign);
    writeFileSync(join(foreign, 'these.odt'), 'x');
    const { code, err } = await run(['--dist', dist, '--to', foreign]);
    expect(code).toBe(1);
    expect(err).toContain('these.odt');
    expect(readdirSync(foreign)).toEqual(['these.odt']);
  });

  test('what rsync says is told, and the deploy is not said to be complete', async () => {
    const { code, err } = await run(['--dist', dist, '--to', join(work, 'absent/plus-loin/encore')]);
    expect(code).toBe(1);
    expect(err).toMatch(/rsync exited with \d+/);
  });
});
