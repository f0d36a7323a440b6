/** What the session refuses: permissions, devices, and every address that is not on this machine. */
import { session } from 'electron';
import type { Session } from 'electron';
import { isOwnUrl } from './origins.ts';
import type { PageSource } from './origins.ts';

/** The page's own copy buttons put text on the clipboard. It may read nothing from it. */
const GRANTED: ReadonlySet<string> = new Set(['clipboard-sanitized-write']);

const NETWORK = ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*', 'ftp://*/*', 'file://*/*'];

export function setupSessionGuards(source: PageSource, target: Session = session.defaultSession): void {
  target.setPermissionRequestHandler((_contents, permission, answer, details) =>
    answer(GRANTED.has(permission) && isOwnUrl(details.requestingUrl, source)),
  );
  target.setPermissionCheckHandler(
    (_contents, permission, origin) => GRANTED.has(permission) && isOwnUrl(origin, source),
  );
  target.setDevicePermissionHandler(() => false);
  // The page has no use for a network. Its policy says so as well; this also holds for what Chromium asks by itself.
  target.webRequest.onBeforeRequest({ urls: NETWORK }, ({ url }, answer) =>
    answer({ cancel: !isDevelopment(url, source) }),
  );
  // What the page made itself may be saved: the system's dialog asks where. Nothing is fetched for that.
  target.on('will-download', (event, item) => {
    if (!isOwnBlob(item.getURL(), source)) event.preventDefault();
  });
}

function isOwnBlob(url: string, source: PageSource): boolean {
  return url.startsWith('blob:') && isOwnUrl(url.slice('blob:'.length), source);
}

/** The web socket of the development server has its host, but another scheme. */
function isDevelopment(url: string, source: PageSource): boolean {
  return isOwnUrl(url.replace(/^ws/, 'http'), source);
}
