import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll } from 'vitest';
import { DataError, formatFault } from '../../../../src/lib/errors.ts';
import { readRaw } from '../../../../src/pipeline/reader/read-raw.ts';
import type { FichierLu, LectureBrute, Progression } from '../../../../src/pipeline/reader/types.ts';

export type Files = Record<string, string | Uint8Array>;

const folders: string[] = [];

afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** A new empty folder under the system's temporary one, removed after the tests. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'reader-'));
  folders.push(folder);
  return folder;
}

export const MESURES = 'millesime;filiere;id_formation_apprentissage;id_mefstat11;id_mesure;valeur_mesure';
export const MESURE = '2023;apprentissage;40033299;;nb_annee_term;87';
export const FORMATION =
  'FORMATION_DIPLOME;LIBELLE_COURT;LIBELLE_STAT_33;LIBELLE_LONG_200;DATE_OUVERTURE;DATE_FERMETURE';

/** The smallest folder that reads without a fault. */
export const MINIMUM: Files = {
  'inserjeunes-national.csv': `${MESURES}\n${MESURE}\n`,
  'n_niveau_formation_diplome.csv': 'NIVEAU_FORMATION_DIPLOME;LIBELLE_COURT\n400;BAC PRO\n',
  'v_formation_diplome.csv': `${FORMATION}\n40033299;BAC PRO;METIERS DU GOUT;METIERS DU GOUT (BAC PRO);01/09/2021;\n`,
  'n_mef.csv': [
    'MEF;DISPOSITIF_FORMATION;FORMATION_DIPLOME;ANNEE_DISPOSITIF;LIBELLE_LONG;DATE_OUVERTURE;DATE_FERMETURE;MEF_STAT_11',
    '2473329931;247;40033299;3;TLEPRO METIERS DU GOUT;01/09/2023;;23830033299',
    '',
  ].join('\n'),
};

export function writeFolder(files: Files): string {
  const folder = temporaryFolder();
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

export interface Reading extends LectureBrute {
  progress: Progression[];
  /** What was read from one file. */
  file: (fichier: string) => FichierLu;
  /** Its normalised rows, as objects. */
  rows: (fichier: string) => Record<string, string>[];
}

/** Reads a folder that holds the minimum and these files. */
export async function read(files: Files, base: Files = MINIMUM): Promise<Reading> {
  const progress: Progression[] = [];
  const rawDir = writeFolder({ ...base, ...files });
  const result = await readRaw({ rawDir, workDir: temporaryFolder(), onProgress: (state) => progress.push(state) });
  const file = (fichier: string): FichierLu => {
    const found = result.fichiers.find((candidate) => candidate.fichier === fichier);
    if (!found) throw new Error(`not read: ${fichier}`);
    return found;
  };
  const rows = (fichier: string): Record<string, string>[] =>
    Papa.parse<Record<string, string>>(readFileSync(file(fichier).chemin_normalise, 'utf8'), {
      header: true,
      skipEmptyLines: true,
    }).data;
  return { ...result, progress, file, rows };
}

/** The faults of a folder that holds the minimum and these files, as the command shows them. */
export async function faultsOf(files: Files, base: Files = MINIMUM): Promise<string[]> {
  try {
    await read(files, base);
  } catch (error) {
    if (error instanceof DataError) return error.faults.map(formatFault);
    throw error;
  }
  return [];
}

/** Text in Windows-1252, or in ISO-8859-1 which is the same for the letters that it has. */
export function cp1252(text: string): Uint8Array {
  const special: Record<string, number> = { '’': 0x92, œ: 0x9c, '€': 0x80 };
  return Uint8Array.from(text, (letter) => special[letter] ?? letter.charCodeAt(0));
}
