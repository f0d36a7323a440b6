/** The only place that makes a window, and with it the only one that says what a page may do. */
import { join } from 'node:path';
import { BrowserWindow, nativeTheme } from 'electron';
import windowState from 'electron-window-state';
import { APP_TITLE } from './window-title.ts';

/** The ground of the page in both themes, so that nothing flashes before it has painted itself. */
const GROUND = { light: '#f1f3f7', dark: '#0f131b' } as const;

/** Every guard is written out, also where it is the default: see docs/security.md. */
export const WEB_PREFERENCES = {
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  webviewTag: false,
  navigateOnDragDrop: false,
  // Chromium fetches dictionaries from a server.
  spellcheck: false,
} as const;

/** @param folder Where the bundles of main lie; that of the preload is beside it. */
export function createWindow(folder: string): BrowserWindow {
  const remembered = windowState({ defaultWidth: 1400, defaultHeight: 900 });
  const place = Number.isInteger(remembered.x) ? { x: remembered.x, y: remembered.y } : {};
  const window = new BrowserWindow({
    ...place,
    width: remembered.width,
    height: remembered.height,
    minWidth: 720,
    minHeight: 480,
    show: false,
    title: APP_TITLE,
    backgroundColor: groundColour(),
    icon: join(folder, '..', '..', 'resources', 'icons', 'icon.png'),
    webPreferences: { ...WEB_PREFERENCES, preload: join(folder, '..', 'preload', 'preload.cjs') },
  });
  remembered.manage(window);
  window.once('ready-to-show', () => window.show());
  window.on('page-title-updated', (event) => event.preventDefault());
  nativeTheme.on('updated', () => {
    if (!window.isDestroyed()) window.setBackgroundColor(groundColour());
  });
  return window;
}

function groundColour(): string {
  return nativeTheme.shouldUseDarkColors ? GROUND.dark : GROUND.light;
}
