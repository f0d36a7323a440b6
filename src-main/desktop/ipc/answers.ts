/** What main does for each channel: one call of one service. */
import type { CommandId } from '../../../src-shared/commands/commands.ts';
import type { DocumentState, EngineState, Theme } from '../../../src-shared/desktop/bridge.ts';
import type { ConnectionDesk } from '../connections/connection-desk.ts';
import type { DraftStore } from '../drafts/draft-store.ts';
import type { FileDesk } from '../files/file-desk.ts';
import type { FolderDesk } from '../files/folder-desk.ts';
import type { Calls, Notices } from './channels.ts';

export interface CallParts {
  readonly desk: FileDesk;
  readonly folder: FolderDesk;
  readonly drafts: DraftStore;
  readonly connections: ConnectionDesk;
}

export function createCalls({ desk, folder, drafts, connections }: CallParts): Calls {
  return {
    openFile: () => desk.openFile(),
    openFileById: (id) => desk.openById(id),
    openDroppedPath: (path) => desk.openPath(path),
    recentFiles: async () => desk.recent(),
    clearRecentFiles: () => desk.clearRecent(),
    saveFile: (id, text, version) => desk.save(id, text, version),
    saveFileAs: (suggestedName, text) => desk.saveAs(suggestedName, text),
    scenariosOf: (id) => desk.scenariosOf(id),
    saveScenario: (id, file, text, before) => desk.saveScenario(id, file, text, before),
    lintConfigOf: (id) => desk.lintConfigOf(id),
    readLayout: (id) => desk.readLayout(id),
    saveLayout: (id, text) => desk.saveLayout(id, text),
    openFolder: () => folder.openFolder(),
    openDroppedFolderPath: (path) => folder.openPath(path),
    lastFolder: () => folder.lastFolder(),
    closeFolder: () => folder.closeFolder(),
    listFolder: (id) => folder.listFolder(id),
    readFolderFiles: (ids) => folder.readFolderFiles(ids),
    drafts: () => drafts.list(),
    keepDraft: (draft) => drafts.keep(draft),
    dropDraft: (key) => drafts.drop(key),
    canKeepSecrets: () => connections.canKeepSecrets(),
    listConnections: () => connections.list(),
    saveConnection: (connection, password) => connections.save(connection, password),
    removeConnection: (id) => connections.remove(id),
    lendSecret: (id) => connections.lend(id),
  };
}

export interface NoticeParts {
  readonly engine: {
    state(): EngineState;
    restart(): void;
    /** False: refused. */
    connect(): boolean;
  };
  refused(what: string): void;
  tellEngineState(state: EngineState): void;
  pageReady(): void;
  setDocument(state: DocumentState): void;
  closed(isSaved: boolean): void;
  enable(ids: readonly CommandId[]): void;
  setTheme(theme: Theme): void;
}

export function createNotices(parts: NoticeParts): Notices {
  const { engine } = parts;
  return {
    connectEngine: () => {
      // Said first, so that the page knows what the line leads to.
      parts.tellEngineState(engine.state());
      if (!engine.connect()) parts.refused('a second line to the engine');
    },
    restartEngine: () => engine.restart(),
    ready: () => parts.pageReady(),
    setDocument: (state) => parts.setDocument(state),
    closed: (isSaved) => parts.closed(isSaved),
    setEnabledCommands: (ids) => parts.enable(ids),
    setTheme: (theme) => parts.setTheme(theme),
  };
}
