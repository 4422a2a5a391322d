import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { fileEffects } from '../../../src/pipeline/effects.ts';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'effects-'))));
afterEach(() => rmSync(folder, { recursive: true }));

test.each(['../page.json', 'etablissements/../../page.json', '../sortie-2/page.json', '.'])(
  'nothing is written outside the output: %s',
  (path) => {
    const effects = fileEffects(join(folder, 'sortie'), () => undefined);
    expect(() => effects.writeText(path, '{}')).toThrow('is outside the output');
    expect(() => effects.openText(path)).toThrow('is outside the output');
    expect(readdirSync(folder)).toEqual([]);
  },
);

test('a path below it is, whatever slash ends the folder', () => {
  fileEffects(`${join(folder, 'sortie')}/`, () => undefined).writeText('a/b.json', '{}');
  expect(readdirSync(join(folder, 'sortie/a'))).toEqual(['b.json']);
});

test('a second name shows the same file, is counted, and stays inside the output', () => {
  const effects = fileEffects(join(folder, 'sortie'), () => undefined);
  effects.writeText('a/b.json', '{}');
  effects.link('a/b.json', 'c/d.json');
  expect(readFileSync(join(folder, 'sortie/c/d.json'), 'utf8')).toBe('{}');
  expect(effects.written).toEqual({ files: 2, bytes: 4 });
  expect(() => effects.link('a/b.json', '../d.json')).toThrow('is outside the output');
});
