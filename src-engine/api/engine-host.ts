/**
 * What an engine is given by the process it lives in. The engine itself opens no file, reads no machine's clock and draws
 * no chance: whatever is not a template, a scenario or a row comes through here.
 */
import type { EngineSecrets } from '../production/engine-secrets.ts';
import type { Database } from '../store/database.ts';

export interface EngineHost {
  /** Version of the workbench. */
  readonly version: string;
  /** Different for every start of an engine: run ids begin with it. */
  readonly nonce: string;
  /** Opens a new, empty sandbox. Called when a database is first needed, and again after one failed. */
  readonly openDatabase: () => Promise<Database>;
  readonly files: EngineFiles;
  readonly examples: EngineExamples;
  /** Absent where nobody lends any. */
  readonly secrets?: EngineSecrets;
  /** Least milliseconds between two messages of a stream; default 50. 0 where the reader sets the rate. */
  readonly newsEveryMs?: number;
}

export interface Unusable {
  readonly kind: 'unusable';
  readonly message: string;
  readonly hint: string;
}

export interface NotGranted {
  readonly kind: 'not_granted';
}

export type OpenAnswer =
  { readonly kind: 'text'; readonly text: string; readonly version: string } | Unusable | NotGranted;

export type SaveAnswer =
  | { readonly kind: 'saved'; readonly version: string }
  | { readonly kind: 'changed'; readonly text: string | null; readonly version: string | null }
  | Unusable
  | NotGranted;

export type VersionAnswer =
  { readonly kind: 'version'; readonly version: string | null } | Unusable | NotGranted;

/** `text` is null when there is none. */
export type LayoutAnswer = { readonly kind: 'layout'; readonly text: string | null } | Unusable | NotGranted;
export type LayoutSaved = { readonly kind: 'saved' } | Unusable | NotGranted;

/** `text` null removes the file; `before` is what was read of it, null for one that was not there. */
export interface ScenarioChange {
  readonly file: string;
  readonly text: string | null;
  readonly before: string | null;
}

export type ScenarioSaved =
  | { readonly kind: 'saved' }
  | { readonly kind: 'changed'; readonly text: string | null }
  | Unusable
  | NotGranted;

export interface HostScenario {
  readonly file: string;
  readonly title: string;
  readonly description: string;
  readonly text: string;
}

export interface HostFolderFile {
  readonly path: string;
  readonly shownPath: string;
  readonly version: string;
}

export type FolderAnswer =
  | {
      readonly kind: 'folder';
      readonly files: readonly HostFolderFile[];
      /** What was left out, in sentences. */
      readonly notes: readonly string[];
    }
  | Unusable
  | NotGranted;

/** Template files that the host gives access to; every other path is refused. */
export interface EngineFiles {
  readonly granted: readonly string[];
  /** Of their YAML files each is given access to as well. */
  readonly folders: readonly string[];
  list(folder: string): Promise<FolderAnswer>;
  open(path: string): Promise<OpenAnswer>;
  /** `expected` null overwrites whatever is there. */
  save(path: string, text: string, expected: string | null): Promise<SaveAnswer>;
  version(path: string): Promise<VersionAnswer>;
  scenarios(path: string): Promise<readonly HostScenario[] | NotGranted>;
  saveScenario(path: string, change: ScenarioChange): Promise<ScenarioSaved>;
  /** The lint configuration that is nearest to the template. */
  lintConfig(path: string): Promise<{ readonly kind: 'config'; readonly text: string | null } | NotGranted>;
  /** What is kept beside the template of where its cards were put by hand. */
  layout(path: string): Promise<LayoutAnswer>;
  /** Null removes it. */
  saveLayout(path: string, text: string | null): Promise<LayoutSaved>;
}

export interface HostExample {
  readonly name: string;
  readonly templates: readonly {
    readonly file: string;
    readonly title: string;
    readonly description: string;
    readonly scenarios: readonly Omit<HostScenario, 'text'>[];
  }[];
}

export interface EngineExamples {
  list(): Promise<readonly HostExample[]>;
  /** Undefined when there is no such example or no such template in it. */
  open(
    example: string,
    file: string,
  ): Promise<
    { readonly file: string; readonly text: string; readonly scenarios: readonly HostScenario[] } | undefined
  >;
}
