/** Notices that YAML files of the open folder were written, added or removed. What changed is found out by listing it again. */
import { relative, sep } from 'node:path';
import { watch } from 'chokidar';
import type { FSWatcher } from 'chokidar';
import { isSkipped, isTemplateName, WALK_LIMITS } from '../../../src-shared/workspace/candidates.ts';

/** A check-out of another branch changes hundreds of files at once. */
const SETTLE_MS = 400;

export interface FolderWatch {
  /** Watches this folder instead of the one before; undefined: none. The same folder again changes nothing. */
  follow(id: string, path: string | undefined): void;
  stop(): void;
}

export function createFolderWatch(changed: (id: string) => void): FolderWatch {
  let followed: { readonly path: string; readonly watcher: FSWatcher } | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function stop(): void {
    clearTimeout(timer);
    void followed?.watcher.close();
    followed = undefined;
  }

  return {
    follow: (id, path) => {
      if (followed?.path === path) return;
      stop();
      if (path === undefined) return;
      const settle = (): void => {
        clearTimeout(timer);
        timer = setTimeout(() => changed(id), SETTLE_MS);
      };
      followed = { path, watcher: watchFolder(path, settle) };
    },
    stop,
  };
}

function watchFolder(folder: string, changed: () => void): FSWatcher {
  const watcher = watch(folder, {
    depth: WALK_LIMITS.depth,
    followSymlinks: false,
    ignoreInitial: true,
    ignored: (path, stats) => {
      const parts = relative(folder, path).split(sep);
      if (path !== folder && parts.some(isSkipped)) return true;
      return stats?.isFile() === true && !isTemplateName(parts.at(-1) ?? '');
    },
  });
  watcher.on('all', changed);
  // Without notices from the system the folder is listed again when the window gets the focus.
  watcher.on('error', () => {});
  return watcher;
}
