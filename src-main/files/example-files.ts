/** The examples as they lie on disk: a folder each, with templates, their scenarios and a README. */
import { constants } from 'node:fs';
import { copyFile, mkdir, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parseTemplate } from '../../src-engine/template/parse-template.ts';
import { readText } from './read-text.ts';
import { isScenarioFile } from './scenario-names.ts';
import type { ScenarioFile } from './scenarios-beside.ts';
import { describeScenario, scenariosBeside, scenariosOf } from './scenarios-beside.ts';

export interface Example {
  /** Name of the folder, e.g. `01-ecommerce-checkout`. */
  readonly name: string;
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

export interface OpenedExample {
  readonly file: string;
  readonly text: string;
  readonly scenarios: readonly ScenarioFile[];
}

/** The first of the folders that exists. Looked at, not tried for access: in an Electron archive that fails for any folder. */
export async function findExamplesFolder(folders: readonly string[]): Promise<string | undefined> {
  for (const folder of folders) {
    try {
      await stat(folder);
      return folder;
    } catch {
      continue;
    }
  }
  return undefined;
}

export async function readExamples(root: string): Promise<readonly Example[]> {
  const names = await exampleNames(root);
  return Promise.all(names.map((name) => readExample(join(root, name), name)));
}

/** One template of an example by its names; undefined when there is none. Names are looked up, never joined to a path. */
export async function openExample(
  root: string,
  example: string,
  file: string,
): Promise<OpenedExample | undefined> {
  if (!(await exampleNames(root)).includes(example)) return undefined;
  const folder = join(root, example);
  if (!templatesAmong(await readdir(folder)).includes(file)) return undefined;
  const read = await readText(file, folder);
  if (read.kind !== 'text') return undefined;
  return { file, text: read.text, scenarios: await scenariosBeside(join(folder, file)) };
}

async function exampleNames(root: string): Promise<readonly string[]> {
  const entries = await readdir(root, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

function templatesAmong(files: readonly string[]): readonly string[] {
  return files.filter((file) => /\.ya?ml$/.test(file) && !isScenarioFile(file)).toSorted();
}

async function readExample(folder: string, name: string): Promise<Example> {
  const files = await readdir(folder);
  const templates = templatesAmong(files);
  return { name, templates: await Promise.all(templates.map((file) => readTemplate(folder, file, files))) };
}

async function readTemplate(
  folder: string,
  file: string,
  files: readonly string[],
): Promise<ExampleTemplate> {
  const read = await readText(file, folder);
  const parsed = read.kind === 'text' ? parseTemplate(read.text) : undefined;
  const template = parsed?.kind === 'parsed' ? parsed.template : undefined;
  return {
    file,
    title:
      template === undefined ? file : `${template.name} ${template.version} in ${template.namespaceName}`,
    description: template?.description ?? '',
    scenarios: await Promise.all(scenariosOf(file, files).map((scenario) => readScenario(folder, scenario))),
  };
}

async function readScenario(folder: string, file: string) {
  const read = await readText(file, folder);
  return { file, ...(await describeScenario(file, read.kind === 'text' ? read.text : '')) };
}

/** Copies all files of an example, or none: names that are taken are answered instead. */
export async function copyExample(
  folder: string,
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
