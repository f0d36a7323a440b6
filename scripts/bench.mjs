#!/usr/bin/env node
/**
 * `npm run bench [name …]`: bundles bench/*.ts and runs them one after the other, each in a process of
 * its own, so that none warms up or fills the memory of the next.
 */
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureInstall } from './ensure-install.mjs';
import { bundle } from './support/bundle.mjs';
import { ROOT, run } from './support/process.mjs';

const TOOLS = join(ROOT, '.cache', 'bench');

await ensureInstall();
const wanted = process.argv.slice(2);
const names = (await readdir(join(ROOT, 'bench')))
  .filter((name) => name.endsWith('.ts'))
  .map((name) => name.slice(0, -3))
  .filter((name) => wanted.length === 0 || wanted.includes(name))
  .sort();
const unknown = wanted.filter((name) => !names.includes(name));
if (unknown.length > 0) console.error(`no such benchmark: ${unknown.join(', ')}`);
await bundle(
  {
    ...Object.fromEntries(names.map((name) => [name, `bench/${name}.ts`])),
    'seed-files': 'src-engine/store/seed-files.ts',
    'schema-files': 'src-engine/store/schema-files.ts',
  },
  TOOLS,
);
await ensureSeed();
const failed = [...unknown];
for (const name of names) {
  console.log(`\n== ${name}`);
  if ((await run(process.execPath, ['--expose-gc', join(TOOLS, `${name}.js`)])) !== 0) failed.push(name);
}
process.exitCode = failed.length > 0 ? 1 : 0;

/** Benchmarks open their databases from a seed, which they look for beside themselves. */
async function ensureSeed() {
  const { findSeed, writeSeed } = await import(pathToFileURL(join(TOOLS, 'seed-files.js')));
  const { schemaFiles } = await import(pathToFileURL(join(TOOLS, 'schema-files.js')));
  const folder = join(ROOT, '.cache', 'seed');
  if (!existsSync(folder) || (await findSeed(schemaFiles(), [folder])) === undefined)
    await writeSeed(schemaFiles(), folder);
}
