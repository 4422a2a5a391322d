import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { openBucket } from '../../../src/deploy/bucket.ts';
import { listEntries } from '../../../src/deploy/build-folder.ts';
import { MANIFEST_KEY, type Manifest } from '../../../src/deploy/manifest.ts';
import { deployToBucket } from '../../../src/deploy/to-bucket.ts';
import { S3Imitation } from './s3-imitation.ts';
import { SMALL_BUILD, writeBuild } from './small-build.ts';

let work: string;
let s3: S3Imitation;
let endpoint: string;
beforeEach(async () => {
  work = mkdtempSync(join(tmpdir(), 'deploy-'));
  s3 = new S3Imitation();
  endpoint = await s3.listen();
});
afterEach(async () => {
  await s3.close();
  rmSync(work, { recursive: true, force: true });
});

const SECRET = 'tres-secret';
const waits: number[] = [];
beforeEach(() => waits.splice(0));

/** Deploys a build made of `files`; each call is a build of its own. */
let builds = 0;
function deploy(
  files: Readonly<Record<string, string>> = SMALL_BUILD,
  { dryRun = false, stop, prefix = '' }: { dryRun?: boolean; stop?: AbortSignal; prefix?: string } = {},
): ReturnType<typeof deployToBucket> {
  builds += 1;
  const folder = join(work, `dist-${builds}`);
  writeBuild(folder, files);
  s3.requests = [];
  const bucket = openBucket(
    { endpoint, region: 'ailleurs-1', bucket: 'seau', accessKeyId: 'IDENTIFIANT', secretAccessKey: SECRET },
    (ms) => {
      waits.push(ms);
      return Promise.resolve();
    },
  );
  return deployToBucket({
    bucket,
    prefix,
    entries: listEntries(folder, { bare: true }),
    dryRun,
    log: () => undefined,
    stop,
  });
}
const puts = (): string[] =>
  s3.requests.flatMap((name) => (name.startsWith('PUT ') && !name.endsWith(MANIFEST_KEY) ? [name.slice(4)] : []));
const manifest = (): Manifest => JSON.parse(s3.objects.get(MANIFEST_KEY)?.body.toString() ?? '{}') as Manifest;
const without = (key: string): Record<string, string> =>
  Object.fromEntries(Object.entries(SMALL_BUILD).filter(([name]) => name !== key));
const PAGE = 'formations/cap-boulanger-50022137/index.html';

describe('a first deploy', () => {
  test('sends every file with its type and life, the API also without .json', async () => {
    await deploy();
    expect(s3.keys()).toEqual(
      [
        ...Object.keys(SMALL_BUILD),
        MANIFEST_KEY,
        '404.json',
        'api/inserjeunes/certifications/50022137',
        'api/inserjeunes/certifications/50022137/2023',
      ]
        .filter((key, rank, all) => all.indexOf(key) === rank)
        .sort(),
    );
    const bare = s3.objects.get('api/inserjeunes/certifications/50022137');
    expect(bare).toMatchObject({ type: 'application/json', cache: 'public, max-age=300' });
    expect(bare?.body.toString()).toBe('{"nb":1}');
    expect(s3.objects.get('assets/urls.DJq5hx5D.js')?.cache).toBe('public, max-age=31536000, immutable');
    expect(s3.objects.get('api/inserjeunes/certifications.csv')?.type).toBe('text/csv; charset=utf-8');
    expect(s3.busiest).toBeLessThanOrEqual(16);
  });

  test('sends hashed files, then data, then pages, and says last that it is complete', async () => {
    await deploy();
    const rank = (key: string): number => s3.requests.indexOf(`PUT ${key}`);
    expect(s3.requests.slice(0, 2)).toEqual([`GET ${MANIFEST_KEY}`, `PUT ${MANIFEST_KEY}`]);
    expect(rank('pagefind/fragment/fr_106d265.pf_fragment')).toBeLessThan(rank('rapport.json'));
    expect(rank('api/inserjeunes/certifications.csv')).toBeLessThan(rank('index.html'));
    expect(s3.requests.at(-1)).toBe(`PUT ${MANIFEST_KEY}`);
    expect(manifest().complet).toBe(true);
  });

  test('stands below the folder that is asked for', async () => {
    await deploy(SMALL_BUILD, { prefix: 'site/' });
    expect(s3.keys().every((key) => key.startsWith('site/'))).toBe(true);
  });

  test('a dry run writes nothing', async () => {
    const plan = await deploy(SMALL_BUILD, { dryRun: true });
    expect(plan.send.pages).toHaveLength(4);
    expect(s3.keys()).toEqual([]);
  });
});

describe('the next deploys', () => {
  beforeEach(async () => {
    await deploy();
  });

  test('the same build sends nothing, not even the manifest', async () => {
    await deploy();
    expect(s3.requests).toEqual([`GET ${MANIFEST_KEY}`]);
  });

  test('one changed figure sends what it changed', async () => {
    await deploy({ ...SMALL_BUILD, 'api/inserjeunes/certifications/50022137.json': '{"nb":9}', [PAGE]: '<p>9</p>' });
    expect(puts().sort()).toEqual([
      'api/inserjeunes/certifications/50022137',
      'api/inserjeunes/certifications/50022137.json',
      PAGE,
    ]);
    expect(s3.objects.get('api/inserjeunes/certifications/50022137')?.body.toString()).toBe('{"nb":9}');
  });

  test('a file that is gone is removed last', async () => {
    await deploy({ ...without(PAGE), 'index.html': '<p>sans CAP</p>' });
    expect(s3.keys()).not.toContain(PAGE);
    expect(s3.requests.slice(-2)).toEqual([`DELETE ${PAGE}`, `PUT ${MANIFEST_KEY}`]);
    expect(puts()).toEqual(['index.html']);
  });
});

describe('what goes wrong', () => {
  test('a busy host and a cut line are tried again, each time later', async () => {
    let left = 4;
    s3.fault = (name) => {
      if (name !== 'PUT index.html' || left === 0) return undefined;
      left -= 1;
      return left % 2 === 0 ? 'cut' : 503;
    };
    await deploy();
    expect(manifest().complet).toBe(true);
    expect(waits).toHaveLength(4);
    expect(waits[3]).toBeGreaterThan((waits[0] ?? 0) * 2);
  });

  test('refusals are all told, with their place and without the keys, and later phases are not begun', async () => {
    s3.fault = (name) => (/^PUT .*2023/.test(name) ? 403 : undefined);
    const error = await deploy().then(
      () => '',
      (fault: unknown) => String(fault),
    );
    expect(error).toContain('PUT seau/api/inserjeunes/certifications/50022137/2023: 403 AccessDenied');
    expect(error).toContain('PUT seau/api/inserjeunes/certifications/50022137/2023.json: 403 AccessDenied');
    expect(error).toContain('2 error(s)');
    expect(error).not.toContain(SECRET);
    expect(error).not.toContain('IDENTIFIANT');
    expect(puts().filter((key) => key.endsWith('.html'))).toEqual([]);
    expect(manifest().complet).toBe(false);
  });

  test('a deploy that failed goes on with what was not sent', async () => {
    s3.fault = (name) => (name === `PUT ${PAGE}` ? 403 : undefined);
    await expect(deploy()).rejects.toThrow('1 error(s)');
    s3.fault = () => undefined;
    await deploy();
    expect(puts()).toEqual([PAGE]);
    expect(manifest().complet).toBe(true);
  });

  test('after a deploy killed at once, a return to the former build sends again what may have changed', async () => {
    await deploy();
    // Killed: from the third request on (manifest read, manifest written, one file sent) nothing is heard any more, not even the manifest.
    const changed = { ...SMALL_BUILD, 'index.html': '<p>nouvel accueil</p>', [PAGE]: '<p>nouveau</p>' };
    let sent = 0;
    s3.fault = (name) => {
      if (!name.startsWith('PUT') || name.endsWith(MANIFEST_KEY))
        return sent > 0 && name.startsWith('PUT') ? 403 : undefined;
      sent += 1;
      return sent > 1 ? 403 : undefined;
    };
    await expect(deploy(changed)).rejects.toThrow();
    s3.fault = () => undefined;
    expect(Object.values(manifest().fichiers).filter((digest) => digest === null)).toHaveLength(2);
    await deploy();
    expect(puts().sort()).toEqual([PAGE, 'index.html'].sort());
    expect(s3.objects.get('index.html')?.body.toString()).toBe(SMALL_BUILD['index.html']);
  });

  test('a file that was to come when the deploy was killed is removed when the next build has it no more', async () => {
    s3.fault = (name) => (name === 'PUT nouveau.json' ? 403 : undefined);
    await expect(deploy({ ...SMALL_BUILD, 'nouveau.json': '{}' })).rejects.toThrow();
    s3.fault = () => undefined;
    await deploy();
    expect(s3.requests).toContain('DELETE nouveau.json');
    expect(manifest().fichiers).not.toHaveProperty('nouveau.json');
  });

  test('asked to stop, it notes what was sent and does not say that it is complete', async () => {
    const stop = new AbortController();
    s3.fault = (name) => {
      if (name === 'PUT rapport.json') stop.abort();
      return undefined;
    };
    await expect(deploy(SMALL_BUILD, { stop: stop.signal })).rejects.toThrow('Run the same command again');
    expect(manifest().complet).toBe(false);
    expect(manifest().fichiers['rapport.json']).toMatch(/^[0-9a-f]{64}$/);
    expect(manifest().fichiers['index.html']).toBeNull();
  });

  test('keys that are refused say what to check', async () => {
    s3.fault = () => 403;
    await expect(deploy()).rejects.toThrow(
      /GET seau\/\.et-apres-deploiement\.json: 403 AccessDenied.*check the bucket/,
    );
  });
});
