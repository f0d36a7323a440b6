/**
 * What the page needs of its surroundings besides the engine: files, drafts, the window. The desktop's preload is one
 * version of it, the browser's the other; nothing else in the page asks where it runs.
 */
import type { DesktopBridge } from '../../src-shared/desktop/bridge.ts';

export type {
  DesktopFile as PlatformFile,
  DocumentState,
  Draft,
  FileChange,
  OpenedFile,
  OpenResult,
  SaveResult,
  Scenario,
  Theme,
  Unsubscribe,
} from '../../src-shared/desktop/bridge.ts';

export type Platform = Omit<
  DesktopBridge,
  'platform' | 'connectEngine' | 'restartEngine' | 'onEngineState'
> & {
  readonly kind: 'desktop' | 'browser';
  /** Whether `Mod` in a shortcut is the command key. */
  readonly isMac: boolean;
};
