/**
 * Opens and saves files for the page. Everything it touches was pointed at by a person: in a dialog, by dropping, on a
 * command line, or earlier. Dialogs and the watch are handed in.
 */
import { randomUUID } from 'node:crypto';
import { basename, dirname } from 'node:path';
import type { DesktopFile, OpenResult, SaveResult, Scenario } from '../../../src-shared/desktop/bridge.ts';
import { contentVersion } from '../../files/content-version.ts';
import { readLayoutFile, saveLayoutFile } from '../../files/layout-files.ts';
import type { ScenarioSaved } from '../../files/scenario-files.ts';
import { saveScenarioFile } from '../../files/scenario-files.ts';
import { readNearestLintConfig } from '../../files/lint-config-files.ts';
import { scenariosBeside } from '../../files/scenarios-beside.ts';
import { readTemplateFile, saveTemplateFile } from '../../files/template-files.ts';
import type { JsonStore } from '../settings/json-store.ts';
import type { FileWatch } from './file-watch.ts';
import { byId, recentOf, withUsed, withoutRecent } from './known-files.ts';
import type { KnownFile, KnownFiles } from './known-files.ts';
import { shownPath } from './shown-path.ts';

export interface FileDeskParts {
  readonly known: JsonStore<KnownFiles>;
  readonly watch: FileWatch;
  readonly home: string;
  /** Undefined: cancelled. `folder`: where the dialog starts. */
  chooseFile(folder: string | undefined): Promise<string | undefined>;
  chooseTarget(suggestedName: string, folder: string | undefined): Promise<string | undefined>;
  /** Files that unsaved drafts belong to. */
  draftFiles(): Promise<readonly string[]>;
  /** The list of recent files is another one now; `used` is the file that came to it. */
  recentChanged(files: readonly DesktopFile[], used: string | undefined): void;
  /** A file of the open folder, which may never have been opened. */
  folderPath(id: string): string | undefined;
  /** Which file the window now shows. */
  shown(path: string): void;
}

export interface FileDesk {
  /** Shows the dialog. */
  openFile(): Promise<OpenResult>;
  openById(id: string): Promise<OpenResult>;
  /** Only for paths that come from a person. */
  openPath(path: string): Promise<OpenResult>;
  recent(): readonly DesktopFile[];
  clearRecent(): Promise<void>;
  save(id: string, text: string, version: string | null): Promise<SaveResult>;
  saveAs(suggestedName: string, text: string): Promise<SaveResult>;
  scenariosOf(id: string): Promise<readonly Scenario[]>;
  saveScenario(id: string, file: string, text: string | null, before: string | null): Promise<ScenarioSaved>;
  /** Null where there is none, or none that can be read. */
  lintConfigOf(id: string): Promise<string | null>;
  readLayout(id: string): Promise<string | null>;
  /** Null removes it. Rejects when it cannot be kept. */
  saveLayout(id: string, text: string | null): Promise<void>;
}

const UNKNOWN = {
  message: 'The workbench no longer knows this file.',
  hint: 'Choose it again with Open…',
} as const;

const TEMPLATE = /\.ya?ml$/i;

export function createFileDesk(parts: FileDeskParts): FileDesk {
  const { known, watch } = parts;
  let open: KnownFile | undefined;

  const shown = ({ id, path }: KnownFile): DesktopFile => ({
    id,
    name: basename(path),
    shownPath: shownPath(path, parts.home),
  });
  const recent = (): readonly DesktopFile[] => recentOf(known.get()).map(shown);
  const startFolder = (): string | undefined => {
    const last = open ?? known.get()[0];
    return last === undefined ? undefined : dirname(last.path);
  };

  /** The file is the one the window shows from now on. */
  async function use(path: string, version: string, newId: () => string = randomUUID): Promise<DesktopFile> {
    const files = withUsed(known.get(), path, newId);
    const used = files[0] ?? { id: randomUUID(), path, isRecent: true };
    open = used;
    await known.set(files);
    watch.follow(used.id, path, version);
    parts.shown(path);
    parts.recentChanged(recent(), path);
    return shown(used);
  }

  async function openPath(path: string, newId?: () => string): Promise<OpenResult> {
    const read = await readTemplateFile(path);
    if (read.kind === 'unusable') return { ...read, name: basename(path) };
    const { text, version } = read;
    return { kind: 'opened', opened: { file: await use(path, version, newId), text, version } };
  }

  async function save(id: string, text: string, version: string | null): Promise<SaveResult> {
    const file = byId(known.get(), id);
    if (file === undefined) return { kind: 'unusable', ...UNKNOWN };
    if (open?.id === id) watch.expect(contentVersion(text));
    const saved = await saveTemplateFile(file.path, text, version);
    return saved.kind === 'saved' ? { ...saved, file: await use(file.path, saved.version) } : saved;
  }

  async function saveAs(suggestedName: string, text: string): Promise<SaveResult> {
    // A name, not a path: where it goes is what the dialog is for.
    const path = await parts.chooseTarget(basename(suggestedName), startFolder());
    if (path === undefined) return { kind: 'cancelled' };
    const saved = await saveTemplateFile(path, text, null);
    if (saved.kind !== 'saved') return saved;
    if (TEMPLATE.test(suggestedName)) return { ...saved, file: await use(path, saved.version) };
    // Something that was made from the document, such as a log: the document stays what is open.
    return { ...saved, file: shown({ id: randomUUID(), path, isRecent: false }) };
  }

  return {
    openFile: async () => {
      const path = await parts.chooseFile(startFolder());
      return path === undefined ? { kind: 'cancelled' } : openPath(path);
    },
    openById: async (id) => {
      const file = byId(known.get(), id);
      if (file !== undefined) return openPath(file.path);
      const path = parts.folderPath(id);
      // It keeps the id the list of the folder has it by.
      return path === undefined ? { kind: 'unusable', name: '', ...UNKNOWN } : openPath(path, () => id);
    },
    openPath: (path) => openPath(path),
    recent,
    clearRecent: async () => {
      const inUse = new Set(await parts.draftFiles());
      if (open !== undefined) inUse.add(open.id);
      await known.set(withoutRecent(known.get(), inUse));
      parts.recentChanged(recent(), undefined);
    },
    save,
    saveAs,
    scenariosOf: async (id) => {
      const file = byId(known.get(), id);
      return file === undefined ? [] : scenariosBeside(file.path);
    },
    saveScenario: async (id, file, text, before) => {
      const template = byId(known.get(), id);
      if (template === undefined) return { kind: 'unusable', ...UNKNOWN };
      return saveScenarioFile(template.path, { file, text, before });
    },
    lintConfigOf: async (id) => {
      const file = byId(known.get(), id);
      return file === undefined ? null : readNearestLintConfig(file.path);
    },
    readLayout: async (id) => {
      const file = byId(known.get(), id);
      const read = file === undefined ? undefined : await readLayoutFile(file.path);
      return read?.kind === 'layout' ? read.text : null;
    },
    saveLayout: async (id, text) => {
      const file = byId(known.get(), id);
      const saved = file === undefined ? UNKNOWN : await saveLayoutFile(file.path, text);
      if ('message' in saved) throw new Error(`${saved.message} ${saved.hint}`);
    },
  };
}
