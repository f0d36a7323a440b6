/**
 * The page's only door to the desktop: the functions of the bridge, by name. Nothing of Electron passes through: no
 * `ipcRenderer`, no event, no way to name a channel.
 */
import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { ENGINE_PORT } from '../../src-shared/desktop/bridge.ts';
import type { DesktopBridge, Unsubscribe } from '../../src-shared/desktop/bridge.ts';
import { platform } from './boot/platform.ts';
import { channelName } from './ipc/channel-name.ts';
import type { Calls, News, Notices } from './ipc/channels.ts';

/** The page's window; the sources of main know no DOM. */
declare const window: {
  readonly location: { readonly origin: string };
  postMessage(message: unknown, targetOrigin: string, transfer: readonly unknown[]): void;
};

const bridge: DesktopBridge = {
  platform: platform(),

  connectEngine: () => say('connectEngine'),
  restartEngine: () => say('restartEngine'),
  onEngineState: (listener) => listen('engineState', listener),

  openFile: () => ask('openFile'),
  openFileById: (id) => ask('openFileById', id),
  openDroppedFile: (file) => ask('openDroppedPath', webUtils.getPathForFile(file)),
  recentFiles: () => ask('recentFiles'),
  clearRecentFiles: () => ask('clearRecentFiles'),
  saveFile: (id, text, version) => ask('saveFile', id, text, version),
  saveFileAs: (suggestedName, text) => ask('saveFileAs', suggestedName, text),
  scenariosOf: (id) => ask('scenariosOf', id),
  saveScenario: (id, file, text, before) => ask('saveScenario', id, file, text, before),
  lintConfigOf: (id) => ask('lintConfigOf', id),
  readLayout: (id) => ask('readLayout', id),
  saveLayout: (id, text) => ask('saveLayout', id, text),
  openFolder: () => ask('openFolder'),
  openDroppedFolder: (file) => ask('openDroppedFolderPath', webUtils.getPathForFile(file)),
  lastFolder: () => ask('lastFolder'),
  closeFolder: () => ask('closeFolder'),
  listFolder: (id) => ask('listFolder', id),
  readFolderFiles: (ids) => ask('readFolderFiles', ids),
  onFolderChanged: (listener) => listen('folderChanged', listener),
  onFolderRequested: (listener) => listen('folderRequested', listener),
  onFileChanged: (listener) => listen('fileChanged', listener),
  onFileRequested: (listener) => listen('fileRequested', listener),
  ready: () => say('ready'),

  setDocument: (state) => say('setDocument', state),
  onSaveBeforeClose: (listener) => listen('saveBeforeClose', () => listener()),
  closed: (saved) => say('closed', saved),

  drafts: () => ask('drafts'),
  keepDraft: (draft) => ask('keepDraft', draft),
  dropDraft: (key) => ask('dropDraft', key),

  connections: {
    canKeepSecrets: () => ask('canKeepSecrets'),
    list: () => ask('listConnections'),
    save: (connection, password) => ask('saveConnection', connection, password),
    remove: (id) => ask('removeConnection', id),
    lend: (id) => ask('lendSecret', id),
  },

  onCommand: (listener) => listen('command', listener),
  setEnabledCommands: (ids) => say('setEnabledCommands', ids),
  setTheme: (theme) => say('setTheme', theme),
};

contextBridge.exposeInMainWorld('desktop', bridge);

// A port cannot go over the bridge; as a message of the window it can, to our own origin only.
ipcRenderer.on(channelName('enginePort'), (event) => {
  window.postMessage({ type: ENGINE_PORT }, window.location.origin, event.ports);
});

function ask<K extends keyof Calls>(name: K, ...args: Parameters<Calls[K]>): ReturnType<Calls[K]> {
  return ipcRenderer.invoke(channelName(name), ...args) as ReturnType<Calls[K]>;
}

function say<K extends keyof Notices>(name: K, ...args: Parameters<Notices[K]>): void {
  ipcRenderer.send(channelName(name), ...args);
}

function listen<K extends keyof News>(name: K, listener: (value: News[K]) => void): Unsubscribe {
  const receive = (_event: unknown, value: News[K]): void => listener(value);
  ipcRenderer.on(channelName(name), receive);
  return () => {
    ipcRenderer.removeListener(channelName(name), receive);
  };
}
