#!/usr/bin/env node
/**
 * `npm run package [-- targets]`: builds the desktop and packs it, by default as a folder (out/package). An Electron that
 * lies here is taken for that; releases set ELECTRON_DOWNLOAD=true, so that only the electron package's own is shipped.
 */
import { build, telling } from './build.mjs';
import { ensureInstall } from './ensure-install.mjs';
import { findElectron } from './runtimes/electron.mjs';
import { isMain } from './support/is-main.mjs';
import { run, tool } from './support/process.mjs';

/** The targets of electron-builder, e.g. `--linux deb`; default: a folder for this system. */
export async function packageDesktop(targets = []) {
  await build(['seed', 'page', 'desktop']);
  const wanted = targets.length > 0 ? targets : ['--dir'];
  return run(process.execPath, [
    tool('electron-builder/cli.js'),
    ...wanted,
    '--publish',
    'never',
    ...electronHere(),
  ]);
}

function electronHere() {
  if (process.env.ELECTRON_DOWNLOAD === 'true') return [];
  const electron = findElectron();
  if (electron === undefined) return [];
  return [`-c.electronDist=${electron.folder}`, `-c.electronVersion=${electron.version}`];
}

if (isMain(import.meta.url)) {
  await ensureInstall();
  await telling(() => packageDesktop(process.argv.slice(2)));
}
