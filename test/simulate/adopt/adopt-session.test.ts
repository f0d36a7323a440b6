import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bringHome } from '../../../src-engine/production/bring-home.ts';
import { stateOf } from '../../../src-engine/inspect/production/copy-notes.ts';
import type { Scenario } from '../../../src-engine/simulate/scenario.ts';
import { answerReadiness, answerTask } from '../../../src-engine/simulate/session/answers.ts';
import type { RunDesk } from '../../../src-engine/simulate/session/run-desk.ts';
import type { RunSession } from '../../../src-engine/simulate/session/run-session.ts';
import { sqlTime } from '../../../src-engine/run/time/virtual-time.ts';
import { setClock } from '../../../src-engine/store/calls/world-calls.ts';
import type { Database } from '../../../src-engine/store/database.ts';
import { namesOf } from '../../../src-engine/store/production/rows/names.ts';
import type { TaskCopy } from '../../../src-engine/store/production/rows/task-copy.ts';
import { readTaskCopy } from '../../../src-engine/store/production/rows/task-copy.ts';
import { generatedRun } from '../../support/arbitrary-runs.ts';
import { openTestDatabase } from '../../support/database.ts';
import { insertTask } from '../../support/tasker-rows.ts';
import { DIAMOND, workflow } from '../../support/workflows.ts';
import { deskOver, sourceOf, start } from '../session/support.ts';

const NAMES = namesOf({
  generation: 'rails',
  schema: 'public',
  prefix: 'tasker_',
  hasNamespaces: true,
  hasVersions: true,
  functions: [],
  readiness: 'v02',
  estimatedTasks: 0,
  notes: [],
});

const FAILING: Scenario = {
  context: { order: 1, card: '4242' },
  latency: 2,
  steps: {
    branch_one_process: { attempts: [{ outcome: 'retryable_error', message: 'too busy', retry_after: 30 }] },
  },
};

let there: Database;
let here: Database;
beforeAll(async () => {
  [there, here] = await Promise.all([openTestDatabase(), openTestDatabase()]);
});
afterAll(async () => {
  await Promise.all([there.close(), here.close()]);
});

/** A run as production would have it: stopped for good after some events. */
async function leftAfter(events: number, source = sourceOf(workflow(DIAMOND), FAILING)): Promise<RunSession> {
  const session = await start(deskOver(there), source, { paused: true });
  while (!session.isOver && session.view.events < events) await session.step();
  await session.stop();
  return session;
}

/** @param clockMs Default: that of a run that was left, whose rows may be ahead of what it shows. */
async function copyOf(db: Database, session: RunSession, clockMs?: number): Promise<TaskCopy> {
  if (session.start.kind !== 'prepared') throw new Error('the run has no task');
  const { run } = session.start.run;
  const task = String(run.setup.taskId);
  const copy = await db.transaction(async (tx) => {
    await setClock(tx, sqlTime(clockMs ?? Math.max(run.now, session.clock)));
    return readTaskCopy(tx, NAMES, task);
  });
  if (copy === null) throw new Error('the task is not there');
  return copy;
}

/** What is shown so far; the run may be paused. */
function told(session: RunSession) {
  return session.readEvents(0, session.view.events);
}

/** A result of JSON null takes four bytes, and none at all takes none: nobody can tell them apart. */
function withoutSizes(copy: TaskCopy) {
  return { ...copy, steps: copy.steps.map((step) => ({ ...step, resultsSize: 0 })) };
}

async function copyWithStepInProgress(): Promise<TaskCopy> {
  for (let events = 5; events < 60; events++) {
    const copy = await copyOf(there, await leftAfter(events));
    if (copy.steps.some((step) => stateOf(step) === 'in_progress')) return copy;
  }
  throw new Error('no step was ever in progress');
}

const AS_IT_IS = { profile: 'documented', mask: [], inProgress: 'goes_on' } as const;

async function statesOf(desk: RunDesk, session: RunSession, after?: number) {
  const { steps } = await answerReadiness({ session, worlds: await desk.worlds(), after }, undefined);
  return Object.fromEntries(steps.map(({ name, current_state }) => [name, current_state]));
}

function statesIn(copy: TaskCopy) {
  return Object.fromEntries(copy.steps.map((step) => [step.name, stateOf(step)]));
}

describe('a task that was brought home', () => {
  test('has the rows it had there, and stands paused at its moment', async () => {
    const copy = await copyOf(there, await leftAfter(30));
    const desk = deskOver(here);
    const { session } = await bringHome(desk, copy, AS_IT_IS);
    expect(session.view).toMatchObject({ status: 'paused', startedAt: copy.createdAt });
    expect(await copyOf(here, session, session.clock)).toEqual(copy);
    expect(await statesOf(desk, session)).toEqual(statesIn(copy));
    const task = await answerTask({ session, worlds: await desk.worlds(), after: undefined });
    expect(task?.state).toBe(stateOf(copy));
  });

  test('goes on from there to its end under the profile that was chosen', async () => {
    const left = await leftAfter(30);
    const copy = await copyOf(there, left);
    const desk = deskOver(here);
    const { session } = await bringHome(desk, copy, AS_IT_IS);
    const before = await told(session);
    session.setSpeed('max');
    session.resume();
    await session.ended;
    expect(session.report?.outcome).toBe('completed');
    expect((await told(session)).slice(0, before.length)).toEqual(before);
    expect(Date.parse((await told(session))[before.length]?.at ?? '')).toBeGreaterThanOrEqual(
      Date.parse(copy.at),
    );
  });

  test('shows every moment of its past', async () => {
    const copy = await copyOf(there, await leftAfter(40));
    const desk = deskOver(here);
    const { session } = await bringHome(desk, copy, AS_IT_IS);
    const log = await told(session);
    const states = new Map<string, string>();
    for (const { seq, payload } of log) {
      const { step_name: step, to_state: to } = payload;
      if (typeof step === 'string' && typeof to === 'string') states.set(step, to);
      const shown = await statesOf(desk, session, seq);
      for (const [name, state] of states) expect(shown[name], `${name} after event ${seq}`).toBe(state);
    }
  });

  test('can be forked at its moment: a step is resolved by hand, and the others go on', async () => {
    const copy = await copyOf(there, await leftAfter(30));
    const desk = deskOver(here);
    const { session } = await bringHome(desk, copy, AS_IT_IS);
    const step = copy.steps.find((each) => stateOf(each) === 'pending' || stateOf(each) === 'error');
    const fork = await desk.fork(session, {
      after: session.view.events,
      actions: [{ do: 'resolve_step', step: step?.name ?? '' }],
      speed: 'max',
      paused: false,
    });
    await fork.ended;
    expect((await statesOf(desk, fork))[step?.name ?? '']).toBe('resolved_manually');
    expect(fork.report?.outcome).toBe('completed');
  });

  test('that can never go on by itself does so when its step is resolved by hand, with a log without gaps', async () => {
    const { taskId } = await insertTask(there, {
      parents: { charge: [], ship: ['charge'] },
      state: 'in_progress',
      created: 60,
      steps: {
        charge: {
          history: [
            { to: 'in_progress', ago: 20 },
            { to: 'error', ago: 10 },
          ],
          attempts: 1,
          retryable: false,
        },
      },
    });
    const copy = await there.transaction((tx) => readTaskCopy(tx, NAMES, String(taskId)));
    if (copy === null) throw new Error('the task is not there');
    const desk = deskOver(here);
    const { session } = await bringHome(desk, copy, AS_IT_IS);
    const fork = await desk.fork(session, {
      after: session.view.events,
      actions: [{ do: 'resolve_step', step: 'charge' }],
      speed: 'max',
      paused: false,
    });
    await fork.ended;
    expect(fork.report?.outcome).toBe('completed');
    expect(await statesOf(desk, fork)).toEqual({ charge: 'resolved_manually', ship: 'complete' });
    session.setSpeed('max');
    session.resume();
    await session.ended;
    expect(session.report?.outcome).not.toBe('completed');
    for (const each of [fork, session]) {
      const log = await told(each);
      expect(log.map(({ seq }) => seq)).toEqual(log.map((_, index) => index + 1));
    }
  });

  test('whose worker is dead is recovered by the documented engine, and never by the shipped one', async () => {
    const copy = await copyWithStepInProgress();
    const ends = [];
    for (const profile of ['documented', 'rails-1.0'] as const) {
      const { session } = await bringHome(deskOver(here), copy, { profile, mask: [], inProgress: 'lost' });
      session.setSpeed('max');
      session.resume();
      await session.ended;
      ends.push(session.report?.outcome);
    }
    expect(ends[0]).toBe('completed');
    expect(ends[1]).not.toBe('completed');
  });

  test('is masked before a row is written', async () => {
    const copy = await copyOf(there, await leftAfter(20));
    const { session, template, scenario } = await bringHome(deskOver(here), copy, {
      ...AS_IT_IS,
      mask: ['card'],
    });
    const rows = JSON.stringify([
      await copyOf(here, session, session.clock),
      await told(session),
      template,
      scenario,
    ]);
    expect(rows).not.toContain('4242');
    expect(rows).toContain('***');
  });

  test(
    'is what it was there, in any workflow and at any moment, and comes to an end',
    { timeout: 120_000 },
    async () => {
      const place = fc.integer({ min: 1, max: 120 });
      const inProgress = fc.constantFrom('goes_on', 'lost');
      await fc.assert(
        fc.asyncProperty(
          generatedRun(10),
          place,
          inProgress,
          async ({ template, scenario }, events, choice) => {
            const left = await leftAfter(events, sourceOf(template, { ...scenario, context: { order: 1 } }));
            if (left.start.kind !== 'prepared') return;
            const copy = await copyOf(there, left);
            const desk = deskOver(here);
            const { session } = await bringHome(desk, copy, {
              profile: 'documented',
              mask: [],
              inProgress: choice,
            });
            expect(withoutSizes(await copyOf(here, session, session.clock))).toEqual(withoutSizes(copy));
            expect(await statesOf(desk, session)).toEqual(statesIn(copy));
            session.setSpeed('max');
            session.resume();
            await session.ended;
            expect(session.view.error).toBeNull();
          },
        ),
        { numRuns: 20, seed: 11 },
      );
    },
  );
});
