/// <reference types="vite/types/importMeta.d.ts" />
/**
 * The SQL files of the project, taken in when the program is built, so that it needs no folder of them
 * later. The only place that knows where they are and in which order they load.
 */
import { createHash } from 'node:crypto';

export interface SchemaFile {
  /** Path below `sql/`, e.g. `10_tables/tasks.sql`; also its name in `workbench.migrations`. */
  readonly name: string;
  readonly text: string;
  readonly checksum: string;
  /**
   * `base` stands before everything (schemas, clock). `table` files make things that hold data and are
   * frozen once released. A `migration` changes them later. `code` is replaced whenever it changed.
   */
  readonly kind: 'base' | 'table' | 'migration' | 'code';
}

/** Slim: the indexes the engine needs. Full: all that Tasker publishes, for a shared database. */
export type IndexSet = 'slim' | 'full';

const FULL_INDEXES = 'indexes-full';

/** Folders in load order; a folder that is not listed is not loaded. */
const FOLDERS = [
  'clock',
  '10_tables',
  FULL_INDEXES,
  'migrations',
  '20_readiness/parts',
  '20_readiness',
  '30_analytics',
  '40_workbench',
  '40_workbench/create',
  '40_workbench/read',
  '40_workbench/worlds',
  'profiles/rails-1.0',
];

const KINDS: readonly SchemaFile['kind'][] = ['base', 'table', 'migration', 'code'];

const MAKES_STORAGE = /^\s*create\s+(?:table|(?:unique\s+)?index|type|sequence)\b/im;

const texts = import.meta.glob<string>('../../sql/**/*.sql', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** The files of a database with this set of indexes, in the order in which they load. */
export function schemaFiles(indexes: IndexSet = 'slim'): readonly SchemaFile[] {
  const files = Object.entries(texts)
    .map(([path, text]) => schemaFile(path.replace(/^.*?\/sql\//, ''), text))
    .filter((file) => indexes === 'full' || folderOf(file.name) !== FULL_INDEXES);
  return inLoadOrder(files);
}

/** A file as the loader takes it; its kind follows from where it is and what it makes. */
export function schemaFile(name: string, text: string): SchemaFile {
  return { name, text, checksum: createHash('sha256').update(text).digest('hex'), kind: kindOf(name, text) };
}

/** Sorts by kind, then by folder, then by name; drops files outside the known folders. */
export function inLoadOrder(files: readonly SchemaFile[]): readonly SchemaFile[] {
  const rank = (file: SchemaFile): number =>
    KINDS.indexOf(file.kind) * FOLDERS.length + FOLDERS.indexOf(folderOf(file.name));
  return files
    .filter((file) => FOLDERS.includes(folderOf(file.name)))
    .sort((a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : 1));
}

/** One value for a whole set of files: it changes when any of them does. */
export function schemaChecksum(files: readonly SchemaFile[]): string {
  const hash = createHash('sha256');
  for (const file of files) hash.update(`${file.name} ${file.checksum}\n`);
  return hash.digest('hex').slice(0, 16);
}

function kindOf(name: string, text: string): SchemaFile['kind'] {
  const folder = folderOf(name);
  if (folder === 'clock') return 'base';
  if (folder === 'migrations') return 'migration';
  return MAKES_STORAGE.test(text) ? 'table' : 'code';
}

function folderOf(name: string): string {
  return name.slice(0, name.lastIndexOf('/'));
}
