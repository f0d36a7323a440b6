/** The database that tests of production are made on holds what its generator promises. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Filled, fillTasks } from './support/fill-tasks.ts';
import { SHAPES, STUCK_KINDS, type StuckKind } from './support/fill/fill-plan.ts';
import { describeWithServer, withServer } from './support/server.ts';
import { createTaskerDatabase, type TestDatabase } from './support/tasker-database.ts';

const TASKS = 3000;

describeWithServer('a generated database', () => {
  const server = withServer();
  let database: TestDatabase;
  let filled: Filled;

  beforeAll(async () => {
    database = await createTaskerDatabase(server);
    filled = await fillTasks(database.db, { tasks: TASKS });
  });
  afterAll(() => database.close());

  /** The one number that a query gives. */
  async function count(sql: string): Promise<number> {
    const [row] = await database.db.query<{ count: number }>(`select count(*) as count from ${sql}`);
    return row?.count ?? -1;
  }

  /** Steps in question of one kind, as the functions of the database see them. */
  async function readiness(kind: StuckKind): Promise<readonly Record<string, unknown>[]> {
    const places = filled.stuck[kind];
    return database.db.query(
      `select r.*, w.processed, w.retryable, w.retry_limit as limit from tasker_workflow_steps w,
         get_step_readiness_status(w.task_id, array[w.workflow_step_id]) r where w.workflow_step_id = any ($1)`,
      [places.map(({ stepId }) => stepId)],
    );
  }

  async function contexts(kind: StuckKind): Promise<readonly { status: string; ready_steps: number }[]> {
    const ids = filled.stuck[kind].map(({ taskId }) => taskId);
    return database.db.query('select status, ready_steps from get_task_execution_contexts_batch($1)', [ids]);
  }

  test('has as many tasks as were asked for, three to ten steps each, of every named task', async () => {
    expect(filled.tasks).toBe(TASKS);
    expect(await count('tasker_tasks')).toBe(TASKS);
    expect(await count('tasker_workflow_steps')).toBe(filled.steps);
    expect(
      await count(`(select count(*) as steps from tasker_workflow_steps group by task_id) s
        where steps not between 3 and 10`),
    ).toBe(0);
    const named = SHAPES.reduce((sum, { versions }) => sum + versions.length, 0);
    expect(await count('(select distinct named_task_id from tasker_tasks) n')).toBe(named);
    expect(await count('(select distinct name from tasker_task_namespaces) n')).toBeGreaterThanOrEqual(4);
  });

  test('has most tasks complete, and some in every other state', async () => {
    expect(filled.byOutcome.complete.length).toBeGreaterThan(TASKS * 0.7);
    for (const ids of Object.values(filled.byOutcome)) expect(ids).not.toHaveLength(0);
    const states = await database.db.query<{ state: string }>(
      'select distinct to_state as state from tasker_task_transitions where most_recent order by 1',
    );
    expect(states.map(({ state }) => state)).toEqual([
      'cancelled',
      'complete',
      'error',
      'in_progress',
      'resolved_manually',
    ]);
    expect(
      await count(`tasker_tasks t where not exists (
        select from tasker_task_transitions x where x.task_id = t.task_id)`),
    ).toBe(filled.byOutcome.fresh.length + filled.byOutcome.neverStarted.length);
  });

  test.each(['task', 'workflow_step'])(
    'numbers the transitions of a %s, the last one is current',
    async (owner) => {
      const key = `${owner}_id`;
      const table = `tasker_${owner}_transitions`;
      const odd = `(select most_recent, sort_key, from_state, created_at,
        row_number() over w as place, lag(to_state, 1, 'pending') over w as before,
        lag(created_at, 1, created_at) over w as earlier,
        count(*) over (partition by ${key}) as total
      from ${table} window w as (partition by ${key} order by sort_key)) t`;
      expect(await count(`${odd} where sort_key <> place * 10`)).toBe(0);
      expect(await count(`${odd} where most_recent <> (place = total)`)).toBe(0);
      expect(await count(`${odd} where from_state is distinct from before`)).toBe(0);
      expect(await count(`${odd} where created_at < earlier`)).toBe(0);
      expect(
        await count(`${table} where created_at > now() at time zone 'UTC'
        or created_at < now() at time zone 'UTC' - interval '14 days 1 hour'`),
      ).toBe(0);
    },
  );

  test('has edges within tasks only, from parents that came earlier', async () => {
    expect(
      await count(`tasker_workflow_step_edges e
        join tasker_workflow_steps p on p.workflow_step_id = e.from_step_id
        join tasker_workflow_steps c on c.workflow_step_id = e.to_step_id
        where p.task_id <> c.task_id or p.workflow_step_id >= c.workflow_step_id`),
    ).toBe(0);
    expect(
      await count(`tasker_workflow_step_edges e
        join tasker_workflow_step_transitions p on p.workflow_step_id = e.from_step_id
          and p.most_recent and p.to_state = 'complete'
        join tasker_workflow_step_transitions c on c.workflow_step_id = e.to_step_id and c.sort_key = 10
        where c.created_at < p.created_at and c.to_state = 'in_progress'`),
    ).toBe(0);
  });

  test('has retries, results and contexts', async () => {
    expect(await count('tasker_workflow_steps where processed and attempts > 1')).toBeGreaterThan(100);
    expect(await count(`tasker_workflow_steps where processed and results ? 'status'`)).toBeGreaterThan(1000);
    expect(await count(`tasker_tasks where not context ? 'order_id'`)).toBe(0);
  });

  test('has four tasks of every stuck kind, and none of them has a step that could run', async () => {
    for (const kind of STUCK_KINDS) {
      expect(filled.stuck[kind]).toHaveLength(4);
      const status = kind === 'neverStarted' ? 'pending' : 'in_progress';
      const rows = await contexts(kind);
      expect(rows.map((row) => row.status)).toEqual(Array(4).fill(status));
      if (kind !== 'neverStarted') expect(rows.map((row) => row.ready_steps)).toEqual([0, 0, 0, 0]);
    }
  });

  test.each<[StuckKind, object]>([
    [
      'notRetryable',
      { current_state: 'error', retryable: false, attempts: 1, limit: 3, retry_eligible: true },
    ],
    ['exhausted', { current_state: 'error', attempts: 3, limit: 3, retry_eligible: false }],
    ['orphaned', { current_state: 'in_progress', attempts: 0 }],
    ['cancelledParent', { current_state: 'cancelled' }],
    ['processedError', { current_state: 'error', processed: true, attempts: 1 }],
    ['neverRetryable', { current_state: 'pending', retryable: false, attempts: 0 }],
    ['noAttemptsAllowed', { current_state: 'pending', limit: 0, retry_eligible: false }],
  ])('%s: the step is what the kind says', async (kind, step) => {
    const rows = await readiness(kind);
    expect(rows).toHaveLength(4);
    for (const row of rows) expect(row).toMatchObject({ ...step, ready_for_execution: false });
  });

  test('a cancelled parent has a child that waits for it', async () => {
    const steps = filled.stuck.cancelledParent.map(({ stepId }) => stepId ?? 0);
    const waiting = await database.db.query(
      `select distinct e.from_step_id from tasker_workflow_step_edges e where e.from_step_id = any ($1)
       and not exists (select from tasker_workflow_step_transitions t where t.workflow_step_id = e.to_step_id)`,
      [steps],
    );
    expect(waiting).toHaveLength(4);
  });

  test('the same seed makes the same tasks, another one others', async () => {
    const again = await createTaskerDatabase(server, { prefix: 'acme_tasker_' });
    const other = await createTaskerDatabase(server, { schema: 'workflows' });
    try {
      expect(await fillTasks(again.db, { tasks: TASKS })).toEqual(filled);
      expect((await fillTasks(other.db, { tasks: TASKS, seed: 2 })).byOutcome).not.toEqual(filled.byOutcome);
    } finally {
      await again.close();
      await other.close();
    }
  });
});
