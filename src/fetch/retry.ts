import { quote } from '../pipeline/reader/faults.ts';
import { FetchFault, PassingError } from './faults.ts';
import type { Answer, Net } from './http.ts';

const TRIES = 6;
/** First wait, doubled each time. */
const FIRST_WAIT_MS = 1000;
/** A server that asks for more is left alone: the next run goes on. */
const LONGEST_WAIT_MS = 900_000;
/** First bytes of a body shown in a message. */
const SHOWN_BYTES = 300;

/** Does `work`, again while what stops it passes: each time after about twice as long, or after what the server asks for. */
export async function persist<T>(name: string, work: () => Promise<T>, { clock, random, log }: Net): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof PassingError)) throw error;
      const waitMs = error.waitMs ?? FIRST_WAIT_MS * 2 ** (attempt - 1) * (0.5 + random() / 2);
      if (attempt === TRIES || waitMs > LONGEST_WAIT_MS) throw givenUp(error, attempt);
      log(`  ${name} : ${error.message} ; nouvel essai dans ${(waitMs / 1000).toFixed(1)} s`);
      await clock.sleep(waitMs);
    }
  }
}

function givenUp(error: PassingError, attempts: number): FetchFault {
  const later =
    error.waitMs === undefined ? 'later' : `in ${Math.ceil(error.waitMs / 60_000)} minutes, as the server asks`;
  return new FetchFault(
    [
      {
        expected: 'a whole answer',
        received: `${error.message}, ${attempts} time(s)`,
        todo: `Run the same command again ${later}: what was received is kept where the server can go on from it.`,
      },
    ],
    { cause: error },
  );
}

/** `Retry-After`, in seconds or as a date, in milliseconds from now. */
export function readRetryAfter(header: string | undefined, now: number): number | undefined {
  if (header === undefined) return undefined;
  if (/^\d+$/.test(header.trim())) return Number(header) * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

/** The error that a status other than the ones expected stands for: worth another try (429, 5xx), or not. Shows the first bytes of the body. */
export async function statusError(answer: Answer, url: string, net: Net, hide: readonly string[] = []): Promise<Error> {
  const { status, headers } = answer;
  if (status === 429 || status >= 500) {
    answer.discard();
    return new PassingError(`status ${status} from ${url}`, {
      waitMs: readRetryAfter(headers['retry-after'], net.clock.now()),
    });
  }
  let start = Buffer.alloc(0);
  for await (const bytes of answer.body) {
    start = Buffer.concat([start, bytes]);
    if (start.length >= SHOWN_BYTES) break;
  }
  const text = hide.reduce(
    (shown, secret) => (secret === '' ? shown : shown.replaceAll(secret, '…')),
    start.subarray(0, SHOWN_BYTES).toString(),
  );
  return new FetchFault([
    {
      expected: `status 200 from ${url}`,
      received: `status ${status}: ${quote(text)}`,
      todo:
        status === 404
          ? 'Look for this data set on its portal; if it has another name now, correct src/fetch/sources.ts.'
          : 'Open this address in a browser to see what the service says.',
    },
  ]);
}
