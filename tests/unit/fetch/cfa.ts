import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { afterEach, beforeEach } from 'vitest';

import { LOCK } from '../../../src/fetch/lock.ts';
import { sizeOf } from '../../../src/fetch/place.ts';
import { bring, newFolder, type Brought } from './bring.ts';
import { cutAfter, Imitation, type Handler } from './imitation.ts';

export const CFA = 'fr-en-inserjeunes-cfa';
export const HEADER = '\uFEFFAnnée;UAI;Libellé;Région;Taux poursuite études;Taux emploi 6 mois\r\n';
export const table = (rows: number, rate = 30): Buffer =>
  Buffer.from(
    HEADER +
      Array.from(
        { length: rows },
        (_, row) => `cumul 2023-2024;0019015U;"CFA ""${row}""\nde l'Ain";AUVERGNE-RHONE-ALPES;${rate}.0;63.0\r\n`,
      ).join(''),
  );
export const BODY = table(2000);

export let imitation: Imitation;
export let folder: string;
/** A server that has one export, and an empty folder, for each test of the file. */
export function eachTest(): void {
  beforeEach(async () => {
    imitation = await new Imitation().listen();
    imitation.files.set(CFA, BODY);
    folder = newFolder();
  });
  afterEach(async () => {
    await imitation.close();
    rmSync(folder, { recursive: true, force: true });
  });
}

export const cfa = (options: Parameters<typeof bring>[2] = {}): Promise<Brought> =>
  bring(imitation, folder, { only: [CFA], ...options });
export const target = (): string => join(folder, `${CFA}.csv`);
export const part = (): string => `${target()}.part`;
export const cut = (headers?: (body: Buffer) => Record<string, string>): Handler =>
  cutAfter(50_000, () => sizeOf(part()) === 50_000, headers);
export const lock = (): { fichiers: Record<string, Record<string, unknown>>; en_cours: object } =>
  JSON.parse(readFileSync(join(folder, LOCK), 'utf8')) as ReturnType<typeof lock>;
export const ranges = (): unknown[] => imitation.asked(CFA).map(({ headers }) => headers.range);
