/** A folder as a browser can hold it. */
import type { Folder } from '../../platform.ts';
import type { StoredFile } from '../stored-file.ts';

export interface SourceFile {
  /** From the folder, with forward slashes. */
  readonly shownPath: string;
  readonly version: string;
  /** The file to open, by the id it is to have. */
  readonly stored: (id: string) => StoredFile;
}

export interface FolderSource {
  readonly folder: Folder;
  /** Whether it costs little to list it again and again. */
  readonly isCheap: boolean;
  list(): Promise<{ readonly files: readonly SourceFile[]; readonly notes: readonly string[] }>;
}

export function newFolder(name: string, shownPath = name): Folder {
  return { id: crypto.randomUUID(), name, shownPath };
}

export function byPath(one: SourceFile, other: SourceFile): number {
  return one.shownPath < other.shownPath ? -1 : 1;
}
