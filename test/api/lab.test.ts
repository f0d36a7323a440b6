import { describe, expect, test } from 'vitest';
import { SCENARIO, TEMPLATE, runToEnd, useEngine } from './support/engine.ts';

const engine = useEngine();

async function finished() {
  const { client } = engine();
  const { run, view } = await runToEnd(client, { text: TEMPLATE, scenario: SCENARIO, speed: 'max' });
  return { client, run, view };
}

async function over(run: string) {
  const { client } = engine();
  for await (const _ of await client.runs.watch({ run, after: 0 }));
  const view = (await client.runs.list()).find((each) => each.run === run);
  if (view === undefined) throw new Error('the run is gone');
  return view;
}

describe('a run and what comes of it', () => {
  test('are listed with where they came from, compared, and forgotten together', async () => {
    const { client, run } = await finished();
    const fork = await client.runs.fork({
      run,
      after: 10,
      actions: [{ do: 'cancel_task' }],
      speed: 'max',
      paused: false,
    });
    await over(fork.run);
    const second = await client.runs.fork({ run: fork.run, after: 5, speed: 'max', paused: true });
    const listed = await client.runs.list();
    expect(listed.map(({ run: id, parent }) => [id, parent])).toEqual([
      [run, null],
      [fork.run, run],
      [second.run, fork.run],
    ]);
    expect(listed[1]).toMatchObject({ outcome: 'cancelled', changes: ['The task is cancelled.'] });
    const compared = await client.runs.compare({ left: run, right: fork.run });
    expect(compared.common).toBeGreaterThanOrEqual(10);
    expect(compared.right.outcome).toBe('cancelled');
    expect(compared.laterMs).toBeLessThan(0);
    expect(compared.steps.some(({ isSame }) => !isSame)).toBe(true);
    expect(compared.sentences.join(' ')).toMatch(/Both are alike for \d+ events.*Then they part/);
    await client.runs.drop({ run: fork.run });
    expect(await client.runs.list()).toHaveLength(1);
    await expect(client.runs.drop({ run })).rejects.toThrow('stays until another one is');
  });

  test('the other profile is put beside it, and the first thing that is otherwise teaches something', async () => {
    const { client, run } = await finished();
    const beside = await client.runs.beside({ run, profile: 'rails-1.0', speed: 'max' });
    expect(await over(beside.run)).toMatchObject({ profile: 'rails-1.0', parent: run, forkedAfter: 0 });
    const { lesson, sentences } = await client.runs.compare({ left: run, right: beside.run });
    expect(sentences.join(' ')).toContain('Then they part');
    expect(lesson).toContain('never moves a failed step back to pending, so pay is tried once');
    const same = await client.runs.compare({ left: run, right: run });
    expect(same).toMatchObject({ lesson: null, laterMs: 0 });
    expect(same.sentences).toEqual([
      expect.stringMatching(/^Both are alike in all/),
      expect.stringContaining('at the same time'),
    ]);
  });
});

describe('going on and back', () => {
  test('stops at breakpoints, by name, step, state, attempt and expression, and says which', async () => {
    const { client } = engine();
    const { problems } = await client.runs.setBreakpoints({
      breakpoints: [
        { id: 'bad', isEnabled: true, expression: 'payload.' },
        { id: 'text', isEnabled: true, expression: '"yes"' },
        { id: 'off', isEnabled: false, event: '*' },
        { id: 'retry', isEnabled: true, event: 'step.*', step: 'pay', state: 'error', attempt: 1 },
        { id: 'late', isEnabled: true, expression: 'name == "step.completed" && at > 3.0', fromHit: 2 },
      ],
    });
    expect(problems.map(({ id }) => id)).toEqual(['bad', 'text']);
    const { run } = await client.runs.start({ text: TEMPLATE, scenario: SCENARIO, speed: 'max' });
    const first = await client.runs.advance({ run, until: { kind: 'end' } });
    expect(first).toMatchObject({ status: 'paused', hit: 'retry' });
    const second = await client.runs.advance({ run, until: { kind: 'end' } });
    expect(second).toMatchObject({ status: 'paused', hit: 'late' });
    expect(
      await client.runs.seek({ run, from: second.events, direction: 'back', until: { kind: 'breakpoint' } }),
    ).toEqual({
      seq: first.events,
    });
    await client.runs.setBreakpoints({ breakpoints: [] });
    const end = await client.runs.advance({ run, until: { kind: 'end' } });
    expect(end).toMatchObject({ status: 'finished', hit: null });
  });

  test('rests in the log where the engine rested when it went on', async () => {
    const { client } = engine();
    for (const until of [{ kind: 'tick' } as const, { kind: 'step', step: 'pay' } as const]) {
      const { run } = await client.runs.start({
        text: TEMPLATE,
        scenario: SCENARIO,
        speed: 'max',
        paused: true,
      });
      const rests: number[] = [];
      for (;;) {
        const view = await client.runs.advance({ run, until });
        if (view.status !== 'paused') break;
        rests.push(view.events);
      }
      expect(rests.length).toBeGreaterThan(2);
      const forward: number[] = [];
      for (let from = 0; ;) {
        const { seq } = await client.runs.seek({ run, from, direction: 'forward', until });
        if (seq === null) break;
        forward.push(seq);
        from = seq;
      }
      expect(forward.slice(0, rests.length)).toEqual(rests);
      const back: number[] = [];
      for (let from = (forward.at(-1) ?? 0) + 1; ;) {
        const { seq } = await client.runs.seek({ run, from, direction: 'back', until });
        if (seq === null) break;
        back.push(seq);
        from = seq;
      }
      expect(back.toReversed()).toEqual(forward);
    }
  });
});

describe('rows and queries', () => {
  test('show a moment, and a query sees its rows and its time', async () => {
    const { client, run } = await finished();
    const sql = `select n.name, (select to_state from tasker_workflow_step_transitions t
      where t.workflow_step_id = s.workflow_step_id and most_recent) as state
      from tasker_workflow_steps s join tasker_named_steps n using (named_step_id) order by 1`;
    const early = await client.runs.query({ run, after: 3, sql });
    expect(early.columns.map(({ name }) => name)).toEqual(['name', 'state']);
    expect(early.rows).toContainEqual(['pay', null]);
    expect((await client.runs.query({ run, sql })).rows).toContainEqual(['pay', 'complete']);
    const rows = await client.runs.rows({ run, after: 3 });
    expect(rows?.tables.map(({ table }) => table)).toContain('tasker_workflow_steps');
    expect((await client.runs.query({ run, after: 3, sql: 'select now()' })).rows[0]?.[0]).toContain(
      '2030-01-01 00:00:00',
    );
  });

  test.each([
    ['select * from nowhere', /Relation "nowhere" does not exist/, 15],
    ['delete from tasker_tasks', /Syntax error/, 8],
    ['select 1; drop table tasker_tasks', /Syntax error/, 9],
    ['select pg_sleep(100)', /must not sleep/, null],
    ['select count(*) from generate_series(1, 1000000000)', /take very long/, null],
    ['', /no statement/, null],
    ["select setval('tasker_tasks_task_id_seq', 9)", /read-only transaction/, null],
  ])('refuse %j in words', async (sql, message, position) => {
    const { client, run } = await finished();
    await expect(client.runs.query({ run, sql })).rejects.toMatchObject({
      code: 'QUERY_FAILED',
      message: expect.stringMatching(message),
      data: { position },
    });
    expect(
      (await client.runs.query({ run, sql: 'select count(*)::int as n from tasker_tasks' })).rows,
    ).toEqual([[1]]);
  });

  test('a query without rows still has its columns, and a long answer is cut', async () => {
    const { client, run } = await finished();
    expect(await client.runs.query({ run, sql: 'select task_id from tasker_tasks where false' })).toEqual({
      columns: [{ name: 'task_id', type: 'unknown' }],
      rows: [],
      isCut: false,
    });
    const many = await client.runs.query({ run, sql: 'select i from generate_series(1, 5000) i -- many' });
    expect([many.rows.length, many.isCut]).toEqual([1_000, true]);
  });

  test('the names of the schema are told for completing', async () => {
    const schema = await engine().client.sandbox.schema();
    expect(schema.tables.find(({ name }) => name === 'tasker_tasks')?.columns).toContain('context');
    expect(schema.functions.map(({ name }) => name)).toContain('get_step_readiness_status');
  });
});

test('a scenario is tested beside a run, which stays as it is', async () => {
  const { client, run, view } = await finished();
  const text = `${SCENARIO.text}\nexpect: { task: complete, steps: { pay: { attempts: 1 } }, never: [step.failed] }\n`;
  const { report, expectation } = await client.tests.run({ text: TEMPLATE, scenario: { text, name: 'x' } });
  expect(report.outcome).toBe('completed');
  expect(expectation?.total).toBe(3);
  expect(expectation?.unmet).toHaveLength(2);
  expect((await client.runs.list()).map(({ run: id }) => id)).toEqual([run]);
  expect(await client.runs.current()).toEqual(view);
});
