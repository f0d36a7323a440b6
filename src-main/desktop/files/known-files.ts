/**
 * The files people have pointed at, by id. The page only ever names ids, so it can reach no file that is not in here. The
 * list of recent files is a part of it. The list operations are pure.
 */
import { z } from 'zod';

const MOST_RECENT = 10;
/** Beyond the recent ones: files that unsaved drafts may refer to. */
const MOST_KNOWN = 60;

export interface KnownFile {
  readonly id: string;
  /** Absolute. */
  readonly path: string;
  /** False: it is known, but no longer shown among the recent files. */
  readonly isRecent: boolean;
}

/** The one used last comes first. */
export type KnownFiles = readonly KnownFile[];

export const knownFilesSchema: z.ZodType<KnownFiles> = z
  .array(
    z.object({ id: z.string().min(1).max(64), path: z.string().min(1).max(4_096), isRecent: z.boolean() }),
  )
  .max(10 * MOST_KNOWN);

/** Puts a file first; its id stays for ever the one it got when it was first seen. */
export function withUsed(files: KnownFiles, path: string, newId: () => string): KnownFiles {
  const before = files.find((file) => file.path === path);
  const used: KnownFile = { id: before?.id ?? newId(), path, isRecent: true };
  return [used, ...files.filter((file) => file.path !== path)].slice(0, MOST_KNOWN);
}

export function recentOf(files: KnownFiles): KnownFiles {
  return files.filter(({ isRecent }) => isRecent).slice(0, MOST_RECENT);
}

/** Forgets the names as well, except where something still hangs on one: what is open, and what a draft belongs to. */
export function withoutRecent(files: KnownFiles, inUse: ReadonlySet<string>): KnownFiles {
  return files.filter(({ id }) => inUse.has(id)).map((file) => ({ ...file, isRecent: false }));
}

export function byId(files: KnownFiles, id: string): KnownFile | undefined {
  return files.find((file) => file.id === id);
}
