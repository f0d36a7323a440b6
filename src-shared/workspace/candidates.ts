/** Which files of a folder may be templates, and when looking through a folder ends; the same on the desktop and in a browser. */

export interface WalkLimits {
  /** YAML files. */
  readonly files: number;
  /** Whatever it is. */
  readonly entries: number;
  readonly depth: number;
  /** Of a file. */
  readonly bytes: number;
}

export const WALK_LIMITS: WalkLimits = { files: 5_000, entries: 100_000, depth: 32, bytes: 2_000_000 };

export const SCENARIO_NAME = /\.scenario\.ya?ml$/i;

/** Hidden things, what is installed, and folders of version control: nobody keeps templates there. */
export function isSkipped(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules';
}

export function isTemplateName(name: string): boolean {
  return /\.ya?ml$/i.test(name) && !SCENARIO_NAME.test(name);
}

export interface LeftOut {
  /** Folders that cannot be read. */
  readonly unread: number;
  /** Files above the limit. */
  readonly large: number;
  /** The limit that ended it. */
  readonly endedBy?: 'files' | 'entries';
}

/** What was left out, in sentences. */
export function notesOn(
  { unread, large, endedBy }: LeftOut,
  limits: WalkLimits = WALK_LIMITS,
): readonly string[] {
  const files = `Only the first ${limits.files} YAML files are listed; open a folder with fewer.`;
  return [
    ...(endedBy === 'files' ? [files] : []),
    ...(endedBy === 'entries' ? ['The folder is too large to be looked through; open a smaller one.'] : []),
    ...(unread === 0 ? [] : [`${unread} ${unread === 1 ? 'folder' : 'folders'} cannot be read.`]),
    ...(large === 0 ? [] : [`${large} YAML ${large === 1 ? 'file' : 'files'} above 2 MB are not listed.`]),
  ];
}
