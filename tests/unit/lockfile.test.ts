import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

interface Locked {
  integrity?: string;
  resolved?: string;
  hasInstallScript?: boolean;
}

const ROOT = join(import.meta.dirname, '../..');
const readJson = (name: string): Record<string, unknown> =>
  JSON.parse(readFileSync(join(ROOT, name), 'utf8')) as Record<string, unknown>;
const { dependencies, devDependencies, allowScripts } = readJson('package.json') as Record<
  string,
  Record<string, unknown>
>;
const packages = Object.entries(readJson('package-lock.json').packages as Record<string, Locked>).filter(
  ([path]) => path !== '',
);
const nameOf = (path: string): string => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

test('every package is locked by the hash of its content, and by the address of no registry', () => {
  expect(packages.length).toBeGreaterThan(300);
  for (const [path, { integrity, resolved }] of packages) {
    expect(integrity, path).toMatch(/^sha512-/);
    expect(resolved, path).toBeUndefined();
  }
});

test('what package.json asks for is in the lock file, at the version that it names', () => {
  const asked = Object.entries({ ...dependencies, ...devDependencies });
  const locked = new Map(packages);
  for (const [name, version] of asked)
    expect(locked.get(`node_modules/${name}`), name).toMatchObject({ version: String(version) });
});

test('no package runs a script when it is installed, but those named in package.json', () => {
  const running = packages
    .filter(([, { hasInstallScript }]) => hasInstallScript === true)
    .map(([path]) => nameOf(path));
  expect(new Set(running)).toEqual(new Set(Object.keys(allowScripts ?? {})));
});
