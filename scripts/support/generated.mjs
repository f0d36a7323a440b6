/** The generated files: what is in them, and whether those on disk are current. */
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundleForNow } from './bundle.mjs';
import { ROOT, tool } from './process.mjs';
import { rowTypes } from './row-types.mjs';
import { rulePages } from './rule-pages.mjs';
import { ensureSeed } from './seed.mjs';

/** Every generated file with its text, formatted like the rest of the project. */
export async function generatedFiles() {
  const tools = await bundleForNow({
    'open-sandbox': 'src-engine/store/open-sandbox.ts',
    scenario: 'src-engine/simulate/scenario.ts',
    lint: 'test/lint/support/for-rule-pages.ts',
  });
  await ensureSeed();
  const { openSandbox } = await import(pathToFileURL(join(tools, 'open-sandbox.js')));
  const { scenarioSchema } = await import(pathToFileURL(join(tools, 'scenario.js')));
  const pages = rulePages(await import(pathToFileURL(join(tools, 'lint.js'))));
  const database = await openSandbox();
  try {
    return {
      'src-engine/store/rows.generated.ts': await formatted('rows.ts', await rowTypes(database)),
      'resources/schemas/scenario.schema.json': await formatted(
        'schema.json',
        await scenarioJson(scenarioSchema),
      ),
      ...pages,
    };
  } finally {
    await database.close();
  }
}

/** Names of generated files that are missing or differ from what would be generated now. */
export async function staleFiles(files) {
  const stale = [];
  for (const [path, text] of Object.entries(files)) {
    const full = join(ROOT, path);
    if (!existsSync(full) || (await readFile(full, 'utf8')) !== text) stale.push(path);
  }
  return stale;
}

export async function writeFiles(files, names) {
  for (const path of names) {
    await mkdir(dirname(join(ROOT, path)), { recursive: true });
    await writeFile(join(ROOT, path), files[path]);
  }
}

/** `input`: fields with a default may be left out, which is what an editor must accept. */
async function scenarioJson(scenarioSchema) {
  const { z } = await import('zod');
  const schema = z.toJSONSchema(scenarioSchema, { target: 'draft-7', io: 'input', reused: 'ref' });
  return JSON.stringify({ title: 'Tasker Workbench scenario', ...schema });
}

async function formatted(name, text) {
  const { format, resolveConfig } = await import(pathToFileURL(tool('prettier/index.mjs')));
  return format(text, { ...(await resolveConfig(join(ROOT, name))), filepath: name });
}
