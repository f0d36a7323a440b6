/** The scenario files beside a template, with what they say of themselves. */
import { readdir, realpath } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { readText } from './read-text.ts';
import { isScenarioFile, scenarioBase } from './scenario-names.ts';

export interface ScenarioFile {
  /** File name, e.g. `process_order.card-declined.scenario.yaml`. */
  readonly file: string;
  /** The file name when it does not say. */
  readonly title: string;
  readonly description: string;
  readonly text: string;
}

/** The one taken by default first. Files that cannot be read, and links that lead out of the folder, are left out. */
export async function scenariosBeside(templatePath: string): Promise<readonly ScenarioFile[]> {
  const folder = dirname(templatePath);
  try {
    const names = scenariosOf(basename(templatePath), await readdir(folder));
    const home = await realpath(folder);
    const files = await Promise.all(names.map((name) => readScenario(folder, home, name)));
    return files.flat();
  } catch {
    return [];
  }
}

/** Which of these files are scenarios of the template. */
export function scenariosOf(templateFile: string, files: readonly string[]): readonly string[] {
  const base = templateFile.replace(/\.ya?ml$/i, '');
  // By name without the ending: the default is the shortest, and a twin comes after what it is the twin of.
  return files
    .filter((file) => isScenarioFile(file) && file.startsWith(`${base}.`))
    .toSorted((a, b) => (scenarioBase(a) < scenarioBase(b) ? -1 : 1));
}

async function readScenario(folder: string, home: string, file: string): Promise<readonly ScenarioFile[]> {
  const path = join(folder, file);
  if (dirname(await realpath(path)) !== home) return [];
  const read = await readText(path);
  if (read.kind !== 'text') return [];
  const { title, description } = await describeScenario(file, read.text);
  return [{ file, title, description, text: read.text }];
}

/** Loads the scenario schema when it is needed: it is most of what a start would wait for. */
export async function describeScenario(
  file: string,
  text: string,
): Promise<{ readonly title: string; readonly description: string }> {
  const { parseScenario } = await import('../../src-engine/simulate/parse-scenario.ts');
  const parsed = parseScenario(text);
  const scenario = parsed.kind === 'parsed' ? parsed.scenario : {};
  return { title: scenario.name ?? file, description: scenario.description ?? '' };
}
