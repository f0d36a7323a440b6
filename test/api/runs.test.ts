import { describe, expect, test } from 'vitest';
import * as schemas from '../../src-engine/api/contract/run-schemas.ts';
import { collect, lastView, runToEnd, SCENARIO, TEMPLATE, useEngine } from './support/engine.ts';

const engine = useEngine();

describe('a run', () => {
  test('is started with a view, and watched to its end', async () => {
    const { client } = engine();
    const started = await client.runs.start({ text: TEMPLATE, scenario: SCENARIO, speed: 'max' });
    expect(started).toMatchObject({
      status: 'running',
      events: 0,
      outcome: null,
      template: { namespace: 'default', name: 'order', version: '1.0.0' },
      scenario: 'flaky',
      environment: null,
      seed: 1,
      profile: 'documented',
    });
    const news = await collect(await client.runs.watch({ run: started.run, after: 0 }));
    const view = lastView(news);
    expect(view).toMatchObject({ run: started.run, status: 'finished', outcome: 'completed', reasons: [] });
    expect(news.flatMap(({ events }) => events).map(({ seq }) => seq)).toEqual(
      Array.from({ length: view.events }, (_, index) => index + 1),
    );
    expect(await client.runs.current()).toEqual(view);
  });

  test('has ids of its own and the same log when it is started again', async () => {
    const { client } = engine();
    const request = { text: TEMPLATE, scenario: SCENARIO, speed: 'max' } as const;
    const [first, second] = [await runToEnd(client, request), await runToEnd(client, request)];
    expect(second.run).not.toBe(first.run);
    expect(JSON.stringify(second.events)).toBe(JSON.stringify(first.events));
  });

  test('is told apart by seed, profile and environment', async () => {
    const { client } = engine();
    const text = `${TEMPLATE}environments: { test: { step_templates: [{ name: pay, default_retry_limit: 1 }] } }\n`;
    const { view } = await runToEnd(client, {
      text,
      environment: 'test',
      scenario: SCENARIO,
      seed: 7,
      profile: 'rails-1.0',
      speed: 'max',
    });
    expect(view).toMatchObject({ seed: 7, profile: 'rails-1.0', environment: 'test', status: 'finished' });
    expect(view.outcome).not.toBe('completed');
    expect(view.reasons.length).toBeGreaterThan(0);
  });

  test('takes the environment of its scenario, unless the request names another', async () => {
    const { client } = engine();
    const text = `${TEMPLATE}environments: { a: { version: 1.0.1 }, b: { version: 1.0.2 } }\n`;
    const scenario = { name: 's', text: 'environment: a\n' };
    const start = { text, scenario, speed: 'max', paused: true } as const;
    expect(await client.runs.start(start)).toMatchObject({
      environment: 'a',
      template: { version: '1.0.1' },
    });
    expect(await client.runs.start({ ...start, environment: 'b' })).toMatchObject({
      environment: 'b',
      scenario: 's',
    });
  });

  test('can be paused before its first event, stepped and resumed', async () => {
    const { client } = engine();
    const { run } = await client.runs.start({ text: TEMPLATE, scenario: SCENARIO, speed: 1, paused: true });
    expect(await client.runs.step({ run })).toMatchObject({ status: 'paused', events: 1 });
    expect(await client.runs.step({ run })).toMatchObject({ status: 'paused', events: 2 });
    expect(await client.runs.setSpeed({ run, speed: 'max' })).toMatchObject({
      status: 'paused',
      speed: 'max',
    });
    expect(await client.runs.resume({ run })).toMatchObject({ status: 'running' });
    const news = await collect(await client.runs.watch({ run, after: 2 }));
    expect(news.flatMap(({ events }) => events)[0]?.seq).toBe(3);
    expect(lastView(news).outcome).toBe('completed');
  });

  test('takes the place of the one that is under way', async () => {
    const { client } = engine();
    const first = await client.runs.start({ text: TEMPLATE, speed: 1 });
    const stream = client.runs.watch({ run: first.run, after: 0 });
    const second = await client.runs.start({ text: TEMPLATE, speed: 1, paused: true });
    expect(lastView(await collect(await stream)).status).toBe('stopped');
    expect(await client.runs.current()).toMatchObject({ run: second.run, status: 'paused' });
    expect(await client.runs.stop({ run: second.run })).toMatchObject({ status: 'stopped', outcome: null });
    expect(await client.runs.report({ run: second.run })).toBeNull();
  });

  test('can be started many times at once: the last one stays', async () => {
    const { client } = engine();
    const started = await Promise.all(
      [1, 2, 3].map(() => client.runs.start({ text: TEMPLATE, speed: 'max' })),
    );
    expect(new Set(started.map(({ run }) => run)).size).toBe(3);
    expect(await client.runs.current()).toMatchObject({ run: started[2]?.run });
  });

  test('whose context is refused ends as rejected, and that is no error', async () => {
    const { client } = engine();
    const text = `${TEMPLATE}schema: { type: object, required: [order] }\n`;
    const scenario = { name: 'empty', text: 'context: { other: 1 }\n' };
    const { events, view, run } = await runToEnd(client, { text, scenario, speed: 'max' });
    expect(events.map(({ name }) => name)).toEqual(['task.failed']);
    expect(view).toMatchObject({ status: 'finished', outcome: 'rejected', error: null });
    expect(view.reasons.length).toBe(1);
    expect(await client.runs.task({ run })).toBeNull();
    expect(await client.runs.readiness({ run })).toMatchObject({ steps: [] });
    expect(await client.runs.report({ run })).toMatchObject({ outcome: 'rejected' });
  });

  test('has the report of the command line when it is over', async () => {
    const { client } = engine();
    const { run, view, events } = await runToEnd(client, {
      text: TEMPLATE,
      scenario: SCENARIO,
      speed: 'max',
    });
    expect(await client.runs.report({ run })).toMatchObject({
      outcome: 'completed',
      scenario: 'flaky',
      events: events.length,
      endedAt: view.now,
      steps: [{ name: 'pay', attempts: 2 }, { name: 'pack', attempts: 1 }, { name: 'ship' }],
    });
  });

  test('keeps the graph of the text it was started with', async () => {
    const { client } = engine();
    const { run } = await client.runs.start({ text: TEMPLATE, speed: 'max' });
    expect(await client.runs.graph({ run })).toEqual(await client.templates.parse({ text: TEMPLATE }));
  });
});

describe('questions about a run', () => {
  test('are answered for the moment they are asked, with the event they belong to', async () => {
    const { client } = engine();
    const { run } = await client.runs.start({ text: TEMPLATE, scenario: SCENARIO, speed: 1, paused: true });
    const words: Record<string, Set<string>> = { pay: new Set(), pack: new Set(), ship: new Set() };
    for (let view = await client.runs.step({ run }); view.status === 'paused';) {
      const readiness = await client.runs.readiness({ run });
      expect(schemas.readiness.parse(readiness)).toEqual(readiness);
      expect(readiness.seq).toBeGreaterThanOrEqual(view.events);
      expect(readiness.seq).toBeLessThanOrEqual(view.events + 8);
      for (const step of readiness.steps) words[step.name]?.add(step.words.replaceAll(/\d{4}-\S+Z/g, 'then'));
      view = await client.runs.step({ run });
    }
    expect([...(words['pay'] ?? [])]).toEqual([
      'is ready and will be started',
      'is in progress',
      'failed once of 3 and waits until then',
      'failed once of 3 and is ready to be tried again',
      'is complete',
    ]);
    expect([...(words['ship'] ?? [])].at(0)).toBe('waits for pay (pending) and pack (pending)');
  });

  test('can be about single steps; unknown names are left out', async () => {
    const { client } = engine();
    const { run } = await runToEnd(client, { text: TEMPLATE, scenario: SCENARIO, speed: 'max' });
    const { steps, seq } = await client.runs.readiness({ run, steps: ['ship', 'pay', 'nobody'] });
    expect(steps.map(({ name }) => name)).toEqual(['pay', 'ship']);
    expect(steps[0]).toMatchObject({
      current_state: 'complete',
      attempts: 2,
      total_parents: 0,
      blocking_reason: 'invalid_state',
      words: 'is complete',
    });
    expect(steps[0]?.transitions.map(({ to }) => to)).toContain('error');
    expect(steps[0]?.last_attempted_at).toMatch(/^2030-.*Z$/);
    expect(seq).toBe((await client.runs.current())?.events);
  });

  test('about the task say where it stands', async () => {
    const { client } = engine();
    const { run } = await runToEnd(client, { text: TEMPLATE, scenario: SCENARIO, speed: 'max' });
    const task = await client.runs.task({ run });
    expect(schemas.taskView.parse(task)).toEqual(task);
    expect(task).toMatchObject({
      state: 'complete',
      execution_status: 'all_complete',
      total_steps: 3,
      completed_steps: 3,
      completion_percentage: 100,
      words: 'is complete',
    });
  });
});
