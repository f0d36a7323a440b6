/** A folder by its handle of the File System Access API: it can be listed again, and its files are written in place. */
import type { LeftOut } from '../../../../src-shared/workspace/candidates.ts';
import {
  isSkipped,
  isTemplateName,
  notesOn,
  SCENARIO_NAME,
  WALK_LIMITS,
} from '../../../../src-shared/workspace/candidates.ts';
import type { Scenario, ScenarioSaved } from '../../platform.ts';
import type { StoredFile } from '../stored-file.ts';
import { handleFile } from '../stored-file.ts';
import type { FolderSource, SourceFile } from './folder-source.ts';
import { byPath, newFolder } from './folder-source.ts';

export function directorySource(handle: FileSystemDirectoryHandle): FolderSource {
  return { folder: newFolder(handle.name), isCheap: false, list: () => walk(handle) };
}

async function walk(root: FileSystemDirectoryHandle) {
  const files: SourceFile[] = [];
  const left = { unread: 0, large: 0, entries: WALK_LIMITS.entries };
  // Handles lead to no other folder than the one picked: browsers follow no links.
  const folders = [{ handle: root, path: '', depth: 0 }];
  for (const folder of folders) {
    const entries = await entriesOf(folder.handle, folder.depth === 0);
    if (entries === undefined) left.unread += 1;
    for (const entry of entries ?? []) {
      left.entries -= 1;
      if (left.entries < 0 || files.length >= WALK_LIMITS.files) return result(files, left);
      if (isSkipped(entry.name)) continue;
      const path = `${folder.path}${entry.name}`;
      if (isDirectory(entry)) {
        if (folder.depth < WALK_LIMITS.depth)
          folders.push({ handle: entry, path: `${path}/`, depth: folder.depth + 1 });
      } else if (isFile(entry) && isTemplateName(entry.name)) {
        const { size, lastModified } = await entry.getFile();
        const stored = (id: string) => fileInFolder(id, entry, path, folder.handle);
        if (size > WALK_LIMITS.bytes) left.large += 1;
        else files.push({ shownPath: path, version: `${lastModified}-${size}`, stored });
      }
    }
  }
  return result(files, left);
}

function result(files: SourceFile[], { unread, large, entries }: LeftOut & { readonly entries: number }) {
  const endedBy = entries < 0 ? 'entries' : files.length >= WALK_LIMITS.files ? 'files' : undefined;
  return {
    files: files.toSorted(byPath),
    notes: notesOn({ unread, large, ...(endedBy === undefined ? {} : { endedBy }) }),
  };
}

async function entriesOf(
  handle: FileSystemDirectoryHandle,
  isRoot: boolean,
): Promise<readonly FileSystemHandle[] | undefined> {
  try {
    const entries: FileSystemHandle[] = [];
    for await (const entry of handle.values()) entries.push(entry);
    return entries;
  } catch (error) {
    if (isRoot) throw error;
    return undefined;
  }
}

/** With the folder at hand, what belongs beside the template is beside it. */
function fileInFolder(
  id: string,
  handle: FileSystemFileHandle,
  shownPath: string,
  folder: FileSystemDirectoryHandle,
): StoredFile {
  const file = handleFile(id, handle);
  const base = handle.name.replace(/\.ya?ml$/i, '');
  const layout = `${base}.layout.json`;
  return {
    ...file,
    about: { ...file.about, shownPath },
    scenarios: () => scenariosIn(folder, base),
    saveScenario: (name, text, before) => saveBeside(folder, name, text, before),
    lintConfig: async () => {
      const found = await childFile(folder, '.tasker-lint.yaml');
      return found === undefined ? null : (await found.getFile()).text();
    },
    readLayout: async () => {
      const found = await childFile(folder, layout);
      return found === undefined ? null : (await found.getFile()).text();
    },
    // Written as the template itself is: the browser swaps it in on close.
    saveLayout: async (text) => {
      if (text === null) return folder.removeEntry(layout).catch(() => {});
      const stream = await (await folder.getFileHandle(layout, { create: true })).createWritable();
      await stream.write(text);
      return stream.close();
    },
  };
}

/** The default first. Their names are looked for, not parsed: whoever runs one has it read by the engine. */
async function scenariosIn(folder: FileSystemDirectoryHandle, base: string): Promise<readonly Scenario[]> {
  const found: Scenario[] = [];
  for (const entry of (await entriesOf(folder, false)) ?? []) {
    if (!isFile(entry) || !SCENARIO_NAME.test(entry.name) || !entry.name.startsWith(`${base}.`)) continue;
    const text = await (await entry.getFile()).text();
    const [, title = entry.name] = /^name:[ \t]*["']?(.+?)["']?[ \t]*$/m.exec(text) ?? [];
    found.push({ file: entry.name, title, description: '', text });
  }
  return found.toSorted((one, other) => one.file.length - other.file.length);
}

/** As it is in the folder now decides: what another program wrote is not written over. */
async function saveBeside(
  folder: FileSystemDirectoryHandle,
  name: string,
  text: string | null,
  before: string | null,
): Promise<ScenarioSaved> {
  const found = await childFile(folder, name);
  const now = found === undefined ? null : await (await found.getFile()).text();
  if (now !== before && now !== text) return { kind: 'changed', text: now };
  if (text === null) await folder.removeEntry(name).catch(() => {});
  else {
    const stream = await (await folder.getFileHandle(name, { create: true })).createWritable();
    await stream.write(text);
    await stream.close();
  }
  return { kind: 'saved' };
}

async function childFile(
  folder: FileSystemDirectoryHandle,
  name: string,
): Promise<FileSystemFileHandle | undefined> {
  try {
    return await folder.getFileHandle(name);
  } catch {
    return undefined;
  }
}

function isDirectory(handle: FileSystemHandle): handle is FileSystemDirectoryHandle {
  return handle.kind === 'directory';
}

function isFile(handle: FileSystemHandle): handle is FileSystemFileHandle {
  return handle.kind === 'file';
}
