import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkScenario, parseScenario } from '../../src-engine/simulate/parse-scenario.ts';
import { outageOf } from '../../src-engine/simulate/chance/faults.ts';
import { simulate } from '../../src-engine/simulate/simulate.ts';
import { resetSandbox } from '../../src-engine/store/calls/workbench-calls.ts';
import type { Database } from '../../src-engine/store/database.ts';
import { openTestDatabase } from '../support/database.ts';
import { workflow } from '../support/workflows.ts';

let db: Database;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

test('an attempt that begins while an outage lasts fails, one that begins after it succeeds', async () => {
  await resetSandbox(db);
  const { report } = await simulate(db, {
    template: workflow({ pay: [], ship: ['pay'] }, { pay: { defaultRetryLimit: 9 } }),
    scenario: { context: { order: 1 }, latency: 1, outages: [{ from: 0, to: '10s', steps: ['pay'] }] },
  });
  const pay = report.steps.find(({ name }) => name === 'pay');
  expect(report.outcome).toBe('completed');
  expect(pay?.attempts).toBeGreaterThan(1);
  const starts = pay?.spans.filter(({ kind }) => kind === 'attempt') ?? [];
  expect(starts.filter(({ detail }) => detail === 'error').every(({ fromMs }) => fromMs < 10_000)).toBe(true);
  expect(starts.at(-1)?.fromMs).toBeGreaterThanOrEqual(10_000);
  expect(report.steps.find(({ name }) => name === 'ship')?.attempts).toBe(1);
});

test('it counts from its first moment on, not any more at its last, and the first of several counts', () => {
  const outages = [
    { from: 5, to: 10, as: { outcome: 'crash' as const } },
    { from: 7, to: 20, steps: ['a'] },
  ];
  expect(outageOf(outages, 'a', 4_999)).toBeUndefined();
  expect(outageOf(outages, 'a', 5_000)).toEqual({ outcome: 'crash' });
  expect(outageOf(outages, 'a', 9_999)).toEqual({ outcome: 'crash' });
  expect(outageOf(outages, 'a', 10_000)).toEqual({ outcome: 'http', status: 503 });
  expect(outageOf(outages, 'b', 10_000)).toBeUndefined();
});

test('a step it names must be one of the template', () => {
  const parsed = parseScenario('outages: [{ from: 0s, to: 1m, steps: [pai] }]\n');
  if (parsed.kind !== 'parsed') throw new Error('not parsed');
  const [problem] = checkScenario(parsed.scenario, workflow({ pay: [] }), parsed.source);
  expect(problem).toMatchObject({ code: 'scenario-unknown-step', line: 1, path: '/outages/0/steps/0' });
});
