/** Puts the parts together once the app is ready. Each part knows only what it is handed here. */
import { join } from 'node:path';
import { app, nativeTheme } from 'electron';
import { setupConnections } from '../connections/setup-connections.ts';
import { type Engine, setupEngine } from '../engine/setup-engine.ts';
import type { FileRequests } from '../files/file-requests.ts';
import { type Files, setupFiles } from '../files/setup-files.ts';
import type { NoticeParts } from '../ipc/answers.ts';
import { setupIpc } from '../ipc/setup-ipc.ts';
import { type AppMenu, setupMenu } from '../menu/setup-menu.ts';
import { setupBundle } from '../security/bundle-scheme.ts';
import type { PageSource } from '../security/origins.ts';
import { setupSessionGuards } from '../security/session-guards.ts';
import { type WorkbenchWindow, createWorkbenchWindow } from '../windows/workbench-window.ts';
import type { Report } from './failure-log.ts';
import { platform } from './platform.ts';
import type { Storage } from './storage.ts';

export interface StartParts {
  /** Where the bundles of main lie. */
  readonly folder: string;
  readonly source: PageSource;
  readonly storage: Storage;
  readonly requests: FileRequests;
  readonly report: Report;
}

export interface Workbench {
  /** Makes the window, or brings it to the front. */
  show(): void;
}

export function startWorkbench({ folder, source, storage, requests, report }: StartParts): Workbench {
  const { settings, drafts } = storage;
  nativeTheme.themeSource = settings.get().theme;
  setupSessionGuards(source);
  setupBundle(join(folder, '..', 'renderer'));

  const window = createWorkbenchWindow({
    folder,
    url: source.url,
    report,
    pageGone: () => {
      engine.lines.pageLoaded();
      requests.pageGone();
    },
    focused: () => files.check(),
    dropDrafts: () => drafts.dropOwn(),
  });
  // First of all: while the process of the page comes up, the rest is set up.
  window.show();
  const engine = setupEngine(folder, {
    tellEngineState: (state) => window.tell('engineState', state),
    sendPort: (port) => window.sendPort(port),
  });
  const files = setupFiles({
    storage,
    window: () => window.current(),
    tellFileChanged: (change) => window.tell('fileChanged', change),
    tellFolderChanged: (id) => window.tell('folderChanged', id),
    showRecent: (recent) => menu.showRecent(recent),
    setFile: (path) => window.setFile(path),
  });
  const menu = setupMenu(platform(), files.desk.recent(), {
    command: (id) => window.tell('command', id),
    openRecent: (id) => void files.desk.openById(id).then((result) => window.tell('fileRequested', result)),
    clearRecent: () => void files.desk.clearRecent(),
    restartEngine: () => engine.restart(),
  });
  setupIpc({
    ...pageDoor({ window, files, engine, menu, requests, settings }),
    door: { origins: source.origins, report },
    desk: files.desk,
    folder: files.folder,
    drafts,
    connections: setupConnections(storage, (password) => engine.lend(password), report),
    refused: (what) => report(`refused: ${what}`),
  });
  engine.start();
  app.on('will-quit', () => {
    engine.stop();
    files.stop();
  });
  return { show: () => window.show() };
}

interface Parts {
  readonly window: WorkbenchWindow;
  readonly files: Files;
  readonly engine: Engine;
  readonly menu: AppMenu;
  readonly requests: FileRequests;
  readonly settings: Storage['settings'];
}

/** What the page's notices lead to. */
function pageDoor(parts: Parts): Omit<NoticeParts, 'refused'> {
  const { window, files, engine, menu, requests, settings } = parts;
  return {
    engine: { ...engine, connect: () => engine.lines.connect() },
    tellEngineState: (state) => window.tell('engineState', state),
    pageReady: () =>
      requests.pageReady(async (path) => {
        // Only what is no folder is opened as a file, so that its trouble is told as that of a file.
        const folder = await files.folder.openPath(path);
        if (folder.kind === 'opened') window.tell('folderRequested', folder);
        else window.tell('fileRequested', await files.desk.openPath(path));
      }),
    setDocument: (state) => window.setDocument(state),
    closed: (isSaved) => window.savedBeforeClose(isSaved),
    enable: (ids) => menu.enable(ids),
    setTheme: (theme) => {
      nativeTheme.themeSource = theme;
      void settings.set({ ...settings.get(), theme });
    },
  };
}
