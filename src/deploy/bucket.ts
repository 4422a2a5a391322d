import { createHash } from 'node:crypto';

import { AwsClient } from 'aws4fetch';

import { UserError } from '../lib/errors.ts';

/** Where objects go and with whose rights; from the environment, never printed. */
export interface BucketOptions {
  /** `https://s3.example`, without bucket. */
  endpoint: string;
  region: string;
  bucket: string;
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken?: string | undefined;
}

/** A request that was refused, or given up after every try. */
export class RequestError extends Error {
  override readonly name = 'RequestError';
}

export interface Bucket {
  /** Content of an object; undefined when there is none. */
  get(key: string): Promise<Buffer | undefined>;
  put(key: string, body: Buffer, headers: Record<string, string>): Promise<void>;
  remove(key: string): Promise<void>;
}

const TRIES = 6;
/** Longest wait for one answer. */
const TIMEOUT_MS = 120_000;

/** An S3-compatible bucket, addressed by path. Refusals for a time (429, 5xx, a cut) are tried again, each time after twice as long. */
export function openBucket(
  options: BucketOptions,
  pause = (ms: number) => new Promise((done) => setTimeout(done, ms)),
): Bucket {
  const { endpoint, bucket, sessionToken, ...rest } = options;
  const client = new AwsClient({ ...rest, service: 's3', ...(sessionToken === undefined ? {} : { sessionToken }) });
  const addressOf = (key: string): string =>
    `${endpoint}/${[bucket, ...key.split('/')].map((part) => encodeURIComponent(part)).join('/')}`;

  const ask = async (
    method: string,
    key: string,
    body?: Buffer,
    headers: Record<string, string> = {},
  ): Promise<Response> => {
    let last = '';
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      if (attempt > 0) await pause(200 * 2 ** attempt * (0.5 + Math.random() / 2));
      const signed = await client.sign(addressOf(key), {
        method,
        headers: {
          ...headers,
          'x-amz-content-sha256': createHash('sha256')
            .update(body ?? '')
            .digest('hex'),
        },
        ...(body === undefined ? {} : { body: new Uint8Array(body) }),
      });
      try {
        const response = await fetch(signed, { signal: AbortSignal.timeout(TIMEOUT_MS) });
        if (response.ok || response.status === 404) return response;
        last = `${response.status} ${readCode(await response.text())}`.trim();
        if (response.status !== 429 && response.status < 500) break;
      } catch (error) {
        last = reasonOf(error);
      }
    }
    throw new RequestError(`${method} ${bucket}/${key}: ${last}`);
  };

  return {
    async get(key) {
      const response = await ask('GET', key);
      if (response.status === 404) {
        const code = readCode(await response.text());
        if (code === 'NoSuchBucket') throw new RequestError(`GET ${bucket}: 404 ${code}`);
        return undefined;
      }
      return Buffer.from(await response.arrayBuffer());
    },
    async put(key, body, headers) {
      const response = await ask('PUT', key, body, headers);
      if (response.status === 404)
        throw new RequestError(`PUT ${bucket}/${key}: 404 ${readCode(await response.text())}`);
      await response.arrayBuffer();
    },
    async remove(key) {
      await (await ask('DELETE', key)).arrayBuffer();
    },
  };
}

/** `<Error><Code>AccessDenied</Code>…` → `AccessDenied`. */
const readCode = (xml: string): string => /<Code>(\w+)<\/Code>/.exec(xml)?.[1] ?? '';

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message} (${error.cause.message})` : error.message;
}

/** The keys and the place of the bucket, from the environment. Throws `UserError` with the names that are missing. */
export function chooseBucket(bucket: string, environment: NodeJS.ProcessEnv): BucketOptions {
  const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN, AWS_REGION, S3_ENDPOINT } = environment;
  const missing = Object.entries({ AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY })
    .filter(([, value]) => value === undefined || value === '')
    .map(([name]) => name);
  if (missing.length > 0 || AWS_ACCESS_KEY_ID === undefined || AWS_SECRET_ACCESS_KEY === undefined)
    throw new UserError(`s3://${bucket} expects ${missing.join(' and ')} in the environment.`);
  const region = AWS_REGION ?? 'us-east-1';
  const endpoint = (S3_ENDPOINT ?? `https://s3.${region}.amazonaws.com`).replace(/\/$/, '');
  if (!/^https?:\/\/[^\s/]+$/.test(endpoint))
    throw new UserError('S3_ENDPOINT expects an address such as https://s3.example, without the bucket.');
  return {
    endpoint,
    region,
    bucket,
    accessKeyId: AWS_ACCESS_KEY_ID,
    secretAccessKey: AWS_SECRET_ACCESS_KEY,
    sessionToken: AWS_SESSION_TOKEN,
  };
}
