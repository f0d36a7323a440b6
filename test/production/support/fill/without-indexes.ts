/** Loading many rows: without indexes and foreign keys, which are put back as they were. */
import type { Queryable } from '../../../../src-engine/store/database.ts';

const TABLES = [
  'tasker_tasks',
  'tasker_task_transitions',
  'tasker_workflow_steps',
  'tasker_workflow_step_edges',
  'tasker_workflow_step_transitions',
];

/** Does `work` in the open transaction `tx`; with `dropped` false only foreign keys are left unchecked. */
export async function withoutIndexes(
  tx: Queryable,
  dropped: boolean,
  work: () => Promise<void>,
): Promise<void> {
  await tx.exec(`set local session_replication_role = replica; set local maintenance_work_mem = '256MB'`);
  const indexes = dropped ? await indexesOf(tx) : [];
  for (const { name } of indexes) await tx.exec(`drop index ${name}`);
  await work();
  for (const { definition } of indexes) await tx.exec(definition);
}

async function indexesOf(tx: Queryable): Promise<readonly { name: string; definition: string }[]> {
  const tables = TABLES.map((table) => `'${table}'::regclass`).join(', ');
  return tx.query(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
     from pg_index i where i.indrelid in (${tables}) and not i.indisprimary`,
  );
}
