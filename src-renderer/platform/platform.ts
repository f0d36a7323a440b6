/**
 * What the page needs of its surroundings besides the engine: files, drafts, the window. The desktop's preload is one
 * version of it, the browser's the other; nothing else in the page asks where it runs.
 */
import type { DesktopBridge, FolderResult } from '../../src-shared/desktop/bridge.ts';
import type { DroppedFolder } from './dropped-folder.ts';

export type {
  DesktopFile as PlatformFile,
  DocumentState,
  Draft,
  FileChange,
  FileText,
  Folder,
  FolderFile,
  FolderListing,
  FolderResult,
  OpenedFile,
  OpenResult,
  SaveResult,
  Scenario,
  ScenarioSaved,
  Theme,
  Unsubscribe,
} from '../../src-shared/desktop/bridge.ts';

export type Platform = Omit<
  DesktopBridge,
  'platform' | 'connectEngine' | 'restartEngine' | 'onEngineState' | 'openDroppedFolder'
> & {
  readonly kind: 'desktop' | 'browser';
  /** Whether `Mod` in a shortcut is the command key. */
  readonly isMac: boolean;
  openDroppedFolder(dropped: DroppedFolder): Promise<FolderResult>;
};
