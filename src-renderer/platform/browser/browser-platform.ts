/** The surroundings of a page in a browser. Commands come from the page itself; closing asks through the browser. */
import { engine } from '../../api/engine.ts';
import { failureOf } from '../../api/failure.ts';
import type { FileChange, OpenResult, Platform, SaveResult } from '../platform.ts';
import { browserConnections } from './browser-connections.ts';
import { browserFolders } from './folders/browser-folders.ts';
import { dropDraft, keepDraft, readDrafts } from './browser-drafts.ts';
import { download, pickFile, pickTarget } from './pickers.ts';
import type { StoredFile } from './stored-file.ts';
import { grantedFile, handleFile, looseFile, versionOf } from './stored-file.ts';

const GONE = {
  kind: 'unusable',
  message: 'The browser no longer gives access to the template.',
  hint: 'Open it again.',
} as const;

/** How often the open file is looked at; only while the page is seen. */
const LOOK_EVERY_MS = 2_000;
const LARGEST_BYTES = 8_000_000;

export function createBrowserPlatform(): Platform {
  const files = new Map<string, StoredFile>();
  /** Ids of files a person pointed at one by one; those of a folder are many. */
  const recent = new Set<string>();
  const requests = new Set<(result: OpenResult) => void>();
  let watched: { readonly id: string; version: string | null } | null = null;
  let isDirty = false;

  window.addEventListener('beforeunload', (event) => {
    if (isDirty) event.preventDefault();
  });

  const remember = (make: (id: string) => StoredFile): StoredFile => {
    const file = make(crypto.randomUUID());
    files.set(file.about.id, file);
    recent.add(file.about.id);
    return file;
  };
  const open = async (file: StoredFile): Promise<OpenResult> => {
    try {
      const found = await file.read();
      if (found === null)
        return unusable(file.about.name, 'There is no such file any more.', 'Save it anew.');
      if (found.text.length > LARGEST_BYTES)
        return unusable(file.about.name, 'The file is above 8 MB.', 'Is it the right one?');
      watched = { id: file.about.id, version: found.version };
      recent.add(file.about.id);
      return { kind: 'opened', opened: { file: file.about, text: found.text, version: found.version } };
    } catch (error) {
      const { message, hint } = failureOf(error);
      return unusable(file.about.name, message, hint ?? 'Try again.');
    }
  };
  const saved = (result: SaveResult): SaveResult => {
    if (result.kind === 'saved') watched = { id: result.file.id, version: result.version };
    return result;
  };
  const fromFile = async (file: File): Promise<OpenResult> => {
    const text = await file.text();
    return open(remember((id) => looseFile(id, file.name, text)));
  };

  return {
    kind: 'browser',
    isMac: /mac/i.test(navigator.userAgent),
    openFile: async () => {
      const picked = await pickFile();
      if (picked.kind === 'cancelled') return { kind: 'cancelled' };
      if (picked.kind === 'file') return fromFile(picked.file);
      return open(remember((id) => handleFile(id, picked.handle)));
    },
    openFileById: async (id) => {
      const file = files.get(id);
      return file === undefined
        ? unusable('The file', 'The browser no longer gives access to it.', 'Open it again.')
        : open(file);
    },
    openDroppedFile: fromFile,
    recentFiles: async () => [...recent].flatMap((id) => files.get(id)?.about ?? []).toReversed(),
    clearRecentFiles: async () => recent.clear(),
    saveFile: async (id, text, version) => {
      const file = files.get(id);
      if (file === undefined)
        return {
          kind: 'unusable',
          message: 'The browser no longer gives access to the file.',
          hint: 'Save as another file.',
        };
      return saved(await file.write(text, version));
    },
    saveFileAs: async (suggestedName, text) => {
      const target = await pickTarget(suggestedName);
      if (target?.kind === 'cancelled') return { kind: 'cancelled' };
      if (target?.kind === 'handle') {
        return saved(await remember((id) => handleFile(id, target.handle)).write(text, null));
      }
      download(suggestedName, text);
      const file = remember((id) => looseFile(id, suggestedName, text)).about;
      return saved({ kind: 'saved', file, version: await versionOf(text) });
    },
    scenariosOf: async (id) => (await files.get(id)?.scenarios()) ?? [],
    saveScenario: async (id, file, text, before) => files.get(id)?.saveScenario(file, text, before) ?? GONE,
    lintConfigOf: async (id) => (await files.get(id)?.lintConfig()) ?? null,
    readLayout: async (id) => (await files.get(id)?.readLayout()) ?? null,
    saveLayout: async (id, text) => files.get(id)?.saveLayout(text),
    ...browserFolders(files),
    onFileChanged: (listener) =>
      watch(async () => {
        const now = watched;
        const file = now === null ? undefined : files.get(now.id);
        if (now === null || file === undefined) return null;
        const version = (await file.read())?.version ?? null;
        if (version === now.version || watched !== now) return null;
        now.version = version;
        return { id: now.id, version };
      }, listener),
    onFileRequested: (listener) => {
      requests.add(listener);
      return () => requests.delete(listener);
    },
    ready: () => {
      void openGranted(remember, open, requests);
    },
    setDocument: (state) => {
      isDirty = state.isDirty;
      document.title = `${state.isDirty ? '● ' : ''}${state.name} · Tasker Workbench`;
    },
    onSaveBeforeClose: () => () => {},
    closed: () => {},
    drafts: async () => readDrafts(),
    keepDraft: async (draft) => keepDraft(draft),
    dropDraft: async (key) => dropDraft(key),
    connections: browserConnections(localStorage),
    onCommand: () => () => {},
    setEnabledCommands: () => {},
    setTheme: () => {},
  };
}

function unusable(name: string, message: string, hint: string): OpenResult {
  return { kind: 'unusable', name, message, hint };
}

/** Files named when the server was started; the first is opened, the others are offered as recent. */
async function openGranted(
  remember: (make: (id: string) => StoredFile) => StoredFile,
  open: (file: StoredFile) => Promise<OpenResult>,
  listeners: ReadonlySet<(result: OpenResult) => void>,
): Promise<void> {
  const { granted } = await (await engine()).engine.info();
  const [first] = granted.map((path) => remember((id) => grantedFile(id, path)));
  if (first === undefined) return;
  const result = await open(first);
  for (const listener of listeners) listener(result);
}

function watch(look: () => Promise<FileChange | null>, listener: (change: FileChange) => void): () => void {
  const timer = setInterval(() => {
    if (document.visibilityState !== 'visible') return;
    // A file that cannot be read just now is looked at again later.
    look().then(
      (change) => change !== null && listener(change),
      () => {},
    );
  }, LOOK_EVERY_MS);
  return () => clearInterval(timer);
}
