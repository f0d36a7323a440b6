/** How scenario files are named: `order.yaml`, `order.scenario.yaml`, `order.card-declined.scenario.yaml`. */
import { access } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';

const SCENARIO = /\.scenario\.ya?ml$/;
const YAML = /\.ya?ml$/;

export function isScenarioFile(file: string): boolean {
  return SCENARIO.test(file);
}

/** `order.card-declined` for `order.card-declined.scenario.yaml`. */
export function scenarioBase(file: string): string {
  return file.replace(SCENARIO, '');
}

/** The scenario that is taken when none is named, if it is there. */
export async function defaultScenario(templateFile: string, cwd: string): Promise<string | undefined> {
  const base = templateFile.replace(YAML, '');
  return firstThatExists([`${base}.scenario.yaml`, `${base}.scenario.yml`], cwd);
}

/** The template beside a scenario: its longest name that is also the name of a template. */
export async function templateOf(scenarioFile: string, cwd: string): Promise<string | undefined> {
  const folder = dirname(scenarioFile);
  const parts = scenarioBase(basename(scenarioFile)).split('.');
  const bases = parts.map((_, index) => parts.slice(0, parts.length - index).join('.'));
  return firstThatExists(
    bases.flatMap((base) => [join(folder, `${base}.yaml`), join(folder, `${base}.yml`)]),
    cwd,
  );
}

async function firstThatExists(files: readonly string[], cwd: string): Promise<string | undefined> {
  for (const file of files) {
    try {
      await access(resolve(cwd, file));
      return file;
    } catch {
      continue;
    }
  }
  return undefined;
}
