/** Where an Electron is, and getting one. Nothing but starting the desktop needs it: building and browser mode do not. */
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { capture, ROOT, tool } from '../support/process.mjs';

const BINARY = {
  darwin: join('Electron.app', 'Contents', 'MacOS', 'Electron'),
  win32: 'electron.exe',
}[process.platform];

const DOWNLOAD_WITHIN_MS = 120_000;
/** A failed download is not tried again at every start. */
const FAILURE = join(ROOT, '.cache', 'electron-download-failed');
const FAILED_FOR_MS = 24 * 60 * 60 * 1000;

/** `{ binary, folder, version }` of the first one that is there; undefined without one. */
export function findElectron(env = process.env) {
  const folders = [
    env.ELECTRON_OVERRIDE_DIST_PATH,
    join(ROOT, 'node_modules', 'electron', 'dist'),
    join(ROOT, '.cache', 'electron'),
  ];
  for (const folder of folders) {
    if (folder === undefined || folder === '') continue;
    const binary = join(folder, BINARY ?? 'electron');
    if (existsSync(binary)) return { binary, folder, version: versionIn(folder) };
  }
  return undefined;
}

/** The one that is there, else the electron package's own download; a string says why there is none. */
export async function getElectron() {
  const found = findElectron();
  if (found !== undefined) return found;
  if (process.env.ELECTRON_SKIP_BINARY_DOWNLOAD) return 'no Electron here, and its download is switched off';
  if (existsSync(FAILURE) && Date.now() - statSync(FAILURE).mtimeMs < FAILED_FOR_MS)
    return `no Electron here, and its download failed before (remove ${relative(ROOT, FAILURE)} to try again)`;
  console.log(`Downloading Electron, about 100 MB (given up after ${DOWNLOAD_WITHIN_MS / 1000} s)`);
  const options = { timeout: DOWNLOAD_WITHIN_MS, killSignal: 'SIGKILL' };
  const { code, output } = await capture(process.execPath, [tool('electron/install.js')], options);
  const fetched = code === 0 ? findElectron() : undefined;
  if (fetched !== undefined) return fetched;
  await mkdir(dirname(FAILURE), { recursive: true });
  writeFileSync(FAILURE, output);
  const reason = output.trim().split('\n')[0] || 'it took too long';
  return `no Electron here, and its download failed (${reason})`;
}

/** What every start of it needs on this machine. */
export function electronFlags(env = process.env) {
  const flags = [];
  // Chromium's sandbox does not work for root, and its processes would start and end for ever.
  if (process.platform === 'linux' && process.getuid?.() === 0) flags.push('--no-sandbox');
  if (process.platform === 'linux' && !env.DISPLAY && env.WAYLAND_DISPLAY)
    flags.push('--ozone-platform-hint=auto');
  return flags;
}

function versionIn(folder) {
  const file = join(folder, 'version');
  return existsSync(file) ? readFileSync(file, 'utf8').trim().replace(/^v/, '') : 'of unknown version';
}
