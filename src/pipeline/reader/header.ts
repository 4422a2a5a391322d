import { removeAccents } from '../../lib/slug.ts';
import type { DataFault } from '../../lib/errors.ts';
import type { Colonne, Kind } from '../kinds.ts';
import { closest, editDistance } from './closest.ts';
import { quote, shorten } from './faults.ts';

type HeaderFault = Omit<DataFault, 'source' | 'line'>;

/** Where each declared column is in the rows of one file. */
export interface Header {
  /** As written, trimmed; a column without a name is called by its position. */
  entetes: string[];
  /** For each column of the kind, its index in the rows; -1 when the file does not have it. */
  indices: number[];
  ignorees: string[];
  /** Indices of the columns without a name, when no layout says what they are. */
  sansNom: number[];
  fautes: HeaderFault[];
  /** Too little is understood for the rows to be checked. */
  illisible: boolean;
}

/**
 * The same name for a label and a technical name: no accents, lower case, `_` between words.
 *
 * `DEVENIR Part poursuite études ` → `devenir_part_poursuite_etudes`
 */
export function normalizeHeader(header: string): string {
  return removeAccents(header)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
}

/** How many declared columns a list of headers names: the right separator is the one that finds most. */
export function countRecognised(kind: Kind, headers: readonly string[]): number {
  const names = new Set(headers.map(normalizeHeader));
  return kind.colonnes.filter((colonne) => spellings(colonne).some((name) => names.has(name))).length;
}

const spellings = (colonne: Colonne): string[] => [colonne.nom, ...colonne.entetes];

/** Matches the headers of a file with the columns of its kind, by name, or by position in the old DEPP tables. */
export function resolveHeader(kind: Kind, headers: readonly string[]): Header {
  const names = headers.map(normalizeHeader);
  const written = headers.map((header, index) => header.trim() || `(column ${index + 1}, without a name)`);
  const byPosition = names.includes('') ? matchPresentation(kind, names) : undefined;
  const indices = byPosition ?? kind.colonnes.map((colonne) => indexByName(colonne, names));
  const used = new Set(indices);
  const unknown = names.map((_, index) => index).filter((index) => !used.has(index) && names[index] !== '');
  const header = {
    entetes: written,
    indices,
    ignorees: unknown.map((index) => written[index] ?? ''),
    sansNom: byPosition ? [] : names.flatMap((name, index) => (name === '' ? index : [])),
  };
  if (indices.every((index) => index < 0)) return { ...header, fautes: [notAHeader(kind, headers)], illisible: true };
  const fautes = headerFaults(kind, header, names, unknown);
  const unnamed = names.filter((name) => name === '').length;
  const illisible = kind.presentations.length > 0 && unnamed > 0 && fautes.length > 0;
  return { ...header, fautes: illisible ? [unknownLayout(names.length, unnamed), ...fautes] : fautes, illisible };
}

function indexByName(colonne: Colonne, names: readonly string[]): number {
  for (const spelling of spellings(colonne)) {
    const index = names.indexOf(spelling);
    if (index >= 0) return index;
  }
  return -1;
}

/** The indices given by the one layout that has as many columns, the same ones without a name, and the same names elsewhere. */
function matchPresentation(kind: Kind, names: readonly string[]): number[] | undefined {
  const layout = kind.presentations.find(
    (places) =>
      places.length === names.length &&
      places.every(({ nom, anonyme }, index) => {
        const colonne = kind.colonnes.find((candidate) => candidate.nom === nom);
        const name = names[index] ?? '';
        return name === '' ? anonyme : colonne !== undefined && spellings(colonne).includes(name);
      }),
  );
  return layout && kind.colonnes.map((colonne) => layout.findIndex((place) => place.nom === colonne.nom));
}

function headerFaults(
  kind: Kind,
  { entetes, indices }: Pick<Header, 'entetes' | 'indices'>,
  names: readonly string[],
  unknown: readonly number[],
): HeaderFault[] {
  const missing = kind.colonnes.filter((_, index) => (indices[index] ?? -1) < 0);
  const unknownNames = unknown.map((index) => names[index] ?? '');
  const nameOf = (name: string): string => entetes[names.indexOf(name)] ?? name;
  const faults = missing.flatMap((colonne) => missingColumn(colonne, unknownNames, nameOf) ?? []);
  return [
    ...duplicates(names, entetes, kind),
    ...faults,
    ...missingCodes(kind, indices),
    ...foreign(kind, unknown, names, entetes),
  ];
}

/** Columns that tell another kind of file: this one bears a name that is not its own, and its figures would be told of others. */
function foreign(
  { libelle, etrangeres }: Kind,
  unknown: readonly number[],
  names: readonly string[],
  entetes: readonly string[],
): HeaderFault[] {
  const wrong = etrangeres.flatMap(spellings);
  return unknown
    .filter((index) => wrong.includes(names[index] ?? ''))
    .map((index) => ({
      column: entetes[index] ?? '',
      expected: `no such column in a file of « ${libelle} »`,
      received: 'a column that files of another kind have',
      todo: 'This file may bear the name of another one: give it back the name it was published under.',
    }));
}

const EXPORT_AGAIN = 'export the file again with its header line.';

function notAHeader(kind: Kind, headers: readonly string[]): HeaderFault {
  const wanted = kind.colonnes.filter((colonne) => colonne.obligatoire).map((colonne) => colonne.nom);
  return {
    expected: `a header line that names ${wanted.join(', ')}`,
    received: quote(headers.filter((header) => header.trim() !== '').join(' ')),
    todo: `Check that this file is what its name says, or ${EXPORT_AGAIN}`,
  };
}

function unknownLayout(columns: number, unnamed: number): HeaderFault {
  return {
    expected: 'a name on every column, or one of the two old DEPP layouts (11 columns in 2018-2019, 9 in 2019-2020)',
    received: `${columns} columns, ${unnamed} of them without a name`,
    todo: 'Write the missing headers by hand in a copy, or download the official export again.',
  };
}

/**
 * A column that is required is missing; or one that is not, while an unknown header is one or two letters away from its name:
 * a renamed column must not pass for an absent one.
 */
function missingColumn(
  colonne: Colonne,
  unknown: readonly string[],
  nameOf: (name: string) => string,
): HeaderFault | undefined {
  const limit = colonne.obligatoire ? Math.max(2, Math.floor(colonne.nom.length / 3)) : colonne.nom.length < 5 ? 0 : 2;
  const near = spellings(colonne)
    .map((spelling) => closest(spelling, unknown, limit) ?? unknown.find((name) => isOneSlip(spelling, name)))
    .find((name) => name !== undefined);
  if (!colonne.obligatoire && near === undefined) return undefined;
  const expected = `a column "${colonne.nom}"`;
  if (near === undefined) {
    const others = unknown.length === 0 ? 'no other column' : shorten(unknown.map(nameOf).join(', '));
    return {
      expected,
      received: `no such header (not recognised: ${others})`,
      todo: `Add the column, or ${EXPORT_AGAIN}`,
    };
  }
  const received = `no such header; the closest is ${quote(nameOf(near))}`;
  return { expected, received, todo: `Did you mean "${nameOf(near)}"? Rename that header to "${colonne.nom}".` };
}

/**
 * One letter or digit away, or a number of one digit lost: `taux_emploi_1_mois` is a slip for 12 and `taux_emploi_mois` for 6, while `taux_emploi_30_mois` is
 * another rate than 24.
 */
const isOneSlip = (spelling: string, name: string): boolean =>
  name.length > 4 && (editDistance(spelling, name) === 1 || spelling.replace(/_\d(?=_|$)/, '') === name);

/** Two headers with the same name, or two spellings of the same column. */
function duplicates(names: readonly string[], entetes: readonly string[], kind: Kind): HeaderFault[] {
  const meaning = (name: string): string =>
    kind.colonnes.find((colonne) => spellings(colonne).includes(name))?.nom ?? name;
  const seen = new Map<string, number>();
  return names.flatMap((name, index) => {
    if (name === '') return [];
    const first = seen.get(meaning(name));
    if (first === undefined) {
      seen.set(meaning(name), index);
      return [];
    }
    return {
      column: entetes[index] ?? name,
      expected: 'each column once',
      received: `"${entetes[first] ?? ''}" in position ${first + 1} and "${entetes[index] ?? ''}" in position ${index + 1}`,
      todo: 'Keep one of the two columns.',
    };
  });
}

function missingCodes(kind: Kind, indices: readonly number[]): HeaderFault[] {
  const named = kind.colonnes.some((colonne, index) => kind.codes.includes(colonne.nom) && (indices[index] ?? -1) >= 0);
  if (kind.codes.length === 0 || named) return [];
  return [
    {
      expected: `a column "${kind.codes.join('" or "')}"`,
      received: 'no such header',
      todo: `Add the column, or ${EXPORT_AGAIN}`,
    },
  ];
}
