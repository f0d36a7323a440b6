/**
 * What a user waits for: the e-commerce example from the start of the process to its verdict, and where that time goes.
 * The built command line is started as he would start it; run `npm run build` first.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { openSandbox } from '../src-engine/store/open-sandbox.ts';
import { simulate } from '../src-engine/simulate/simulate.ts';
import { workflow } from '../test/support/workflows.ts';
import { median, milliseconds, report } from './support/measure.ts';

const CLI = resolve('out/cli/tasker-workbench.js');
const EXAMPLE = resolve('resources/examples/01-ecommerce-checkout/process_order.yaml');
const TEMPLATE = workflow({ a: [], b: ['a'], c: ['b'], d: ['c'], e: ['d'] });
const ROUNDS = 5;

/** Writes the greatest resident size of the process to stderr as it ends. */
const TELL_MEMORY = `process.on('exit', () => console.error('maxRSS ' + process.resourceUsage().maxRSS))`;

function commandLine(): { readonly seconds: number; readonly megabytes: number } {
  const start = performance.now();
  const child = spawnSync(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(TELL_MEMORY)}`, CLI, 'simulate', EXAMPLE],
    { encoding: 'utf8' },
  );
  const seconds = (performance.now() - start) / 1_000;
  if (child.status !== 0) throw new Error(`the example did not complete: ${child.stderr}${child.stdout}`);
  return { seconds, megabytes: Number(/maxRSS (\d+)/.exec(child.stderr)?.[1]) / 1_024 };
}

if (!existsSync(CLI)) throw new Error('there is no built command line: run `npm run build` first');
const rounds = Array.from({ length: ROUNDS }, commandLine);
report('e-commerce example, process start to verdict, s', median(rounds.map(({ seconds }) => seconds)), {
  atMost: 2.5,
});
report('e-commerce example, greatest memory, MB', Math.max(...rounds.map(({ megabytes }) => megabytes)), {
  atMost: 500,
});

const start = performance.now();
const db = await openSandbox();
report('in this process: open the sandbox from its seed, ms', performance.now() - start);
const run = () => simulate(db, { template: TEMPLATE, scenario: { context: { order: 1 } } });
report('first simulation of five steps, ms', await milliseconds(run));
report('second simulation of five steps, ms', await milliseconds(run));
await db.close();
