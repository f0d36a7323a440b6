/** The published templates that are kept beside the project. Without them the tests are skipped, except in CI. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const FIXTURES = fileURLToPath(new URL('../../../shared/fixtures/', import.meta.url));

export interface FixtureFile {
  /** Relative to the folder asked for. */
  readonly name: string;
  readonly text: string;
}

/** All YAML files below a folder of fixtures; none, and a loud line, when the folder is missing. */
export function fixtureFiles(folder: string): readonly FixtureFile[] {
  const root = join(FIXTURES, folder);
  if (!existsSync(root)) {
    if (process.env['CI'] === 'true') throw new Error(`the fixtures are missing: ${root}`);
    process.stderr.write(`\nSKIPPED: the fixtures are missing: ${root}\n\n`);
    return [];
  }
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.ya?ml$/.test(name))
    .toSorted()
    .map((name) => ({ name: relative('.', name), text: readFileSync(join(root, name), 'utf8') }));
}
