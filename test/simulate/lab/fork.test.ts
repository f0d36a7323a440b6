import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Scenario } from '../../../src-engine/simulate/scenario.ts';
import { answerReadiness, answerTask } from '../../../src-engine/simulate/session/answers.ts';
import { rowsAt } from '../../../src-engine/simulate/session/moment-rows.ts';
import type { RunDesk } from '../../../src-engine/simulate/session/run-desk.ts';
import type { RunSession } from '../../../src-engine/simulate/session/run-session.ts';
import type { Database } from '../../../src-engine/store/database.ts';
import { generatedRun } from '../../support/arbitrary-runs.ts';
import { openTestDatabase } from '../../support/database.ts';
import { DIAMOND, workflow } from '../../support/workflows.ts';
import { deskOver, logOf, sourceOf, start } from '../session/support.ts';

const SCENARIO: Scenario = {
  name: 'troubled',
  context: { order: 1 },
  latency: 2,
  steps: {
    branch_one_process: {
      attempts: [{ outcome: 'retryable_error', retry_after: 30 }, { outcome: 'success' }],
    },
    branch_two_validate: { attempts: [{ outcome: 'crash' }, { outcome: 'success' }] },
  },
  actions: [{ at: 45, do: 'worker_restart' }],
};
const SOURCE = sourceOf(workflow(DIAMOND), SCENARIO);
const PACING = { speed: 'max', paused: false } as const;

let db: Database;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

async function finished(desk: RunDesk, source = SOURCE): Promise<RunSession> {
  const session = await start(desk, source);
  await session.ended;
  return session;
}

async function screenAt(desk: RunDesk, session: RunSession, after?: number) {
  const looked = { session, worlds: await desk.worlds(), after };
  return {
    readiness: await answerReadiness(looked, undefined),
    task: await answerTask(looked),
    rows: JSON.parse(JSON.stringify(await rowsAt(looked)).replace(/"[0-9a-f]{8}-[0-9a-f-]{27}"/, '"hash"')),
  };
}

describe('a fork without a change', () => {
  test('equals its parent, wherever it is made: log, report and rows', { timeout: 120_000 }, async () => {
    const desk = deskOver(db);
    const parent = await finished(desk);
    const log = JSON.stringify(await logOf(parent));
    const end = await screenAt(desk, parent);
    for (let after = 1; after <= parent.view.events; after += 11) {
      const fork = await desk.fork(parent, { after, actions: [], ...PACING });
      expect(fork.view.forkedAfter).toBeGreaterThanOrEqual(after);
      expect(JSON.stringify(await logOf(fork))).toBe(log);
      expect(fork.report).toEqual(parent.report);
      expect(await screenAt(desk, fork)).toEqual(end);
      await desk.drop(fork);
    }
  });

  test('equals its parent in any workflow under any scenario and profile', { timeout: 120_000 }, async () => {
    const place = fc.double({ min: 0, max: 1, noNaN: true });
    const profile = fc.constantFrom('documented', 'rails-1.0');
    await fc.assert(
      fc.asyncProperty(generatedRun(12), place, profile, async ({ template, scenario }, where, name) => {
        const desk = deskOver(db);
        const parent = await finished(desk, sourceOf(template, { ...scenario, profile: name }));
        const after = Math.max(1, Math.ceil(where * parent.view.events));
        const fork = await desk.fork(parent, { after, actions: [], ...PACING });
        expect(JSON.stringify(await logOf(fork))).toBe(JSON.stringify(await logOf(parent)));
        expect(fork.report).toEqual(parent.report);
      }),
      { numRuns: 25, seed: 5 },
    );
  });

  test('can be forked again, before and after the place where it was made', async () => {
    const desk = deskOver(db);
    const parent = await finished(desk);
    const log = JSON.stringify(await logOf(parent));
    const middle = Math.floor(parent.view.events / 2);
    const fork = await desk.fork(parent, { after: middle, actions: [], ...PACING });
    await fork.ended;
    for (const after of [middle - 5, middle + 5, fork.view.events]) {
      const second = await desk.fork(fork, { after, actions: [], ...PACING });
      expect(JSON.stringify(await logOf(second))).toBe(log);
    }
  });
});

describe('going back', () => {
  test('shows the rows of a run that was stopped there, event by event', { timeout: 120_000 }, async () => {
    const desk = deskOver(db);
    const whole = await finished(desk);
    const past = [];
    for (let after = 1; after <= whole.view.events; after += 3) past.push(await screenAt(desk, whole, after));
    const stepped = await start(desk, SOURCE, { paused: true });
    for (const expected of past) {
      while (stepped.view.events < expected.readiness.seq) await stepped.step();
      const shown = await screenAt(desk, stepped);
      expect(shown.readiness.seq).toBe(expected.readiness.seq);
      expect(shown).toEqual(expected);
    }
  });

  test('alters nothing: log, report and rows of the run are what they were', async () => {
    const desk = deskOver(db);
    const session = await finished(desk);
    const before = [JSON.stringify(await logOf(session)), await screenAt(desk, session)];
    for (const after of [1, 20, 7, 33, 2]) await screenAt(desk, session, after);
    const fork = await desk.fork(session, { after: 10, actions: [{ do: 'cancel_task' }], ...PACING });
    await fork.ended;
    expect([JSON.stringify(await logOf(session)), await screenAt(desk, session)]).toEqual(before);
  });
});

describe('a fork with a change', () => {
  test('of the scenario is the run that had that scenario from the start, where nothing before it differs', async () => {
    const desk = deskOver(db);
    const parent = await finished(desk);
    const changed: Scenario = {
      ...SCENARIO,
      steps: { ...SCENARIO.steps, merge_branches: { attempts: [{ outcome: 'permanent_error' }] } },
    };
    const events = await logOf(parent);
    const started = events.find(
      ({ payload }) => payload['step_name'] === 'merge_branches' && payload['to_state'] === 'in_progress',
    );
    const after = started?.seq ?? 0;
    // The attempt is under way: its end is planned anew.
    const scenario = { value: changed, name: 'changed' };
    const fork = await desk.fork(parent, { after, scenario, actions: [], ...PACING });
    const log = JSON.stringify(await logOf(fork));
    expect(fork.view).toMatchObject({ outcome: 'failed', parent: parent.id });
    expect(fork.view.changes).toEqual(['Attempt 1 of merge_branches fails for good.']);
    const fromStart = await finished(desk, sourceOf(workflow(DIAMOND), changed));
    expect(log).toBe(JSON.stringify(await logOf(fromStart)));
  });

  test('resolves a step by hand and lets a task that had failed go on to its end', async () => {
    const desk = deskOver(db);
    const failing: Scenario = {
      context: { order: 1 },
      steps: { start: { then: { outcome: 'permanent_error' } } },
    };
    const step = workflow(DIAMOND).steps[0]?.name ?? '';
    const parent = await finished(
      desk,
      sourceOf(workflow(DIAMOND), {
        ...failing,
        steps: { [step]: { then: { outcome: 'permanent_error' } } },
      }),
    );
    expect(parent.view.outcome).toBe('failed');
    const task = (await screenAt(desk, parent)).task;
    const resolve = task?.remedies.find(({ title }) => title.startsWith('Resolve'));
    const fork = await desk.fork(parent, {
      after: parent.view.events,
      actions: resolve?.actions ?? [],
      ...PACING,
    });
    await fork.ended;
    expect(fork.view.outcome).toBe('completed');
    expect(parent.view.outcome).toBe('failed');
  });

  test('of limit and context is told in the log and is in the rows from there on', async () => {
    const desk = deskOver(db);
    const parent = await finished(desk);
    const fork = await desk.fork(parent, {
      after: 5,
      actions: [
        { do: 'set_retry_limit', step: 'merge_branches', retry_limit: 9 },
        { do: 'set_context', context: { order: 2 } },
      ],
      ...PACING,
    });
    const names = (await logOf(fork)).slice(fork.view.forkedAfter).map(({ name }) => name);
    expect(names.slice(0, 40)).toEqual(
      expect.arrayContaining(['workbench.retry_limit_set', 'workbench.context_set']),
    );
    const { readiness, rows } = await screenAt(desk, fork);
    expect(readiness.steps.find(({ name }) => name === 'merge_branches')?.retry_limit).toBe(9);
    expect(JSON.stringify(rows?.tables[0]?.rows)).toContain('{"order":2}');
    const before = await screenAt(desk, fork, fork.view.forkedAfter);
    expect(JSON.stringify(before.rows?.tables[0]?.rows)).toContain('{"order":1}');
  });

  test('is refused outside the log and for a step the template has not, and leaves nothing behind', async () => {
    const desk = deskOver(db);
    const parent = await finished(desk);
    await expect(desk.fork(parent, { after: 0, actions: [], ...PACING })).rejects.toThrow('not in this log');
    await expect(
      desk.fork(parent, { after: 3, actions: [{ do: 'cancel_step', step: 'nope' }], ...PACING }),
    ).rejects.toThrow('no step nope');
    expect(desk.sessions).toHaveLength(1);
  });
});
