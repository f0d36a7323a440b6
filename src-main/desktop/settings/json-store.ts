/**
 * A small JSON file of ours: read once, checked by a schema, kept in memory, written in one piece. One that does not fit
 * its schema is set aside, not deleted, and the program goes on with the defaults.
 */
import { mkdir, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { z } from 'zod';
import { atomicWrite } from '../../files/atomic-write.ts';

export interface JsonStore<T> {
  get(): T;
  /** Resolves when it is on disk. Writes follow each other in the order of the calls. */
  set(value: T): Promise<void>;
}

export interface JsonStoreOptions {
  /** Permissions of the file, whatever it had before; default: those it has, or the usual ones. */
  readonly mode?: number;
  /** Told of a file that could not be used; what was in it is beside it. */
  readonly setAside?: (path: string) => void;
}

/** @param initial What is taken when there is no file, or none that can be used. */
export async function openJsonStore<T>(
  path: string,
  schema: z.ZodType<T>,
  initial: T,
  { mode, setAside }: JsonStoreOptions = {},
): Promise<JsonStore<T>> {
  const read = await readChecked(path, schema);
  if (read === 'unusable') setAside?.(path);
  let value: T = typeof read === 'string' ? initial : read.value;
  let writing = Promise.resolve();

  async function write(): Promise<void> {
    await mkdir(dirname(path), { recursive: true });
    await atomicWrite(path, `${JSON.stringify(value, null, 2)}\n`, mode);
  }

  return {
    get: () => value,
    set: (next) => {
      value = next;
      // A write that failed must not keep the next one from being tried.
      writing = writing.then(write, write);
      return writing;
    },
  };
}

async function readChecked<T>(
  path: string,
  schema: z.ZodType<T>,
): Promise<{ readonly value: T } | 'absent' | 'unusable'> {
  let content: string;
  try {
    content = await readFile(path, 'utf8');
  } catch {
    return 'absent';
  }
  const checked = schema.safeParse(parsed(content));
  if (checked.success) return { value: checked.data };
  await rename(path, `${path}.unreadable`).catch(() => {});
  return 'unusable';
}

function parsed(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
}
