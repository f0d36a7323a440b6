/** Puts the parts together once the app is ready. Each part knows only what it is handed here. */
import { join } from 'node:path';
import { app, nativeTheme } from 'electron';
import { setupEngine } from '../engine/setup-engine.ts';
import type { FileRequests } from '../files/file-requests.ts';
import { setupFiles } from '../files/setup-files.ts';
import { setupIpc } from '../ipc/setup-ipc.ts';
import { setupMenu } from '../menu/setup-menu.ts';
import { setupBundle } from '../security/bundle-scheme.ts';
import type { PageSource } from '../security/origins.ts';
import { setupSessionGuards } from '../security/session-guards.ts';
import { createWorkbenchWindow } from '../windows/workbench-window.ts';
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
  const engine = setupEngine(folder, {
    tellEngineState: (state) => window.tell('engineState', state),
    sendPort: (port) => window.sendPort(port),
  });
  const menu = setupMenu(platform(), {
    command: (id) => window.tell('command', id),
    openRecent: (id) => void files.desk.openById(id).then((result) => window.tell('fileRequested', result)),
    clearRecent: () => void files.desk.clearRecent(),
    restartEngine: () => engine.restart(),
  });
  const files = setupFiles({
    storage,
    window: () => window.current(),
    tellFileChanged: (change) => window.tell('fileChanged', change),
    showRecent: (recent) => menu.showRecent(recent),
    setFile: (path) => window.setFile(path),
  });
  setupIpc({
    door: { origins: source.origins, report },
    desk: files.desk,
    drafts,
    engine: { ...engine, connect: () => engine.lines.connect() },
    refused: (what) => report(`refused: ${what}`),
    tellEngineState: (state) => window.tell('engineState', state),
    pageReady: () =>
      requests.pageReady(async (path) => window.tell('fileRequested', await files.desk.openPath(path))),
    setDocument: (state) => window.setDocument(state),
    closed: (isSaved) => window.savedBeforeClose(isSaved),
    enable: (ids) => menu.enable(ids),
    setTheme: (theme) => {
      nativeTheme.themeSource = theme;
      void settings.set({ ...settings.get(), theme });
    },
  });

  window.show();
  engine.start();
  menu.showRecent(files.desk.recent());
  app.on('will-quit', () => {
    engine.stop();
    files.stop();
  });
  return { show: () => window.show() };
}
