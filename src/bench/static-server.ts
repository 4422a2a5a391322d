import { existsSync, readFileSync, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml',
  '.wasm': 'application/wasm',
};

/** What hosts compress; the rest is compressed already. */
const COMPRIMABLES = /^(?:text|application\/(?:json|xml)|image\/svg)/;

/** Answers like any static host: files, `index.html` of folders, `404.html` (the one of the cards below `/integrer/`). `gzip`: level 6 for text, to who accepts it. */
export function answer(
  root: string,
  request: IncomingMessage,
  response: ServerResponse,
  { gzip = false }: { gzip?: boolean } = {},
): void {
  const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname));
  const file = join(root, path.endsWith('/') ? `${path}index.html` : path);
  if (existsSync(file) && statSync(file).isFile()) {
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    const compressed = gzip && COMPRIMABLES.test(type) && /\bgzip\b/.test(String(request.headers['accept-encoding']));
    response.writeHead(200, { 'content-type': type, ...(compressed ? { 'content-encoding': 'gzip' } : {}) });
    response.end(compressed ? gzipSync(readFileSync(file), { level: 6 }) : readFileSync(file));
    return;
  }
  response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' });
  response.end(readFileSync(join(root, path.startsWith('/integrer/') ? 'integrer/404.html' : '404.html')));
}
