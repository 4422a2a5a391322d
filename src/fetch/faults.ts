import type { DataFault } from '../lib/errors.ts';

type Fault = Omit<DataFault, 'source'>;

/** A source that cannot be had, and trying again at once would not help. */
export class FetchFault extends Error {
  override readonly name = 'FetchFault';
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[], options?: ErrorOptions) {
    super(faults.map(({ expected, received }) => `expected ${expected}, received ${received}`).join('; '), options);
    this.faults = faults;
  }
}

/** What passes: the line is cut, the server is busy. `waitMs` when the server says how long. */
export class PassingError extends Error {
  override readonly name = 'PassingError';
  readonly waitMs: number | undefined;

  constructor(message: string, { waitMs, ...options }: ErrorOptions & { waitMs?: number | undefined } = {}) {
    super(message, options);
    this.waitMs = waitMs;
  }
}

/** The faults of one source, ready to be listed; what is a mistake of ours is thrown again. */
export function toFaults(error: unknown, source: string): DataFault[] {
  if (error instanceof FetchFault) return error.faults.map((fault) => ({ source, ...fault }));
  if (error instanceof Error && 'syscall' in error && 'code' in error)
    return [
      {
        source,
        expected: 'a folder that can be written',
        received: error.message,
        todo: 'Check the room left on the disk and the rights on the folder, then run the same command again.',
      },
    ];
  throw error;
}
