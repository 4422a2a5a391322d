import type { DataFault } from '../../lib/errors.ts';
import { getKind } from '../kinds.ts';
import type { KindName } from '../kinds.ts';
import type { FichierLu } from './types.ts';

export interface FolderContent {
  rawDir: string;
  /** Kinds of the files found, readable or not. */
  presents: ReadonlySet<KindName>;
  /** Files read, in the order of names. */
  fichiers: readonly Pick<FichierLu, 'fichier' | 'kind' | 'sha256'>[];
  voieScolaire: boolean;
}

/** Faults that no single file shows: what the folder lacks, and what it holds twice (FORMATS, first paragraph). */
export function folderFaults({ rawDir, presents, fichiers, voieScolaire }: FolderContent): DataFault[] {
  const missing = (expected: string, received: string, todo: string): DataFault => ({
    source: rawDir,
    expected,
    received,
    todo,
  });
  const faults: DataFault[] = [];
  if (![...presents].some((kind) => getKind(kind).porte_des_chiffres)) {
    faults.push(
      missing(
        'at least one source of figures (inserjeunes-…, fr-en-inserjeunes-…, depp-…, insersup-…, fr-esr-insersup…)',
        'none',
        'Put the exports in this folder under the names they are published with.',
      ),
    );
  }
  const addTable = 'Add the BCN table of that name (.csv).';
  if (!presents.has('n_niveau_formation_diplome')) {
    faults.push(missing('the reference table n_niveau_formation_diplome', 'no such file', addTable));
  }
  if (!presents.has('n_formation_diplome') && !presents.has('v_formation_diplome')) {
    faults.push(missing('a reference table n_formation_diplome or v_formation_diplome', 'no such file', addTable));
  }
  if (voieScolaire && !presents.has('n_mef')) {
    faults.push(
      missing('the reference table n_mef, because some figures are about MEFSTAT11 codes', 'no such file', addTable),
    );
  }
  return [...faults, ...duplicateFiles(fichiers)];
}

/** The same export downloaded twice would count everything twice. */
function duplicateFiles(fichiers: FolderContent['fichiers']): DataFault[] {
  const seen = new Map<string, string>();
  return fichiers.flatMap(({ fichier, kind, sha256 }) => {
    const first = seen.get(`${kind} ${sha256}`);
    if (first === undefined) {
      seen.set(`${kind} ${sha256}`, fichier);
      return [];
    }
    const expected = 'a file that differs from the others of its kind';
    return {
      source: fichier,
      expected,
      received: `the very bytes of "${first}"`,
      todo: 'Remove one of the two files.',
    };
  });
}
