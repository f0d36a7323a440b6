/**
 * Files as a browser can hold them: by a handle of the File System Access API, by a path the server was given, or as
 * mere text where the browser gives no more.
 */
import { engine } from '../../api/engine.ts';
import { failureOf } from '../../api/failure.ts';
import type { PlatformFile, SaveResult, Scenario, ScenarioSaved } from '../platform.ts';
import { layoutInBrowser } from './browser-layouts.ts';
import { download } from './pickers.ts';

export interface StoredFile {
  readonly about: PlatformFile;
  /** Text and version now; null when it is gone. */
  readonly read: () => Promise<{ readonly text: string; readonly version: string } | null>;
  readonly write: (text: string, version: string | null) => Promise<SaveResult>;
  readonly scenarios: () => Promise<readonly Scenario[]>;
  readonly saveScenario: SaveScenario;
  readonly lintConfig: () => Promise<string | null>;
  readonly readLayout: () => Promise<string | null>;
  readonly saveLayout: (text: string | null) => Promise<void>;
}

export type SaveScenario = (
  file: string,
  text: string | null,
  before: string | null,
) => Promise<ScenarioSaved>;

/** A file alone: the browser lets nothing be put beside it. */
const NO_PLACE: SaveScenario = async () => ({
  kind: 'unusable',
  message: 'The browser opened this file alone, so nothing can be put beside it.',
  hint: 'Open its folder instead, or save a copy of the scenario.',
});

/** A file alone: the browser shows nothing of what lies beside it. */
const NO_CONFIG = async (): Promise<null> => null;

export async function versionOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export function handleFile(id: string, handle: FileSystemFileHandle): StoredFile {
  const about = { id, name: handle.name, shownPath: handle.name };
  const read = async () => {
    try {
      const text = await (await handle.getFile()).text();
      return { text, version: await versionOf(text) };
    } catch (error) {
      if (error instanceof DOMException && error.name === 'NotFoundError') return null;
      throw error;
    }
  };
  const write = async (text: string, version: string | null): Promise<SaveResult> => {
    const now = await read();
    if (version !== null && now?.version !== version) {
      return { kind: 'changed', text: now?.text ?? null, version: now?.version ?? null };
    }
    // The browser writes into a file of its own and swaps it in on close.
    const stream = await handle.createWritable();
    await stream.write(text);
    await stream.close();
    return { kind: 'saved', file: about, version: await versionOf(text) };
  };
  return {
    about,
    read,
    write,
    scenarios: async () => [],
    saveScenario: NO_PLACE,
    lintConfig: NO_CONFIG,
    ...layoutInBrowser(handle.name),
  };
}

/** A file that was named when the server was started: the engine reads and writes it. */
export function grantedFile(id: string, path: string): StoredFile {
  const about = { id, name: path.split(/[\\/]/).at(-1) ?? path, shownPath: path };
  return {
    about,
    read: async () => (await engine()).templates.open({ path }),
    write: async (text, version) => {
      try {
        const saved = await (await engine()).templates.save({ path, text, version });
        return { kind: 'saved', file: about, version: saved.version };
      } catch (error) {
        return saveFailure(error, () => grantedFile(id, path).read());
      }
    },
    scenarios: async () => (await engine()).templates.scenarios({ path }),
    saveScenario: async (file, text, before) =>
      (await engine()).templates.saveScenario({ path, file, text, before }),
    lintConfig: async () => (await (await engine()).templates.lintConfig({ path })).text,
    readLayout: async () => (await (await engine()).templates.layout({ path })).text,
    saveLayout: async (text) => void (await (await engine()).templates.saveLayout({ path, text })),
  };
}

/** A file the browser lets us read once: saving hands out a copy. */
export function looseFile(id: string, name: string, text: string): StoredFile {
  const about = { id, name, shownPath: name };
  return {
    about,
    read: async () => ({ text, version: await versionOf(text) }),
    write: async (changed) => {
      download(name, changed);
      return { kind: 'saved', file: about, version: await versionOf(changed) };
    },
    scenarios: async () => [],
    saveScenario: NO_PLACE,
    lintConfig: NO_CONFIG,
    ...layoutInBrowser(name),
  };
}

async function saveFailure(error: unknown, read: StoredFile['read']): Promise<SaveResult> {
  const { code, message, hint } = failureOf(error);
  if (code !== 'FILE_CHANGED') return { kind: 'unusable', message, hint: hint ?? 'Try again.' };
  try {
    const now = await read();
    return { kind: 'changed', text: now?.text ?? null, version: now?.version ?? null };
  } catch {
    return { kind: 'changed', text: null, version: null };
  }
}
