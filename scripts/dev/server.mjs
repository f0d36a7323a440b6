/** Our server with its engine, bundled and started again whenever their sources change. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { bundleForNow } from '../support/bundle.mjs';
import { ROOT } from '../support/process.mjs';
import { ensureSeed } from '../support/seed.mjs';

const ENTRIES = { server: 'src-main/server/dev-server.ts', worker: 'src-main/engine/worker.ts' };
const SOURCES = ['src-engine', 'src-main', 'src-shared', 'sql'];
const OTHERS = join(ROOT, 'src-main', 'desktop');
/** Editors and tools save several files at a time. */
const CALM_MS = 100;

/** Resolves when the first one serves. */
export async function keepServing({ args, token, port, pagePort }) {
  const env = { ...process.env, WORKBENCH_DEV_TOKEN: token, WORKBENCH_DEV_PAGE_PORT: String(pagePort) };
  const cwd = process.env.INIT_CWD ?? process.cwd();
  let child;
  let former;

  const start = async () => {
    await ensureSeed();
    const folder = await bundleForNow(ENTRIES);
    await stop();
    child = spawn(process.execPath, [join(folder, 'server.js'), '--port', String(port), ...args], {
      cwd,
      env,
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    });
    // What it prints first is the address, which stays the same: it only tells that it serves.
    await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
    child.stdout.resume();
    if (former !== undefined) await rm(former, { recursive: true, force: true });
    former = folder;
  };
  const stop = async () => {
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
  };

  await start();
  const watcher = await watch(async (path) => {
    const began = performance.now();
    try {
      await start();
      console.log(`${path} changed: started again in ${((performance.now() - began) / 1000).toFixed(1)} s`);
    } catch (error) {
      console.error(`${path} changed, but cannot be built; the former program goes on.\n${error.message}`);
    }
  });
  return {
    close: async () => {
      await watcher.close();
      await stop();
    },
  };
}

/** Calls `onChange` when the sources have been quiet for a moment, never twice at the same time. */
async function watch(onChange) {
  const { watch: watchFiles } = await import('chokidar');
  const watcher = watchFiles(
    SOURCES.map((source) => join(ROOT, source)),
    { ignoreInitial: true, ignored: (path) => path.startsWith(OTHERS) },
  );
  let timer;
  let working = Promise.resolve();
  watcher.on('all', (_, path) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      working = working.then(() => onChange(relative(ROOT, path)));
    }, CALM_MS);
  });
  await once(watcher, 'ready');
  return watcher;
}
