import { REGIONS } from '../../domain/regions.ts';
import { isUai } from '../../domain/uai.ts';
import { removeAccents } from '../../lib/slug.ts';
import type { TypeDeValeur } from '../kinds.ts';
import { cached, fault, refusal } from './lecteur.ts';
import type { Lecteur, Probleme } from './lecteur.ts';
import { readIdMesure } from './measures.ts';
import { readCount, readCountInsersup, readDecimal, readPercent, readValueAdded } from './numbers.ts';

const CONTROL = fault('text without control characters', 'Retype the cell.');

const DIRECTION = fault(
  'text without marks that turn the reading direction around',
  'Retype the cell: what is read is not what is written.',
);
/** Longer than any label, four times: a cell that took in a piece of another file. */
const LONGUEUR_MAX = 1000;
const TOO_LONG = fault(
  `a text of at most ${LONGUEUR_MAX} characters`,
  'Shorten the cell, or look for what was pasted in it.',
);

/** RFC 4180: quotes around a cell that needs them. Line breaks and tabs become a space, so that one record is one line. */
export function toCsvCell(text: string): string {
  const line = text.replace(/\s*[\t\n\v\f\r\u2028\u2029]+\s*/g, ' ');
  return /[",]/.test(line) ? `"${line.replaceAll('"', '""')}"` : line;
}

/**
 * Text as it is, without the marks that nobody sees (zero-width spaces, soft hyphens). Control codes U+0080-U+009F are let through: labels of real
 * exports have some.
 */
function readText(cell: string): string | Probleme {
  if (cell.length > LONGUEUR_MAX) return TOO_LONG;
  if (!/[\p{C}\p{Zl}\p{Zp}",]/u.test(cell)) return cell;
  if (/[\u202a-\u202e\u2066-\u2069]/.test(cell)) return DIRECTION;
  if (/\p{Noncharacter_Code_Point}/u.test(cell)) return CONTROL;
  const text = toCsvCell(cell.replace(/[\u00ad\u061c\u200b\u200e\u200f\u2060-\u2064\ufeff]/g, '').trim());
  return /[\p{Cc}--[\x80-\x9f]]/v.test(text) ? CONTROL : text;
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

const DEPARTEMENT = fault('the code of a département: 35, 035, 02A or 974', EXPORT_AS_TEXT);

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

const LECTEURS: Record<Exclude<TypeDeValeur, 'mesure'>, Lecteur> = {
  texte: readText,
  texte_ou_null: (cell) => (cell === 'null' ? '' : readText(cell)),
  uai: cached((cell) => (isUai(cell) ? cell.toUpperCase() : UAI)),
  // Pages and files take their address from it: the shape is checked, the letter is not (RULES § 18 does it for figures).
  uai_d_annuaire: (cell) => (/^\d{7}[A-Z]$/i.test(cell) ? cell : UAI),
  code_2: cached(code(2, 'a code')),
  code_3: cached(code(3, 'a code')),
  code_5: cached(code(5, 'a code')),
  cfd: cached(code(8, 'a diploma code (CFD)')),
  mef: cached(code(10, 'a MEF code')),
  mefstat11: cached(code(11, 'a MEFSTAT11 code')),
  sise: cached(code(7, 'a SISE code')),
  sise_ou_all: cached(code(7, 'a SISE code', 'all')),
  millesime: cached(readMillesime),
  filiere: (cell) => (FILIERES.has(cell) ? cell : FILIERE),
  region_academique: (cell) => (REGIONS_ACADEMIQUES.has(cell) ? cell : REGION),
  perimetre: cached(readPerimetre),
  departement: cached((cell) => (cell === '' || /^\d[\dAB]{1,2}$/.test(cell) ? cell : DEPARTEMENT)),
  date: cached(readDate),
  id_mesure: cached(readIdMesure),
  entier: readCount,
  pourcentage: readPercent,
  valeur_ajoutee: readValueAdded,
  entier_insersup: readCountInsersup,
  decimal: readDecimal,
};

const EMPTY = fault('a value', 'Fill the cell, or remove the row.');

/** The reader of the cells of one column; `remplie`: an empty cell is a fault. */
export function lecteur(type: Exclude<TypeDeValeur, 'mesure'>, remplie: boolean): Lecteur {
  const read = LECTEURS[type];
  return remplie ? (cell) => (cell === '' ? EMPTY : read(cell)) : read;
}
