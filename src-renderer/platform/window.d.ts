import type { DesktopBridge } from '../../src-shared/desktop/bridge.ts';

declare global {
  interface Window {
    /** Put there by the preload; absent in a browser. */
    readonly desktop?: DesktopBridge;
  }
}
