#!/usr/bin/env node
/**
 * `npm run dev [-- --browser] [files]`: the workbench from its sources. The page changes while it is open; what runs outside
 * of it is built and started again when its sources change.
 */
import { resolve } from 'node:path';
import { ensureInstall } from './ensure-install.mjs';
import { forget } from './build/stale.mjs';
import { build, telling } from './build.mjs';
import { hasDisplay } from './runtimes/display.mjs';
import { electronFlags, getElectron } from './runtimes/electron.mjs';
import { runInFront, tool } from './support/process.mjs';

const cwd = process.env.INIT_CWD ?? process.cwd();
const args = process.argv.slice(2);
const rest = args.filter((arg) => arg !== '--browser');

await ensureInstall();
await telling(async () => {
  if (args.includes('--browser')) return browser();
  if (!hasDisplay()) return browser('No display');
  const electron = await getElectron();
  return typeof electron === 'string' ? browser(`No desktop: ${electron}`) : desktop(electron);
});

async function desktop({ binary, version }) {
  await build(['seed']);
  // electron-vite writes where a build would.
  await forget('desktop');
  const env = {
    ...process.env,
    ELECTRON_EXEC_PATH: binary,
    ELECTRON_MAJOR_VER: version.split('.')[0],
    ...(electronFlags().includes('--no-sandbox') ? { NO_SANDBOX: '1' } : {}),
  };
  // It starts Electron in the root of the project, wherever the user is.
  const files = rest.map((arg) => (arg.startsWith('-') ? arg : resolve(cwd, arg)));
  const options = ['dev', '--watch', '--', ...files];
  return runInFront(process.execPath, [tool('electron-vite/bin/electron-vite.js'), ...options], { env });
}

async function browser(reason) {
  if (reason !== undefined) console.log(`${reason}: serving in the browser instead.`);
  const { developInBrowser } = await import('./dev/browser.mjs');
  return developInBrowser(rest);
}
