/**
 * The template files a host was given, and nothing else. Asked by a page that may be hostile, so a path is known by
 * where it really leads: neither `..` nor a link put in place of a granted file opens another one.
 */
import { realpath } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { LayoutSaved, LayoutText } from './layout-files.ts';
import { readLayoutFile, saveLayoutFile } from './layout-files.ts';
import type { TextFile } from './read-text.ts';
import type { ScenarioFile } from './scenarios-beside.ts';
import { scenariosBeside } from './scenarios-beside.ts';
import type { FileVersion, SaveAnswer } from './template-files.ts';
import { readTemplateFile, saveTemplateFile, versionOf } from './template-files.ts';
import { isMissing } from './unusable.ts';

export interface NotGranted {
  readonly kind: 'not_granted';
}

const NOT_GRANTED: NotGranted = { kind: 'not_granted' };

export class GrantedFiles {
  /** Absolute, in the order they were given. */
  readonly granted: readonly string[];
  /** Where each really lies, and the path it was granted by. */
  readonly #paths: ReadonlyMap<string, string>;

  private constructor(paths: ReadonlyMap<string, string>) {
    this.granted = [...paths.values()];
    this.#paths = paths;
  }

  /** A file that does not exist yet may be granted: it can then be saved. */
  static async of(paths: readonly string[]): Promise<GrantedFiles> {
    const real = new Map<string, string>();
    for (const path of paths) {
      const absolute = resolve(path);
      const place = await realPlace(absolute);
      if (place !== undefined && !real.has(place)) real.set(place, absolute);
    }
    return new GrantedFiles(real);
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
    return place === undefined ? undefined : this.#paths.get(place);
  }

  /** Where a path really leads, if that is a granted file. What is then read or written is that place. */
  async #placeOf(path: string): Promise<string | undefined> {
    const place = await realPlace(path);
    return place !== undefined && this.#paths.has(place) ? place : undefined;
  }
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
