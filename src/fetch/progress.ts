import { frenchLocale, formatNumber, NBSP } from '../lib/format.ts';
import type { Clock } from './http.ts';

/** A terminal is rewritten at most so often; anything else gets a line now and then. */
const REWRITTEN_MS = 100;
const LINE_MS = 5000;

const oneDecimal = frenchLocale.format(',.1f');

/** `1300000` → `1,2 Mo` (1 Mo = 1 024 Ko). */
const formatMo = (octets: number): string => `${oneDecimal(octets / 1024 / 1024)}${NBSP}Mo`;

export interface Output {
  write: (text: string) => void;
  /** Can a line be rewritten? */
  isTTY: boolean;
}

/** What the person who waits sees: lines that stay, and one on the file under way. */
export class Affichage {
  private readonly output: Output;
  private readonly clock: Pick<Clock, 'now'>;
  private current: { fichier: string; since: number; from: number; shown: number } | undefined;
  private pending = false;

  constructor(output: Output, clock: Pick<Clock, 'now'>) {
    this.output = output;
    this.clock = clock;
  }

  readonly log = (line: string): void => {
    this.output.write(`${this.erase()}${line}\n`);
  };

  readonly progress = (fichier: string, done: number, total: number | undefined, unit: 'octets' | 'pages'): void => {
    const now = this.clock.now();
    if (this.current?.fichier !== fichier) this.current = { fichier, since: now, from: done, shown: now };
    const { since, from, shown } = this.current;
    if (now - shown < (this.output.isTTY ? REWRITTEN_MS : LINE_MS)) return;
    this.current.shown = now;
    const line = `  ${fichier} : ${avancement(done, total, unit)}, ${vitesse(done - from, now - since, unit)}`;
    if (!this.output.isTTY) this.output.write(`${line}\n`);
    else {
      this.output.write(`${this.erase()}${line}`);
      this.pending = true;
    }
  };

  private erase(): string {
    const { pending } = this;
    this.pending = false;
    return pending ? '\r\u001b[2K' : '';
  }
}

/** `12,3 Mo sur 45,0 Mo (27 %)`; without what is not known. */
export function avancement(done: number, total: number | undefined, unit: 'octets' | 'pages'): string {
  const amount = unit === 'octets' ? formatMo : (pages: number) => `${formatNumber(pages)} pages`;
  if (total === undefined || total === 0) return amount(done);
  return `${amount(done)} sur ${unit === 'octets' ? formatMo(total) : formatNumber(total)} (${Math.floor((done / total) * 100)}${NBSP}%)`;
}

function vitesse(done: number, ms: number, unit: 'octets' | 'pages'): string {
  const bySecond = ms === 0 ? 0 : (done * 1000) / ms;
  return unit === 'octets' ? `${formatMo(bySecond)}/s` : `${oneDecimal(bySecond)} pages/s`;
}
