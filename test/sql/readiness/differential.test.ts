/**
 * Every second formulation against the first: whatever the rows, the batch calls, the range forms, the lists of ready
 * steps, the column form and the contexts say what the readiness rows say.
 */
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../../src-engine/store/database.ts';
import { setProfile } from '../../../src-engine/store/session.ts';
import { openTestDatabase } from '../../support/database.ts';
import { insertTask, setClock } from '../../support/tasker-rows.ts';
import { type ContextRow, contextRow, PROFILES, readiness, type ReadinessRow } from '../support/answers.ts';
import { anyTask, plainTask, type Steps } from '../support/random-tasks.ts';

const SEED = 20_300_101;
const SMALL: Steps = { min: 1, max: 12 };
const LARGE: Steps = { min: 32, max: 60 };

let db: Database;
const ids: number[] = [];
beforeAll(async () => {
  db = await openTestDatabase();
  await setClock(db);
  const specs = [
    ...fc.sample(anyTask(SMALL), { numRuns: 40, seed: SEED }),
    ...fc.sample(anyTask(LARGE), { numRuns: 12, seed: SEED }),
  ];
  for (const spec of specs) ids.push((await insertTask(db, spec)).taskId);
  await interleave(ids.slice(-6));
});
afterAll(() => db.close());

/** Every third step changes places with the next task: ids interleave, and edges lead from task to task. */
async function interleave(taskIds: readonly number[]): Promise<void> {
  for (const [place, id] of taskIds.entries()) {
    const next = taskIds[place + 1];
    if (next === undefined || place % 2 === 1) continue;
    await db.query(
      `update tasker_workflow_steps set task_id = case task_id when $1 then $2::bigint else $1 end
       where task_id in ($1, $2) and workflow_step_id % 3 = 0`,
      [id, next],
    );
  }
}

const READY = 'select workbench.ready_step_ids($1) as ids';

/** Readiness asked one step at a time: always the look-up form, never the range form. */
async function oneByOne(taskId: number, rows: readonly ReadinessRow[]): Promise<readonly ReadinessRow[]> {
  const found: ReadinessRow[] = [];
  for (const { workflow_step_id } of rows) {
    found.push(
      ...(await db.query<ReadinessRow>('select * from get_step_readiness_status($1, $2)', [
        taskId,
        [workflow_step_id],
      ])),
    );
  }
  return found;
}

describe.each(PROFILES)('profile %s', (profile) => {
  beforeAll(() => setProfile(db, profile));

  test('the batch gives the rows of the single calls', async () => {
    const singles: ReadinessRow[] = [];
    for (const id of ids) singles.push(...(await readiness(db, id)));
    expect(await db.query('select * from get_step_readiness_status_batch($1)', [ids])).toEqual(singles);
    expect(singles.length).toBeGreaterThan(500);
  });

  test('a large task says of each step what a question about that step alone does', async () => {
    for (const id of ids.slice(-12)) {
      const rows = await readiness(db, id);
      expect(rows.length).toBeGreaterThan(24);
      expect(await oneByOne(id, rows)).toEqual(rows);
    }
  });

  test('the loop is told of exactly the ready rows, whether it asks about a whole task or about what can have changed', async () => {
    const at = '2030-01-01 12:00:10';
    const asks: { task: number; at: string; finished: number[] | null; retrying: number[] }[] = [];
    for (const id of ids) {
      const stepIds = (await readiness(db, id)).map((row) => row.workflow_step_id);
      asks.push({ task: id, at, finished: null, retrying: [] });
      for (const divisor of [2, 3]) {
        const finished = stepIds.filter((step) => step % divisor === 0);
        asks.push({ task: id, at, finished, retrying: stepIds.filter((step) => step % divisor === 1) });
      }
    }
    const answers = await db.query<{ step_ids: number[] }>('select * from workbench.ready_steps($1::jsonb)', [
      JSON.stringify(asks),
    ]);
    await setClock(db, `${at}+00`);
    for (const [place, ask] of asks.entries()) {
      const children = await db.query<{ to_step_id: number }>(
        'select to_step_id from tasker_workflow_step_edges where from_step_id = any ($1)',
        [ask.finished ?? []],
      );
      const candidates = new Set([...children.map((row) => row.to_step_id), ...ask.retrying]);
      const expected = (await readiness(db, ask.task))
        .filter((row) => row.ready_for_execution)
        .map((row) => row.workflow_step_id)
        .filter((step) => ask.finished === null || candidates.has(step));
      expect(answers[place]?.step_ids).toEqual(expected);
    }
    await setClock(db);
  });

  test('a long list of step ids gives the rows of a short one', async () => {
    for (const id of ids.slice(-12)) {
      const rows = await readiness(db, id);
      const wanted = rows.slice(0, -1).map((row) => row.workflow_step_id);
      const some = await db.query('select * from get_step_readiness_status($1, $2)', [id, [...wanted, 0]]);
      expect(some).toEqual(rows.slice(0, -1));
    }
  });

  test('ready_step_ids lists the ready rows in id order', async () => {
    let total = 0;
    for (const id of ids) {
      const [row] = await db.query<{ ids: readonly number[] }>(READY, [id]);
      const rows = await readiness(db, id);
      expect(row?.ids).toEqual(rows.filter((r) => r.ready_for_execution).map((r) => r.workflow_step_id));
      total += row?.ids.length ?? 0;
    }
    expect(total).toBeGreaterThan(30);
    expect(await db.query(READY, [999_999])).toEqual([{ ids: [] }]);
  });

  test('step_readiness_columns holds the rows column by column', async () => {
    for (const id of [...ids.slice(0, 3), ...ids.slice(-3), 999_999]) {
      const [row] = await db.query<{ columns: Record<string, readonly unknown[]> }>(
        'select workbench.step_readiness_columns($1) as columns',
        [id],
      );
      const rows = await readiness(db, id);
      const isTime = /_at$/;
      for (const [name, values] of Object.entries(row?.columns ?? {})) {
        const texts = values.map((value) =>
          isTime.test(name) && typeof value === 'string' ? value.replace('T', ' ') : value,
        );
        expect(texts).toEqual(rows.map((r) => Object.entries(r).find(([key]) => key === name)?.[1]));
      }
      expect(Object.keys(row?.columns ?? {})).toHaveLength(16);
    }
  });

  test('the counts of a context are those of the readiness rows', async () => {
    for (const id of ids) {
      const rows = await readiness(db, id);
      const count = (...states: readonly string[]): number =>
        rows.filter((row) => states.includes(row.current_state)).length;
      expect(await contextRow(db, id)).toMatchObject({
        total_steps: rows.length,
        pending_steps: count('pending'),
        in_progress_steps: count('in_progress'),
        completed_steps: count('complete', 'resolved_manually'),
        failed_steps: count('error'),
        ready_steps: rows.filter((row) => row.ready_for_execution).length,
      });
    }
  });

  test('the batch gives the contexts of the single calls', async () => {
    const singles: ContextRow[] = [];
    for (const id of ids) singles.push(await contextRow(db, id));
    expect(await db.query('select * from get_task_execution_contexts_batch($1)', [ids])).toEqual(singles);
    expect(new Set(singles.map((row) => row.execution_status)).size).toBeGreaterThanOrEqual(4);
  });
});

test('the profiles agree on tasks that no decision touches', async () => {
  const specs = [
    ...fc.sample(plainTask(SMALL), { numRuns: 20, seed: SEED }),
    ...fc.sample(plainTask(LARGE), { numRuns: 5, seed: SEED }),
  ];
  for (const spec of specs) {
    const { taskId } = await insertTask(db, spec);
    await setProfile(db, 'rails-1.0');
    const shipped = [await readiness(db, taskId), await contextRow(db, taskId)];
    await setProfile(db, 'documented');
    expect([await readiness(db, taskId), await contextRow(db, taskId)]).toEqual(shipped);
  }
});

test('ids that lie far apart are looked up one by one, with the same rows', async () => {
  const { taskId } = await insertTask(db, { parents: Object.fromEntries(names(30).map((n) => [n, []])) });
  const before = await readiness(db, taskId);
  await db.transaction(async (tx) => {
    const far = before.map((row) => row.workflow_step_id);
    await tx.query(
      'update tasker_workflow_steps set workflow_step_id = workflow_step_id + 1000000 where workflow_step_id = $1',
      [far.at(-1) ?? 0],
    );
    const after = await readiness(tx, taskId);
    expect(after.map(({ name, ready_for_execution }) => [name, ready_for_execution])).toEqual(
      before.map(({ name, ready_for_execution }) => [name, ready_for_execution]),
    );
    const [row] = await tx.query<{ ids: readonly number[] }>(READY, [taskId]);
    expect(row?.ids).toHaveLength(30);
    expect((await contextRow(tx, taskId)).ready_steps).toBe(30);
  });
});

function names(count: number): readonly string[] {
  return Array.from({ length: count }, (_, place) => `n${place}`);
}
