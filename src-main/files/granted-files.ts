/**
 * The template files a host was given, and the YAML files of the folders it was given, and nothing else. Asked by a page that
 * may be hostile, so a path is known by where it really leads: neither `..` nor a link put in place of a granted file opens
 * another one.
 */
import { realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { isSkipped, isTemplateName } from '../../src-shared/workspace/candidates.ts';
import type { LayoutSaved, LayoutText } from './layout-files.ts';
import { readLayoutFile, saveLayoutFile } from './layout-files.ts';
import { readNearestLintConfig } from './lint-config-files.ts';
import type { TextFile } from './read-text.ts';
import type { ScenarioChange, ScenarioSaved } from './scenario-files.ts';
import { saveScenarioFile } from './scenario-files.ts';
import type { ScenarioFile } from './scenarios-beside.ts';
import { scenariosBeside } from './scenarios-beside.ts';
import type { FileVersion, SaveAnswer } from './template-files.ts';
import { readTemplateFile, saveTemplateFile, versionOf } from './template-files.ts';
import type { Unusable } from './unusable.ts';
import { isMissing, whyNotRead } from './unusable.ts';
import type { FoundFile } from './walk-folder.ts';
import { walkFolder } from './walk-folder.ts';

export interface NotGranted {
  readonly kind: 'not_granted';
}

export interface FolderFiles {
  readonly kind: 'folder';
  readonly files: readonly FoundFile[];
  readonly notes: readonly string[];
}

const NOT_GRANTED: NotGranted = { kind: 'not_granted' };

export class GrantedFiles {
  /** Absolute, in the order they were given. */
  readonly granted: readonly string[];
  readonly folders: readonly string[];
  /** Where each really lies, and the path it was granted by. */
  readonly #paths: ReadonlyMap<string, string>;
  readonly #folders: ReadonlyMap<string, string>;

  private constructor(paths: ReadonlyMap<string, string>, folders: ReadonlyMap<string, string>) {
    this.granted = [...paths.values()];
    this.folders = [...folders.values()];
    this.#paths = paths;
    this.#folders = folders;
  }

  /** A file that does not exist yet may be granted: it can then be saved. */
  static async of(paths: readonly string[]): Promise<GrantedFiles> {
    const [files, folders] = [new Map<string, string>(), new Map<string, string>()];
    for (const path of paths) {
      const absolute = resolve(path);
      const place = await realPlace(absolute);
      if (place === undefined) continue;
      const kind = (await isFolder(place)) ? folders : files;
      if (!kind.has(place)) kind.set(place, absolute);
    }
    return new GrantedFiles(files, folders);
  }

  /** The YAML files of a granted folder. */
  async list(folder: string): Promise<FolderFiles | Unusable | NotGranted> {
    const place = await realPlace(folder);
    const granted = place === undefined ? undefined : this.#folders.get(place);
    if (granted === undefined) return NOT_GRANTED;
    try {
      const { files, notes } = await walkFolder(granted);
      return { kind: 'folder', files, notes };
    } catch (error) {
      return whyNotRead(error);
    }
  }

  async open(path: string): Promise<TextFile | NotGranted> {
    const place = await this.#placeOf(path);
    return place === undefined ? NOT_GRANTED : readTemplateFile(place);
  }

  async save(path: string, text: string, expected: string | null): Promise<SaveAnswer | NotGranted> {
    const place = await this.#placeOf(path);
    return place === undefined ? NOT_GRANTED : saveTemplateFile(place, text, expected);
  }

  async version(path: string): Promise<FileVersion | NotGranted> {
    const place = await this.#placeOf(path);
    return place === undefined ? NOT_GRANTED : versionOf(place);
  }

  async scenarios(path: string): Promise<readonly ScenarioFile[] | NotGranted> {
    const granted = await this.#grantedPath(path);
    return granted === undefined ? NOT_GRANTED : scenariosBeside(granted);
  }

  async saveScenario(path: string, change: ScenarioChange): Promise<ScenarioSaved | NotGranted> {
    const granted = await this.#grantedPath(path);
    return granted === undefined ? NOT_GRANTED : saveScenarioFile(granted, change);
  }

  async lintConfig(
    path: string,
  ): Promise<{ readonly kind: 'config'; readonly text: string | null } | NotGranted> {
    const granted = await this.#grantedPath(path);
    if (granted === undefined) return NOT_GRANTED;
    return { kind: 'config', text: await readNearestLintConfig(granted) };
  }

  async layout(path: string): Promise<LayoutText | NotGranted> {
    const granted = await this.#grantedPath(path);
    return granted === undefined ? NOT_GRANTED : readLayoutFile(granted);
  }

  async saveLayout(path: string, text: string | null): Promise<LayoutSaved | NotGranted> {
    const granted = await this.#grantedPath(path);
    return granted === undefined ? NOT_GRANTED : saveLayoutFile(granted, text);
  }

  /** What lies beside a file lies beside the path that was granted, also where that is a link. */
  async #grantedPath(path: string): Promise<string | undefined> {
    const place = await this.#placeOf(path);
    if (place === undefined) return undefined;
    return this.#paths.get(place) ?? place;
  }

  /** Where a path really leads, if that is a granted file. What is then read or written is that place. */
  async #placeOf(path: string): Promise<string | undefined> {
    const place = await realPlace(path);
    if (place === undefined) return undefined;
    const isGranted =
      this.#paths.has(place) || [...this.#folders.keys()].some((home) => isWithin(place, home));
    return isGranted ? place : undefined;
  }
}

async function isFolder(place: string): Promise<boolean> {
  try {
    return (await stat(place)).isDirectory();
  } catch {
    return false;
  }
}

/** What a walk through the folder would find, or could: a template that is not there yet. */
function isWithin(place: string, home: string): boolean {
  if (!place.startsWith(`${home}${sep}`)) return false;
  const parts = relative(home, place).split(sep);
  return !parts.some(isSkipped) && isTemplateName(basename(place));
}

/** Also of a file that is not there, by its folder; undefined when there is not even that. */
async function realPlace(path: string): Promise<string | undefined> {
  try {
    return await realpath(path);
  } catch (error) {
    if (!isMissing(error)) return undefined;
  }
  try {
    return join(await realpath(dirname(resolve(path))), basename(resolve(path)));
  } catch {
    return undefined;
  }
}
