import { cached, fault, refusal } from './lecteur.ts';
import type { Lecteur } from './lecteur.ts';

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

export const readCount = cached(number(COUNT));
export const readPercent = cached(number(PERCENT));
export const readDecimal = cached(number(DECIMAL));
export const readValueAdded = cached(number(VALUE_ADDED));
export const readCountInsersup = cached(readInsersup(readCount));
