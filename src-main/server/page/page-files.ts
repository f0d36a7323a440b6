/** Files of the built page by the path of a request. Nothing outside of their folder is ever answered. */
import { readFile, realpath, stat } from 'node:fs/promises';
import { extname, resolve, sep } from 'node:path';

export interface PageFile {
  readonly body: Buffer;
  readonly type: string;
  /** Its name changes with its content: it may be kept for ever. */
  readonly isHashed: boolean;
}

const INDEX = 'index.html';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

/** @param path Path of the request as it came, without the query. Undefined when there is no such file for a page. */
export async function readPageFile(folder: string, path: string): Promise<PageFile | undefined> {
  const name = fileName(path);
  const file = name === undefined ? undefined : await insideOf(folder, name);
  if (file === undefined) return undefined;
  return {
    body: await readFile(file),
    type: TYPES[extname(file)] ?? 'application/octet-stream',
    isHashed: /^assets\/.+-[\w-]{8}\.\w+$/.test(name ?? ''),
  };
}

/** The name below the folder; undefined for what no file of ours is called. */
function fileName(path: string): string | undefined {
  let name: string;
  try {
    name = decodeURIComponent(path).replace(/^\//, '');
  } catch {
    return undefined;
  }
  if (name === '') return INDEX;
  // Names with a dot in front, drive letters and streams (`a:b`), Windows separators, a NUL that ends a name early.
  const isOdd = /[\\:\0]/.test(name) || name.split('/').some((part) => part === '' || part.startsWith('.'));
  return isOdd ? undefined : name;
}

/** The real path of a file, unless it leads out of the folder, by `..` or by a link, or is no file. */
async function insideOf(folder: string, name: string): Promise<string | undefined> {
  try {
    const root = await realpath(folder);
    const file = await realpath(resolve(root, name));
    return file.startsWith(root + sep) && (await stat(file)).isFile() ? file : undefined;
  } catch {
    return undefined;
  }
}
