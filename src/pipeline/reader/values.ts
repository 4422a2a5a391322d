import { REGIONS } from '../../domain/regions.ts';
import { isUai } from '../../domain/uai.ts';
import { removeAccents } from '../../lib/slug.ts';
import type { TypeDeValeur } from '../kinds.ts';
import type { RaisonDeRefus } from './types.ts';

/** Why a cell is not what its column wants. With `refus`, its row is left out; without, it is a fault that stops the build. */
export interface Probleme {
  refus?: RaisonDeRefus;
  expected: string;
  todo: string;
}

/** Reads one trimmed cell: its normalised text, ready for a CSV, or what is wrong with it. */
export type Lecteur = (cell: string) => string | Probleme;

const fault = (expected: string, todo: string): Probleme => ({ expected, todo });
const refusal = (refus: RaisonDeRefus, expected: string): Probleme => ({ refus, expected, todo: '' });

/** Distinct values kept per reader: cells repeat a lot (codes, years, rates), text columns are not cached. */
const CACHE_SIZE = 50_000;

function cached(read: Lecteur): Lecteur {
  const cache = new Map<string, string | Probleme>();
  return (cell) => {
    const known = cache.get(cell);
    if (known !== undefined) return known;
    if (cache.size >= CACHE_SIZE) cache.clear();
    const result = read(cell);
    cache.set(cell, result);
    return result;
  };
}

/** RFC 4180: quotes around a cell that needs them. Line breaks become spaces, so that one record is one line. */
export function toCsvCell(text: string): string {
  const line = /[\n\r]/.test(text) ? text.replace(/\s*[\n\r]+\s*/g, ' ') : text;
  return /[",]/.test(line) ? `"${line.replaceAll('"', '""')}"` : line;
}

const EXPORT_AS_TEXT = 'Correct the cell; if a spreadsheet dropped leading zeros, export the column as text.';

function code(length: number, what: string, except?: string): Lecteur {
  const pattern = new RegExp(`^[0-9A-Z]{${length}}$`);
  const expected = `${what} of ${length} digits or capital letters`;
  const problem = fault(except === undefined ? expected : `${expected}, or "${except}"`, EXPORT_AS_TEXT);
  return (cell) => (cell === '' || cell === except || pattern.test(cell) ? cell : problem);
}

const MILLESIME = fault(
  'a leaving year (2023) or two years in a row (2022_2023, "cumul 2022-2023" or 2022,2023)',
  'Write the year as the source publishes it.',
);

/** `cumul 2023-2024` → `2023_2024`, `2021,2022` → `2021_2022`, `2022` → `2022` (RULES § 7). */
function readMillesime(cell: string): string | Probleme {
  const match = /^(?:cumul )?(20\d\d)(?:[-_,/]\s?(20\d\d))?$/i.exec(cell);
  if (!match) return cell === '' ? '' : MILLESIME;
  const [, first = '', second] = match;
  if (second === undefined) return first;
  return Number(second) === Number(first) + 1 ? `${first}_${second}` : MILLESIME;
}

const FILIERES = new Set(['', 'apprentissage', 'voie_pro_sco_educ_nat', 'voie_pro_sco_agri']);
const FILIERE = fault(
  'apprentissage, voie_pro_sco_educ_nat or voie_pro_sco_agri (or nothing)',
  'Correct the value: a word that is not known fails the whole file, as in the original service.',
);

const REGIONS_ACADEMIQUES = new Set(REGIONS.map((region) => region.code_region_academique));
const REGION = refusal('region_inconnue', 'the code of an academic region');

const UAI = refusal('uai_invalide', 'a UAI: seven digits and its control letter');

const PERIMETRES: readonly (readonly [RegExp, string])[] = [
  [/^ensemble$/, 'ensemble'],
  [/^(dont )?apprentis$/, 'dont apprentis'],
  [/^(dont )?(eleves en )?voie pro( sco(laire)?)?$/, 'dont voie pro sco'],
];
const PERIMETRE = fault('ensemble, dont apprentis or dont élèves en voie pro sco', 'Correct the value.');

function readPerimetre(cell: string): string | Probleme {
  const words = removeAccents(cell).toLowerCase().replace(/\s+/g, ' ');
  return cell === '' ? '' : (PERIMETRES.find(([pattern]) => pattern.test(words))?.[1] ?? PERIMETRE);
}

const DATE = fault('a date such as 31/08/2024 or 2024-08-31', 'Correct the date.');

/** `31/08/2024` → `2024-08-31`; of a longer ISO date, the first ten characters (RULES § 8). */
function readDate(cell: string): string | Probleme {
  if (cell === '' || cell === 'null') return '';
  const french = /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(cell);
  const iso = french ? `${french[3] ?? ''}-${french[2] ?? ''}-${french[1] ?? ''}` : cell.slice(0, 10);
  if (!/^\d{4}-\d\d-\d\d$/.test(iso) || !/^(?:$|[ T]\d)/.test(french ? '' : cell.slice(10))) return DATE;
  // A day that does not exist rolls over to the next month: the text then differs.
  const time = Date.parse(iso);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso) ? iso : DATE;
}

const ABSENCE = /^(?:nd|na|ns|-)?$/i;
const NUMBER = /^(-?)(\d{1,9})(?:[.,](\d+))?$/;
const RETYPE =
  'Correct the cell: digits only, with a point or a comma before decimals; an absence is empty, nd, na, ns or -.';

interface Bounds {
  min: number;
  max: number;
  /** What is wanted, for messages. */
  expected: string;
  /** Are decimals published? Otherwise a fraction leaves the row out. */
  decimals?: boolean;
}

/** `30.0` → `30`, `54,6` → `54.6`, `ND` → `nd`. */
function number({ min, max, expected, decimals = false }: Bounds): Lecteur {
  const malformed = fault(expected, RETYPE);
  const outside = fault(expected, 'Check the figure at the source: it is out of bounds.');
  const fractional = refusal('valeur_fractionnaire', `${expected}, whole`);
  return (cell) => {
    if (ABSENCE.test(cell)) return cell.toLowerCase();
    const match = NUMBER.exec(cell);
    if (!match) return malformed;
    const fraction = (match[3] ?? '').replace(/0+$/, '');
    const text = `${match[1] ?? ''}${String(Number(match[2]))}${fraction === '' ? '' : `.${fraction}`}`;
    const value = Number(text);
    if (value < min || value > max) return outside;
    if (fraction !== '' && !decimals) return fractional;
    return value === 0 ? '0' : text;
  };
}

const COUNT: Bounds = { min: 0, max: 999_999_999, expected: 'a whole number, 0 or more' };
const PERCENT: Bounds = { min: 0, max: 100, expected: 'a whole percentage from 0 to 100' };
const VALUE_ADDED: Bounds = { min: -100, max: 100, expected: 'a whole number from -100 to 100' };
const DECIMAL: Bounds = { min: -Infinity, max: Infinity, expected: 'a number', decimals: true };

/** InserSup marks: `82 *` is a figure on two cohorts, `17 **` is still under the threshold, `nd *` is unknown (RULES § 16). */
function readInsersup(readCount: Lecteur): Lecteur {
  return (cell) => {
    const match = /^(.*?)\s*(\*{1,2})$/.exec(cell);
    if (!match) return readCount(cell);
    const [, figure = '', mark = ''] = match;
    const count = readCount(figure);
    return typeof count === 'string' ? `${count} ${mark}`.trim() : count;
  };
}

const readCount = cached(number(COUNT));
const readPercent = cached(number(PERCENT));
const readDecimal = cached(number(DECIMAL));

const LECTEURS: Record<Exclude<TypeDeValeur, 'mesure'>, Lecteur> = {
  texte: toCsvCell,
  texte_ou_null: (cell) => (cell === 'null' ? '' : toCsvCell(cell)),
  uai: cached((cell) => (isUai(cell) ? cell.toUpperCase() : UAI)),
  cfd: cached(code(8, 'a diploma code (CFD)')),
  mef: cached(code(10, 'a MEF code')),
  mefstat11: cached(code(11, 'a MEFSTAT11 code')),
  sise: cached(code(7, 'a SISE code')),
  sise_ou_all: cached(code(7, 'a SISE code', 'all')),
  millesime: cached(readMillesime),
  filiere: (cell) => (FILIERES.has(cell) ? cell : FILIERE),
  region_academique: (cell) => (REGIONS_ACADEMIQUES.has(cell) ? cell : REGION),
  perimetre: cached(readPerimetre),
  date: cached(readDate),
  entier: readCount,
  pourcentage: readPercent,
  valeur_ajoutee: cached(number(VALUE_ADDED)),
  entier_insersup: cached(readInsersup(readCount)),
  decimal: readDecimal,
};

const EMPTY = fault('a value', 'Fill the cell, or remove the row.');

/** The reader of the cells of one column; `remplie`: an empty cell is a fault. */
export function lecteur(type: Exclude<TypeDeValeur, 'mesure'>, remplie: boolean): Lecteur {
  const read = LECTEURS[type];
  return remplie ? (cell) => (cell === '' ? EMPTY : read(cell)) : read;
}

/** The reader that `id_mesure` calls for: `nb_sortant` and salaries are counts, `taux_…` and `DEVENIR_…` percentages (RULES § 2). */
export function lecteurDeMesure(idMesure: string): Lecteur {
  if (idMesure.startsWith('nb_') || idMesure.startsWith('salaire_')) return readCount;
  if (idMesure.startsWith('taux_') || idMesure.startsWith('DEVENIR_')) return readPercent;
  return readDecimal;
}
