/**
 * The scheme by which the built page is loaded. Unlike `file:` it has an origin of its own, headers, and an end: only
 * files of the bundle's folder are reached.
 */
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { protocol } from 'electron';
import { containedPath } from './contained-path.ts';
import { CONTENT_SECURITY_POLICY } from './csp.ts';
import { SCHEME } from './origins.ts';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
};

/** Has to be called before the app is ready. */
export function setupBundleScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
    },
  ]);
}

/** Serves `folder` once the app is ready. */
export function setupBundle(folder: string): void {
  protocol.handle(SCHEME, (request) => answer(folder, request.method, request.url));
}

/** Files only, read only; whatever is not there or not inside is the same "not found". */
export async function answer(folder: string, method: string, url: string): Promise<Response> {
  if (method !== 'GET' && method !== 'HEAD') return refusal(405);
  const file = containedPath(folder, url);
  const type = file === undefined ? undefined : CONTENT_TYPES[extname(file)];
  if (file === undefined || type === undefined) return refusal(404);
  try {
    return new Response(await readFile(file), { headers: headers(type) });
  } catch {
    return refusal(404);
  }
}

function refusal(status: number): Response {
  return new Response(null, { status, headers: headers('text/plain') });
}

function headers(type: string): Record<string, string> {
  return {
    'content-type': type,
    'content-security-policy': CONTENT_SECURITY_POLICY,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  };
}
