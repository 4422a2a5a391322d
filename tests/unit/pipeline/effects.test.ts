import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
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
  expect(effects.written).toMatchObject({ files: 2, bytes: 4 });
  expect(() => effects.link('a/b.json', '../d.json')).toThrow('is outside the output');
});

test('the SHA-256 of each file is known, whichever way it was written', async () => {
  const effects = fileEffects(join(folder, 'sortie'), () => undefined);
  const texte = 'é'.repeat(70_000);
  effects.writeText('a.json', texte);
  effects.writeBytes('b.zip', Buffer.from(texte));
  const open = effects.openText('c.csv');
  for (const signe of texte) open.write(signe);
  open.close();
  await effects.writeWith('d.parquet', (target) => writeFile(target, texte));
  effects.link('a.json', 'e.json');
  const expected = createHash('sha256').update(texte).digest('hex');
  expect([...effects.empreintes]).toEqual(
    ['a.json', 'b.zip', 'c.csv', 'd.parquet', 'e.json'].map((path) => [path, expected]),
  );
  expect(effects.written).toMatchObject({ files: 5, bytes: 5 * 140_000 });
});
