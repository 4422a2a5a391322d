/** How the publisher of a file writes it; readers must find these out by themselves (FORMATS, « What the files are really like »). */
export type Encodage = 'utf-8' | 'utf-8-bom' | 'iso-8859-1' | 'windows-1252';

/** One export to write, line by line: nothing of it is in memory before it is asked for. */
export interface FichierBrut {
  nom: string;
  encodage: Encodage;
  finDeLigne: '\n' | '\r\n';
  lignes: () => Iterable<string>;
}

export type Cellule = string | number | null;

const text = (cell: Cellule): string => (cell === null ? '' : String(cell));

/** Cells as they are: BCN tables and API answers never quote, even around quotes (SOURCES § D). */
export function plain(cells: readonly Cellule[], separator = ';'): string {
  const line = cells.map(text);
  const broken = line.find((cell) => cell.includes(separator) || cell.includes('\n'));
  if (broken !== undefined) throw new Error(`cell needs quotes: ${broken}`);
  return line.join(separator);
}

/** RFC 4180, quotes only where needed, as OpenDataSoft and France compétences write. */
export function quoted(cells: readonly Cellule[]): string {
  return cells
    .map((cell) => {
      const value = text(cell);
      return /[";\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
    })
    .join(';');
}

/** Quotes around every text, none around numbers and absences: the DEPP tables of 2018-2019 and 2019-2020. */
export function textQuoted(cells: readonly Cellule[]): string {
  return cells.map((cell) => (typeof cell === 'string' && cell !== '' ? `"${cell}"` : text(cell))).join(';');
}

/** `30` → `30.0`, absence → empty cell: the number style of the school exports (SOURCES § A). */
export const withDecimal = (value: number | null): string => (value === null ? '' : `${value}.0`);

/** Absence → `nd`: the recent DEPP tables and InserSup. */
export const orNd = (value: number | null): Cellule => value ?? 'nd';

/** ISO day → `31/08/2024`, absence → empty cell. */
export function frenchDay(isoDay: string | null): string {
  return isoDay === null ? '' : isoDay.split('-').reverse().join('/');
}
