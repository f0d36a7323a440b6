/**
 * The page (out/renderer) and what the desktop adds to it (out/main, out/preload), as electron.vite.config.ts says. The page
 * is built once, for the desktop and for the browser. Neither needs an Electron to be there.
 */
import { join } from 'node:path';
import { ROOT } from '../support/process.mjs';
import { staged } from './staged.mjs';

/** Without it electron-vite looks for a binary to learn from which version to build for. */
const OLDEST_ELECTRON = '33';

export async function buildPage() {
  const { renderer } = await config();
  await staged('out/renderer', (folder) => build(renderer, folder));
}

export async function buildDesktop() {
  const { main, preload } = await config();
  await staged('out/main', (folder) => build(main, folder));
  await staged('out/preload', (folder) => build(preload, folder));
}

async function config() {
  process.env.ELECTRON_MAJOR_VER ??= OLDEST_ELECTRON;
  const { resolveConfig } = await import('electron-vite');
  // Read from the folder we are in, whatever the caller's is.
  const options = { root: ROOT, logLevel: 'warn', configFile: join(ROOT, 'electron.vite.config.ts') };
  return (await resolveConfig(options, 'build', 'production')).config;
}

async function build(settings, outDir) {
  const vite = await import('vite');
  // A busy machine is no reason for a warning.
  const rolldownOptions = { ...settings.build.rolldownOptions, checks: { bundlerTimings: false } };
  const options = { ...settings.build, rolldownOptions, outDir, emptyOutDir: true, watch: null };
  await vite.build({ ...settings, build: options });
}
