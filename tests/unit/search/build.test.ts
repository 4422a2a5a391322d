import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

import { buildSearchIndex } from '../../../src/search/build.ts';
import { makeDocument } from './documents.ts';

const work = mkdtempSync(join(tmpdir(), 'et-apres-index-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

const documents = ['Boulanger', 'Cuisine', 'Fleuriste', 'Menuisier', 'Pâtissier'].map((name, rank) =>
  makeDocument({
    titre: `CAP ${name}`,
    url: `/formations/cap-${rank}/`,
    codes: [`5002213${rank}`],
    filtres: { type: ['CAP'] },
  }),
);

/** Every file of a bundle with its bytes. */
function readBundle(directory: string): Record<string, string> {
  const files = readdirSync(directory, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [path.slice(directory.length), readFileSync(path, 'base64')] as const;
    }),
  );
}

test('the same documents in another order give the same bytes, without the interfaces that the site does not use', async () => {
  const progress: number[] = [];
  const first = join(work, 'first');
  await buildSearchIndex({ documents, outputDir: first, onProgress: (added) => progress.push(added) });
  const second = join(work, 'second');
  expect(await buildSearchIndex({ documents: documents.toReversed(), outputDir: second })).toEqual({ pages: 5 });
  const bundle = readBundle(first);
  expect(readBundle(second)).toEqual(bundle);
  expect(progress).toEqual([5]);
  const names = Object.keys(bundle);
  expect(names).toContain('/pagefind.js');
  expect(names.filter((name) => name.endsWith('.pf_fragment'))).toHaveLength(5);
  expect(names.filter((name) => /-ui\.|highlight|worker/.test(name))).toEqual([]);
});

test('fragments can be bundled for hosts that limit the number of files', async () => {
  const outputDir = join(work, 'bundled');
  await buildSearchIndex({ documents, outputDir, maxFragments: 2 });
  const fragments = Object.keys(readBundle(outputDir)).filter((name) => name.endsWith('.pf_fragment'));
  expect(fragments.length).toBeGreaterThan(0);
  expect(fragments.length).toBeLessThanOrEqual(2);
});

test('each word costs a file of a few kilobytes, however many schools there are', async () => {
  const outputDir = join(work, 'words');
  const schools = Array.from({ length: 2000 }, (_, rank) => {
    const word = (rank * 7919).toString(36);
    return makeDocument({ titre: `n${word}`, precision: `v${word}`, url: `/etablissements/${rank}/` });
  });
  await buildSearchIndex({ documents: schools, outputDir });
  const sizes = Object.entries(readBundle(outputDir))
    .filter(([name]) => name.endsWith('.pf_index'))
    .map(([, base64]) => Buffer.from(base64, 'base64').length);
  expect(sizes.length).toBeGreaterThan(3);
  expect(Math.max(...sizes)).toBeLessThan(8000);
});
