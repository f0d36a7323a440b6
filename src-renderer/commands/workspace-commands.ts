/** Commands of the folder that is open as a workspace. */
import { useWorkspace } from '../store/workspace.ts';
import { closeFolder, openFolderByDialog, refreshFolder } from '../workspace/open-folder.ts';
import { registerCommands } from './registry.ts';

const hasFolder = (): boolean => useWorkspace.getState().folder !== null;

export function registerWorkspaceCommands(): void {
  registerCommands({
    'file.openFolder': { run: openFolderByDialog },
    'file.refreshFolder': { run: refreshFolder, isEnabled: hasFolder },
    'file.closeFolder': { run: closeFolder, isEnabled: hasFolder },
  });
}
