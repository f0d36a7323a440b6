/**
 * The single list of what page and main say to each other. Adding a channel means adding a line here; its arguments are
 * checked by the schema beside it before anything else happens.
 */
import { z } from 'zod';
import { LONGEST_TEXT } from '../../../src-engine/api/contract/values.ts';
import { LONGEST_PASSWORD, connectionId, connectionSchema } from '../connections/kept.ts';
import { LARGEST_LAYOUT_BYTES } from '../../files/layout-files.ts';
import { LARGEST_SCENARIO_BYTES } from '../../files/scenario-files.ts';
import { isCommandId } from '../../../src-shared/commands/commands.ts';
import type { CommandId } from '../../../src-shared/commands/commands.ts';
import { MOST_FILES_AT_ONCE } from '../../../src-shared/desktop/bridge.ts';
import type {
  DesktopBridge,
  DesktopConnections,
  EngineState,
  FileChange,
  FolderResult,
  OpenResult,
} from '../../../src-shared/desktop/bridge.ts';

/** Questions of the page, each with an answer. */
export type Calls = Pick<
  DesktopBridge,
  | 'openFile'
  | 'openFileById'
  | 'recentFiles'
  | 'clearRecentFiles'
  | 'saveFile'
  | 'saveFileAs'
  | 'scenariosOf'
  | 'saveScenario'
  | 'lintConfigOf'
  | 'readLayout'
  | 'saveLayout'
  | 'openFolder'
  | 'lastFolder'
  | 'closeFolder'
  | 'listFolder'
  | 'readFolderFiles'
  | 'drafts'
  | 'keepDraft'
  | 'dropDraft'
> & {
  /** These paths come from the preload, which has them from the dropped files themselves. */
  openDroppedPath(path: string): Promise<OpenResult>;
  openDroppedFolderPath(path: string): Promise<FolderResult>;
  canKeepSecrets: DesktopConnections['canKeepSecrets'];
  listConnections: DesktopConnections['list'];
  saveConnection: DesktopConnections['save'];
  removeConnection: DesktopConnections['remove'];
  lendSecret: DesktopConnections['lend'];
};

/** What the page says without waiting for an answer. */
export type Notices = Pick<
  DesktopBridge,
  'connectEngine' | 'restartEngine' | 'ready' | 'setDocument' | 'closed' | 'setEnabledCommands' | 'setTheme'
>;

/** What main tells the page. */
export interface News {
  readonly engineState: EngineState;
  readonly fileChanged: FileChange;
  readonly fileRequested: OpenResult;
  readonly folderChanged: string;
  readonly folderRequested: FolderResult;
  readonly saveBeforeClose: null;
  readonly command: CommandId;
}

type Schemas<T extends Record<keyof T, (...args: never[]) => unknown>> = {
  readonly [K in keyof T]: z.ZodType<Parameters<T[K]>>;
};

const fileId = z.string().min(1).max(64);
const fileName = z.string().min(1).max(255);
const path = z.string().min(1).max(4_096);
const text = z.string().max(LONGEST_TEXT);
const version = z.string().max(128).nullable();
const commandId = z.custom<CommandId>(isCommandId);
const draftKey = z.string().min(1).max(1_024);
const password = z.union([z.string().max(LONGEST_PASSWORD), z.null(), z.undefined()]);
const nothing = z.tuple([]);

export const CALLS: Schemas<Calls> = {
  openFile: nothing,
  openFileById: z.tuple([fileId]),
  openDroppedPath: z.tuple([path]),
  recentFiles: nothing,
  clearRecentFiles: nothing,
  saveFile: z.tuple([fileId, text, version]),
  saveFileAs: z.tuple([fileName, text]),
  scenariosOf: z.tuple([fileId]),
  saveScenario: z.tuple([
    fileId,
    fileName,
    z.string().max(LARGEST_SCENARIO_BYTES).nullable(),
    z.string().max(LONGEST_TEXT).nullable(),
  ]),
  lintConfigOf: z.tuple([fileId]),
  readLayout: z.tuple([fileId]),
  saveLayout: z.tuple([fileId, z.string().max(LARGEST_LAYOUT_BYTES).nullable()]),
  openFolder: nothing,
  openDroppedFolderPath: z.tuple([path]),
  lastFolder: nothing,
  closeFolder: nothing,
  listFolder: z.tuple([fileId]),
  readFolderFiles: z.tuple([z.array(fileId).max(MOST_FILES_AT_ONCE)]),
  drafts: nothing,
  keepDraft: z.tuple([
    z.strictObject({ key: draftKey, name: z.string().max(255), text, fileId: fileId.nullable(), version }),
  ]),
  dropDraft: z.tuple([draftKey]),
  canKeepSecrets: nothing,
  listConnections: nothing,
  saveConnection: z.tuple([connectionSchema, password]),
  removeConnection: z.tuple([connectionId]),
  lendSecret: z.tuple([connectionId]),
};

export const NOTICES: Schemas<Notices> = {
  connectEngine: nothing,
  restartEngine: nothing,
  ready: nothing,
  setDocument: z.tuple([z.strictObject({ name: z.string().max(255), isDirty: z.boolean() })]),
  closed: z.tuple([z.boolean()]),
  setEnabledCommands: z.tuple([z.array(commandId).max(1_000)]),
  setTheme: z.tuple([z.enum(['system', 'light', 'dark'])]),
};
