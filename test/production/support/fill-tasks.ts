/**
 * Fills a database with many tasks at once, each in a state that a Tasker application leaves behind, and with a few of every
 * way in which a task gets stuck. The same seed makes the same tasks; times count back from now.
 */
import type { Database, Queryable } from '../../../src-engine/store/database.ts';
import {
  HISTORIES,
  type Outcome,
  OUTCOME_NAMES,
  OUTCOMES,
  type OutcomeName,
  SHAPES,
  STUCK_KINDS,
  type StuckKind,
  scriptLines,
} from './fill/fill-plan.ts';
import { PLAN_SQL, WRITE_SQL } from './fill/fill-sql.ts';
import { withoutIndexes } from './fill/without-indexes.ts';

export interface FillOptions {
  readonly tasks: number;
  /** Default 1. */
  readonly seed?: number;
  /** Tasks of every stuck kind, default 4. */
  readonly stuckOfEach?: number;
}

export interface StuckPlace {
  readonly taskId: number;
  /** The step in question; null where no step is. */
  readonly stepId: number | null;
}

export interface Filled {
  readonly tasks: number;
  readonly steps: number;
  readonly stuck: Readonly<Record<StuckKind, readonly StuckPlace[]>>;
  /** Ids of all tasks by what became of them, ascending; those of the stuck ones as well. */
  readonly byOutcome: Readonly<Record<OutcomeName, readonly number[]>>;
}

/** Makes the tasks and finishes with `analyze`. Needs a superuser and tables that no one else is writing to. */
export async function fillTasks(db: Database, options: FillOptions): Promise<Filled> {
  const { tasks, seed = 1, stuckOfEach = 4 } = options;
  if (tasks < 2 * stuckOfEach * STUCK_KINDS.length)
    throw new Error(`${tasks} tasks are too few for all kinds`);
  const filled = await db.transaction(async (tx) => {
    await tx.exec(`set local work_mem = '128MB'`);
    await tx.exec(catalogSql());
    await writePlan(tx, { tasks, seed, stuckOfEach });
    // Dozens of indexes are kept up to date row by row, or built once.
    await withoutIndexes(tx, tasks >= 2000, () => tx.exec(WRITE_SQL));
    return readFilled(tx);
  });
  await db.exec('vacuum analyze');
  return filled;
}

/** What the templates of an application leave in the catalogue. */
function catalogSql(): string {
  const times = `now() at time zone 'UTC' - interval '30 days', now() at time zone 'UTC' - interval '30 days'`;
  const shapes = SHAPES.flatMap((shape) => [
    `insert into tasker_task_namespaces (name, created_at, updated_at) values ('${shape.namespace}', ${times})
     on conflict do nothing;`,
    `insert into tasker_dependent_systems (name, created_at, updated_at) values ('${shape.system}', ${times})
     on conflict do nothing;`,
    ...shape.versions.map(
      (version) => `insert into tasker_named_tasks (name, version, task_namespace_id, created_at, updated_at)
       select '${shape.name}', '${version}', task_namespace_id, ${times} from tasker_task_namespaces
       where name = '${shape.namespace}' on conflict do nothing;`,
    ),
    ...Object.keys(shape.steps).map(
      (step) => `insert into tasker_named_steps (name, dependent_system_id, created_at, updated_at)
       select '${step}', dependent_system_id, ${times} from tasker_dependent_systems
       where name = '${shape.system}' on conflict do nothing;
       insert into tasker_named_tasks_named_steps (named_task_id, named_step_id, created_at, updated_at)
       select t.named_task_id, s.named_step_id, ${times}
       from tasker_named_tasks t join tasker_task_namespaces n on n.task_namespace_id = t.task_namespace_id,
         tasker_named_steps s join tasker_dependent_systems d on d.dependent_system_id = s.dependent_system_id
       where n.name = '${shape.namespace}' and t.name = '${shape.name}' and s.name = '${step}'
         and d.name = '${shape.system}' on conflict do nothing;`,
    ),
  ]);
  return shapes.join('\n');
}

async function writePlan(tx: Queryable, options: Required<FillOptions>): Promise<void> {
  await tx.exec(PLAN_SQL.tables);
  await tx.query(PLAN_SQL.shapes, [
    JSON.stringify(
      SHAPES.map(({ name, namespace, steps }, shape) => ({
        shape,
        name,
        namespace,
        size: Object.keys(steps).length,
      })),
    ),
  ]);
  await tx.query(PLAN_SQL.script, [JSON.stringify(scriptLines())]);
  await tx.query(PLAN_SQL.parents, [JSON.stringify(parentPlaces())]);
  await tx.query(PLAN_SQL.outcomes, [JSON.stringify(outcomeRows())]);
  await tx.query(PLAN_SQL.histories, [JSON.stringify(historyRows())]);
  await tx.query(PLAN_SQL.tasks, [options.tasks, options.seed, options.stuckOfEach]);
  await tx.query(PLAN_SQL.steps, [options.seed]);
  await tx.exec('analyze fill_tasks; analyze fill_steps; analyze fill_histories; analyze fill_parents');
}

function parentPlaces(): readonly object[] {
  return SHAPES.flatMap(({ steps }, shape) => {
    const names = Object.keys(steps);
    return names.flatMap((step, place) =>
      (steps[step] ?? []).map((parent) => ({ shape, place, parent: names.indexOf(parent) })),
    );
  });
}

/** Weights as sections of 0…1 within each age. */
function outcomeRows(): readonly object[] {
  const before: Record<string, number> = {};
  const total = (age: string): number =>
    OUTCOME_NAMES.reduce((sum, name) => sum + (OUTCOMES[name].age === age ? OUTCOMES[name].weight : 0), 0);
  return OUTCOME_NAMES.map((name) => {
    const { age, weight, columns, ...rest }: Outcome = OUTCOMES[name];
    const low = before[age] ?? 0;
    before[age] = low + weight / total(age);
    return { name, age, low, high: before[age], ...rest, ...columns };
  });
}

function historyRows(): readonly object[] {
  return Object.entries(HISTORIES).flatMap(([name, states]) =>
    states.map(([state, part], index) => ({
      name,
      place: index + 1,
      state,
      before: states[index - 1]?.[0] ?? 'pending',
      part,
      is_last: index === states.length - 1,
    })),
  );
}

async function readFilled(tx: Queryable): Promise<Filled> {
  const tasks = await tx.query<{ outcome: OutcomeName; ids: readonly number[] }>(
    'select outcome, array_agg(task_id order by task_id) as ids from fill_tasks group by outcome',
  );
  const stuck = await tx.query<{ outcome: StuckKind; taskId: number; stepId: number | null }>(
    `select t.outcome, t.task_id as "taskId", s.step_id as "stepId"
     from fill_tasks t left join fill_steps s on s.task_id = t.task_id and s.role = 'front'
     where t.is_stuck order by t.task_id`,
  );
  const [count] = await tx.query<{ tasks: number; steps: number }>(
    'select (select count(*) from fill_tasks) as tasks, (select count(*) from fill_steps) as steps',
  );
  const byOutcome = Object.fromEntries(
    OUTCOME_NAMES.map((name) => [name, tasks.find(({ outcome }) => outcome === name)?.ids ?? []]),
  ) as Filled['byOutcome'];
  const places = (kind: StuckKind): readonly StuckPlace[] =>
    stuck.filter(({ outcome }) => outcome === kind).map(({ taskId, stepId }) => ({ taskId, stepId }));
  const byKind = Object.fromEntries(STUCK_KINDS.map((kind) => [kind, places(kind)])) as Filled['stuck'];
  return { tasks: count?.tasks ?? 0, steps: count?.steps ?? 0, stuck: byKind, byOutcome };
}
