#!/usr/bin/env node
/**
 * `npm run bench:ui [argument …]`: builds the workbench, bundles bench/ui/index.ts and runs it with a Chromium and an Electron.
 * It gets CHROMIUM_PATH, ELECTRON_EXEC_PATH where there is one, WORKBENCH_SERVER (the program to start for browser mode) and
 * WORKBENCH_ROOT, and the arguments as they are.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildAll, telling } from './build.mjs';
import { ensureInstall } from './ensure-install.mjs';
import { findChromium } from './runtimes/chromium.mjs';
import { displayOf } from './runtimes/display.mjs';
import { findElectron } from './runtimes/electron.mjs';
import { bundleForNow } from './support/bundle.mjs';
import { ROOT, runInFront } from './support/process.mjs';

const ENTRY = 'bench/ui/index.ts';

await ensureInstall();
await telling(async () => {
  if (!existsSync(join(ROOT, ENTRY))) return missing(`${ENTRY} is missing: there is nothing to measure`);
  const chromium = findChromium();
  const electron = findElectron();
  const display = displayOf();
  if (chromium === undefined) console.error('No Chromium: what needs one is not measured.');
  if (electron === undefined) console.error('No Electron: what needs one is not measured.');
  else if (display === undefined) console.error('No display, and no xvfb-run: the desktop is not measured.');
  await buildAll();
  // Playwright finds files of its own by path.
  const tools = await bundleForNow({ 'bench-ui': ENTRY }, { external: ['playwright-core'] });
  const env = {
    ...process.env,
    WORKBENCH_ROOT: ROOT,
    WORKBENCH_SERVER: join(ROOT, 'out', 'server', 'server.js'),
    ...(chromium === undefined ? {} : { CHROMIUM_PATH: chromium }),
    ...(electron === undefined || display === undefined ? {} : { ELECTRON_EXEC_PATH: electron.binary }),
  };
  const script = [process.execPath, join(tools, 'bench-ui.js'), ...process.argv.slice(2)];
  const [command, ...args] = [...(display ?? []), ...script];
  return runInFront(command, args, { env });
});

function missing(words) {
  console.error(words);
  return 1;
}
