import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { deplacer } from '../../../src/publish/folders.ts';
import { ecrirePlanDuSite } from '../../../src/publish/plan-du-site.ts';

let work: string;
beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), 'plan-'));
});
afterAll(() => {
  rmSync(work, { recursive: true, force: true });
});

function write(folder: string, files: Record<string, string>): string {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(work, folder, name)), { recursive: true });
    writeFileSync(join(work, folder, name), text);
  }
  return join(work, folder);
}
const list = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();

test('the site map names every page with its whole address, and no card, no missing page, no data', async () => {
  const site = write('site', {
    'index.html': '',
    'formations/index.html': '',
    'formations/cap-cuisine-50022146/index.html': '',
    'formations/cap-cuisine-50022146.json': '',
    'integrer/formations/50022146/index.html': '',
    'integrer/404.html': '',
    '404.html': '',
  });
  await ecrirePlanDuSite(site, 'https://et-apres.example');
  const plan = readFileSync(join(site, 'sitemap-0.xml'), 'utf8');
  expect([...plan.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address]) => address)).toEqual([
    'https://et-apres.example/',
    'https://et-apres.example/formations/',
    'https://et-apres.example/formations/cap-cuisine-50022146/',
  ]);
  expect(readFileSync(join(site, 'sitemap-index.xml'), 'utf8')).toContain('https://et-apres.example/sitemap-0.xml');
});

test('parts of a site are laid in one folder: folders of the same name are joined, files of the same name replaced', () => {
  const first = write('0', { 'a/x.html': '0', 'a/b/y.html': '0', 'icon.svg': 'old' });
  const second = write('1', { 'a/b/z.html': '1', 'icon.svg': 'new' });
  const target = join(work, 'ensemble');
  for (const part of [first, second])
    for (const name of readdirSync(part)) deplacer(join(part, name), join(target, name));
  expect(list(target)).toEqual(['a/b/y.html', 'a/b/z.html', 'a/x.html', 'icon.svg']);
  expect(readFileSync(join(target, 'icon.svg'), 'utf8')).toBe('new');
});
