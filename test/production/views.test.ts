/** What a window and the command line show of a production database, on one with tasks of every kind. */
import { groupBy } from '../../src-engine/group-by.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect, startWorkbench } from './support/client.ts';
import type { Filled } from './support/fill-tasks.ts';
import { fillTasks } from './support/fill-tasks.ts';
import { addTask, addWideTask, bigContext } from './support/add-task.ts';
import { describeWithServer, withServer } from './support/server.ts';
import type { TestDatabase } from './support/tasker-database.ts';
import { createTaskerDatabase } from './support/tasker-database.ts';

describeWithServer('views of a production database', () => {
  const server = withServer({ auth: 'password' });
  const workbench = startWorkbench();
  const { production } = workbench.client;
  let database: TestDatabase;
  let filled: Filled;
  let connection: string;

  beforeAll(async () => {
    database = await createTaskerDatabase(server);
    filled = await fillTasks(database.db, { tasks: 400, stuckOfEach: 3 });
    connection = await connect(workbench, database.url('viewer'));
  });
  afterAll(async () => {
    await workbench.close();
    await database.close();
  });

  test('the overview counts every task once, in its state and its namespace', async () => {
    const answer = await production.overview({ connection, hours: 24 * 14 });
    const counted = await database.db.query<{ state: string; count: number }>(
      `select coalesce(x.to_state, 'pending') as state, count(*)::integer as count
       from tasker_tasks t left join tasker_task_transitions x on x.task_id = t.task_id and x.most_recent
       group by 1 order by 2 desc, 1`,
    );
    const byName = (list: readonly { readonly state: string; readonly count: number }[]) =>
      Object.fromEntries(list.map(({ state, count }) => [state, count]));
    expect(byName(answer.states)).toEqual(byName(counted));
    expect(answer.looked).toEqual({ tasks: filled.tasks, isAll: true });
    expect(answer.namespaces.reduce((sum, { tasks }) => sum + tasks, 0)).toBe(filled.tasks);
    expect(answer.throughput.buckets.reduce((sum, { created }) => sum + created, 0)).toBeGreaterThan(0);
    expect(answer.slowSteps.length).toBeGreaterThan(0);
    for (const { medianMs, p95Ms, maxMs } of answer.slowSteps) {
      expect(medianMs).toBeLessThanOrEqual(p95Ms);
      expect(p95Ms).toBeLessThanOrEqual(maxMs);
    }
  });

  test('the pages of the task list together are all tasks, the newest first', async () => {
    const seen: number[] = [];
    let before: string | null = null;
    do {
      const page = await production.tasks({
        connection,
        filter: {},
        limit: 150,
        ...(before === null ? {} : { before }),
      });
      seen.push(...page.rows.map(({ task }) => Number(task)));
      before = page.next;
    } while (before !== null);
    expect(seen).toHaveLength(filled.tasks);
    expect(seen).toEqual(seen.toSorted((a, b) => b - a));
  });

  test('a filter gives the tasks that match it and no others', async () => {
    const page = await production.tasks({ connection, filter: { states: ['cancelled'] }, limit: 200 });
    const wanted = await database.db.query<{ id: number }>(
      "select task_id as id from tasker_task_transitions where most_recent and to_state = 'cancelled' order by 1 desc",
    );
    expect(page.rows.map(({ task }) => Number(task))).toEqual(wanted.map(({ id }) => id));
    expect(page.rows.every(({ state }) => state === 'cancelled')).toBe(true);
    const [row] = page.rows;
    const { namespace = '', name = '', version = '' } = row ?? {};
    const named = await production.tasks({ connection, filter: { namespace, name, version }, limit: 200 });
    expect(named.rows.length).toBeGreaterThan(0);
    expect(new Set(named.rows.map((each) => `${each.namespace}.${each.name}@${each.version}`))).toEqual(
      new Set([`${namespace}.${name}@${version}`]),
    );
  });

  test('text in the context is found as it is written, whatever signs are in it', async () => {
    const { taskId } = await addTask(database.db, {
      parents: { only: [] },
      context: { note: "50% of_it's {done}" },
    });
    const page = await production.tasks({ connection, filter: { context: "50% of_it's {" }, limit: 10 });
    expect(page.rows.map(({ task }) => task)).toEqual([String(taskId)]);
    const none = await production.tasks({ connection, filter: { context: '50_ of' }, limit: 10 });
    expect(none.rows).toEqual([]);
  });

  test('every stuck task is found, with its kind, and no other', async () => {
    const { steps } = await production.stuck({ connection });
    const byKind = groupBy(steps, ({ kind }) => kind);
    for (const [theirs, ours] of Object.entries(KINDS)) {
      const found = new Set((byKind.get(ours) ?? []).map(({ task }) => Number(task)));
      for (const { taskId } of filled.stuck[theirs as keyof typeof KINDS]) {
        expect(found, `${theirs} ${taskId}`).toContain(taskId);
      }
    }
    const known = new Set(
      Object.values(filled.stuck).flatMap((places) => places.map(({ taskId }) => taskId)),
    );
    const failed = new Set(filled.byOutcome['failed'] ?? []);
    const others = steps.filter(({ task }) => !known.has(Number(task)) && !failed.has(Number(task)));
    expect(others.filter(({ taskState }) => taskState !== 'error')).toEqual([]);
    for (const { words, actions } of steps) {
      expect(words).toMatch(/\.$/);
      expect(actions.length).toBeGreaterThan(0);
    }
  });

  test('a task is shown with its past as events, its steps, and why they wait', async () => {
    const { taskId } = await addTask(database.db, {
      name: 'checkout',
      parents: { charge: [], ship: ['charge'] },
      history: [{ to: 'in_progress', ago: 90 }],
      created: 120,
      steps: { charge: { state: 'error', attempts: 1, retryable: false, ago: 60 } },
      results: { charge: { error: 'card declined' } },
    });
    const detail = await production.task({ connection, task: String(taskId) });
    expect(detail.row).toMatchObject({ task: String(taskId), name: 'checkout', state: 'in_progress' });
    const [charge, ship] = detail.steps;
    expect(charge).toMatchObject({
      name: 'charge',
      state: 'error',
      attempts: 1,
      retryable: false,
      ready: false,
    });
    expect(charge?.words).toContain('failed for good');
    expect(ship).toMatchObject({ name: 'ship', state: 'pending', parents: ['charge'] });
    expect(ship?.words).toContain('waits for charge');
    expect(detail.events.at(-1)).toMatchObject({
      name: 'step.failed',
      payload: { step_name: 'charge', error_message: 'card declined' },
    });
    expect(detail.stuck).toMatchObject([{ kind: 'failed_for_good', stepName: 'charge' }]);
    expect(detail.template).toContain('depends_on_step: charge');
  });

  test('odd rows are said, and nothing falls over them', async () => {
    const loop = await addTask(database.db, {
      parents: { a: ['c'], b: ['a'], c: ['b'] },
      steps: { a: { state: 'on_holiday', ago: 5 } },
    });
    const odd = await production.task({ connection, task: String(loop.taskId) });
    expect(odd.notes.join(' ')).toMatch(/a is in a state that is not known here: on_holiday/);
    expect(odd.notes.join(' ')).toMatch(/form a cycle/);
    expect(odd.template).toBeNull();
    const twice = await addTask(database.db, { parents: { a: [], b: ['a', 'a'] } });
    const doubled = await production.task({ connection, task: String(twice.taskId) });
    expect(doubled.notes.join(' ')).toMatch(/from a to b is there twice/);
    const large = await addTask(database.db, { parents: { a: [] }, context: bigContext() });
    const big = await production.task({ connection, task: String(large.taskId) });
    expect(big.contextSize).toBeGreaterThan(1_000_000);
    const huge = await addTask(database.db, { parents: { a: [] }, context: bigContext(2_500_000) });
    const left = await production.task({ connection, task: String(huge.taskId) });
    expect(left.context).toBeNull();
    expect(left.notes.join(' ')).toMatch(/context of 2\.\d MB was left/);
  });

  test('a task that is not there is said so, whatever was asked for', async () => {
    for (const task of ['999999999', '0 or 1=1', '', 'a'.repeat(60)]) {
      await expect(production.task({ connection, task })).rejects.toMatchObject({
        code: 'INSPECTION_FAILED',
        message: expect.stringContaining('There is no task'),
      });
    }
  });

  test('a task of a thousand steps is shown whole', async () => {
    const { taskId } = await addWideTask(database.db, 1_000);
    const detail = await production.task({ connection, task: String(taskId) });
    expect(detail.steps).toHaveLength(1_000);
    expect(detail.edges).toHaveLength(998 + 998);
    expect(detail.steps.filter(({ ready }) => ready).length).toBeGreaterThan(0);
  });

  test('drift names what the database does not know of a template', async () => {
    await addTask(database.db, { name: 'drifting', parents: { a: [], b: ['a'] } });
    const text = [
      'name: drifting',
      'task_handler_class: Drifting',
      'default_dependent_system: s',
      'step_templates:',
      '  - { name: a, handler_class: A, default_retry_limit: 7 }',
      '  - { name: b, handler_class: B }',
      '  - { name: c, handler_class: C, depends_on_step: b }',
    ].join('\n');
    const page = await production.tasks({ connection, filter: { name: 'drifting' }, limit: 1 });
    const namespace = page.rows[0]?.namespace ?? '';
    const version = page.rows[0]?.version ?? '';
    const drift = await production.drift({
      connection,
      text: `${text}\nnamespace_name: ${namespace}\nversion: ${version}\n`,
    });
    expect(drift.known).toBe(true);
    const about = drift.rows.map(({ what }) => what);
    expect(about).toContain('step c');
    expect(about).toContain('parents of b');
    const unknown = await production.drift({ connection, text: text.replace('drifting', 'never_run') });
    expect(unknown.known).toBe(false);
  });
});

const KINDS = {
  notRetryable: 'failed_for_good',
  exhausted: 'exhausted',
  orphaned: 'orphaned',
  cancelledParent: 'cancelled_parent',
  processedError: 'processed_in_error',
  neverRetryable: 'never_allowed',
  noAttemptsAllowed: 'never_allowed',
  neverStarted: 'never_begun',
} as const;
