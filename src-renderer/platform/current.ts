/** The surroundings of this page. */
import { createBrowserPlatform } from './browser/browser-platform.ts';
import { desktopPlatform } from './desktop-platform.ts';
import type { Platform } from './platform.ts';

export const platform: Platform =
  window.desktop === undefined ? createBrowserPlatform() : desktopPlatform(window.desktop);
