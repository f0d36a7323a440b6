#!/usr/bin/env node
/**
 * `npm run bench [name …]`: bundles bench/*.ts and runs them one after the other, each in a process of
 * its own, so that none warms up or fills the memory of the next.
 */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureInstall } from './ensure-install.mjs';
import { bundleForNow } from './support/bundle.mjs';
import { ROOT, run } from './support/process.mjs';
import { ensureSeed } from './support/seed.mjs';

await ensureInstall();
const wanted = process.argv.slice(2);
const names = (await readdir(join(ROOT, 'bench')))
  .filter((name) => name.endsWith('.ts'))
  .map((name) => name.slice(0, -3))
  .filter((name) => wanted.length === 0 || wanted.includes(name))
  .sort();
const unknown = wanted.filter((name) => !names.includes(name));
if (unknown.length > 0) console.error(`no such benchmark: ${unknown.join(', ')}`);
const tools = await bundleForNow(Object.fromEntries(names.map((name) => [name, `bench/${name}.ts`])));
// Benchmarks open their databases from a seed, which they look for in the cache they lie in.
await ensureSeed();
const failed = [...unknown];
for (const name of names) {
  console.log(`\n== ${name}`);
  if ((await run(process.execPath, ['--expose-gc', join(tools, `${name}.js`)])) !== 0) failed.push(name);
}
process.exitCode = failed.length > 0 ? 1 : 0;
