/** What `lint` looks at: files as they were named, and of folders what looks like a template or a scenario. */
import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { readText } from '../../files/read-text.ts';
import { isScenarioFile } from '../../files/scenario-names.ts';

export interface LintTargets {
  /** In the order of the arguments; those of a folder by name. */
  readonly files: readonly string[];
  /** YAML files of folders that are no templates. */
  readonly skipped: readonly string[];
  /** Folders without a template. */
  readonly empty: readonly string[];
}

const YAML = /\.ya?ml$/;
/** At the beginning of a line: what no template is without. */
const TEMPLATE_KEY = /^(?:"|')?(?:step_templates|task_handler_class)(?:"|')?\s*:/m;
const NOT_LOOKED_INTO = new Set(['node_modules', 'vendor']);

export async function lintTargets(paths: readonly string[], cwd: string): Promise<LintTargets> {
  const files = new Set<string>();
  const skipped: string[] = [];
  const empty: string[] = [];
  for (const path of paths) {
    if (!(await isFolder(resolve(cwd, path)))) {
      files.add(path);
      continue;
    }
    const before = files.size;
    for (const file of await yamlFilesIn(path, cwd)) {
      if (isScenarioFile(file) || (await isTemplate(file, cwd))) files.add(file);
      else skipped.push(file);
    }
    if (files.size === before) empty.push(path);
  }
  return { files: [...files], skipped, empty };
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}

/** A file that cannot be read is looked at: the reason is then a problem of its own. */
async function isTemplate(file: string, cwd: string): Promise<boolean> {
  const read = await readText(file, cwd);
  return read.kind === 'unusable' || TEMPLATE_KEY.test(read.text);
}

/** Links are not followed: they may lead round in a circle. */
async function yamlFilesIn(folder: string, cwd: string): Promise<readonly string[]> {
  const entries = await readdir(resolve(cwd, folder), { withFileTypes: true });
  const files: string[] = [];
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    const isHidden = entry.name.startsWith('.') || NOT_LOOKED_INTO.has(entry.name);
    if (entry.isDirectory() && !isHidden) files.push(...(await yamlFilesIn(path, cwd)));
    else if (entry.isFile() && YAML.test(entry.name) && !isHidden) files.push(path);
  }
  return files;
}
