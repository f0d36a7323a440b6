/** Wires files to dialogs, to the watch on the disk, and to the lists of recent files of window and system. */
import { homedir } from 'node:os';
import { app } from 'electron';
import type { BrowserWindow } from 'electron';
import type { DesktopFile, FileChange } from '../../../src-shared/desktop/bridge.ts';
import type { Storage } from '../boot/storage.ts';
import { chooseFile, chooseTarget } from './dialogs.ts';
import { createFileDesk } from './file-desk.ts';
import type { FileDesk } from './file-desk.ts';
import { createFileWatch } from './file-watch.ts';

export interface FilesParts {
  readonly storage: Storage;
  window(): BrowserWindow | undefined;
  tellFileChanged(change: FileChange): void;
  showRecent(files: readonly DesktopFile[]): void;
  setFile(path: string): void;
}

export interface Files {
  readonly desk: FileDesk;
  /** Looks whether the open file is still what the page knows. */
  check(): void;
  stop(): void;
}

export function setupFiles(parts: FilesParts): Files {
  const { known, drafts } = parts.storage;
  const watch = createFileWatch((change) => parts.tellFileChanged(change));
  const desk = createFileDesk({
    known,
    watch,
    home: homedir(),
    chooseFile: async (folder) => {
      const window = parts.window();
      return window && chooseFile(window, folder);
    },
    chooseTarget: async (name, folder) => {
      const window = parts.window();
      return window && chooseTarget(window, name, folder);
    },
    draftFiles: async () => (await drafts.list()).flatMap(({ fileId }) => fileId ?? []),
    recentChanged: (files, used) => {
      parts.showRecent(files);
      if (used === undefined) app.clearRecentDocuments();
      else app.addRecentDocument(used);
    },
    shown: (path) => parts.setFile(path),
  });
  return { desk, check: () => watch.check(), stop: () => watch.stop() };
}
