import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
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
