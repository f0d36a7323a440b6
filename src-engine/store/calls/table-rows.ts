/** The rows of Tasker's tables that belong to one task, for people who want to see the tables themselves. */
import type { Json, JsonObject } from '../../template/template.ts';
import type { Queryable } from '../database.ts';

export interface TableRows {
  readonly table: string;
  /** Columns that name a row. */
  readonly key: readonly string[];
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Json[])[];
}

interface Shown {
  readonly table: string;
  readonly key: string;
  /** Which rows are of the task `$1`. */
  readonly where: string;
}

const OF_STEPS = 'select s.workflow_step_id from tasker_workflow_steps s where s.task_id = $1';

/** In the order in which a reader wants them. */
const SHOWN: readonly Shown[] = [
  { table: 'tasker_tasks', key: 'task_id', where: 't.task_id = $1' },
  { table: 'tasker_task_transitions', key: 'id', where: 't.task_id = $1' },
  { table: 'tasker_workflow_steps', key: 'workflow_step_id', where: 't.task_id = $1' },
  {
    table: 'tasker_workflow_step_transitions',
    key: 'id',
    where: `t.workflow_step_id in (${OF_STEPS})`,
  },
  { table: 'tasker_workflow_step_edges', key: 'id', where: `t.from_step_id in (${OF_STEPS})` },
  {
    table: 'tasker_named_tasks',
    key: 'named_task_id',
    where: 't.named_task_id = (select k.named_task_id from tasker_tasks k where k.task_id = $1)',
  },
  {
    table: 'tasker_named_steps',
    key: 'named_step_id',
    where: 't.named_step_id in (select s.named_step_id from tasker_workflow_steps s where s.task_id = $1)',
  },
];

export async function taskRows(db: Queryable, task: number): Promise<readonly TableRows[]> {
  const tables: TableRows[] = [];
  for (const { table, key, where } of SHOWN) {
    const [answer] = await db.query<{ columns: readonly string[]; rows: readonly JsonObject[] }>(
      `select (
         select json_agg(a.attname order by a.attnum)
         from pg_attribute a
         where a.attrelid = '${table}'::regclass and a.attnum > 0 and not a.attisdropped
       ) as columns,
       (select coalesce(json_agg(row_to_json(t) order by t.${key}), '[]') from ${table} t where ${where}) as rows`,
      [task],
    );
    if (answer === undefined) continue;
    const { columns } = answer;
    const rows = answer.rows.map((row) => columns.map((column) => row[column] ?? null));
    tables.push({ table, key: [key], columns, rows });
  }
  return tables;
}
