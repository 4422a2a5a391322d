/** A fault of the person's own input or options: shown without a stack, with what to do. Exit code 1. */
export class UserError extends Error {
  override readonly name = 'UserError';
}

/** Where a fault of the data stands, what was expected, what was read and what to do. Lines and columns count from 1. */
export interface DataFault {
  /** File name as found in the raw folder. */
  source: string;
  /** Line of the file as an editor shows it; absent when the whole file is meant. */
  line?: number;
  /** Header of the column as written in the file. */
  column?: string;
  expected: string;
  received: string;
  todo: string;
}

/** Faults of the data that stop the build: every one of them, in the order of files and lines. */
export class DataError extends Error {
  override readonly name = 'DataError';
  readonly faults: readonly DataFault[];

  constructor(faults: readonly DataFault[]) {
    super(faults.map(formatFault).join('\n'));
    this.faults = faults;
  }
}

/**
 * One fault on one line, file:line first so that editors and terminals can open it.
 *
 * `{source: 'a.csv', line: 3, column: 'uai', …}` → `a.csv:3, column "uai": expected …, received "…". What to do: …`
 */
export function formatFault(fault: DataFault): string {
  const place = fault.line === undefined ? fault.source : `${fault.source}:${fault.line}`;
  const column = fault.column === undefined ? '' : `, column "${fault.column}"`;
  return `${place}${column}: expected ${fault.expected}, received ${fault.received}. What to do: ${fault.todo}`;
}
