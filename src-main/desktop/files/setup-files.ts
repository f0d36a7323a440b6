/** Wires files and the folder to dialogs, to the watches on the disk, and to the lists of recent files of window and system. */
import { homedir } from 'node:os';
import { app } from 'electron';
import type { BrowserWindow } from 'electron';
import type { DesktopFile, FileChange } from '../../../src-shared/desktop/bridge.ts';
import type { Storage } from '../boot/storage.ts';
import { chooseFile, chooseFolder, chooseTarget } from './dialogs.ts';
import { createFileDesk } from './file-desk.ts';
import type { FileDesk } from './file-desk.ts';
import { createFolderDesk } from './folder-desk.ts';
import type { FolderDesk } from './folder-desk.ts';
import { createFolderWatch } from './folder-watch.ts';
import type { FolderWatch } from './folder-watch.ts';
import { createFileWatch } from './file-watch.ts';

export interface FilesParts {
  readonly storage: Storage;
  window(): BrowserWindow | undefined;
  tellFileChanged(change: FileChange): void;
  tellFolderChanged(id: string): void;
  showRecent(files: readonly DesktopFile[]): void;
  setFile(path: string): void;
}

export interface Files {
  readonly desk: FileDesk;
  readonly folder: FolderDesk;
  /** Looks whether the open file is still what the page knows. */
  check(): void;
  stop(): void;
}

export function setupFiles(parts: FilesParts): Files {
  const { known, drafts } = parts.storage;
  const folderWatch = createFolderWatch((id) => parts.tellFolderChanged(id));
  const folder = folderDesk(parts, folderWatch);
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
    folderPath: (id) => folder.pathOf(id),
    shown: (path) => parts.setFile(path),
  });
  const stop = (): void => {
    watch.stop();
    folderWatch.stop();
  };
  return { desk, folder, check: () => watch.check(), stop };
}

function folderDesk(parts: FilesParts, watch: FolderWatch): FolderDesk {
  const { known, settings } = parts.storage;
  return createFolderDesk({
    home: homedir(),
    watch,
    chooseFolder: async (start) => {
      const window = parts.window();
      return window && chooseFolder(window, start);
    },
    remembered: () => settings.get().folder,
    remember: (path) => {
      const { folder: before, ...others } = settings.get();
      if (before !== path) void settings.set(path === undefined ? others : { ...others, folder: path });
    },
    knownId: (path) => known.get().find((file) => file.path === path)?.id,
  });
}
