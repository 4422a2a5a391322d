import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface StoredObject {
  body: Buffer;
  type: string | undefined;
  cache: string | undefined;
}

/** What goes wrong with one request: a status, or the line is cut. */
export type Fault = number | 'cut' | undefined;

/** A small S3: one bucket in memory, on this machine. It refuses what is not signed, and a body that is not the one that was signed. */
export class S3Imitation {
  readonly objects = new Map<string, StoredObject>();
  /** `PUT index.html`, in the order of arrival, refused ones included. */
  requests: string[] = [];
  /** Most requests at one time. */
  busiest = 0;
  /** Called with each request and its rank from 0 on. */
  fault: (request: string, rank: number) => Fault = () => undefined;
  private open = 0;
  private readonly server: Server;

  constructor() {
    this.server = createServer((request, response) => {
      void this.answer(request).then(({ status, body }) => {
        this.open -= 1;
        if (status === 0) response.destroy();
        else response.writeHead(status).end(body);
      });
    });
  }

  async listen(): Promise<string> {
    await new Promise<void>((done) => this.server.listen(0, '127.0.0.1', done));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  close(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((done) => this.server.close(() => done()));
  }

  keys = (): string[] => [...this.objects.keys()].sort();

  private async answer(request: IncomingMessage): Promise<{ status: number; body?: Buffer | string }> {
    this.open += 1;
    this.busiest = Math.max(this.busiest, this.open);
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const key = decodeURIComponent(request.url ?? '').replace(/^\/seau\//, '');
    const name = `${request.method ?? ''} ${key}`;
    this.requests.push(name);
    const fault = this.fault(name, this.requests.length - 1);
    if (fault === 'cut') return { status: 0 };
    if (fault !== undefined)
      return { status: fault, body: `<Error><Code>${fault === 403 ? 'AccessDenied' : 'SlowDown'}</Code></Error>` };
    const signed = request.headers.authorization ?? '';
    if (
      !/^AWS4-HMAC-SHA256 Credential=IDENTIFIANT\/\d{8}\/ailleurs-1\/s3\/.*SignedHeaders=[^,]*x-amz-content-sha256.*Signature=[0-9a-f]{64}$/.test(
        signed,
      )
    )
      return { status: 403, body: '<Error><Code>SignatureDoesNotMatch</Code></Error>' };
    if (request.headers['x-amz-content-sha256'] !== createHash('sha256').update(body).digest('hex'))
      return { status: 400, body: '<Error><Code>XAmzContentSHA256Mismatch</Code></Error>' };
    return this.store(request, key, body);
  }

  private store(request: IncomingMessage, key: string, body: Buffer): { status: number; body?: Buffer | string } {
    if (request.method === 'PUT') {
      this.objects.set(key, { body, type: request.headers['content-type'], cache: request.headers['cache-control'] });
      return { status: 200 };
    }
    if (request.method === 'DELETE') {
      this.objects.delete(key);
      return { status: 204 };
    }
    const object = this.objects.get(key);
    return object === undefined
      ? { status: 404, body: '<Error><Code>NoSuchKey</Code></Error>' }
      : { status: 200, body: object.body };
  }
}
