/**
 * What readiness costs in PGlite: tasks of 100, 1,000 and 5,000 steps, half of them complete, three parents a step,
 * beside 5,000 tasks of eight steps. Times are milliseconds seen from JavaScript; the hot call is also measured inside
 * the server. From 1,000 to 5,000 steps a growth factor near 5 means linear, 25 quadratic.
 */
import type { ProfileName } from '../src-engine/simulate/scenario.ts';
import { openSandbox } from '../src-engine/store/open-sandbox.ts';
import { setProfile } from '../src-engine/store/session.ts';
import { insertCatalogue, insertChains, insertLayers } from './support/layered-tasks.ts';
import { median, milliseconds, report, type Target } from './support/measure.ts';

const ROUNDS = 15;
const CALLS = 200;

const db = await openSandbox();
await insertCatalogue(db);
const small = (await insertChains(db, 5_000)) + 2_500;
const sizes = [
  [100, await insertLayers(db, 10, 10)],
  [1_000, await insertLayers(db, 20, 50)],
  [5_000, await insertLayers(db, 50, 100)],
] as const;
const connected = await insertLayers(db, 10, 10, 10);
await db.exec('vacuum analyze');

async function time(sql: string, params: readonly (number | readonly number[])[]): Promise<number> {
  const values: number[] = [];
  for (let round = 0; round < ROUNDS; round++) values.push(await milliseconds(() => db.query(sql, params)));
  return median(values);
}

/** One statement over all sizes; the target holds for the largest. */
async function bySize(name: string, sql: string, target: Target = {}): Promise<void> {
  const times: number[] = [];
  for (const [steps, taskId] of sizes) {
    const value = await time(sql, [taskId]);
    times.push(value);
    report(`${name}, ${steps} steps, ms`, value, steps === 5_000 ? target : {});
  }
  report(`${name}, growth from 1,000 to 5,000 steps`, (times[2] ?? 0) / (times[1] ?? 1), { atMost: 6 });
}

async function profile(name: ProfileName, targets: boolean): Promise<void> {
  await setProfile(db, name);
  const aim = (atMost: number): Target => (targets ? { atMost } : {});
  const rows = await db.query<{ id: number }>(
    'select workflow_step_id as id from tasker_workflow_steps where task_id = $1 order by 1 limit 3',
    [small],
  );
  const few = rows.map((row) => row.id);
  const hot = 'get_step_readiness_status';
  const inServer = await time(`select count(*) from generate_series(1, ${CALLS}) n, ${hot}($1 + n - n, $2)`, [
    small,
    few,
  ]);
  report(`${name}: readiness of three steps, in the server, ms`, inServer / CALLS, aim(0.25));
  report(`${name}: readiness of three steps, ms`, await time(`select * from ${hot}($1, $2)`, [small, few]));
  report(`${name}: readiness of 8 steps, ms`, await time(`select * from ${hot}($1)`, [small]));
  report(
    `${name}: context of 8 steps, ms`,
    await time('select * from get_task_execution_context($1)', [small]),
  );
  const tasks = Array.from({ length: 500 }, (_, place) => small + place);
  const batch = 'select * from get_task_execution_contexts_batch($1)';
  report(`${name}: contexts of 500 tasks of 8 steps, ms`, await time(batch, [tasks]));
  await bySize(`${name}: context`, 'select * from get_task_execution_context($1)', aim(25));
  await bySize(`${name}: ready step ids`, 'select workbench.ready_step_ids($1)', aim(12));
  await bySize(`${name}: all rows as columns`, 'select workbench.step_readiness_columns($1)', aim(50));
}

await profile('rails-1.0', false);
await profile('documented', true);
const levels = 'select count(*) from calculate_dependency_levels($1)';
report('levels of 10 connected layers of 10, ms', await time(levels, [connected]), { atMost: 10 });
await bySize('levels', levels, { atMost: 60 });
const view = 'select * from tasker_step_dag_relationships where task_id = $1';
report('DAG view of one task among 5,000, ms', await time(view, [small]), { atMost: 3 });
await db.close();
