/** A folder of which a browser gives the files once and no more: they can be read, and saving hands out copies. */
import {
  isSkipped,
  isTemplateName,
  notesOn,
  WALK_LIMITS,
} from '../../../../src-shared/workspace/candidates.ts';
import { looseFile } from '../stored-file.ts';
import type { FolderSource, SourceFile } from './folder-source.ts';
import { byPath, newFolder } from './folder-source.ts';

export interface LooseFile {
  /** From the folder, with forward slashes. */
  readonly path: string;
  readonly file: File;
}

export function fileListSource(name: string, loose: readonly LooseFile[]): FolderSource {
  const candidates = loose.filter(({ path }) => {
    const parts = path.split('/');
    return !parts.some(isSkipped) && isTemplateName(parts.at(-1) ?? '');
  });
  const fitting = candidates.filter(({ file }) => file.size <= WALK_LIMITS.bytes);
  const endedBy = fitting.length > WALK_LIMITS.files ? ({ endedBy: 'files' } as const) : {};
  const notes = [
    ...notesOn({ unread: 0, large: candidates.length - fitting.length, ...endedBy }),
    'This browser gives the files once: changes on disk are not seen, and saving makes copies.',
  ];
  const files = fitting.slice(0, WALK_LIMITS.files).map(sourceFile).toSorted(byPath);
  return { folder: newFolder(name), isCheap: false, list: async () => ({ files, notes }) };
}

function sourceFile({ path, file }: LooseFile): SourceFile {
  const version = `${file.lastModified}-${file.size}`;
  return { shownPath: path, version, stored: (id) => lazyFile(id, path, file) };
}

/** Read when it is wanted: a dropped folder may hold thousands. */
function lazyFile(id: string, path: string, file: File): ReturnType<typeof looseFile> {
  const empty = looseFile(id, file.name, '');
  return {
    ...empty,
    about: { ...empty.about, shownPath: path },
    read: async () => looseFile(id, file.name, await file.text()).read(),
  };
}

/** Everything below an entry that was dropped. */
export async function filesBelow(entry: FileSystemEntry, path = ''): Promise<readonly LooseFile[]> {
  if (isFileEntry(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    return [{ path: `${path}${entry.name}`, file }];
  }
  if (!isDirectoryEntry(entry) || (path !== '' && isSkipped(entry.name))) return [];
  const inside = path === '' ? './' : `${path}${entry.name}/`;
  const found: LooseFile[] = [];
  for (const child of await childrenOf(entry)) {
    if (found.length > WALK_LIMITS.entries) break;
    found.push(...(await filesBelow(child, inside)));
  }
  return path === '' ? found.map((each) => ({ ...each, path: each.path.replace(/^\.\//, '') })) : found;
}

/** A reader gives a hundred at a time, and none at the end. */
async function childrenOf(entry: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = entry.createReader();
  const children: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return children;
    children.push(...some);
  }
}

function isFileEntry(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isDirectoryEntry(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
