/** The examples as they lie on disk: a folder each, with templates, their scenarios and a README. */
import { constants } from 'node:fs';
import { access, copyFile, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { loadScenarioFiles, parseTemplate } from '../engine.ts';
import { readText } from './read-text.ts';
import { isScenarioFile, scenarioBase } from './scenario-names.ts';

export interface Example {
  /** Name of the folder, e.g. `01-ecommerce-checkout`. */
  readonly name: string;
  readonly folder: string;
  readonly templates: readonly ExampleTemplate[];
}

export interface ExampleTemplate {
  readonly file: string;
  /** `name version in namespace`. */
  readonly title: string;
  readonly description: string;
  readonly scenarios: readonly {
    readonly file: string;
    readonly title: string;
    readonly description: string;
  }[];
}

/** The first of the folders that exists. */
export async function findExamplesFolder(folders: readonly string[]): Promise<string | undefined> {
  for (const folder of folders) {
    try {
      await access(folder);
      return folder;
    } catch {
      continue;
    }
  }
  return undefined;
}

export async function readExamples(root: string): Promise<readonly Example[]> {
  const entries = await readdir(root, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return Promise.all(names.sort().map((name) => readExample(join(root, name), name)));
}

async function readExample(folder: string, name: string): Promise<Example> {
  const files = (await readdir(folder)).filter((file) => /\.ya?ml$/.test(file)).sort();
  const templates = files.filter((file) => !isScenarioFile(file));
  return {
    name,
    folder,
    templates: await Promise.all(templates.map((file) => readTemplate(folder, file, files))),
  };
}

async function readTemplate(
  folder: string,
  file: string,
  files: readonly string[],
): Promise<ExampleTemplate> {
  const read = await readText(file, folder);
  const parsed = read.kind === 'text' ? parseTemplate(read.text) : undefined;
  const template = parsed?.kind === 'parsed' ? parsed.template : undefined;
  const base = file.replace(/\.ya?ml$/, '');
  // By name without the ending: the default is the shortest, and a twin comes after what it is the twin of.
  const scenarios = files
    .filter((each) => isScenarioFile(each) && each.startsWith(`${base}.`))
    .toSorted((a, b) => (scenarioBase(a) < scenarioBase(b) ? -1 : 1));
  return {
    file,
    title:
      template === undefined ? file : `${template.name} ${template.version} in ${template.namespaceName}`,
    description: template?.description ?? '',
    scenarios: await Promise.all(scenarios.map((scenario) => readScenario(folder, scenario))),
  };
}

async function readScenario(folder: string, file: string) {
  const { parseScenario } = await loadScenarioFiles();
  const read = await readText(file, folder);
  const parsed = read.kind === 'text' ? parseScenario(read.text) : undefined;
  const scenario = parsed?.kind === 'parsed' ? parsed.scenario : {};
  return { file, title: scenario.name ?? file, description: scenario.description ?? '' };
}

/** Copies all files of an example, or none: names that are taken are answered instead. */
export async function copyExample(
  { folder }: Example,
  target: string,
): Promise<{ readonly copied: readonly string[]; readonly taken: readonly string[] }> {
  const files = (await readdir(folder)).sort();
  await mkdir(target, { recursive: true });
  const existing = new Set(await readdir(target));
  const taken = files.filter((file) => existing.has(file));
  if (taken.length > 0) return { copied: [], taken };
  for (const file of files) await copyFile(join(folder, file), join(target, file), constants.COPYFILE_EXCL);
  return { copied: files, taken: [] };
}
