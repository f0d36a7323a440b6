/** The folder that is open as a workspace in a browser: chosen, dropped, or given to the server. */
import { engine } from '../../../api/engine.ts';
import { failureOf } from '../../../api/failure.ts';
import type { FileText, FolderResult, Platform } from '../../platform.ts';
import { pickFolder } from '../pickers.ts';
import type { StoredFile } from '../stored-file.ts';
import { directorySource } from './directory-source.ts';
import { fileListSource, filesBelow } from './file-list-source.ts';
import type { FolderSource } from './folder-source.ts';
import { grantedSource } from './granted-source.ts';

export type FolderFunctions = Pick<
  Platform,
  | 'openFolder'
  | 'openDroppedFolder'
  | 'lastFolder'
  | 'closeFolder'
  | 'listFolder'
  | 'readFolderFiles'
  | 'onFolderChanged'
  | 'onFolderRequested'
>;

/** How often a folder is looked at that can be listed cheaply; only while the page is seen. */
const LOOK_EVERY_MS = 4_000;
const GONE = { kind: 'unusable', message: 'This folder is no longer open.', hint: 'Open it again.' } as const;

/** @param files All files the page may open, by id; those of the folder come to them. */
export function browserFolders(files: Map<string, StoredFile>): FolderFunctions {
  let open: { readonly source: FolderSource; readonly ids: Map<string, string> } | undefined;

  const show = (source: FolderSource): FolderResult => {
    open = { source, ids: new Map() };
    return { kind: 'opened', folder: source.folder };
  };

  return {
    openFolder: async () => {
      const picked = await pickFolder();
      if (picked.kind === 'cancelled') return picked;
      return show(
        picked.kind === 'handle' ? directorySource(picked.handle) : fileListSource(picked.name, picked.files),
      );
    },
    openDroppedFolder: async ({ handle, entry }) => {
      const found = await handle;
      if (found instanceof FileSystemDirectoryHandle) return show(directorySource(found));
      return show(fileListSource(entry.name, await filesBelow(entry)));
    },
    lastFolder: async () => {
      if (open === undefined) {
        const [path] = (await (await engine()).engine.info()).folders;
        if (path !== undefined) show(grantedSource(path));
      }
      return open?.source.folder ?? null;
    },
    closeFolder: async () => {
      open = undefined;
    },
    listFolder: async (id) => {
      const folder = open;
      if (folder === undefined || folder.source.folder.id !== id) return GONE;
      try {
        const { files: listed, notes } = await folder.source.list();
        const known = listed.map(({ shownPath, version, stored }) => {
          const id = folder.ids.get(shownPath) ?? crypto.randomUUID();
          folder.ids.set(shownPath, id);
          // What is open keeps the file it was opened by.
          if (!files.has(id)) files.set(id, stored(id));
          return { id, shownPath, version };
        });
        return { kind: 'listed', files: known, notes };
      } catch (error) {
        const { message, hint } = failureOf(error);
        return { kind: 'unusable', message, hint: hint ?? 'Open it again.' };
      }
    },
    readFolderFiles: (ids) => Promise.all(ids.map((id) => textOf(id, files.get(id)))),
    onFolderChanged: (listener) => follow(() => open?.source, listener),
    onFolderRequested: () => () => {},
  };
}

async function textOf(id: string, file: StoredFile | undefined): Promise<FileText> {
  try {
    const found = await file?.read();
    if (found === null || found === undefined) return { ...GONE, id, message: 'There is no such file.' };
    return { kind: 'text', id, text: found.text };
  } catch (error) {
    const { message, hint } = failureOf(error);
    return { kind: 'unusable', id, message, hint: hint ?? 'Check its permissions.' };
  }
}

/** A browser tells of no change: a cheap folder is looked at now and then; the others are when somebody comes back to the page. */
function follow(source: () => FolderSource | undefined, listener: (id: string) => void): () => void {
  const tell = (): void => {
    const found = source();
    if (found?.isCheap === true && document.visibilityState === 'visible') listener(found.folder.id);
  };
  const timer = setInterval(tell, LOOK_EVERY_MS);
  return () => clearInterval(timer);
}
