/** From an address of the bundle to a file in its folder, and never to one outside of it. Pure. */
import { isAbsolute, relative, resolve } from 'node:path';
import { HOST, SCHEME } from './origins.ts';

/** Undefined when the address is not one of the bundle, or points out of `folder`. */
export function containedPath(folder: string, address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (url.protocol !== `${SCHEME}:` || url.host !== HOST) return undefined;
  const path = decoded(url.pathname);
  // A backslash separates folders on Windows, a colon names a drive or a stream there.
  if (path === undefined || /[\\:\0]/.test(path)) return undefined;
  const file = resolve(folder, `.${path === '/' ? '/index.html' : path}`);
  const inside = relative(folder, file);
  return inside === '' || inside.startsWith('..') || isAbsolute(inside) ? undefined : file;
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
