/** Databases of all kinds of installs that an inspector may be pointed at; each is closed by who asked for it. */
import type { Database } from '../../../src-engine/store/database.ts';
import { addTask } from './add-task.ts';
import { grantRights } from './roles.ts';
import { createDatabase, createTaskerDatabase, type TestDatabase } from './tasker-database.ts';
import type { TestServer } from './server.ts';

export type Variant = (server: TestServer) => Promise<TestDatabase>;

/** Tasker in a schema of its own; no tasks yet. */
export const inOwnSchema: Variant = (server) => createTaskerDatabase(server, { schema: 'workflows' });

/** Tables called `acme_tasker_…`; no tasks yet. */
export const withTablePrefix: Variant = (server) => createTaskerDatabase(server, { prefix: 'acme_tasker_' });

/** The first version of the readiness functions; no tasks yet. */
export const withFirstReadiness: Variant = (server) => createTaskerDatabase(server, { functions: 'v01' });

/** What a restored Ruby schema dump leaves: all tables, no function, no view; no tasks yet. */
export const withoutFunctions: Variant = (server) => createTaskerDatabase(server, { functions: 'none' });

/** Before 2025-06-20: one name per named task, neither namespace nor version; three tasks. */
export const beforeNamespaces: Variant = (server) =>
  changed(server, 'v01', [NO_NAMESPACES, ...ANALYTICS_FUNCTIONS.map((name) => `drop function ${name};`)]);

/** Before 2025-05-28: tasks and steps carry their status, functions do not exist; three tasks. */
export const withStatusColumn: Variant = (server) => changed(server, 'none', [NO_NAMESPACES, STATUS_COLUMNS]);

/** Before 2025-04-13: a step names the one it depends on; neither edges nor transitions; three tasks. */
export const withDependsOnColumn: Variant = (server) =>
  changed(server, 'none', [NO_NAMESPACES, STATUS_COLUMNS, DEPENDS_ON_COLUMN]);

/** The successor before its release: Tasker's names in `public`, uuids beside the numbers; three tasks. */
export const coreEarly: Variant = (server) => changed(server, 'none', [UUID_COLUMNS]);

/** Somebody else's database. */
export const withoutTasker: Variant = async (server) => {
  const database = await createDatabase(server);
  await database.db.exec('create table orders (id bigserial primary key, status text)');
  await grantRights(database.db, 'public');
  return database;
};

const ANALYTICS_FUNCTIONS = ['get_analytics_metrics_v01', 'get_slowest_steps_v01', 'get_slowest_tasks_v01'];

const NO_NAMESPACES = `
  alter table tasker_named_tasks drop column task_namespace_id, drop column version, drop column configuration;
  drop table tasker_task_namespaces;
  create unique index named_tasks_name_unique on tasker_named_tasks (name);`;

const STATUS_COLUMNS = `
  alter table tasker_tasks add column status character varying(64) default 'pending' not null;
  alter table tasker_workflow_steps add column status character varying(64) default 'pending' not null;
  update tasker_tasks t set status = s.to_state
  from tasker_task_transitions s where s.task_id = t.task_id and s.most_recent;
  update tasker_workflow_steps w set status = s.to_state
  from tasker_workflow_step_transitions s where s.workflow_step_id = w.workflow_step_id and s.most_recent;`;

const DEPENDS_ON_COLUMN = `
  alter table tasker_workflow_steps add column depends_on_step_id bigint references tasker_workflow_steps;
  update tasker_workflow_steps w set depends_on_step_id = e.from_step_id
  from tasker_workflow_step_edges e where e.to_step_id = w.workflow_step_id;
  drop table tasker_workflow_step_edges, tasker_workflow_step_transitions, tasker_task_transitions;`;

const UUID_COLUMNS = `
  alter table tasker_tasks add column task_uuid uuid default gen_random_uuid() not null;
  alter table tasker_workflow_steps add column step_uuid uuid default gen_random_uuid() not null;
  create function public.claim_ready_tasks(max_tasks integer default 10)
  returns table (task_id bigint, task_uuid uuid) language sql as $$
    select t.task_id, t.task_uuid from public.tasker_tasks t where not t.complete order by t.task_id limit max_tasks
  $$;`;

/** An install of today with three tasks in it, taken back to what it was. */
async function changed(
  server: TestServer,
  functions: 'v01' | 'none',
  changes: readonly string[],
): Promise<TestDatabase> {
  const database = await createTaskerDatabase(server, { functions });
  try {
    await addThreeTasks(database.db);
    for (const sql of changes) await database.db.exec(sql);
    await grantRights(database.db, database.schema);
  } catch (error) {
    await database.close();
    throw error;
  }
  return database;
}

/** Complete, failed and in progress; steps in a row, so that one parent says all. */
async function addThreeTasks(db: Database): Promise<void> {
  const parents = { fetch: [], check: ['fetch'], store: ['check'] };
  const complete = { state: 'complete', ago: 3000 };
  await addTask(db, {
    name: 'finished_task',
    parents,
    state: 'complete',
    steps: { fetch: complete, check: complete, store: complete },
    created: 3600,
  });
  await addTask(db, {
    name: 'failed_task',
    parents,
    state: 'error',
    steps: { fetch: complete, check: { state: 'error', ago: 2900, attempts: 3 } },
    created: 3600,
  });
  await addTask(db, {
    name: 'running_task',
    parents,
    state: 'in_progress',
    steps: { fetch: complete, check: { state: 'in_progress', ago: 60 } },
    created: 3600,
  });
}
