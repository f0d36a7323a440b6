/**
 * Notices that another program changed the open file. What counts is the content: touching a file, or writing the same
 * again, is no change, and neither is what we wrote ourselves.
 */
import { dirname } from 'node:path';
import { watch } from 'chokidar';
import type { FileChange } from '../../../src-shared/desktop/bridge.ts';
import { versionOf } from '../../files/template-files.ts';

/** Programs write in several steps; the last one is what counts. */
const SETTLE_MS = 120;

export interface FileWatch {
  /** Watches this file instead of the one before. */
  follow(id: string, path: string, version: string | null): void;
  /** A content that we are about to write: no news when it appears. */
  expect(version: string): void;
  /** Looks now: some file systems tell nothing. */
  check(): void;
  stop(): void;
}

interface Followed {
  readonly id: string;
  readonly path: string;
  /** What the page knows of. */
  known: string | null;
  readonly expected: Set<string>;
  readonly close: () => void;
}

export function createFileWatch(tell: (change: FileChange) => void): FileWatch {
  let followed: Followed | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function settle(): void {
    clearTimeout(timer);
    timer = setTimeout(() => void look(), SETTLE_MS);
  }

  async function look(): Promise<void> {
    const looked = followed;
    if (looked === undefined) return;
    const found = await versionOf(looked.path);
    // One that cannot be read at the moment has not changed: whoever writes it may not be done.
    if (found.kind === 'unusable' || looked !== followed || found.version === looked.known) return;
    const isOurs = found.version !== null && looked.expected.has(found.version);
    looked.known = found.version;
    if (!isOurs) tell({ id: looked.id, version: found.version });
  }

  function stop(): void {
    clearTimeout(timer);
    followed?.close();
    followed = undefined;
  }

  return {
    follow: (id, path, version) => {
      if (followed?.path === path) {
        followed.known = version;
        followed.expected.clear();
        return;
      }
      stop();
      followed = { id, path, known: version, expected: new Set(), close: watchFile(path, settle) };
    },
    expect: (version) => void followed?.expected.add(version),
    check: settle,
    stop,
  };
}

/** The folder is watched, not the file: a file that is replaced by renaming another would be lost from sight. */
function watchFile(path: string, changed: () => void): () => void {
  const folder = dirname(path);
  const watcher = watch(folder, {
    depth: 0,
    ignoreInitial: true,
    ignored: (candidate) => candidate !== folder && candidate !== path,
  });
  watcher.on('all', changed);
  // What happened before it began to watch is told by nobody: look once.
  watcher.on('ready', changed);
  // Without notices from the system there is still the look when the window gets the focus.
  watcher.on('error', () => {});
  return () => void watcher.close();
}
