import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Scenario } from '../../src-engine/simulate/scenario.ts';
import { simulate } from '../../src-engine/simulate/simulate.ts';
import type { Database } from '../../src-engine/store/database.ts';
import { resetSandbox } from '../../src-engine/store/calls/workbench-calls.ts';
import type { Template } from '../../src-engine/template/template.ts';
import { openTestDatabase } from '../support/database.ts';
import { workflow } from '../support/workflows.ts';

const SCHEMA = {
  type: 'object',
  required: ['cart_id'],
  properties: { cart_id: { type: 'integer' }, note: { type: 'string' } },
};
const TEMPLATE: Template = { ...workflow({ a: [], b: ['a'] }), schema: SCHEMA };
const GOOD: Scenario = { context: { cart_id: 1, note: 'soon' }, latency: 1 };

describe('a task that is refused', () => {
  let db: Database;
  beforeAll(async () => {
    db = await openTestDatabase();
  });
  afterAll(async () => {
    await db.close();
  });
  beforeEach(async () => {
    await resetSandbox(db);
  });

  const run = (scenario: Scenario, template = TEMPLATE) => simulate(db, { template, scenario });

  async function tasks(): Promise<number | undefined> {
    const [row] = await db.query<{ n: number }>('select count(*)::int as n from tasker_tasks');
    return row?.n;
  }

  it('V-9: an invalid context saves nothing, and one task.failed says that initialization failed', async () => {
    const { report, events } = await run({ context: { cart_id: 'one', note: 'x' } });
    expect(report).toMatchObject({
      outcome: 'rejected',
      taskState: null,
      steps: [],
      durationMs: 0,
      events: 1,
    });
    expect(report.reasons.join()).toContain('cart_id');
    expect(events).toMatchObject([
      {
        seq: 1,
        name: 'task.failed',
        payload: { task_id: null, initialization_failed: true, task_name: 'test_workflow' },
      },
    ]);
    expect(await tasks()).toBe(0);
  });

  it('V-2: strict validation requires every listed property, ordinary validation only those it says', async () => {
    const context = { cart_id: 1 };
    expect((await run({ context })).report.outcome).toBe('rejected');
    expect((await run({ context, context_validation: 'ordinary' })).report.outcome).toBe('completed');
  });

  it('an empty context is refused, whatever the schema says', async () => {
    const { report } = await run({ context: {} }, workflow({ a: [] }));
    expect(report).toMatchObject({ outcome: 'rejected', reasons: ["context can't be blank"] });
  });

  it('a workflow with a cycle is refused', async () => {
    const { report } = await run({ context: { order: 1 } }, workflow({ a: ['b'], b: ['a'] }));
    expect(report).toMatchObject({
      outcome: 'rejected',
      reasons: ['Adding this edge would create a cycle in the workflow'],
    });
    expect(await tasks()).toBe(0);
  });

  it('I-3: with the hash strategy the same request is refused the second time', async () => {
    const scenario: Scenario = { ...GOOD, request: { identity_strategy: 'hash' } };
    expect((await run(scenario)).report.outcome).toBe('completed');
    const again = await run(scenario);
    expect(again.report).toMatchObject({
      outcome: 'rejected',
      reasons: ['identity_hash is identical to a request made in the last minute'],
    });
    expect(await tasks()).toBe(1);
  });

  it('I-3: another context or another minute is another request', async () => {
    const scenario: Scenario = { ...GOOD, request: { identity_strategy: 'hash' } };
    await run(scenario);
    const other = await run({ ...scenario, context: { cart_id: 2, note: 'soon' } });
    const later = await run({ ...scenario, start_at: '2030-01-01T00:01:00Z' });
    const sameMinute = await run({ ...scenario, start_at: '2030-01-01T00:00:59Z' });
    expect([other, later, sameMinute].map(({ report }) => report.outcome)).toEqual([
      'completed',
      'completed',
      'rejected',
    ]);
  });

  it('I-2: without a strategy equal requests are both accepted', async () => {
    await run(GOOD);
    await run(GOOD);
    expect(await tasks()).toBe(2);
  });
});
