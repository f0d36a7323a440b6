/**
 * Simulated step executions per second, event log included: one task of 1,000 steps (20 layers of 50, three parents a
 * step) and 1,000 tasks of 8 steps. Latencies are drawn, so no two tasks are at the same instant. Creating the tasks is
 * measured apart. The first round of each pays for plans and compiled code and does not count.
 */
import type { Scenario } from '../src-engine/simulate/scenario.ts';
import { prepareSimulations } from '../src-engine/simulate/simulate.ts';
import type { Database } from '../src-engine/store/database.ts';
import { openSandbox } from '../src-engine/store/open-sandbox.ts';
import { resetSandbox } from '../src-engine/store/calls/workbench-calls.ts';
import { workflow } from '../test/support/workflows.ts';
import { median, report } from './support/measure.ts';

const SCENARIO: Scenario = { context: { order: 1 }, latency: { uniform: ['50ms', '2s'] } };
const ROUNDS = 5;

type Parents = Readonly<Record<string, readonly string[]>>;

function layered(layers: number, width: number): Parents {
  const parents: Record<string, string[]> = {};
  for (let layer = 0; layer < layers; layer++) {
    for (let place = 0; place < width; place++) {
      const above = [0, 1, 2].map((shift) => `l${layer - 1}p${(place + shift) % width}`);
      parents[`l${layer}p${place}`] = layer === 0 ? [] : above;
    }
  }
  return parents;
}

const EIGHT: Parents = {
  a: [],
  b: ['a'],
  c: ['a'],
  d: ['a'],
  e: ['b', 'c'],
  f: ['d'],
  g: ['e', 'f'],
  h: ['g'],
};

interface Round {
  readonly created: number;
  readonly executed: number;
}

/** Steps per second of creating `count` tasks, and of running them to their end. */
async function measure(db: Database, parents: Parents, count: number): Promise<Round> {
  await resetSandbox(db);
  const steps = count * Object.keys(parents).length;
  const start = performance.now();
  const run = await prepareSimulations(db, { template: workflow(parents), scenario: SCENARIO }, count);
  const created = performance.now();
  await run();
  const ended = performance.now();
  const [row] = await db.query<{ steps: number }>(
    "select count(*)::integer as steps from workbench.events where name = 'step.completed'",
  );
  if (row?.steps !== steps) throw new Error('a run did not complete');
  return { created: (steps * 1_000) / (created - start), executed: (steps * 1_000) / (ended - created) };
}

const db = await openSandbox();
for (const [name, parents, count, target] of [
  ['one task of 1,000 steps', layered(20, 50), 1, 2_000],
  ['1,000 tasks of 8 steps', EIGHT, 1_000, 3_000],
] as const) {
  await measure(db, parents, count);
  const rounds: Round[] = [];
  for (let round = 0; round < ROUNDS; round++) rounds.push(await measure(db, parents, count));
  report(`${name}: created steps/s`, median(rounds.map(({ created }) => created)));
  report(`${name}: executed steps/s, event log included`, median(rounds.map(({ executed }) => executed)), {
    atLeast: target,
  });
}
await db.close();
