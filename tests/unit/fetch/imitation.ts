import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';

import type { Bases } from '../../../src/fetch/sources.ts';

/** Answers one request in its own way. */
export type Handler = (request: IncomingMessage, response: ServerResponse, body: Buffer) => void;

export interface Received {
  /** `fr-en-inserjeunes-cfa`, or the path of the API. */
  what: string;
  headers: IncomingMessage['headers'];
}

export const IDENTIFIANTS = { username: 'compte', password: 'tres-secret' };

export const etagOf = (body: Buffer): string => `"${createHash('sha256').update(body).digest('hex').slice(0, 12)}"`;

/** Both portals and the InserJeunes API, on this machine. */
export class Imitation {
  /** Data set → its CSV. */
  readonly files = new Map<string, Buffer>();
  /** Path of the API → its answer; another path is refused as a school without figures. */
  readonly pages = new Map<string, unknown>();
  readonly received: Received[] = [];
  /** Handlers of the next requests of a data set or path, one each; then it answers well. */
  readonly next = new Map<string, Handler[]>();
  /** What a portal does without: dates and ETags, parts of files. */
  validators = true;
  ranges = true;
  logins = 0;
  /** Tokens that are not taken any more. */
  readonly expired = new Set<string>();
  private address = '';
  private readonly server: Server;

  constructor() {
    this.server = createServer((request, response) => {
      const url = new URL(request.url ?? '', this.address);
      const what =
        /^\/(?:education|sup)\/api\/explore\/v2\.1\/catalog\/datasets\/([^/]+)\/exports\/csv$/.exec(
          url.pathname,
        )?.[1] ?? url.pathname.replace(/^\/api\/v1\.0/, '');
      this.received.push({ what, headers: request.headers });
      const handler = this.next.get(what)?.shift() ?? (url.pathname.startsWith('/api') ? this.answerApi : this.export);
      handler(request, response, this.files.get(what) ?? Buffer.alloc(0));
    });
  }

  async listen(): Promise<this> {
    await new Promise<void>((done) => this.server.listen(0, '127.0.0.1', done));
    this.address = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
    return this;
  }

  close(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((done) => this.server.close(() => done()));
  }

  get bases(): Bases {
    return {
      education: `${this.address}/education`,
      enseignementSup: `${this.address}/sup`,
      inserjeunes: `${this.address}/api/v1.0`,
    };
  }

  asked = (what: string): Received[] => this.received.filter((one) => one.what === what);

  /** A static server that knows its trade. */
  readonly export: Handler = (request, response, body) => {
    const etag = etagOf(body);
    const { range, 'if-range': ifRange, 'if-none-match': known } = request.headers;
    const headers: Record<string, string> = { 'content-type': 'text/csv; charset=utf-8' };
    if (this.validators) headers.etag = etag;
    if (body.length === 0) response.writeHead(404, { 'content-type': 'application/json' }).end('{"message":"inconnu"}');
    else if (this.validators && known === etag) response.writeHead(304, headers).end();
    else if (this.ranges && range !== undefined && (ifRange === undefined || ifRange === etag)) {
      const start = Number(/^bytes=(\d+)-$/.exec(range)?.[1]);
      if (start >= body.length) {
        response.writeHead(416, { 'content-range': `bytes */${body.length}` }).end();
        return;
      }
      headers['content-range'] = `bytes ${start}-${body.length - 1}/${body.length}`;
      headers['content-length'] = String(body.length - start);
      response.writeHead(206, headers).end(body.subarray(start));
    } else response.writeHead(200, { ...headers, 'content-length': body.length }).end(body);
  };

  private readonly answerApi: Handler = (request, response) => {
    const path = (request.url ?? '').replace(/^\/api\/v1\.0/, '');
    const json = (status: number, body: unknown): void => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    };
    if (path === '/login') {
      const { username, password } = request.headers;
      if (request.method !== 'POST' || username !== IDENTIFIANTS.username || password !== IDENTIFIANTS.password) {
        json(401, { msg: `refused: ${String(password)}` });
        return;
      }
      this.logins += 1;
      json(200, { access_token: `jeton-${this.logins}` });
      return;
    }
    const token = /^Bearer (jeton-\d+)$/.exec(request.headers.authorization ?? '')?.[1];
    if (token === undefined || this.expired.has(token)) json(401, { msg: 'Token has expired' });
    else if (this.pages.has(path)) json(200, JSON.stringify(this.pages.get(path)));
    else json(400, { msg: 'UAI incorrect ou agricole' });
  };
}

const announce = (
  response: ServerResponse,
  body: Buffer,
  headers: Record<string, string> = { etag: etagOf(body) },
): void => {
  response.writeHead(200, { 'content-length': body.length, ...headers });
};

/** Sends the first bytes, and cuts the line once they are where `isThere` looks: what a cut takes with it depends on nothing else. */
export const cutAfter =
  (
    bytes: number,
    isThere: () => boolean,
    headersOf: (body: Buffer) => Record<string, string> = (body) => ({ etag: etagOf(body) }),
  ): Handler =>
  (_, response, body) => {
    announce(response, body, headersOf(body));
    response.write(body.subarray(0, bytes));
    const watch = setInterval(() => {
      if (!isThere()) return;
      clearInterval(watch);
      response.destroy();
    }, 2);
  };

/** Sends the first bytes, then nothing more. */
export const stallAfter =
  (bytes: number): Handler =>
  (_, response, body) => {
    announce(response, body);
    response.write(body.subarray(0, bytes));
  };

export const answerWith =
  (status: number, headers: Record<string, string> = {}, text: string | Buffer = ''): Handler =>
  (_, response) => {
    response.writeHead(status, headers).end(text);
  };

/** In gzip, whatever was asked; the last bytes may be missing, and the transport says nothing of it. */
export const gzipLess =
  (missing: number): Handler =>
  (_, response, body) => {
    const bytes = gzipSync(body);
    const sent = bytes.subarray(0, bytes.length - missing);
    response
      .writeHead(200, {
        etag: `"gz-${etagOf(body).slice(1)}`,
        'content-encoding': 'gzip',
        'content-length': sent.length,
      })
      .end(sent);
  };
