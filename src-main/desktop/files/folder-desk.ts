/**
 * The folder that is open as a workspace. A person pointed at it; the page is told of the YAML files in it by ids, and may
 * read those. One folder at a time; it is remembered for the next start.
 */
import { randomUUID } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { FileText, Folder, FolderListing, FolderResult } from '../../../src-shared/desktop/bridge.ts';
import { readTemplateFile } from '../../files/template-files.ts';
import { whyNotRead } from '../../files/unusable.ts';
import { walkFolder } from '../../files/walk-folder.ts';
import type { FolderWatch } from './folder-watch.ts';
import { shownPath } from './shown-path.ts';

export interface FolderDeskParts {
  readonly home: string;
  readonly watch: FolderWatch;
  /** Undefined: cancelled. */
  chooseFolder(start: string | undefined): Promise<string | undefined>;
  remembered(): string | undefined;
  remember(path: string | undefined): void;
  /** The id a file has already, if it was opened before. */
  knownId(path: string): string | undefined;
}

export interface FolderDesk {
  /** Shows the dialog. */
  openFolder(): Promise<FolderResult>;
  /** Only for paths that come from a person. */
  openPath(path: string): Promise<FolderResult>;
  /** Null when there was none, or it is gone. */
  lastFolder(): Promise<Folder | null>;
  closeFolder(): Promise<void>;
  listFolder(id: string): Promise<FolderListing>;
  readFolderFiles(ids: readonly string[]): Promise<readonly FileText[]>;
  /** Of a file in the folder. */
  pathOf(id: string): string | undefined;
}

interface OpenFolder {
  readonly id: string;
  readonly path: string;
  /** Both ways between paths and ids; what was listed once stays known while the folder is open. */
  readonly ids: Map<string, string>;
  readonly paths: Map<string, string>;
}

const GONE = { kind: 'unusable', message: 'This folder is no longer open.', hint: 'Open it again.' } as const;

export function createFolderDesk(parts: FolderDeskParts): FolderDesk {
  let open: OpenFolder | undefined;

  const shown = ({ id, path }: OpenFolder): Folder => ({
    id,
    name: basename(path) || path,
    shownPath: shownPath(path, parts.home),
  });

  async function openPath(path: string): Promise<FolderResult> {
    const problem = await whyNoFolder(path);
    if (problem !== undefined) return { ...problem, name: basename(path) || path };
    // The same folder again keeps its ids.
    if (open?.path !== path) open = { id: randomUUID(), path, ids: new Map(), paths: new Map() };
    parts.remember(path);
    return { kind: 'opened', folder: shown(open) };
  }

  function idOf(folder: OpenFolder, path: string): string {
    const id = folder.ids.get(path) ?? parts.knownId(path) ?? randomUUID();
    folder.ids.set(path, id);
    folder.paths.set(id, path);
    return id;
  }

  return {
    openFolder: async () => {
      const path = await parts.chooseFolder(open?.path ?? parts.remembered());
      return path === undefined ? { kind: 'cancelled' } : openPath(path);
    },
    openPath,
    lastFolder: async () => {
      const path = open?.path ?? parts.remembered();
      const result = path === undefined ? undefined : await openPath(path);
      return result?.kind === 'opened' ? result.folder : null;
    },
    closeFolder: async () => {
      open = undefined;
      parts.watch.stop();
      parts.remember(undefined);
    },
    listFolder: async (id) => {
      const folder = open;
      if (folder === undefined || folder.id !== id) return GONE;
      try {
        const { files, notes, isWhole } = await walkFolder(folder.path);
        // A folder that is too large to be walked through is too large to be watched.
        if (folder === open) parts.watch.follow(folder.id, isWhole ? folder.path : undefined);
        const listed = files.map(({ path, ...rest }) => ({ id: idOf(folder, path), ...rest }));
        return { kind: 'listed', files: listed, notes };
      } catch (error) {
        return whyNotRead(error);
      }
    },
    readFolderFiles: (ids) => Promise.all(ids.map((id) => read(id, open?.paths.get(id)))),
    pathOf: (id) => open?.paths.get(id),
  };
}

async function read(id: string, path: string | undefined): Promise<FileText> {
  if (path === undefined) return { ...GONE, id };
  const found = await readTemplateFile(path);
  return found.kind === 'text' ? { kind: 'text', id, text: found.text } : { ...found, id };
}

async function whyNoFolder(path: string) {
  try {
    if ((await stat(path)).isDirectory()) return undefined;
    return { kind: 'unusable', message: 'This is no folder.', hint: 'Open it as a file.' } as const;
  } catch (error) {
    return whyNotRead(error);
  }
}
