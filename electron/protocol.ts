/**
 * Answers `app://workbench/…`: the built page from its folder, and pages to print from memory. Nothing else of the
 * disk can be reached, whatever the path says.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { protocol } from 'electron';
import { PRINT_CSP, policyOf } from '@shared/csp';
import directives from '@resources/csp.json';
import { PRINT_PATH, SCHEME, isOwn } from './origin';
import { printPage } from './print';

const ROOT = path.join(import.meta.dirname, '../renderer');
const PAGE_CSP = policyOf(directives);

const TYPES: Readonly<Record<string, string>> = {
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

/** Before `ready`: a standard, secure scheme, else the page has neither IndexedDB nor WebCrypto. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
    },
  ]);
}

/** After `ready`, on the session the window uses. */
export function servePage(): void {
  protocol.handle(SCHEME, (request) => answer(request));
}

async function answer(request: Request): Promise<Response> {
  const url = new URL(request.url);
  if (!isOwn(url) || request.method !== 'GET') return refuse(404);
  if (url.pathname.startsWith(PRINT_PATH)) {
    const html = printPage(url.pathname.slice(PRINT_PATH.length));
    return html === null ? refuse(404) : reply(html, 'text/html; charset=utf-8', PRINT_CSP);
  }
  const file = fileFor(url.pathname);
  if (file === null) return refuse(404);
  try {
    const type = TYPES[path.extname(file)] ?? 'application/octet-stream';
    return reply(new Uint8Array(await readFile(file)), type, PAGE_CSP);
  } catch {
    return refuse(404);
  }
}

/** The file a path stands for, or null where it is outside the built page or not meant for it. */
export function fileFor(pathname: string, root: string = ROOT): string | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    return null;
  }
  if (decoded.includes('\0') || decoded.includes('\\') || decoded.endsWith('.map')) return null;
  const file = path.resolve(root, `.${decoded === '/' ? '/index.html' : decoded}`);
  const relative = path.relative(root, file);
  return relative === '' || relative.startsWith('..') || path.isAbsolute(relative) ? null : file;
}

function reply(body: string | Uint8Array<ArrayBuffer>, type: string, policy: string): Response {
  return new Response(body, {
    headers: {
      'content-type': type,
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    },
  });
}

const refuse = (status: number): Response =>
  new Response(null, { status, headers: { 'content-security-policy': "default-src 'none'" } });
