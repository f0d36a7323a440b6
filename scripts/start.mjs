#!/usr/bin/env node
/**
 * `npm start`: installs and builds what is missing or stale, then simulates the demo workflow under an
 * outage. Arguments after `--` go to the command line instead: npm start -- simulate my.yaml
 */
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { ensureInstall } from './ensure-install.mjs';
import { ROOT, run } from './support/process.mjs';
import { isStale } from './support/staleness.mjs';

const CLI = join('out', 'cli', 'tasker-workbench.js');
const EXAMPLES = join('resources', 'examples');
const DEMO = join(EXAMPLES, '01-ecommerce-checkout', 'process_order.yaml');
/** The outage to show, best first; without one the scenario beside the template is taken. */
const OUTAGES = ['payment-outage', 'payment-gateway-recovers.scenario'];

await ensureInstall();
if (await isStale(join(ROOT, CLI))) {
  const { buildAll } = await import('./build.mjs');
  await buildAll();
}
const extra = process.argv.slice(2);
process.exitCode = await run(process.execPath, [CLI, ...(extra.length > 0 ? extra : await demo())]);

async function demo() {
  const files = await yamlFiles();
  const template = existsSync(join(ROOT, DEMO)) ? DEMO : files.find((file) => !isScenario(file));
  if (template === undefined) return ['--help'];
  const folder = dirname(template) + sep;
  const beside = files.filter((file) => file.startsWith(folder));
  const scenario = OUTAGES.map((outage) => beside.find((file) => file.includes(outage))).find(Boolean);
  return ['simulate', template, ...(scenario === undefined ? [] : ['--scenario', scenario])];
}

async function yamlFiles() {
  if (!existsSync(join(ROOT, EXAMPLES))) return [];
  const names = await readdir(join(ROOT, EXAMPLES), { recursive: true });
  return names
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => join(EXAMPLES, name));
}

function isScenario(file) {
  return file.includes('scenario');
}
