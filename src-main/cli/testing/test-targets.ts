/** Which scenarios `test` runs: those that were named, those of a template that was named, those of the folders. */
import { readdir } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { scenariosOf } from '../../files/scenarios-beside.ts';
import { isScenarioFile, templateOf } from '../../files/scenario-names.ts';
import { lintTargets } from '../files/lint-targets.ts';

export interface TestTarget {
  readonly scenario: string;
  /** Undefined: there is no template beside it. */
  readonly template: string | undefined;
}

export interface TestTargets {
  /** By template, in the order of the arguments. */
  readonly targets: readonly TestTarget[];
  /** Arguments without a scenario. */
  readonly empty: readonly string[];
}

export async function testTargets(paths: readonly string[], cwd: string): Promise<TestTargets> {
  const found = new Map<string, TestTarget>();
  const empty: string[] = [];
  for (const path of paths) {
    const before = found.size;
    const scenarios = await scenariosAt(path, cwd);
    for (const scenario of scenarios)
      found.set(scenario, { scenario, template: await templateOf(scenario, cwd) });
    if (found.size === before && scenarios.length === 0) empty.push(path);
  }
  return { targets: [...found.values()], empty };
}

async function scenariosAt(path: string, cwd: string): Promise<readonly string[]> {
  if (isScenarioFile(path)) return [path];
  const { files } = await lintTargets([path], cwd);
  // A folder is walked through; a template has its scenarios beside it.
  if (!(files.length === 1 && files[0] === path)) return files.filter(isScenarioFile);
  const folder = dirname(path);
  const names = await readdir(resolve(cwd, folder)).catch(() => []);
  return scenariosOf(basename(path), names).map((name) => join(folder, name));
}
