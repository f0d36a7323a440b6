/** Finds the lint configuration of each file: the one that was named, or the nearest one upwards. */
import { relative, resolve } from 'node:path';
import { nearestLintConfig } from '../../files/lint-config-files.ts';
import { readText } from '../../files/read-text.ts';
import type { LintConfig } from '../engine.ts';
import { NO_CONFIG, readLintConfig } from '../engine.ts';
import type { FileProblems } from '../render/problems.ts';
import { unreadable } from './load-file.ts';

export type FoundConfig = LintConfig | FileProblems;

export function isConfig(found: FoundConfig): found is LintConfig {
  return 'rules' in found;
}

export class LintConfigs {
  readonly #named: string | undefined;
  readonly #cwd: string;
  readonly #byFile = new Map<string, Promise<FoundConfig>>();

  constructor(named: string | undefined, cwd: string) {
    this.#named = named;
    this.#cwd = cwd;
  }

  /** The configuration for a file, or what is wrong with it. */
  async of(file: string): Promise<FoundConfig> {
    const path = this.#named ?? (await this.#nearest(file));
    return path === undefined ? NO_CONFIG : this.#read(path);
  }

  #read(path: string): Promise<FoundConfig> {
    const earlier = this.#byFile.get(path);
    if (earlier !== undefined) return earlier;
    const reading = readConfig(path, this.#cwd);
    this.#byFile.set(path, reading);
    return reading;
  }

  /** As it is shown: from where the command was given. */
  async #nearest(file: string): Promise<string | undefined> {
    const path = await nearestLintConfig(resolve(this.#cwd, file));
    return path === undefined ? undefined : relative(this.#cwd, path);
  }
}

async function readConfig(file: string, cwd: string): Promise<FoundConfig> {
  const read = await readText(file, cwd);
  if (read.kind === 'unusable') return unreadable(file, read);
  const reading = readLintConfig(read.text);
  return reading.kind === 'read' ? reading.config : { file, text: read.text, problems: reading.problems };
}
