import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { EventBus } from '../../src-engine/events/bus.ts';
import { simulate } from '../../src-engine/simulate/simulate.ts';
import type { Database } from '../../src-engine/store/database.ts';
import { resetSandbox } from '../../src-engine/store/calls/workbench-calls.ts';
import { openTestDatabase } from '../support/database.ts';
import { DIAMOND, workflow } from '../support/workflows.ts';

const RUN = {
  template: workflow(DIAMOND),
  scenario: {
    context: { order: 1 },
    steps: { branch_one_process: { attempts: [{ outcome: 'retryable_error' as const }] } },
  },
};

describe('subscribers of a run', () => {
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

  it('hear every event in the order of the log, each after the commit that wrote it', async () => {
    const bus = new EventBus();
    const heard: number[] = [];
    bus.subscribe('*', ({ seq }) => heard.push(seq));
    const { events } = await simulate(db, { ...RUN, bus });
    expect(heard).toEqual(events.map(({ seq }) => seq));
  });

  it('change nothing when they throw, reject, are slow, or write into what they are given', async () => {
    const { events: expected } = await simulate(db, RUN);
    await resetSandbox(db);
    const failures: unknown[] = [];
    const bus = new EventBus({ onListenerError: (error) => failures.push(error) });
    bus.subscribe('step.*', () => {
      throw new Error('broken');
    });
    bus.subscribe('workflow.*', async () => {
      throw new Error('broken later');
    });
    bus.subscribe('*', () => new Promise(() => {}));
    bus.subscribe('*', (event) => Object.assign(event.payload, { task_id: 'changed' }));
    const { events } = await simulate(db, { ...RUN, bus });
    expect(JSON.stringify(events)).toBe(JSON.stringify(expected));
    const rows = await db.query<{ payload: string }>(
      'select payload::text from workbench.events order by seq',
    );
    expect(rows.map(({ payload }) => payload)).toEqual(
      expected.map(({ payload }) => JSON.stringify(payload)),
    );
    expect(failures.length).toBeGreaterThan(events.length);
  });

  it('a host that stops the run leaves a log that ends at a commit, without a gap', async () => {
    const controller = new AbortController();
    const stop = simulate(db, {
      ...RUN,
      signal: controller.signal,
      onEvents: () => controller.abort(new Error('stopped by the user')),
    });
    await stop.catch(() => {});
    const rows = await db.query<{ seq: number }>('select seq from workbench.events order by seq');
    expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, index) => index + 1));
  });
});
