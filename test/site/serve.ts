import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
};

export interface Served {
  /** Address of the site's home, with the closing slash. */
  readonly address: string;
  /** What was asked for and not found. */
  readonly missed: readonly string[];
  readonly close: () => Promise<void>;
}

/** Serves a built site as a static host would: compressed, cached, with its 404 page. Binds a free port on the loopback. */
export async function serve(root: string, base = '/'): Promise<Served> {
  const missed: string[] = [];
  const server = http.createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const below = pathname.startsWith(base) ? decodeURIComponent(pathname.slice(base.length)) : '..';
    const file = path.join(root, below.endsWith('/') || below === '' ? `${below}index.html` : below);
    const found = !below.includes('..') && fs.existsSync(file) && fs.statSync(file).isFile();
    if (!found) missed.push(pathname);
    const sent = found ? file : path.join(root, '404.html');
    const ending = path.extname(sent).slice(1);
    const zip = ending !== 'woff2' && /\bgzip\b/.test(String(request.headers['accept-encoding']));
    const body = fs.readFileSync(sent);
    response.writeHead(found ? 200 : 404, {
      'content-type': TYPES[ending] ?? 'application/octet-stream',
      'cache-control': 'max-age=31536000',
      ...(zip ? { 'content-encoding': 'gzip' } : {}),
    });
    response.end(zip ? gzipSync(body) : body);
  });
  await new Promise<void>((done) => server.listen(0, 'localhost', done));
  return {
    address: `http://localhost:${(server.address() as AddressInfo).port}${base}`,
    missed,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}
