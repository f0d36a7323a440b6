/**
 * The YAML files below a folder that may be templates, with their versions. Nothing is read, links are not followed into
 * folders, so no walk runs in a circle or out of the folder; a walk of a whole home folder ends at a limit, and says so.
 */
import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { isScenarioFile } from './scenario-names.ts';

export interface FoundFile {
  /** Absolute. */
  readonly path: string;
  /** From the folder, with forward slashes. */
  readonly shownPath: string;
  /** Of size and time, not of the content: cheap enough to be asked often. */
  readonly version: string;
}

export interface FolderWalk {
  /** In the order of their paths. */
  readonly files: readonly FoundFile[];
  /** What was left out, in sentences. */
  readonly notes: readonly string[];
  /** False when a limit ended it. */
  readonly isWhole: boolean;
}

export interface WalkLimits {
  readonly files: number;
  /** Whatever it is. */
  readonly entries: number;
  readonly depth: number;
  readonly bytes: number;
}

export const WALK_LIMITS: WalkLimits = { files: 5_000, entries: 100_000, depth: 32, bytes: 2_000_000 };

const YAML = /\.ya?ml$/i;

/** Rejects when the folder itself cannot be read; folders below that cannot are left out, and noted. */
export async function walkFolder(root: string, limits: WalkLimits = WALK_LIMITS): Promise<FolderWalk> {
  const home = await realpath(root);
  const files: FoundFile[] = [];
  const left = { unread: 0, large: 0, entries: limits.entries };
  let waiting: readonly Waiting[] = [{ path: root, depth: 0 }];
  for (let next = waiting[0]; next !== undefined; next = waiting[0]) {
    const { path, depth } = next;
    waiting = waiting.slice(1);
    const entries = await entriesOf(path, depth === 0);
    if (entries === undefined) left.unread += 1;
    for (const entry of entries ?? []) {
      left.entries -= 1;
      if (left.entries < 0 || files.length >= limits.files) return ended(files, left, limits);
      if (isSkipped(entry.name)) continue;
      const place = join(path, entry.name);
      if (entry.isDirectory() && depth < limits.depth)
        waiting = [...waiting, { path: place, depth: depth + 1 }];
      if (!isCandidate(entry)) continue;
      const found = await inspect(place, root, home, limits.bytes);
      if (found === 'large') left.large += 1;
      else if (found !== undefined) files.push(found);
    }
  }
  return { files: sorted(files), notes: notesOn(left), isWhole: true };
}

interface Waiting {
  readonly path: string;
  readonly depth: number;
}

interface Left {
  readonly unread: number;
  readonly large: number;
}

/** Hidden things, what is installed, and folders of version control: nobody keeps templates there. */
export function isSkipped(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules';
}

export function isTemplateName(name: string): boolean {
  return YAML.test(name) && !isScenarioFile(name);
}

function isCandidate(entry: Dirent): boolean {
  return (entry.isFile() || entry.isSymbolicLink()) && isTemplateName(entry.name);
}

async function entriesOf(path: string, isRoot: boolean): Promise<readonly Dirent[] | undefined> {
  try {
    return await readdir(path, { withFileTypes: true });
  } catch (error) {
    if (isRoot) throw error;
    return undefined;
  }
}

/** Undefined for what is gone, is no file, or is a link that leads out of the folder. */
async function inspect(
  path: string,
  root: string,
  home: string,
  most: number,
): Promise<FoundFile | 'large' | undefined> {
  try {
    const real = await realpath(path);
    if (!real.startsWith(`${home}${sep}`)) return undefined;
    const { size, mtimeMs, isFile } = factsOf(await stat(real));
    if (!isFile) return undefined;
    if (size > most) return 'large';
    const shownPath = relative(root, path).split(sep).join('/');
    return { path, shownPath, version: `${mtimeMs}-${size}` };
  } catch {
    return undefined;
  }
}

function factsOf(stats: Awaited<ReturnType<typeof stat>>) {
  return { size: Number(stats.size), mtimeMs: Number(stats.mtimeMs), isFile: stats.isFile() };
}

function ended(files: readonly FoundFile[], left: Left, limits: WalkLimits): FolderWalk {
  const reason =
    files.length >= limits.files
      ? `Only the first ${limits.files} YAML files are listed; open a folder with fewer.`
      : 'The folder is too large to be looked through; open a smaller one.';
  return { files: sorted(files), notes: [reason, ...notesOn(left)], isWhole: false };
}

function notesOn({ unread, large }: Left): readonly string[] {
  return [
    ...(unread === 0 ? [] : [`${unread} ${unread === 1 ? 'folder' : 'folders'} cannot be read.`]),
    ...(large === 0 ? [] : [`${large} YAML ${large === 1 ? 'file' : 'files'} above 2 MB are not listed.`]),
  ];
}

function sorted(files: readonly FoundFile[]): readonly FoundFile[] {
  return files.toSorted((a, b) => (a.shownPath < b.shownPath ? -1 : 1));
}
