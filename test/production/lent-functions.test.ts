/** A task of an older installation in the sandbox, judged by the functions of that installation. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { detectInstallation } from '../../src-engine/store/production/detect/installation.ts';
import type { FoundFunction } from '../../src-engine/store/production/detect/installation.ts';
import { lentFunctions } from '../../src-engine/store/production/detect/lent-functions.ts';
import { addTask } from './support/add-task.ts';
import { connect, startWorkbench } from './support/client.ts';
import { describeWithServer, withServer } from './support/server.ts';
import type { TestDatabase } from './support/tasker-database.ts';
import { createTaskerDatabase } from './support/tasker-database.ts';

describeWithServer('functions of a production database', () => {
  const server = withServer();
  const workbench = startWorkbench();
  const { production, runs } = workbench.client;
  const databases: TestDatabase[] = [];
  afterAll(async () => {
    await workbench.close();
    for (const each of databases) await each.close();
  });

  let task: string;
  let connection: string;
  beforeAll(async () => {
    const database = await createTaskerDatabase(server, {
      functions: 'v01',
      schema: 'workflows',
      prefix: 'acme_tasker_',
    });
    databases.push(database);
    const rows = await addTask(database.db, {
      name: 'old_one',
      parents: { first: [], second: ['first'] },
      steps: { first: { attempts: null } },
      context: { order: 1 },
    });
    task = String(rows.taskId);
    connection = await connect(workbench, database.url());
  });

  test('are shown as they stand there, and what is against using them', async () => {
    const functions = await production.functions({ connection });
    const names = functions.map(({ name }) => name);
    expect(names).toContain('get_step_readiness_status');
    expect(names).toContain('get_task_execution_context');
    expect(functions.flatMap(({ problems }) => problems)).toEqual([]);
    for (const { body } of functions) expect(body.length).toBeGreaterThan(100);
  });

  test('decide in the sandbox as they do there: without attempts nothing is ready in the first version', async () => {
    const ready = async (functions: 'profile' | 'production') => {
      const brought = await production.bringHome({
        connection,
        task,
        profile: 'rails-1.0',
        mask: [],
        inProgress: 'lost',
        functions,
      });
      const { run } = brought.run;
      const fork = await runs.fork({
        run,
        after: brought.run.events,
        actions: [],
        speed: 'max',
        paused: true,
      });
      const said = [];
      for (const each of [run, fork.run]) {
        const { steps } = await runs.readiness({ run: each });
        said.push(steps.find(({ name }) => name === 'first')?.ready_for_execution);
      }
      return said;
    };
    expect(await ready('production')).not.toContain(true);
    expect(await ready('profile')).toEqual([true, true]);
  });
});

const HARMLESS: FoundFunction = {
  schema: 'public',
  name: 'get_step_readiness_status',
  arguments: 'input_task_id bigint',
  result: 'bigint',
  body: 'begin return query select 1; end',
  language: 'plpgsql',
  volatility: 'stable',
  isSecurityDefiner: false,
};

test.each([
  ['another language', { language: 'plpython3u' }, 'plpython3u'],
  ['the rights of its owner', { isSecurityDefiner: true }, 'security definer'],
  ['no promise to change nothing', { volatility: 'volatile' }, 'volatile'],
  ['a write', { body: 'begin delete from tasker_tasks; end' }, 'delete'],
  ['text that is run', { body: "begin execute 'select 1'; end" }, 'execute'],
  ['a call into another database', { body: "select dblink_exec('x', 'y')" }, 'dblink_exec'],
  ['a clock of its own', { body: 'select clock_timestamp()' }, 'clock'],
] as const)('a function with %s is not lent', (_, change, word) => {
  const found = { ...HARMLESS, ...change };
  const [lent] = lentFunctions({
    generation: 'rails',
    schema: 'public',
    prefix: 'tasker_',
    hasNamespaces: true,
    hasVersions: true,
    functions: [found],
    readiness: 'v02',
    estimatedTasks: 0,
    notes: [],
  });
  expect(lent?.problems.join(' ')).toContain(word);
});

test('a harmless one is lent, and no other kind of database lends any', () => {
  expect(detectInstallation([], [HARMLESS], null).kind).toBe('refused');
});
