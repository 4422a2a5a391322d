/** What a cell can hold; null and undefined are a value that is not there. */
export type CelluleCsv = string | number | boolean | null | undefined;

export interface OptionsCsv {
  separateur?: string;
  /** How a value that is not there is written. */
  vide?: string;
}

/** Byte order mark: tells spreadsheets that the file is UTF-8. Only at the head of a file. */
export const BOM = '\ufeff';

const NOMBRE = /^[+-]?\d+(\.\d+)?$/;
const FORMULE = /^[=+\-@\t\r]/;
/** What most cells have not: the start of a formula, or what RFC 4180 quotes whatever the separator. */
const A_REGARDER = /^[=+\-@\t\r]|["\n\r]/;

/**
 * Puts an apostrophe before a text that a spreadsheet would run, unless it is a number (API § 8): `=1+1` → `'=1+1`, `-4` stays.
 */
export function neutraliser(texte: string): string {
  return FORMULE.test(texte) && !NOMBRE.test(texte) ? `'${texte}` : texte;
}

/** One cell, neutralised and quoted when RFC 4180 asks for it: `a;b` → `"a;b"`. */
export function toCsvCell(valeur: CelluleCsv, { separateur = ';', vide = '' }: OptionsCsv = {}): string {
  if (valeur === null || valeur === undefined) return vide;
  if (typeof valeur !== 'string') return String(valeur);
  if (!A_REGARDER.test(valeur) && !valeur.includes(separateur)) return valeur;
  const texte = neutraliser(valeur);
  return texte.includes(separateur) || /["\n\r]/.test(texte) ? `"${texte.replaceAll('"', '""')}"` : texte;
}

/** Cells that follow each other in a line. */
export const csvCells = (cellules: readonly CelluleCsv[], options: OptionsCsv = {}): string =>
  cellules.map((cellule) => toCsvCell(cellule, options)).join(options.separateur ?? ';');

/** One line with its final line feed. A single cell that is not there makes `""`: a blank line would be no row. */
export function csvLine(cellules: readonly CelluleCsv[], options: OptionsCsv = {}): string {
  const ligne = csvCells(cellules, options);
  return `${ligne === '' ? '""' : ligne}\n`;
}
