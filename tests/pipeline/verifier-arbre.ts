import { expect } from 'vitest';

import { UserError } from '../../src/lib/errors.ts';
import { verifierArbre } from '../../src/pipeline/verifier/verifier.ts';
import { temporaryFolder, writeFiles, type Files } from './build-folder.ts';

export const CODE = '23220022190';
export const NORMANDIE = `pro ${CODE} 2022_2023 28`;
export const ECOLE = `pro ${CODE} 2022_2023 0359991V`;
export const CACHEES = new Set([NORMANDIE, ECOLE]);
export const IDENTITE = { code_certification: CODE, filiere: 'pro', millesime: '2022_2023' };

/** What the check says of a tree. */
export async function messageDe(files: Files, caches: ReadonlySet<string> = CACHEES): Promise<string> {
  const dir = temporaryFolder();
  writeFiles(dir, files);
  try {
    await verifierArbre(dir, caches);
    return '';
  } catch (error) {
    expect(error).toBeInstanceOf(UserError);
    return (error as UserError).message;
  }
}

export const json = (value: unknown): string => JSON.stringify(value);
