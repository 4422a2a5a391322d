import type { DataFault } from '../../lib/errors.ts';
import type { Encodage } from './types.ts';

/** Faults listed in full for one file; the others are only counted. */
const LISTED_FAULTS = 50;
const SHOWN_CHARACTERS = 60;

/** A cell as shown in a message, on one line and at most 60 characters: `"30 %"`. */
export function quote(text: string): string {
  const line = shorten(text);
  return `"${line}"`;
}

/** At most 60 characters, on one line and without marks that nobody sees: longer text ends with an ellipsis. */
export function shorten(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]+/gu, ' ').trim();
  return line.length <= SHOWN_CHARACTERS ? line : `${line.slice(0, SHOWN_CHARACTERS - 1)}…`;
}

/** The message on a byte that its encoding cannot read, wherever it is. */
export function unreadable(byte: string, encodage: Encodage, cell: string): Omit<DataFault, 'source' | 'line'> {
  return {
    expected: `text in ${encodage}`,
    received: `byte ${byte}, which cannot be read, in ${quote(cell)}`,
    todo: 'Download the file again; if the source itself is damaged, retype the cell.',
  };
}

/** The faults of one file, in the order found: the first ones in full, then how many more. */
export class FaultList {
  readonly source: string;
  count = 0;
  private readonly listed: DataFault[] = [];

  constructor(source: string) {
    this.source = source;
  }

  add(fault: Omit<DataFault, 'source'>): void {
    this.count++;
    if (this.listed.length < LISTED_FAULTS) this.listed.push({ source: this.source, ...fault });
  }

  toFaults(): DataFault[] {
    const more = this.count - this.listed.length;
    if (more === 0) return this.listed;
    return [
      ...this.listed,
      {
        source: this.source,
        expected: 'no other fault',
        received: `… and ${more} more`,
        todo: 'Correct those listed above first, then run again to see the rest.',
      },
    ];
  }
}
