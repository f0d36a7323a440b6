/** The task execution context, in the notation of `context()`; where the profiles part, both are written. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../../src-engine/store/database.ts';
import { setProfile } from '../../../src-engine/store/session.ts';
import { openTestDatabase } from '../../support/database.ts';
import { insertTask, setClock, type StepSpec, type TaskSpec } from '../../support/tasker-rows.ts';
import { DIAMOND, DUMMY, LINEAR } from '../../support/workflows.ts';
import { context, contextRow, PROFILES } from '../support/answers.ts';
import { MIXED, TREE } from '../support/workflows.ts';

let db: Database;
beforeAll(async () => {
  db = await openTestDatabase();
  await setClock(db);
});
afterAll(() => db.close());

function complete(...names: readonly string[]): Record<string, StepSpec> {
  return Object.fromEntries(names.map((name) => [name, { state: 'complete' }]));
}

interface Case {
  readonly title: string;
  readonly task: TaskSpec;
  readonly expected: string;
  readonly documented?: string;
}

const GO = 'has_ready_steps execute_ready_steps';
const WAIT = 'waiting_for_dependencies wait_for_dependencies';
const BUSY = 'processing wait_for_completion';
const STUCK = 'blocked_by_failures handle_failures';
const DONE = 'all_complete finalize_task';

const threeOfLinear = complete('initialize_data', 'validate_input', 'process_data');
const twoOfLinear = complete('initialize_data', 'validate_input');

const CASES: readonly Case[] = [
  {
    title: 'C-1 DUMMY, fresh',
    task: { parents: DUMMY },
    expected: `4/4/0/0/0/2 ${GO} 0.00 healthy`,
  },
  {
    title: 'C-1 DUMMY without edges, fresh',
    task: { parents: { a: [], b: [], c: [], d: [] } },
    expected: `4/4/0/0/0/4 ${GO} 0.00 healthy`,
  },
  { title: 'C-2 LINEAR, fresh', task: { parents: LINEAR }, expected: `6/6/0/0/0/1 ${GO} 0.00 healthy` },
  {
    title: 'C-2 LINEAR, three complete',
    task: { parents: LINEAR, steps: threeOfLinear },
    expected: `6/3/0/3/0/1 ${GO} 50.00 healthy`,
  },
  {
    title: 'C-3 DIAMOND, start complete',
    task: { parents: DIAMOND, steps: complete('start_workflow') },
    expected: `7/6/0/1/0/2 ${GO} 14.29 healthy`,
  },
  {
    title: 'C-3 DIAMOND, start and branch one complete',
    task: {
      parents: DIAMOND,
      steps: complete('start_workflow', 'branch_one_process', 'branch_one_validate'),
    },
    expected: `7/4/0/3/0/1 ${GO} 42.86 healthy`,
  },
  {
    title: 'C-4 TREE, three complete',
    task: { parents: TREE, steps: complete('root_initialization', 'branch_a_setup', 'branch_b_setup') },
    expected: `8/5/0/3/0/4 ${GO} 37.50 healthy`,
  },
  {
    title: 'C-4 MIXED, four complete',
    task: {
      parents: MIXED,
      steps: complete('init_auth', 'validate_permissions', 'init_config', 'setup_environment'),
    },
    expected: `9/5/0/4/0/2 ${GO} 44.44 healthy`,
  },
  {
    title: 'C-5 LINEAR, first step running',
    task: { parents: LINEAR, steps: { initialize_data: { state: 'in_progress' } } },
    expected: `6/5/1/0/0/0 ${BUSY} 0.00 healthy`,
  },
  {
    title: 'C-6 a failed step whose wait runs',
    task: { parents: LINEAR, steps: { ...twoOfLinear, process_data: { state: 'error', attempts: 1 } } },
    expected: `6/3/0/2/1/0 ${WAIT} 33.33 recovering`,
  },
  {
    title: 'C-7 a failed step without attempts left',
    task: { parents: LINEAR, steps: { ...twoOfLinear, process_data: { state: 'error', attempts: 3 } } },
    expected: `6/3/0/2/1/0 ${STUCK} 33.33 blocked`,
  },
  {
    title: 'C-8 all steps complete',
    task: { parents: LINEAR, steps: complete(...Object.keys(LINEAR)), state: 'in_progress' },
    expected: `6/0/0/6/0/0 ${DONE} 100.00 healthy`,
  },
  {
    title: 'C-9 a step resolved by hand counts as completed and opens its child',
    task: { parents: { A: [], B: ['A'] }, steps: { A: { state: 'resolved_manually', attempts: 3 } } },
    expected: `2/1/0/1/0/1 ${GO} 50.00 healthy`,
  },
  { title: 'C-10 a task without steps', task: { parents: {} }, expected: `0/0/0/0/0/0 ${WAIT} 0.0 healthy` },
  {
    title: 'C-11 D10 a step that may never be attempted',
    task: { parents: { A: [] }, steps: { A: { limit: 0 } } },
    expected: `1/1/0/0/0/0 ${WAIT} 0.00 healthy`,
    documented: `1/1/0/0/0/0 ${STUCK} 0.00 blocked`,
  },
  {
    title: 'C-12 DUMMY, two complete, one running',
    task: {
      parents: DUMMY,
      steps: { ...complete('step-one', 'step-two'), 'step-three': { state: 'in_progress' } },
    },
    expected: `4/1/1/2/0/0 ${BUSY} 50.00 healthy`,
  },
  {
    title: 'C-14 a step ready again goes before an exhausted one',
    task: {
      parents: { A: [], B: [] },
      steps: { A: { state: 'error', attempts: 1, ago: 9 }, B: { state: 'error', attempts: 3 } },
    },
    expected: `2/0/0/0/2/1 ${GO} 0.00 recovering`,
  },
  {
    title: 'C-14 a running step goes before an exhausted one',
    task: {
      parents: { A: [], B: [] },
      steps: { A: { state: 'in_progress' }, B: { state: 'error', attempts: 3 } },
    },
    expected: `2/0/1/0/1/0 ${BUSY} 0.00 blocked`,
  },
  {
    title: 'C-14 a step in its wait holds the task as its pending child does',
    task: { parents: { A: [], B: ['A'] }, steps: { A: { state: 'error', attempts: 1 } } },
    expected: `2/1/0/0/1/0 ${WAIT} 0.00 recovering`,
  },
  {
    title: 'D7 one step complete, one cancelled',
    task: { parents: { A: [], B: [] }, steps: { A: { state: 'complete' }, B: { state: 'cancelled' } } },
    expected: `2/0/0/1/0/0 ${WAIT} 50.00 healthy`,
    documented: `2/0/0/1/0/0 ${DONE} 50.00 healthy`,
  },
  {
    title: 'D7 a cancelled step with a pending child',
    task: { parents: { A: [], B: ['A'] }, steps: { A: { state: 'cancelled' } } },
    expected: `2/1/0/0/0/0 ${WAIT} 0.00 healthy`,
    documented: `2/1/0/0/0/0 ${STUCK} 0.00 blocked`,
  },
];

describe.each(PROFILES)('profile %s', (profile) => {
  beforeAll(() => setProfile(db, profile));

  test.each(CASES)('$title', async ({ task, expected, documented }) => {
    const { taskId } = await insertTask(db, task);
    const isDocumented = profile === 'documented';
    expect(await context(db, taskId)).toBe(isDocumented ? (documented ?? expected) : expected);
  });

  test('C-8 the status is the current state of the task, pending without transitions', async () => {
    const running = await insertTask(db, { parents: LINEAR, state: 'in_progress' });
    expect((await contextRow(db, running.taskId)).status).toBe('in_progress');
    const fresh = await insertTask(db, { parents: LINEAR });
    expect((await contextRow(db, fresh.taskId)).status).toBe('pending');
  });

  test('C-13 an unknown or null task has no context, in a batch neither', async () => {
    expect(await db.query('select * from get_task_execution_context(999999)')).toEqual([]);
    expect(await db.query('select * from get_task_execution_context(null)')).toEqual([]);
    const batch = 'select * from get_task_execution_contexts_batch($1)';
    expect(await db.query(batch, [[]])).toEqual([]);
    expect(await db.query(batch, [null])).toEqual([]);
    expect(await db.query(batch, [[999_999]])).toEqual([]);
  });

  test('C-13 a batch gives the rows of the single calls by task id, a doubled id twice', async () => {
    const ids: number[] = [];
    for (const { task } of CASES.slice(0, 12)) ids.push((await insertTask(db, task)).taskId);
    const asked = [...ids, ...ids.slice(0, 1)].reverse();
    const batch = await db.query('select * from get_task_execution_contexts_batch($1)', [asked]);
    const singles = [];
    for (const id of [...ids.slice(0, 1), ...ids]) singles.push(await contextRow(db, id));
    expect(batch).toEqual(singles);
  });
});
