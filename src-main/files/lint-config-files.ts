/** The lint configuration of a template: `.tasker-lint.yaml` in its folder, or in the nearest one above that has it. */
import { access, readFile, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';

const CONFIG_NAME = '.tasker-lint.yaml';
/** A configuration is a line for each rule. */
const LARGEST_BYTES = 256_000;

/** Absolute path of the nearest configuration; undefined when there is none. */
export async function nearestLintConfig(template: string): Promise<string | undefined> {
  return nearestIn(dirname(resolve(template)));
}

/** Its text; null when there is none, or it cannot be read. */
export async function readNearestLintConfig(template: string): Promise<string | null> {
  const path = await nearestLintConfig(template);
  if (path === undefined) return null;
  try {
    const { size } = await stat(path);
    return size > LARGEST_BYTES ? null : await readFile(path, 'utf8');
  } catch {
    return null;
  }
}

async function nearestIn(folder: string): Promise<string | undefined> {
  const path = join(folder, CONFIG_NAME);
  try {
    await access(path);
    return path;
  } catch {
    const above = dirname(folder);
    return above === folder ? undefined : nearestIn(above);
  }
}
