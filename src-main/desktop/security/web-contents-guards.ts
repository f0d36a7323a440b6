/** What no page may do, whoever made it: go elsewhere, open windows, hold other pages. */
import { app } from 'electron';
import type { WebContents } from 'electron';
import { isOwnUrl } from './origins.ts';
import type { PageSource } from './origins.ts';

/** Has to be called before the first window is made. */
export function setupWebContentsGuards(source: PageSource): void {
  app.on('web-contents-created', (_event, contents) => guard(contents, source));
}

function guard(contents: WebContents, source: PageSource): void {
  // Reloading the page is a navigation too; only that one is let through. Frames of the page get nowhere at all.
  contents.on('will-frame-navigate', (details) => {
    if (!details.isMainFrame || !isOwnUrl(details.url, source)) details.preventDefault();
  });
  contents.on('will-redirect', (details) => details.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}
