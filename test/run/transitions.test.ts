import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { StepState } from '../../src-engine/run/state-machine.ts';
import { stepSources, taskSources } from '../../src-engine/run/state-machine.ts';
import type { Database } from '../../src-engine/store/database.ts';
import type { StepChange } from '../../src-engine/store/calls/workbench-calls.ts';
import {
  createTasks,
  resetSandbox,
  transitionSteps,
  transitionTasks,
} from '../../src-engine/store/calls/workbench-calls.ts';
import { openTestDatabase } from '../support/database.ts';

const AT = '2030-01-01 00:00:00.000';
const LATER = '2030-01-01 00:00:05.250';

const TEMPLATE = {
  namespace: 'shop',
  name: 'order',
  version: '1.0.0',
  steps: ['a', 'b', 'c'].map((name) => ({
    name,
    system: 'shop_system',
    retryable: true,
    retry_limit: 3,
    skippable: false,
  })),
  edges: [
    [0, 2],
    [1, 2],
  ] as const,
};

function request(identity_hash: string) {
  return {
    at: AT,
    context: { order: 7 },
    initiator: 'unknown',
    source_system: 'unknown',
    reason: 'unknown',
    tags: [],
    bypass_steps: [],
    identity_hash,
  };
}

describe('the set-wise writers of transitions', () => {
  let db: Database;
  let task = 0;
  let steps: readonly number[] = [];

  beforeAll(async () => {
    db = await openTestDatabase();
  });
  afterAll(async () => {
    await db.close();
  });
  beforeEach(async () => {
    await resetSandbox(db);
    const [created] = await createTasks(db, TEMPLATE, [request('first')]);
    task = created?.task_id ?? 0;
    steps = created?.step_ids ?? [];
  });

  function change(step: number, to: StepState, rest: Partial<StepChange> = {}): StepChange {
    return { step: steps[step] ?? 0, to, sources: stepSources(to), at: AT, ...rest };
  }

  async function walk(step: number, ...states: StepState[]): Promise<boolean> {
    let applied = true;
    for (const state of states) {
      const [row] = await transitionSteps(db, [change(step, state)]);
      applied = row?.applied === true;
    }
    return applied;
  }

  it('S-2: a step moves only along the table of legal moves, and a refusal leaves no row', async () => {
    expect(await walk(0, 'complete')).toBe(false);
    expect(await walk(0, 'in_progress', 'complete')).toBe(true);
    expect(await walk(0, 'error')).toBe(false);
    expect(await walk(1, 'error', 'pending', 'in_progress', 'error', 'resolved_manually')).toBe(true);
    const rows = await db.query<{ n: number }>(
      'select count(*)::int as n from tasker_workflow_step_transitions where workflow_step_id = $1',
      [steps[0] ?? 0],
    );
    expect(rows).toEqual([{ n: 2 }]);
  });

  it('S-4: → in_progress is refused while any parent is neither complete nor resolved', async () => {
    expect(await walk(2, 'in_progress')).toBe(false);
    await walk(0, 'in_progress', 'complete');
    expect(await walk(2, 'in_progress')).toBe(false);
    await walk(1, 'resolved_manually');
    expect(await walk(2, 'in_progress')).toBe(true);
  });

  it('S-5: a transition to the state already held writes no row and says so', async () => {
    await walk(0, 'in_progress');
    expect(await walk(0, 'in_progress')).toBe(false);
  });

  it('S-6: every transition keeps its predecessor, sort keys grow by ten and one row is the most recent', async () => {
    await walk(0, 'in_progress', 'error', 'pending', 'in_progress', 'complete');
    const rows = await db.query(
      `select from_state, to_state, sort_key, most_recent from tasker_workflow_step_transitions
       where workflow_step_id = $1 order by sort_key`,
      [steps[0] ?? 0],
    );
    expect(rows).toEqual([
      { from_state: 'pending', to_state: 'in_progress', sort_key: 10, most_recent: false },
      { from_state: 'in_progress', to_state: 'error', sort_key: 20, most_recent: false },
      { from_state: 'error', to_state: 'pending', sort_key: 30, most_recent: false },
      { from_state: 'pending', to_state: 'in_progress', sort_key: 40, most_recent: false },
      { from_state: 'in_progress', to_state: 'complete', sort_key: 50, most_recent: true },
    ]);
  });

  it('E-1 and E-3: columns of a step change as its attempts end, and results are merged, then replaced', async () => {
    await walk(0, 'in_progress');
    const [failed] = await transitionSteps(db, [
      change(0, 'error', {
        at: LATER,
        error: { error: 'down', error_class: 'X' },
        wait: 30,
        retryable: false,
      }),
    ]);
    expect(failed).toMatchObject({
      applied: true,
      attempts: 1,
      retry_limit: 3,
      results: { error: 'down', error_class: 'X' },
    });
    await walk(0, 'pending', 'in_progress');
    await transitionSteps(db, [change(0, 'complete', { at: LATER, results: [1, 2] })]);
    const rows = await db.query(
      `select attempts, processed, in_process, processed_at, last_attempted_at, results, backoff_request_seconds, retryable
       from tasker_workflow_steps where workflow_step_id = $1`,
      [steps[0] ?? 0],
    );
    expect(rows).toEqual([
      {
        attempts: 2,
        processed: true,
        in_process: false,
        processed_at: '2030-01-01 00:00:05.25',
        last_attempted_at: '2030-01-01 00:00:05.25',
        results: [1, 2],
        backoff_request_seconds: 30,
        retryable: false,
      },
    ]);
  });

  it('E-1: a handler that returns nothing replaces the results by null, also after a failure', async () => {
    await walk(0, 'in_progress');
    await transitionSteps(db, [change(0, 'error', { error: { error: 'down' } })]);
    await walk(0, 'pending', 'in_progress');
    const [row] = await transitionSteps(db, [change(0, 'complete', { results: null })]);
    expect(row?.results).toBeNull();
    const stored = await db.query(
      "select results = 'null'::jsonb as is_json_null from tasker_workflow_steps where workflow_step_id = $1",
      [steps[0] ?? 0],
    );
    expect(stored).toEqual([{ is_json_null: true }]);
  });

  it('a negative wait clears the explicit wait an earlier failure left', async () => {
    await walk(0, 'in_progress');
    await transitionSteps(db, [change(0, 'error', { wait: 30 })]);
    await walk(0, 'pending', 'in_progress');
    await transitionSteps(db, [change(0, 'error', { wait: -1 })]);
    const rows = await db.query(
      'select backoff_request_seconds from tasker_workflow_steps where workflow_step_id = $1',
      [steps[0] ?? 0],
    );
    expect(rows).toEqual([{ backoff_request_seconds: null }]);
  });

  it('answers a whole set in its order, each refused or applied on its own', async () => {
    const rows = await transitionSteps(db, [
      change(2, 'in_progress'),
      change(1, 'in_progress'),
      change(0, 'complete'),
    ]);
    expect(rows.map((row) => [row.workflow_step_id, row.applied])).toEqual([
      [steps[2], false],
      [steps[1], true],
      [steps[0], false],
    ]);
  });

  it('S-1 and S-3: a task completes only when every step is in a finished state; 0 of 0 passes', async () => {
    const start = { task, to: 'in_progress', sources: taskSources('in_progress'), at: AT } as const;
    const finish = { task, to: 'complete', sources: taskSources('complete'), at: AT } as const;
    const shipped = { ...finish, finished: ['complete', 'resolved_manually'] } as const;
    expect((await transitionTasks(db, [shipped]))[0]?.applied).toBe(false);
    expect((await transitionTasks(db, [start]))[0]).toEqual({
      task_id: task,
      applied: true,
      from_state: 'pending',
    });
    await walk(0, 'in_progress', 'complete');
    await walk(1, 'resolved_manually');
    expect((await transitionTasks(db, [shipped]))[0]?.applied).toBe(false);
    await walk(2, 'cancelled');
    expect((await transitionTasks(db, [shipped]))[0]?.applied).toBe(false);
    const documented = { ...finish, finished: ['complete', 'resolved_manually', 'cancelled'] } as const;
    expect((await transitionTasks(db, [documented]))[0]?.applied).toBe(true);
    expect(await db.query('select complete from tasker_tasks')).toEqual([{ complete: true }]);

    const [empty] = await createTasks(db, { ...TEMPLATE, name: 'none', steps: [], edges: [] }, [
      request('empty'),
    ]);
    const none = empty?.task_id ?? 0;
    await transitionTasks(db, [{ ...start, task: none }]);
    expect((await transitionTasks(db, [{ ...shipped, task: none }]))[0]?.applied).toBe(true);
  });

  it('I-3: an identity hash that exists is refused and leaves nothing behind', async () => {
    await expect(createTasks(db, TEMPLATE, [request('second'), request('first')])).rejects.toMatchObject({
      code: '23505',
    });
    expect(await db.query('select count(*)::int as n from tasker_tasks')).toEqual([{ n: 1 }]);
  });

  it('G-9: creates many tasks in one call, each with its steps in template order and edges named provides', async () => {
    const created = await createTasks(db, TEMPLATE, [request('x'), request('y')]);
    expect(created.map(({ task_id }) => task_id)).toEqual([2, 3]);
    expect(created.map(({ step_ids }) => step_ids)).toEqual([
      [4, 5, 6],
      [7, 8, 9],
    ]);
    const edges = await db.query(
      'select from_step_id, to_step_id, name from tasker_workflow_step_edges where from_step_id > 3 order by id',
    );
    expect(edges).toEqual([
      { from_step_id: 4, to_step_id: 6, name: 'provides' },
      { from_step_id: 5, to_step_id: 6, name: 'provides' },
      { from_step_id: 7, to_step_id: 9, name: 'provides' },
      { from_step_id: 8, to_step_id: 9, name: 'provides' },
    ]);
  });
});
