/**
 * What the preload puts on `window.desktop`: named functions, plain values, nothing of Electron. Absent in a browser.
 * Files are known by an opaque id: a page can only write where a person has pointed.
 */
import type { CommandId } from '../commands/commands.ts';

export type Unsubscribe = () => void;

/** A file the user chose. */
export interface DesktopFile {
  /** Given by main; the path itself opens no door. */
  readonly id: string;
  /** e.g. `process_order.yaml`. */
  readonly name: string;
  /** For people; the home folder is shown as `~`. */
  readonly shownPath: string;
}

/** The text of a file as it was read; `version` changes whenever its content does. */
export interface OpenedFile {
  readonly file: DesktopFile;
  readonly text: string;
  readonly version: string;
}

export type OpenResult =
  | { readonly kind: 'opened'; readonly opened: OpenedFile }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'unusable'; readonly name: string; readonly message: string; readonly hint: string };

export type SaveResult =
  | { readonly kind: 'saved'; readonly file: DesktopFile; readonly version: string }
  | { readonly kind: 'cancelled' }
  /** Another program changed it since; `text` is what it is now, null when it is gone. */
  | { readonly kind: 'changed'; readonly text: string | null; readonly version: string | null }
  | { readonly kind: 'unusable'; readonly message: string; readonly hint: string };

export interface FileChange {
  readonly id: string;
  /** Null when the file is gone. */
  readonly version: string | null;
}

export interface Scenario {
  readonly file: string;
  readonly title: string;
  readonly description: string;
  readonly text: string;
}

/** What became of a scenario file that was to be written or removed. */
export type ScenarioSaved =
  | { readonly kind: 'saved' }
  /** Another program wrote or removed it since; `text` is what it is now. */
  | { readonly kind: 'changed'; readonly text: string | null }
  | { readonly kind: 'unusable'; readonly message: string; readonly hint: string };

/** A folder of templates that is open as a workspace. */
export interface Folder {
  readonly id: string;
  readonly name: string;
  /** For people; the home folder is shown as `~`. */
  readonly shownPath: string;
}

export type FolderResult =
  | { readonly kind: 'opened'; readonly folder: Folder }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'unusable'; readonly name: string; readonly message: string; readonly hint: string };

/** A YAML file of the folder, which may be a template; `openFileById` opens it. */
export interface FolderFile {
  readonly id: string;
  /** From the folder, with forward slashes. */
  readonly shownPath: string;
  /** Changes when the file was written; another one than `OpenedFile` has. */
  readonly version: string;
}

export type FolderListing =
  | {
      readonly kind: 'listed';
      readonly files: readonly FolderFile[];
      /** What was left out, in sentences. */
      readonly notes: readonly string[];
    }
  | { readonly kind: 'unusable'; readonly message: string; readonly hint: string };

export type FileText =
  | { readonly kind: 'text'; readonly id: string; readonly text: string }
  | { readonly kind: 'unusable'; readonly id: string; readonly message: string; readonly hint: string };

/** How many files are read with one question. */
export const MOST_FILES_AT_ONCE = 50;

/** Unsaved text, kept so that nothing is lost when the program ends badly. */
export interface Draft {
  /** Chosen by the page; one draft per key. */
  readonly key: string;
  readonly name: string;
  readonly text: string;
  /** Of the file it was changed from; null for a text that was never saved. */
  readonly fileId: string | null;
  readonly version: string | null;
  /** ISO-8601, set by whoever keeps it. */
  readonly savedAt: string;
}

export type EngineState =
  | { readonly kind: 'starting' }
  | { readonly kind: 'running' }
  /** It ended by itself and is started again. */
  | { readonly kind: 'restarting'; readonly reason: string }
  /** It ended too often in too short a time: only the user starts it again. */
  | { readonly kind: 'down'; readonly reason: string };

export interface DocumentState {
  /** Shown in the title of the window. */
  readonly name: string;
  readonly isDirty: boolean;
}

export type Theme = 'system' | 'light' | 'dark';

/** Where a production database is; the shape the engine takes. Holds no secret. */
export interface SavedTarget {
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly user: string;
  readonly tls: {
    readonly mode: 'verify-full' | 'verify-ca' | 'require' | 'disable';
    readonly caFile?: string | undefined;
    readonly certFile?: string | undefined;
    readonly keyFile?: string | undefined;
  };
  readonly service?: string | undefined;
  readonly schema?: string | undefined;
  readonly statementTimeoutMs: number;
  readonly tunnel?:
    | {
        readonly host: string;
        readonly port: number;
        readonly user: string;
        readonly keyFile?: string | undefined;
        readonly fingerprint?: string | undefined;
      }
    | undefined;
}

export interface SavedConnection {
  /** Chosen by the page; one connection per id. */
  readonly id: string;
  readonly name: string;
  /** To tell it from others at a glance; null for none. */
  readonly colour: string | null;
  readonly isProduction: boolean;
  readonly target: SavedTarget;
  /** Whether a password is there that can be lent. */
  readonly hasPassword: boolean;
}

/** Databases the user connects to. Passwords go in and never come out: they are lent to the engine under a name. */
export interface DesktopConnections {
  /** False: there is no safe place on this machine, and passwords are forgotten when the program ends. */
  canKeepSecrets(): Promise<boolean>;
  list(): Promise<readonly SavedConnection[]>;
  /**
   * `password`: undefined keeps what is kept unless the target is another place now; null forgets it, and so does an empty
   * one.
   */
  save(
    connection: Omit<SavedConnection, 'hasPassword'>,
    password: string | null | undefined,
  ): Promise<SavedConnection>;
  /** And its password. */
  remove(id: string): Promise<void>;
  /**
   * Makes the password known to the engine, once and for the saved target alone, under the name that is answered; null
   * where none is kept. After a restart of the engine it has to be lent again. Rejects when there is no engine that takes it.
   */
  lend(id: string): Promise<string | null>;
}

export interface DesktopBridge {
  readonly platform: 'linux' | 'darwin' | 'win32';

  /** Asks for a line to the engine; it comes as a message with a port (`ENGINE_PORT`). A new one comes after each restart. */
  connectEngine(): void;
  restartEngine(): void;
  onEngineState(listener: (state: EngineState) => void): Unsubscribe;

  /** Shows the dialog. */
  openFile(): Promise<OpenResult>;
  /** Opens a file the user chose before, in this or an earlier session. */
  openFileById(id: string): Promise<OpenResult>;
  /** A file that was dropped on the window. */
  openDroppedFile(file: File): Promise<OpenResult>;
  recentFiles(): Promise<readonly DesktopFile[]>;
  clearRecentFiles(): Promise<void>;
  /** `version`: what the text was made from; null overwrites whatever is there. */
  saveFile(id: string, text: string, version: string | null): Promise<SaveResult>;
  /** Shows the dialog. */
  saveFileAs(suggestedName: string, text: string): Promise<SaveResult>;
  /** Scenario files beside a template, the default first. */
  scenariosOf(id: string): Promise<readonly Scenario[]>;
  /**
   * Writes a scenario file beside a template, or removes it (`text` null). `before`: as it was read or written last; null for one
   * that was not there.
   */
  saveScenario(id: string, file: string, text: string | null, before: string | null): Promise<ScenarioSaved>;
  /** Text of the lint configuration nearest to a template; null where there is none. */
  lintConfigOf(id: string): Promise<string | null>;
  /** Where its cards were put by hand, as it is kept beside the template (`order.layout.json`); null where there is nothing. */
  readLayout(id: string): Promise<string | null>;
  /** At most 1 MB; null removes it. Rejects when it cannot be kept. */
  saveLayout(id: string, text: string | null): Promise<void>;
  /** Shows the dialog. */
  openFolder(): Promise<FolderResult>;
  /** A folder that was dropped on the window. */
  openDroppedFolder(file: File): Promise<FolderResult>;
  /** The folder that is open, or was at the end of the last session; null when there is none. */
  lastFolder(): Promise<Folder | null>;
  closeFolder(): Promise<void>;
  listFolder(id: string): Promise<FolderListing>;
  /** Of files that were listed; at most `MOST_FILES_AT_ONCE`. */
  readFolderFiles(ids: readonly string[]): Promise<readonly FileText[]>;
  /** Something in the folder with this id was written, added or removed. */
  onFolderChanged(listener: (id: string) => void): Unsubscribe;
  /** A folder was asked for from outside. */
  onFolderRequested(listener: (result: FolderResult) => void): Unsubscribe;
  /** Another program changed or removed the file that is open. */
  onFileChanged(listener: (change: FileChange) => void): Unsubscribe;
  /** A file was asked for from outside: command line, double click, a second start. */
  onFileRequested(listener: (result: OpenResult) => void): Unsubscribe;
  /** Says that the page listens; what was asked for before comes now. */
  ready(): void;

  /** Name and state of the document, for the title and for the question on closing. */
  setDocument(state: DocumentState): void;
  /** The user wants to save before the window closes; `closed(false)` keeps it open. */
  onSaveBeforeClose(listener: () => void): Unsubscribe;
  closed(saved: boolean): void;

  drafts(): Promise<readonly Draft[]>;
  keepDraft(draft: Omit<Draft, 'savedAt'>): Promise<void>;
  dropDraft(key: string): Promise<void>;

  readonly connections: DesktopConnections;

  onCommand(listener: (id: CommandId) => void): Unsubscribe;
  /** Tells the menu what may be chosen now. */
  setEnabledCommands(ids: readonly CommandId[]): void;
  setTheme(theme: Theme): void;
}

/** `data.type` of the window message that brings the port to the engine. */
export const ENGINE_PORT = 'tasker-workbench:engine-port';
