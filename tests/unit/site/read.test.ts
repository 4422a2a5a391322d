import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import {
  listEtablissements,
  listFormations,
  listListes,
  listRegionsDeFormation,
  readEdition,
  readEtablissement,
  readFormation,
} from '../../../src/site/read.ts';
import { aFiche, aFormation, aVoie } from './records.ts';

let folder = '';

function write(path: string, content: unknown): void {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'read-'));
  vi.stubEnv('DATA_DIR', folder);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

describe('reading the data folder', () => {
  it('lists the slugs of a folder in order, and nothing for a folder that is not there', () => {
    write('formations/cap-b.json', {});
    write('formations/cap-a.json', {});
    write('formations/README.md', 'not a page');
    expect(listFormations()).toEqual(['cap-a', 'cap-b']);
    expect(listEtablissements()).toEqual([]);
    expect(listListes('famille')).toEqual([]);
  });

  it('reads the folder that DATA_DIR names at the moment of the call', () => {
    write('formations/cap-a.json', aFormation({ titre: 'CAP A' }));
    expect(readFormation('cap-a').titre).toBe('CAP A');
    const other = mkdtempSync(join(tmpdir(), 'read-'));
    vi.stubEnv('DATA_DIR', other);
    expect(() => readFormation('cap-a')).toThrow('ENOENT');
    rmSync(other, { recursive: true });
  });

  it('refuses a file that breaks the contract, naming the file and the key', () => {
    write('formations/cap-a.json', { ...aFormation(), surprise: 1 });
    expect(() => readFormation('cap-a')).toThrow(/formations\/cap-a\.json[^]*surprise/);
    write('index.json', '{"edition":');
    expect(() => readEdition()).toThrow(SyntaxError);
  });

  it('finds a school by its identifier, whatever its case', () => {
    write('etablissements/0350777e.json', {
      edition: '2026',
      uai: '0350777E',
      nom: 'Lycée',
      nature: 'lycee',
      ensembles: [],
      formations: [],
    });
    expect(readEtablissement('0350777E').nom).toBe('Lycée');
  });
});

describe('listRegionsDeFormation', () => {
  it('tells each region that has a record once, hidden records included, France and schools excluded', () => {
    const fiches = [
      aFiche({ maille: 'nationale' }),
      aFiche({ maille: 'regionale', region: '53' }),
      aFiche({ maille: 'regionale', region: '11', parts: null, absence: 'sous_le_seuil' }),
    ];
    const voies = [aVoie({ fiches }), aVoie({ filiere: 'pro', fiches: fiches.slice(1, 2) })];
    write('formations/cap-a.json', aFormation({ voies }));
    expect(listRegionsDeFormation('cap-a')).toEqual(['11', '53']);
  });
});
