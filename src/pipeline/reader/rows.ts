import type { Kind, TypeDeValeur } from '../kinds.ts';
import { Accents } from './accents.ts';
import { quote, shorten, unreadable } from './faults.ts';
import type { FaultList } from './faults.ts';
import type { Header } from './header.ts';
import { parseText } from './records.ts';
import type { Dialect } from './records.ts';
import type { RaisonDeRefus, Refus } from './types.ts';
import { fault, type Lecteur, type Probleme } from './lecteur.ts';
import { lecteurDeMesure } from './measures.ts';
import { lecteur, toCsvCell } from './values.ts';

/** Examples kept per reason and file. */
const EXAMPLES = 20;
const QUOTE = 34;
/** What an unreadable byte becomes once decoded (U+FFFD in UTF-8, a control code in Windows-1252), and NUL. */
const UNREADABLE = /[\0\u0081\u008d\u008f\u0090\u009d\ufffd]/;

/** What is known of a file when its rows are read. */
export interface RowContext {
  kind: Kind;
  fichier: string;
  header: Header;
  dialect: Dialect;
  /** Year said by the file name, for the tables that have no such column. */
  annee: string | undefined;
  /** Line → byte that cannot be read. */
  illisibles: ReadonlyMap<number, string>;
  fautes: FaultList;
}

/** How one column of the normalised file is made. */
interface Cellule {
  /** In the rows; -1 when the file does not have the column. */
  index: number;
  lire: Lecteur;
  /** Does it hold a number? */
  nombre: boolean;
  /** Written when the file does not have the column. */
  defaut: string;
}

const NOMBRES: ReadonlySet<TypeDeValeur> = new Set([
  'mesure',
  'entier',
  'pourcentage',
  'valeur_ajoutee',
  'entier_insersup',
  'decimal',
]);
/** Codes that a table of reference joins by. */
const CODES: ReadonlySet<TypeDeValeur> = new Set(['cfd', 'mef', 'mefstat11', 'sise', 'code_2', 'code_3', 'code_5']);
/** What may follow the beginning of a number. */
const SUITES = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, '*'];

/** A filter of the kind, and where its column is in the rows. */
interface FiltreSitue {
  index: number;
  garde: RegExp;
  raison: RaisonDeRefus;
}

/** Checks the rows of one file and gives their normalised form; counts what it refuses. */
export class RowReader {
  lues = 0;
  ecrites = 0;
  /** Rows with a MEFSTAT11 code: school tracks, which need the table of MEF. */
  avecMefstat11 = 0;
  readonly refus: Refus[] = [];
  readonly refusees: Partial<Record<RaisonDeRefus, number>> = {};
  readonly accents: Accents;
  private readonly context: RowContext;
  private readonly cellules: Cellule[];
  private readonly codes: number[];
  private readonly filtres: FiltreSitue[];
  private readonly indexMesure: number;
  private readonly indexIdMesure: number;
  private readonly indexMefstat11: number;
  private readonly fichierCsv: string;
  /** Columns without a name nor a known layout, until one is seen to hold something. */
  private sansNom: readonly number[];
  /** Columns of codes that hold nothing so far. */
  private vides: readonly number[];

  constructor(context: RowContext) {
    const { kind, header, annee = '' } = context;
    const indexOf = (nom: string): number =>
      header.indices[kind.colonnes.findIndex((colonne) => colonne.nom === nom)] ?? -1;
    this.context = context;
    this.accents = new Accents(context.dialect.encodage);
    this.sansNom = header.sansNom;
    this.fichierCsv = toCsvCell(context.fichier);
    this.cellules = kind.colonnes.map(({ nom, type, remplie }, position) => ({
      index: header.indices[position] ?? -1,
      lire: nom === 'annee' ? lecteurDAnnee(annee, lecteurDe(type, remplie)) : lecteurDe(type, remplie),
      nombre: NOMBRES.has(type),
      defaut: nom === 'annee' ? annee : '',
    }));
    this.vides = kind.colonnes.flatMap(({ type, obligatoire }, position) => {
      const index = header.indices[position] ?? -1;
      return obligatoire && CODES.has(type) && !kind.porte_des_chiffres && index >= 0 ? index : [];
    });
    this.codes = kind.codes.map(indexOf).filter((index) => index >= 0);
    this.filtres = kind.filtres
      .map(({ colonne, garde, raison }) => ({ index: indexOf(colonne), garde, raison }))
      .filter(({ index }) => index >= 0);
    this.indexMesure = indexOf('valeur_mesure');
    this.indexIdMesure = indexOf('id_mesure');
    this.indexMefstat11 = Math.max(indexOf('id_mefstat11'), indexOf('code_formation_mefstat11'));
  }

  /**
   * One record → its line of the normalised file, or '' when it has a fault or is refused.
   * `ligne` and `fin` are the first and last lines it takes in the raw file; `unended`: no line feed ends it.
   */
  read(cells: readonly string[], ligne: number, fin: number, unended = false): string {
    this.lues++;
    if (this.context.illisibles.size > 0 && this.reportUnreadable(cells, ligne, fin)) return '';
    const row = this.ofRightLength(cells, ligne, fin);
    if (!row) return '';
    const filtre = this.filtres.find(({ index, garde }) => !garde.test(row[index] ?? ''));
    if (filtre) return this.count(filtre.raison);
    const { codes } = this;
    if (codes.length > 0 && codes.every((index) => row[index]?.trim() === '')) {
      return this.refuse('sans_code', codes[0] ?? 0, row, ligne);
    }
    this.lookAtColumns(row, ligne);
    const line = unended && this.mayBeCut(row, ligne) ? '' : this.readCells(row, ligne);
    if (line === '') return '';
    this.accents.see(line, ligne);
    this.ecrites++;
    if (this.indexMefstat11 >= 0 && row[this.indexMefstat11]?.trim() !== '') this.avecMefstat11++;
    return `${line}${this.fichierCsv},${ligne}\n`;
  }

  /** A record whose quotes cannot be understood. */
  malformed(ligne: number, message: string): void {
    this.lues++;
    this.context.fautes.add({
      line: ligne,
      expected: 'quotes around a whole cell, doubled inside it',
      received: message,
      todo: 'Close the quote, or double it: it is on this line or just below.',
    });
  }

  /** To be called after the last row: a column of codes with no code at all joins nothing, and is another one under its name. */
  reportEmpty(): void {
    if (this.lues > 0) for (const index of this.vides) this.report(NO_CODE, undefined, index, '');
  }

  private readCells(row: readonly string[], ligne: number): string {
    const unquotes = !this.context.dialect.guillemets;
    let line = '';
    let sound = true;
    let refused: Probleme | undefined;
    let refusedIndex = 0;
    for (const { index, lire, defaut } of this.cellules) {
      if (index < 0) {
        line += `${defaut},`;
        continue;
      }
      let cell = row[index]?.trim() ?? '';
      if (unquotes && cell.charCodeAt(0) === QUOTE) cell = unquote(cell);
      const result = index === this.indexMesure ? this.mesure(row)(cell) : lire(cell);
      if (typeof result === 'string') line += `${result},`;
      else if (result.refus === undefined) {
        sound = false;
        this.report(result, ligne, index, cell);
      } else if (!refused) [refused, refusedIndex] = [result, index];
    }
    if (!sound) return '';
    return refused?.refus === undefined ? line : this.refuse(refused.refus, refusedIndex, row, ligne);
  }

  /**
   * A download cut short in the last number of a file leaves another number. Published files may end without a line feed: the number
   * is believed when no other figure begins as it does (a rate of 34, not of 3). The same for codes that stand in columns of text.
   */
  private mayBeCut(row: readonly string[], ligne: number): boolean {
    const last = row.length - 1;
    const cell = row[last]?.trim() ?? '';
    const cellule = this.cellules.find(({ index }) => index === last);
    if (cellule === undefined || !(cellule.nombre || /^\d+$/.test(cell))) return false;
    const lire = last === this.indexMesure ? this.mesure(row) : cellule.lire;
    const read = lire(cell);
    const longer = SUITES.map((suite) => lire(`${cell}${suite}`));
    if (!longer.some((value) => typeof value === 'string' && value !== read)) return false;
    this.report(UNENDED, ligne, last, cell);
    return true;
  }

  /**
   * A column that lost its name must not pass for an absent one; one that is always empty is but a separator too many. Columns of codes are remembered as
   * long as they hold nothing.
   */
  private lookAtColumns(row: readonly string[], ligne: number): void {
    if (this.vides.length > 0) this.vides = this.vides.filter((column) => row[column]?.trim() === '');
    const index = this.sansNom.find((column) => (row[column]?.trim() ?? '') !== '');
    if (index === undefined) return;
    this.sansNom = [];
    this.report(NAMELESS, ligne, index, row[index] ?? '');
  }

  private mesure(row: readonly string[]): Lecteur {
    return lecteurDeMesure(row[this.indexIdMesure]?.trim() ?? '');
  }

  private report({ expected, todo }: Probleme, line: number | undefined, index: number, cell: string): void {
    const column = this.context.header.entetes[index] ?? '';
    this.context.fautes.add({ ...(line !== undefined && { line }), column, expected, received: quote(cell), todo });
  }

  private refuse(raison: RaisonDeRefus, index: number, row: readonly string[], ligne: number): '' {
    this.count(raison);
    const colonne = this.context.header.entetes[index] ?? '';
    if ((this.refusees[raison] ?? 0) <= EXAMPLES)
      this.refus.push({ raison, ligne, colonne, valeur: shorten(row[index] ?? '') });
    return '';
  }

  private count(raison: RaisonDeRefus): '' {
    this.refusees[raison] = (this.refusees[raison] ?? 0) + 1;
    return '';
  }

  /** Rows of BCN tables are cut at each separator; a well-quoted cell that holds one is put together again. */
  private ofRightLength(cells: readonly string[], ligne: number, fin: number): readonly string[] | undefined {
    const { header, dialect, kind, fautes } = this.context;
    const wanted = header.entetes.length;
    if (cells.length === wanted && (fin === ligne || kind.multiligne)) return cells;
    const text = cells.join(dialect.separateur);
    if (cells.length === wanted) {
      fautes.add({
        line: ligne,
        expected: 'a record on one line',
        received: `a record on lines ${ligne} to ${fin}: ${quote(text)}`,
        todo: 'Look for a quote that is not closed on the first of these lines.',
      });
      return undefined;
    }
    if (!dialect.guillemets && text.includes('"')) {
      const [again, ...others] = parseText(text, { ...dialect, guillemets: true });
      if (again?.length === wanted && others.length === 0) return again;
    }
    fautes.add({
      line: ligne,
      expected: `${wanted} fields, as in the header`,
      received: `${cells.length} fields: ${quote(text)}`,
      todo: 'Look for a separator or a line break that is missing or too many, or for a download cut short.',
    });
    return undefined;
  }

  private reportUnreadable(cells: readonly string[], ligne: number, fin: number): boolean {
    const { illisibles, header, dialect, fautes } = this.context;
    let found = false;
    for (let line = ligne; line <= fin; line++) {
      const byte = illisibles.get(line);
      if (byte === undefined) continue;
      found = true;
      const index = cells.findIndex((cell) => UNREADABLE.test(cell));
      const column = header.entetes[index];
      fautes.add({
        line,
        ...(column === undefined ? {} : { column }),
        ...unreadable(byte, dialect.encodage, cells[index] ?? ''),
      });
    }
    return found;
  }
}

const NAMELESS = fault(
  'a name in the header above each column that holds something',
  'Write the header of this column as its source does, or download the file again.',
);
const NO_CODE = fault(
  'a code in at least one row of this column',
  'Headers may have slid by one column: download the file again.',
);

const lecteurDe = (type: TypeDeValeur, remplie: boolean): Lecteur =>
  type === 'mesure' ? toCsvCell : lecteur(type, remplie);

/** Years, which must be those that the name of the file says when it says some. */
function lecteurDAnnee(annonce: string, lire: Lecteur): Lecteur {
  if (annonce === '') return lire;
  const otherYear = fault(
    `the leaving years that the file name says, ${annonce}`,
    'Give the file back the name it was published under, or remove the years from its name.',
  );
  return (cell) => {
    const read = lire(cell);
    return typeof read === 'string' && read !== annonce ? otherYear : read;
  };
}
const UNENDED = fault(
  'a line feed after the last row',
  'The download may have been cut short: download the file again. If this number is whole, add a line feed after it.',
);

/** Undoes RFC 4180 quoting in a BCN table: `"AGENT ""A"""` → `AGENT "A"`. A raw `"Label" créé` stays as it is. */
function unquote(cell: string): string {
  return cell.includes('""') && /^"(?:[^"]|"")*"$/.test(cell) ? cell.slice(1, -1).replaceAll('""', '"') : cell;
}
