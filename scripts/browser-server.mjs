// The browser host's server: the built page on loopback, always on the same port, and nothing else. The port is part
// of the origin, and the origin is where IndexedDB keeps the cases: it must never change.
import { readFileSync, realpathSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { inRoot, out } from './paths.mjs';

// Only tests listen elsewhere.
export const PORT = Number(process.env.COLLATE_TEST_PORT ?? 47615);
export const HEALTH = '/collate-health';
export const addressOf = (port = PORT) => `http://127.0.0.1:${port}/`;

/** The desktop's policy, from the same file. */
export const PAGE_CSP = JSON.parse(readFileSync(inRoot('resources/csp.json'), 'utf8')).join('; ');

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.md': 'text/plain; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.wasm': 'application/wasm',
};

const HEADERS = {
  'content-security-policy': PAGE_CSP,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

/** Starts serving. Rejects with the system's error (EADDRINUSE: the port is taken). `port` is for tests. */
export function startServer({ folder = path.join(out, 'renderer'), port = PORT } = {}) {
  const pages = realpathSync(folder);
  const server = createServer((request, response) => {
    void answer(request, pages, server.address().port)
      .catch(() => ({ status: 500, body: 'Failed.' }))
      .then(({ status, type = 'text/plain; charset=utf-8', cache = 'no-store', body }) => {
        response.writeHead(status, { ...HEADERS, 'content-type': type, 'cache-control': cache });
        response.end(request.method === 'HEAD' ? undefined : body);
      });
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => {
      server.off('error', reject);
      resolve(server);
    });
  });
}

async function answer(request, pages, port) {
  // A name that merely points at 127.0.0.1 would be another origin, or another site's attempt to read this one.
  if (request.headers.host !== `127.0.0.1:${port}`) return { status: 421, body: `Open ${addressOf(port)} instead.` };
  if (request.method !== 'GET' && request.method !== 'HEAD') return { status: 405, body: 'Only reading.' };
  const pathname = new URL(request.url ?? '/', addressOf(port)).pathname;
  if (pathname === HEALTH)
    return { status: 200, type: 'application/json', body: JSON.stringify({ program: 'collate', folder: pages }) };
  const file = fileFor(pathname, pages);
  if (file === null) return { status: 404, body: 'Not found.' };
  try {
    const body = await readFile(file);
    // Names under assets/ hold a hash of their content.
    const cache = pathname.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
    return { status: 200, type: TYPES[path.extname(file)] ?? 'application/octet-stream', cache, body };
  } catch {
    return { status: 404, body: 'Not found.' };
  }
}

/** The file a path stands for; null outside the folder. */
export function fileFor(pathname, pages) {
  let decoded;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    return null;
  }
  if (decoded.includes('\0') || decoded.includes('\\') || decoded.endsWith('.map')) return null;
  const file = path.resolve(pages, `.${decoded === '/' ? '/index.html' : decoded}`);
  const relative = path.relative(pages, file);
  return relative === '' || relative.startsWith('..') || path.isAbsolute(relative) ? null : file;
}

/** What answers on the port: 'ours', 'other', or 'nobody'. */
export async function whoAnswers(port = PORT) {
  try {
    const response = await fetch(`http://127.0.0.1:${port}${HEALTH}`, {
      signal: AbortSignal.timeout(3000),
      redirect: 'error',
    });
    const { program } = await response.json();
    return program === 'collate' ? 'ours' : 'other';
  } catch (error) {
    return error?.cause?.code === 'ECONNREFUSED' ? 'nobody' : 'other';
  }
}
