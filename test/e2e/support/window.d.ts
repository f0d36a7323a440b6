import type { DesktopBridge } from '../../../src-shared/desktop/bridge.ts';

declare global {
  interface Window {
    /** As in src-renderer/platform/window.d.ts; the tests of the desktop are also checked without the renderer. */
    readonly desktop?: DesktopBridge;
  }
}
