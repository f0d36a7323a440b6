/** Entry of the desktop: what is set up, in the order in which it has to be. */
import { join } from 'node:path';
import { app } from 'electron';
import { createFailureLog, setupFailureLog } from './boot/failure-log.ts';
import { fileArguments } from './boot/file-arguments.ts';
import { setupDebuggerRefusal, setupSandbox } from './boot/hardening.ts';
import { setupSingleInstance } from './boot/single-instance.ts';
import { startWorkbench } from './boot/start.ts';
import type { Workbench } from './boot/start.ts';
import { openStorage } from './boot/storage.ts';
import { createFileRequests } from './files/file-requests.ts';
import { setupNoDefaultMenu } from './menu/setup-menu.ts';
import { setupBundleScheme } from './security/bundle-scheme.ts';
import { pageSource } from './security/origins.ts';
import { setupWebContentsGuards } from './security/web-contents-guards.ts';
import { setupQuitting } from './windows/close-question.ts';

setupDebuggerRefusal();
setupSandbox();

const report = createFailureLog(join(app.getPath('userData'), 'failures.log'), () => new Date());
setupFailureLog(report);

const source = pageSource(process.env['ELECTRON_RENDERER_URL'], app.isPackaged);
setupBundleScheme();
setupWebContentsGuards(source);
setupQuitting();
setupNoDefaultMenu();

const requests = createFileRequests((error) => report('a file that was asked for', error));
let workbench: Workbench | undefined;

if (setupSingleInstance(namedFiles(), (files) => ask(files))) boot();
else app.exit(0);

function boot(): void {
  requests.request(namedFiles());
  app.on('open-file', (event, path) => {
    event.preventDefault();
    ask([path]);
  });
  app.on('activate', () => workbench?.show());
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  const storage = openStorage(app.getPath('userData'), report);
  app
    .whenReady()
    .then(() => storage)
    .then((opened) => {
      const parts = { folder: import.meta.dirname, source, requests, report };
      workbench = startWorkbench({ ...parts, storage: opened });
      return workbench;
    })
    .catch((error: unknown) => {
      report('the workbench could not start', error);
      app.exit(70);
    });
}

/** Files from outside: they are opened in the window, which comes to the front. */
function ask(files: readonly string[]): void {
  requests.request(files);
  workbench?.show();
}

function namedFiles(): readonly string[] {
  return fileArguments(process.argv.slice(1), process.cwd(), app.isPackaged);
}
