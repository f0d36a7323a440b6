import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { initializeTasks, TaskRefused } from '../../src-engine/run/initialize-task.ts';
import { resetSandbox } from '../../src-engine/store/calls/workbench-calls.ts';
import type { Database } from '../../src-engine/store/database.ts';
import { openTestDatabase } from '../support/database.ts';
import { LINEAR, workflow } from '../support/workflows.ts';

const REQUEST = { context: { order: 1 }, requestedAt: Date.UTC(2030, 0, 1) };

describe('a task request', () => {
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

  it('I-1: that says nothing else gets the published defaults', async () => {
    const { namespaceName, version } = workflow(LINEAR);
    await initializeTasks(db, workflow(LINEAR), [REQUEST], 'strict');
    const rows = await db.query(
      `select s.name as namespace, n.version, t.initiator, t.source_system, t.reason, t.tags, t.bypass_steps,
              t.complete, t.context, (select count(*)::int from tasker_task_transitions) as transitions
       from tasker_tasks t
       join tasker_named_tasks n using (named_task_id)
       join tasker_task_namespaces s on s.task_namespace_id = n.task_namespace_id`,
    );
    expect(rows).toEqual([
      {
        namespace: namespaceName,
        version,
        initiator: 'unknown',
        source_system: 'unknown',
        reason: 'unknown',
        tags: [],
        bypass_steps: [],
        complete: false,
        context: { order: 1 },
        // No row means pending.
        transitions: 0,
      },
    ]);
  });

  it('I-2: that is made twice under the default strategy makes two tasks', async () => {
    const tasks = await initializeTasks(db, workflow(LINEAR), [REQUEST, REQUEST], 'strict');
    expect(tasks).toHaveLength(2);
  });

  it('I-5: may name one workflow in two namespaces and in two versions, each with a row of its own', async () => {
    const template = workflow(LINEAR);
    for (const [namespaceName, version] of [
      ['payments', '1.0.0'],
      ['orders', '1.0.0'],
      ['orders', '2.0.0'],
      ['orders', '2.0.0'],
    ] as const) {
      await initializeTasks(db, { ...template, namespaceName, version }, [REQUEST], 'strict');
    }
    const rows = await db.query<{ full_name: string }>(
      `select s.name || '.' || n.name || '@' || n.version as full_name
       from tasker_named_tasks n
       join tasker_task_namespaces s on s.task_namespace_id = n.task_namespace_id
       order by n.named_task_id`,
    );
    expect(rows.map(({ full_name }) => full_name)).toEqual([
      'payments.test_workflow@1.0.0',
      'orders.test_workflow@1.0.0',
      'orders.test_workflow@2.0.0',
    ]);
  });

  it('G-8: for a workflow that would hold a cycle is refused, also when it points at itself', async () => {
    for (const parents of [{ a: ['c'], b: ['a'], c: ['b'] }, { a: ['a'] }]) {
      const refused = initializeTasks(db, workflow(parents), [REQUEST], 'strict');
      await expect(refused).rejects.toThrow(TaskRefused);
      await expect(refused).rejects.toThrow('Adding this edge would create a cycle in the workflow');
    }
    expect(await db.query('select from tasker_tasks')).toHaveLength(0);
  });
});
