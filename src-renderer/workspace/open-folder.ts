/** Opens a folder as a workspace, keeps its list as it is on disk, and brings it back with the next start. */
import { engine, onNewLine } from '../api/engine.ts';
import { failureOf } from '../api/failure.ts';
import type { DroppedFolder } from '../platform/dropped-folder.ts';
import { platform } from '../platform/current.ts';
import type { Folder, FolderResult } from '../platform/platform.ts';
import { useDocument } from '../store/document.ts';
import { notify } from '../store/notices.ts';
import { setPreferences } from '../store/preferences.ts';
import { NO_WORKSPACE, useWorkspace } from '../store/workspace.ts';
import { FolderMemory } from './read-folder.ts';

let memory: FolderMemory | undefined;
/** At most one reading at a time; what happens meanwhile leads to one more. */
let reading: Promise<void> | undefined;
let isStale = false;

export async function openFolderByDialog(): Promise<void> {
  await showResult(await platform.openFolder());
}

export async function openDroppedFolder(dropped: DroppedFolder): Promise<void> {
  await showResult(await platform.openDroppedFolder(dropped));
}

export async function closeFolder(): Promise<void> {
  memory = undefined;
  useWorkspace.setState(NO_WORKSPACE);
  await platform.closeFolder();
}

/** Lists the folder again. */
export async function refreshFolder(): Promise<void> {
  isStale = true;
  reading ??= readUntilFresh().finally(() => (reading = undefined));
  await reading;
}

export function startFollowingFolder(): void {
  platform.onFolderChanged((id) => {
    if (useWorkspace.getState().folder?.id === id) void refreshFolder();
  });
  platform.onFolderRequested((result) => void showResult(result));
  window.addEventListener('focus', refreshIfOpen);
  // Not every platform hears of what we write ourselves.
  useDocument.subscribe((state, before) => {
    if (state.savedText !== before.savedText && state.load === before.load) refreshIfOpen();
  });
  const stop = onNewLine(() => {
    stop();
    void restore();
  });
}

function refreshIfOpen(): void {
  if (useWorkspace.getState().folder !== null) void refreshFolder();
}

async function restore(): Promise<void> {
  const folder = await platform.lastFolder().catch(() => null);
  // Somebody may have been quicker.
  if (folder !== null && useWorkspace.getState().folder === null) await show(folder);
}

async function showResult(result: FolderResult): Promise<void> {
  if (result.kind === 'unusable')
    notify({ kind: 'error', title: `${result.name}: ${result.message}`, detail: result.hint });
  if (result.kind !== 'opened') return;
  setPreferences({ showsExplorer: true });
  await show(result.folder);
}

async function show(folder: Folder): Promise<void> {
  if (useWorkspace.getState().folder?.id !== folder.id) {
    memory = new FolderMemory({
      listFolder: (id) => platform.listFolder(id),
      readFolderFiles: (ids) => platform.readFolderFiles(ids),
      describe: async (files) => (await engine()).templates.describe({ files: [...files] }),
    });
    useWorkspace.setState({ ...NO_WORKSPACE, folder, isReading: true });
  }
  await refreshFolder();
}

async function readUntilFresh(): Promise<void> {
  while (isStale) {
    isStale = false;
    await readOnce();
  }
}

async function readOnce(): Promise<void> {
  const { folder } = useWorkspace.getState();
  const reader = memory;
  if (folder === null || reader === undefined) return;
  try {
    const { templates, notes } = await reader.read(folder.id);
    if (reader === memory) useWorkspace.setState({ templates, notes, problem: null, isReading: false });
  } catch (error) {
    if (reader === memory) useWorkspace.setState({ problem: failureOf(error).message, isReading: false });
  }
}
