/**
 * Simulated step executions per second, event log included: one task of 1,000 steps (20 layers of 50, three parents a
 * step) and 1,000 tasks of 8 steps. Latencies are drawn, so no two tasks are at the same instant.
 */
import { openSandbox } from '../src-engine/store/open-sandbox.ts';
import { simulateMany } from '../src-engine/simulate/simulate.ts';
import type { Scenario } from '../src-engine/simulate/scenario.ts';
import type { Database } from '../src-engine/store/database.ts';
import { resetSandbox } from '../src-engine/store/workbench-calls.ts';
import { workflow } from '../test/support/workflows.ts';
import { median, report } from './support/measure.ts';

const SCENARIO: Scenario = { context: { order: 1 }, latency: { uniform: ['50ms', '2s'] } };
const ROUNDS = 3;

function layered(layers: number, width: number): Record<string, string[]> {
  const parents: Record<string, string[]> = {};
  for (let layer = 0; layer < layers; layer++) {
    for (let place = 0; place < width; place++) {
      const above = [0, 1, 2].map((shift) => `l${layer - 1}p${(place + shift) % width}`);
      parents[`l${layer}p${place}`] = layer === 0 ? [] : above;
    }
  }
  return parents;
}

const EIGHT: Record<string, string[]> = {
  a: [],
  b: ['a'],
  c: ['a'],
  d: ['a'],
  e: ['b', 'c'],
  f: ['d'],
  g: ['e', 'f'],
  h: ['g'],
};

async function stepsPerSecond(
  db: Database,
  parents: Record<string, string[]>,
  count: number,
): Promise<number[]> {
  const rates: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    await resetSandbox(db);
    const start = performance.now();
    const results = await simulateMany(db, { template: workflow(parents), scenario: SCENARIO }, count);
    const seconds = (performance.now() - start) / 1_000;
    const [{ steps } = { steps: 0 }] = await db.query<{ steps: number }>(
      "select count(*)::integer as steps from workbench.events where name = 'step.completed'",
    );
    if (results.length !== count || steps !== count * Object.keys(parents).length) {
      throw new Error('a run did not complete');
    }
    rates.push(steps / seconds);
  }
  return rates;
}

const db = await openSandbox();
for (const [name, parents, count, target] of [
  ['one task of 1,000 steps', layered(20, 50), 1, 2_000],
  ['1,000 tasks of 8 steps', EIGHT, 1_000, 3_000],
] as const) {
  const rate = median(await stepsPerSecond(db, parents, count));
  report(`${name}: steps/s, event log included`, rate, { atLeast: target });
}
await db.close();
