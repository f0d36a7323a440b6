/** Decisions about what holds a task: D3, D4, D7, D9, D10, D22 to D25. The shipped engine lets such tasks hang. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../../src-engine/store/database.ts';
import { setProfile } from '../../../src-engine/store/session.ts';
import { openTestDatabase } from '../../support/database.ts';
import {
  insertEdges,
  insertTask,
  setClock,
  type StepSpec,
  type TaskSpec,
} from '../../support/tasker-rows.ts';
import { context, contextRow, PROFILES, parentCounts, readiness, ready } from '../support/answers.ts';

let db: Database;
beforeAll(async () => {
  db = await openTestDatabase();
  await setClock(db);
});
afterAll(() => db.close());

const WAIT = 'waiting_for_dependencies wait_for_dependencies';
const STUCK = 'blocked_by_failures handle_failures';
const DONE = 'all_complete finalize_task';

interface Case {
  readonly title: string;
  readonly task: TaskSpec;
  readonly shipped: string;
  readonly documented: string;
}

function lone(title: string, step: StepSpec, shipped: string, documented: string): Case {
  return { title, task: { parents: { A: [] }, steps: { A: step } }, shipped, documented };
}

const CASES: readonly Case[] = [
  lone(
    'D3 a step that must not be retried gets its first attempt',
    { retryable: false },
    `1/1/0/0/0/0 ${WAIT} 0.00 healthy`,
    '1/1/0/0/0/1 has_ready_steps execute_ready_steps 0.00 healthy',
  ),
  lone(
    'D4 a failed step that must not be retried blocks',
    { state: 'error', attempts: 1, retryable: false },
    `1/0/0/0/1/0 ${WAIT} 0.00 recovering`,
    `1/0/0/0/1/0 ${STUCK} 0.00 blocked`,
  ),
  lone(
    'D9 a failed step marked as processed blocks',
    { state: 'error', attempts: 1, processed: true, ago: 60 },
    `1/0/0/0/1/0 ${WAIT} 0.00 recovering`,
    `1/0/0/0/1/0 ${STUCK} 0.00 blocked`,
  ),
  lone(
    'D10 a pending step whose attempts are used up blocks',
    { attempts: 3 },
    `1/1/0/0/0/0 ${WAIT} 0.00 healthy`,
    `1/1/0/0/0/0 ${STUCK} 0.00 blocked`,
  ),
  lone(
    'D10 a pending step marked as processed blocks',
    { processed: true },
    `1/1/0/0/0/0 ${WAIT} 0.00 healthy`,
    `1/1/0/0/0/0 ${STUCK} 0.00 blocked`,
  ),
  {
    title: 'D7 all steps cancelled',
    task: { parents: { A: [], B: ['A'] }, steps: { A: { state: 'cancelled' }, B: { state: 'cancelled' } } },
    shipped: `2/0/0/0/0/0 ${WAIT} 0.00 healthy`,
    documented: `2/0/0/0/0/0 ${DONE} 0.00 healthy`,
  },
  {
    title: 'D7 a step two below a cancelled one can never run',
    task: { parents: { A: [], B: ['A'], C: ['B'] }, steps: { A: { state: 'cancelled' } } },
    shipped: `3/2/0/0/0/0 ${WAIT} 0.00 healthy`,
    documented: `3/2/0/0/0/0 ${STUCK} 0.00 blocked`,
  },
  {
    title: 'D7 a step resolved by hand below a cancelled one opens what follows',
    task: {
      parents: { A: [], B: ['A'], C: ['B'] },
      steps: { A: { state: 'cancelled' }, B: { state: 'resolved_manually' } },
    },
    shipped: '3/1/0/1/0/1 has_ready_steps execute_ready_steps 33.33 healthy',
    documented: '3/1/0/1/0/1 has_ready_steps execute_ready_steps 33.33 healthy',
  },
  {
    title: 'D7 other branches run on beside a cancelled one, in poor health',
    task: { parents: { A: [], B: ['A'], C: [] }, steps: { A: { state: 'cancelled' } } },
    shipped: '3/2/0/0/0/1 has_ready_steps execute_ready_steps 0.00 healthy',
    documented: '3/2/0/0/0/1 has_ready_steps execute_ready_steps 0.00 recovering',
  },
  {
    title: 'D7 a cancelled last step, the rest complete',
    task: { parents: { A: [], B: ['A'] }, steps: { A: { state: 'complete' }, B: { state: 'cancelled' } } },
    shipped: `2/0/0/1/0/0 ${WAIT} 50.00 healthy`,
    documented: `2/0/0/1/0/0 ${DONE} 50.00 healthy`,
  },
  {
    title: 'D24 an exhausted step does not stop independent branches',
    task: { parents: { A: [], B: [], C: ['B'] }, steps: { A: { state: 'error', attempts: 3 } } },
    shipped: '3/2/0/0/1/1 has_ready_steps execute_ready_steps 0.00 recovering',
    documented: '3/2/0/0/1/1 has_ready_steps execute_ready_steps 0.00 recovering',
  },
];

describe.each(PROFILES)('profile %s', (profile) => {
  beforeAll(() => setProfile(db, profile));

  test.each(CASES)('$title', async ({ task, shipped, documented }) => {
    const { taskId } = await insertTask(db, task);
    expect(await context(db, taskId)).toBe(profile === 'documented' ? documented : shipped);
    const [batch] = await db.query('select * from get_task_execution_contexts_batch($1)', [[taskId]]);
    expect(batch).toEqual(await contextRow(db, taskId));
  });

  test('D7 in a large task a cancelled step blocks what depends on it, too', async () => {
    const parents = Object.fromEntries(
      Array.from({ length: 40 }, (_, place): [string, string[]] => [
        `s${place}`,
        place % 2 === 0 ? [] : [`s${place - 1}`],
      ]),
    );
    const steps = Object.fromEntries(
      Array.from({ length: 38 }, (_, place): [string, StepSpec] => [`s${place}`, { state: 'complete' }]),
    );
    const { taskId } = await insertTask(db, { parents, steps: { ...steps, s38: { state: 'cancelled' } } });
    const row = await contextRow(db, taskId);
    expect(row.execution_status).toBe(
      profile === 'documented' ? 'blocked_by_failures' : 'waiting_for_dependencies',
    );
  });

  test('D22 duplicate edges double both counts and change no readiness', async () => {
    const task = await insertTask(db, {
      parents: { A: [], B: ['A', 'A'] },
      steps: { A: { state: 'complete' } },
    });
    expect(await parentCounts(db, task.taskId)).toEqual({ A: '0/0', B: '2/2' });
    expect(await ready(db, task.taskId)).toEqual(['B']);
  });

  test('a parent in another task counts like any other', async () => {
    const other = await insertTask(db, { parents: { P: [] } });
    const task = await insertTask(db, { parents: { A: [] } });
    await insertEdges(db, [other.id('P')], task.id('A'));
    expect(await ready(db, task.taskId)).toEqual([]);
    expect(await parentCounts(db, task.taskId)).toEqual({ A: '0/1' });
  });

  test('D23 rows come in id order, in the batch by task first', async () => {
    const first = await insertTask(db, { parents: { c: [], b: ['c'], a: ['b'] } });
    const second = await insertTask(db, { parents: { z: [], y: [] } });
    const rows = await readiness(db, first.taskId);
    expect(rows.map((row) => row.workflow_step_id)).toEqual(first.ids);
    const batch = await db.query<{ workflow_step_id: number }>(
      'select workflow_step_id from get_step_readiness_status_batch($1)',
      [[second.taskId, first.taskId]],
    );
    expect(batch.map((row) => row.workflow_step_id)).toEqual([...first.ids, ...second.ids]);
  });

  test('D25 the state of the task does not touch what its steps say', async () => {
    const { taskId } = await insertTask(db, { parents: { A: [] }, state: 'cancelled' });
    const row = await contextRow(db, taskId);
    expect(row).toMatchObject({ status: 'cancelled', execution_status: 'has_ready_steps' });
  });
});
