#!/usr/bin/env node
/**
 * `npm run test:e2e [chromium|electron] [files]`: the tests that use the built program as a person would, in Debian's Chromium
 * and in Electron on a display of its own. Exit code 3 means that one of them is not there.
 */
import { ensureInstall } from './ensure-install.mjs';
import { buildAll, telling } from './build.mjs';
import { findChromium } from './runtimes/chromium.mjs';
import { displayOf } from './runtimes/display.mjs';
import { findElectron } from './runtimes/electron.mjs';
import { isMain } from './support/is-main.mjs';
import { vitest } from './support/vitest.mjs';

const CONFIG = '--config=vitest.e2e.config.ts';

/** The two places with their folders of tests; `run` answers with a string when it is not there. */
export const PLACES = {
  chromium: { title: 'Chromium', folders: ['test/e2e/browser', 'test/e2e/server'], run: inChromium },
  electron: { title: 'Electron', folders: ['test/e2e/desktop'], run: inElectron },
};

async function inChromium(files) {
  const chromium = findChromium();
  if (chromium === undefined) return 'no Chromium was found (set CHROMIUM_PATH, or install chromium)';
  return vitest('chromium', [CONFIG, ...files], { env: { CHROMIUM_PATH: chromium } });
}

async function inElectron(files) {
  const electron = findElectron();
  if (electron === undefined)
    return 'no Electron was found (set ELECTRON_OVERRIDE_DIST_PATH, or start the desktop once)';
  const display = displayOf();
  if (display === undefined)
    return 'there is no display, and no xvfb-run to make one (install xvfb and xauth)';
  const env = { ELECTRON_EXEC_PATH: electron.binary, ELECTRON_OVERRIDE_DIST_PATH: electron.folder };
  return vitest('electron', [CONFIG, ...files], { env, under: display });
}

/** Runs those of the given files that belong to the place; all of it without any. */
export async function testIn({ folders, run }, files = []) {
  const own = files.filter((file) => folders.some((folder) => file.includes(folder)));
  if (files.length > 0 && own.length === 0) return undefined;
  return run(own.length > 0 ? own : folders);
}

async function main() {
  const args = process.argv.slice(2);
  const places = Object.keys(PLACES).filter((name) => args.includes(name));
  const files = args.filter((arg) => !(arg in PLACES));
  await buildAll();
  const codes = [];
  for (const name of places.length > 0 ? places : Object.keys(PLACES)) {
    const result = await testIn(PLACES[name], files);
    if (typeof result === 'string') console.error(`${PLACES[name].title}: NOT RUN: ${result}`);
    if (result !== undefined) codes.push(typeof result === 'string' ? 3 : result.code);
  }
  return Math.max(0, ...codes);
}

if (isMain(import.meta.url)) {
  await ensureInstall();
  await telling(main);
}
