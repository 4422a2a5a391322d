import type { CouvertureDeVoie } from '../../domain/couverture.ts';
import type { Filiere } from '../../domain/fiche.ts';
import type { ResumeEtablissement, ResumeFormation } from '../../domain/listes.ts';
import type { Absence } from '../../domain/publication.ts';
import type { Database } from '../database.ts';
import type { Effects } from '../effects.ts';
import type { Comptes } from './comptes.ts';
import type { Identite } from './identites.ts';
import type { EcoleSituee } from './proximite.ts';
import type { Comparateur } from './revisions.ts';

/** What every output needs. The resumes are filled by the formations and the schools, and read by the lists that come after. */
export interface Contexte {
  db: Database;
  effects: Effects;
  /** First keys of every published file: edition, and the mark of fictional figures. */
  entete: { edition: string; donnees_fictives?: true };
  /** Day of the edition, ISO. */
  date: string;
  /** Public address of the site without final slash, when it is known. */
  siteUrl?: string | undefined;
  identites: ReadonlyMap<string, Identite>;
  /** By CFD. */
  resumes: Map<string, ResumeFormation>;
  /** By UAI, with the region and why the school shows no figure. */
  etablissements: Map<string, ResumeEtablissement & { region?: string | undefined; absence?: Absence | undefined }>;
  /** Every school with a page, as « Près de chez moi » lists it. */
  ecoles: EcoleSituee[];
  /** By CFD: the regions and tracks that show figures, for lists and search; of these regions, those with a page for the formation. */
  couverture: Map<
    string,
    { regions: Set<string>; regionsAvecPage: Set<string>; filieres: Set<Filiere>; voies: CouvertureDeVoie[] }
  >;
  /** Counts the records, for the report. */
  comptes: Comptes;
  /** Compares each page with the former edition, when one was given. */
  revisions?: Comparateur | undefined;
  /** By CFD: every other word and code that leads to the page. */
  mots: Map<string, { anciens: string[]; codes: string[] }>;
}

/** Groups consecutive rows that share a key; the rows must come in the order of the key. */
export async function* groupRows<T>(
  rows: AsyncIterable<T>,
  keyOf: (row: T) => string,
): AsyncGenerator<[key: string, rows: T[]]> {
  let key: string | undefined;
  let group: T[] = [];
  for await (const row of rows) {
    const rowKey = keyOf(row);
    if (key !== undefined && rowKey !== key) {
      yield [key, group];
      group = [];
    }
    key = rowKey;
    group.push(row);
  }
  if (key !== undefined) yield [key, group];
}

/** The rows of each key that is asked for, from rows in the order of the key; keys are asked in that order too, and some have no row. */
export function followGroups<T>(rows: AsyncIterable<T>, keyOf: (row: T) => string): (key: string) => Promise<T[]> {
  const groups = groupRows(rows, keyOf);
  let next: IteratorResult<[key: string, rows: T[]], unknown> | undefined;
  return async (key) => {
    next ??= await groups.next();
    if (next.done === true || next.value[0] > key) return [];
    const [found, group] = next.value;
    if (found !== key) throw new Error(`rows of ${found} that nothing asked for`);
    // Read ahead, so that the stream ends with its last group.
    next = await groups.next();
    return group;
  };
}

/** Order of the tracks on a page: school first, then apprenticeship. */
export const RANG_DES_FILIERES: Record<Filiere, number> = { pro: 0, agricole: 1, apprentissage: 2, superieur: 3 };
