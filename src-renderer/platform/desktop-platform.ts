/** The desktop's surroundings: everything is main's, through the preload. */
import type { DesktopBridge } from '../../src-shared/desktop/bridge.ts';
import type { Platform } from './platform.ts';

export function desktopPlatform(desktop: DesktopBridge): Platform {
  return {
    ...desktop,
    kind: 'desktop',
    isMac: desktop.platform === 'darwin',
    openDroppedFolder: ({ file }) => desktop.openDroppedFolder(file),
  };
}
