#!/usr/bin/env node
/**
 * `npm run dev [-- --browser] [files]`: the workbench from its sources. The page changes while it is open; what runs outside
 * of it is built and started again when its sources change.
 */
import { ensureInstall } from './ensure-install.mjs';
import { build, telling } from './build.mjs';
import { electronFlags, getElectron, hasDisplay } from './runtimes/electron.mjs';
import { runInFront, tool } from './support/process.mjs';

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
  const env = {
    ...process.env,
    ELECTRON_EXEC_PATH: binary,
    ELECTRON_MAJOR_VER: version.split('.')[0],
    ...(electronFlags().includes('--no-sandbox') ? { NO_SANDBOX: '1' } : {}),
  };
  const options = ['dev', '--watch', '--', ...rest];
  return runInFront(process.execPath, [tool('electron-vite/bin/electron-vite.js'), ...options], { env });
}

async function browser(reason) {
  if (reason !== undefined) console.log(`${reason}: serving in the browser instead.`);
  const { developInBrowser } = await import('./dev/browser.mjs');
  return developInBrowser(rest);
}
