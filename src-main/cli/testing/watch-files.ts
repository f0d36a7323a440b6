/** Tells of changed template and scenario files, several at a time: an editor writes more than once. */
import { watch } from 'chokidar';
import { relative, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Io } from '../io.ts';

const SETTLE_MS = 150;
const YAML = /\.ya?ml$/;
const NOT_WATCHED = /[\\/](?:node_modules|\.[^\\/]+)(?:[\\/]|$)/;

/** Ends, by the signal's reason, when that is aborted. */
export async function* changesOf(
  paths: readonly string[],
  { cwd, signal }: Pick<Io, 'cwd' | 'signal'>,
): AsyncGenerator<readonly string[], void> {
  const changed = new Set<string>();
  let wake = (): void => {};
  const folders = paths.map((path) => (YAML.test(path) ? resolve(cwd, path, '..') : resolve(cwd, path)));
  const watcher = watch(folders, {
    ignoreInitial: true,
    ignored: (path) => NOT_WATCHED.test(relative(cwd, path)),
  });
  const stop = (): void => wake();
  signal.addEventListener('abort', stop);
  watcher.on('all', (_event, path) => {
    if (!YAML.test(path)) return;
    changed.add(relative(cwd, path));
    wake();
  });
  try {
    for (;;) {
      signal.throwIfAborted();
      if (changed.size === 0) await new Promise<void>((resolveWait) => (wake = resolveWait));
      signal.throwIfAborted();
      await setTimeout(SETTLE_MS);
      const files = [...changed];
      changed.clear();
      if (files.length > 0) yield files;
    }
  } finally {
    signal.removeEventListener('abort', stop);
    await watcher.close();
  }
}
