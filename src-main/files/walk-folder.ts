/**
 * The YAML files below a folder that may be templates, with their versions. Nothing is read, links are not followed into
 * folders, so no walk runs in a circle or out of the folder; a walk of a whole home folder ends at a limit, and says so.
 */
import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { LeftOut, WalkLimits } from '../../src-shared/workspace/candidates.ts';
import { isSkipped, isTemplateName, notesOn, WALK_LIMITS } from '../../src-shared/workspace/candidates.ts';

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

/** Rejects when the folder itself cannot be read; folders below that cannot are left out, and noted. */
export async function walkFolder(root: string, limits: WalkLimits = WALK_LIMITS): Promise<FolderWalk> {
  const home = await realpath(root);
  const files: FoundFile[] = [];
  const left = { unread: 0, large: 0, entries: limits.entries };
  const folders: { readonly path: string; readonly depth: number }[] = [{ path: root, depth: 0 }];
  for (const { path, depth } of folders) {
    const entries = await entriesOf(path, depth === 0);
    if (entries === undefined) left.unread += 1;
    const seen = (entries ?? []).slice(0, left.entries).filter(({ name }) => !isSkipped(name));
    left.entries -= entries?.length ?? 0;
    for (const entry of seen)
      if (entry.isDirectory() && depth < limits.depth)
        folders.push({ path: join(path, entry.name), depth: depth + 1 });
    // One more than may be is enough to know that there are more.
    const candidates = seen.filter(isCandidate).slice(0, limits.files + 1 - files.length);
    const found = await Promise.all(candidates.map((entry) => inspect(entry, path, { root, home })));
    for (const file of found.filter((each) => each !== undefined)) {
      if (file.size > limits.bytes) left.large += 1;
      else files.push(file.found);
    }
    if (left.entries < 0 || files.length > limits.files) break;
  }
  return result(files, left, limits);
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
async function inspect(entry: Dirent, folder: string, { root, home }: { root: string; home: string }) {
  const path = join(folder, entry.name);
  try {
    if (entry.isSymbolicLink() && !(await realpath(path)).startsWith(`${home}${sep}`)) return undefined;
    const facts = await stat(path);
    if (!facts.isFile()) return undefined;
    const shownPath = relative(root, path).split(sep).join('/');
    return { size: facts.size, found: { path, shownPath, version: `${facts.mtimeMs}-${facts.size}` } };
  } catch {
    return undefined;
  }
}

function result(
  files: readonly FoundFile[],
  { unread, large, entries }: Omit<LeftOut, 'endedBy'> & { readonly entries: number },
  limits: WalkLimits,
): FolderWalk {
  const endedBy = entries < 0 ? 'entries' : files.length > limits.files ? 'files' : undefined;
  const notes = notesOn({ unread, large, ...(endedBy === undefined ? {} : { endedBy }) }, limits);
  const sorted = files.slice(0, limits.files).toSorted((a, b) => (a.shownPath < b.shownPath ? -1 : 1));
  return { files: sorted, notes, isWhole: endedBy === undefined };
}
