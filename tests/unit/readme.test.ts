import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');

test('every npm command of the README exists', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const named = [...readme.matchAll(/npm (?:run ([a-z:]+)|(test))/g)].map((match) => match[1] ?? match[2]);
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((name) => name === undefined || !(name in scripts))).toEqual([]);
});

test('every file that the README asks to read is there', () => {
  const paths = [...readme.matchAll(/`((?:src|docs|data)\/[\w./[\]-]+\.\w+)`/g)].map((match) => match[1] ?? '');
  expect(paths.length).toBeGreaterThan(6);
  expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});
