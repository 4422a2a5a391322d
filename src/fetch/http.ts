import http, { type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import https from 'node:https';

import { FetchFault, PassingError } from './faults.ts';

/** Time, which tests replace. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  sleep(ms: number): Promise<void>;
  /** Calls `fire` once after `ms`, unless the function returned is called before. */
  after(ms: number, fire: () => void): () => void;
}

export const CLOCK: Clock = {
  now: () => Date.now(),
  sleep: (ms) => new Promise((done) => setTimeout(done, ms)),
  after(ms, fire) {
    const timer = setTimeout(fire, ms);
    return () => clearTimeout(timer);
  },
};

/** How requests are made. */
export interface Net {
  clock: Clock;
  /** Between 0 and 1. */
  random: () => number;
  /** Longest wait for a byte; a body that keeps dripping may take as long as it wants. */
  silenceMs: number;
  /** One line for the person who waits. */
  log: (line: string) => void;
}

export interface Question {
  url: string;
  method?: 'GET' | 'POST';
  headers?: Readonly<Record<string, string>>;
  /** The headers hold a password or a token: no other origin gets them. */
  secret?: boolean;
}

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  /** The bytes as sent, still compressed if they were. Throws `PassingError` when they stop before the end. */
  body: AsyncIterable<Buffer>;
  /** Leaves the body unread. */
  discard: () => void;
}

const MAX_REDIRECTS = 5;

/**
 * Sends one request. `node:http` rather than `fetch`: it gives the bytes as they came, which can be taken up again in the middle, and a gzip
 * body cut short is seen (`fetch` decodes what there is of it and says nothing).
 */
export async function ask(question: Question, net: Net): Promise<Answer> {
  const first = new URL(question.url);
  let url = first;
  for (let hops = 0; hops <= MAX_REDIRECTS; hops += 1) {
    const answer = await send(url, question, net);
    const { location } = answer.headers;
    if (![301, 302, 303, 307, 308].includes(answer.status) || location === undefined) return answer;
    answer.discard();
    const next = URL.canParse(location, url) ? new URL(location, url) : undefined;
    if (next === undefined || !isAllowed(first, next, question.secret === true)) throw refusedRedirect(url, location);
    url = next;
  }
  throw new FetchFault([
    {
      expected: `an answer of ${first.href}`,
      received: `more than ${MAX_REDIRECTS} redirects`,
      todo: 'Open this address in a browser; if the data set has moved, correct src/fetch/sources.ts.',
    },
  ]);
}

/** Without a secret, another host may answer (portals keep files elsewhere), but never in clear what was asked encrypted. */
function isAllowed(first: URL, next: URL, secret: boolean): boolean {
  if (secret) return next.origin === first.origin;
  return next.protocol === 'https:' || next.protocol === first.protocol;
}

function refusedRedirect(from: URL, location: string): FetchFault {
  return new FetchFault([
    {
      expected: `an answer of ${from.origin}`,
      received: `a redirect to ${URL.canParse(location, from) ? new URL(location, from).origin : 'no address'}, which is not followed`,
      todo: 'Check that the service has not moved; if it has, correct src/fetch/sources.ts.',
    },
  ]);
}

function send(url: URL, { method = 'GET', headers = {} }: Question, { clock, silenceMs }: Net): Promise<Answer> {
  return new Promise((resolve, reject) => {
    let silent = false;
    const request = (url.protocol === 'https:' ? https : http).request(url, {
      method,
      headers: { 'user-agent': 'et-apres (npm run fetch)', ...headers },
    });
    const fire = (): void => {
      silent = true;
      request.destroy(new Error('silence'));
    };
    let calm = clock.after(silenceMs, fire);
    const watch = (): void => {
      calm();
      calm = clock.after(silenceMs, fire);
    };
    const passing = (cause: unknown): PassingError =>
      new PassingError(silent ? `no byte for ${silenceMs / 1000} seconds` : reasonOf(cause), { cause });
    // Stays after the answer: what breaks later is told by the body.
    request.on('error', (cause) => {
      calm();
      reject(passing(cause));
    });
    request.once('response', (response) => {
      watch();
      resolve({
        status: response.statusCode ?? 0,
        headers: response.headers,
        body: bytesOf(response, { watch, passing, end: () => calm() }),
        discard: () => {
          calm();
          response.destroy();
        },
      });
    });
    request.end();
  });
}

async function* bytesOf(
  response: IncomingMessage,
  { watch, passing, end }: { watch: () => void; passing: (cause: unknown) => PassingError; end: () => void },
): AsyncGenerator<Buffer> {
  const bytes = (response as AsyncIterable<Buffer>)[Symbol.asyncIterator]();
  const next = async (): Promise<IteratorResult<Buffer, unknown>> => {
    try {
      return await bytes.next();
    } catch (cause) {
      throw passing(cause);
    }
  };
  try {
    for (let step = await next(); step.done !== true; step = await next()) {
      watch();
      yield step.value;
    }
  } finally {
    end();
    response.destroy();
  }
}

const reasonOf = (cause: unknown): string =>
  cause instanceof Error && cause.message !== 'aborted' ? cause.message : 'the connection was cut';
