import type { DesktopBridge } from '../../src-shared/desktop/bridge.ts';

declare global {
  interface Window {
    /** Put there by the preload; absent in a browser. */
    readonly desktop?: DesktopBridge;
  }

  /** How views ask for things of other views. */
  interface WindowEventMap {
    /** `detail` is the id of a command. */
    'workbench:command': CustomEvent<unknown>;
    /** A place of the text that is to be shown. */
    'workbench:reveal': CustomEvent<{ offset: number; length: number }>;
  }
}
