/** Puts exported files where they were asked for. Nothing is overwritten unless that was asked for as well. */
import { lstat, mkdir } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import type { ExportedFile } from '../../../src-engine/export/export-types.ts';
import { atomicWrite } from '../../files/atomic-write.ts';
import type { Unusable } from '../../files/unusable.ts';
import { unusable, whyNotWritten } from '../../files/unusable.ts';

export interface Target {
  /** A file, or a folder where `asFolder`. Relative to `cwd`. */
  readonly path: string;
  readonly asFolder: boolean;
  readonly cwd: string;
  /** Whether files that are there are replaced. */
  readonly force: boolean;
}

/** Paths as a person would write them from `cwd`. */
export type Written = { readonly kind: 'written'; readonly paths: readonly string[] } | Unusable;

export async function writeExported(files: readonly ExportedFile[], target: Target): Promise<Written> {
  const { path, asFolder, cwd, force } = target;
  const isFolder = asFolder || path.endsWith('/') || (await isThere(resolve(cwd, path))) === 'folder';
  const places = files.map((file) => ({
    path: resolve(cwd, isFolder ? join(path, file.name) : path),
    content: 'text' in file ? file.text : file.bytes,
  }));
  const taken: string[] = [];
  for (const place of places)
    if ((await isThere(place.path)) !== undefined) taken.push(short(place.path, cwd));
  if (taken.length > 0 && !force) {
    return unusable(
      `Nothing was written: ${listed(taken)} would be overwritten.`,
      'Add --force to replace it.',
    );
  }
  try {
    for (const place of places) {
      await mkdir(dirname(place.path), { recursive: true });
      await atomicWrite(place.path, place.content);
    }
  } catch (error) {
    return whyNotWritten(error);
  }
  return { kind: 'written', paths: places.map((place) => short(place.path, cwd)) };
}

async function isThere(path: string): Promise<'file' | 'folder' | undefined> {
  try {
    return (await lstat(path)).isDirectory() ? 'folder' : 'file';
  } catch {
    return undefined;
  }
}

function listed(paths: readonly string[]): string {
  const more = paths.length > 3 ? ` and ${paths.length - 3} more` : '';
  return `${paths.slice(0, 3).join(', ')}${more}`;
}

function short(path: string, cwd: string): string {
  const fromHere = relative(cwd, path);
  return fromHere !== '' && fromHere.length < path.length ? fromHere : path;
}
