import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Scenario } from '../../../src-engine/simulate/scenario.ts';
import type { RunSession } from '../../../src-engine/simulate/session/run-session.ts';
import type { Database } from '../../../src-engine/store/database.ts';
import { openTestDatabase } from '../../support/database.ts';
import { DIAMOND, workflow } from '../../support/workflows.ts';
import { deskOver, HandTick, logOf, plainRun, settled, sourceOf, start, watched } from './support.ts';

/** Failures, a wait of half a minute, a crash, an action and steps that end at the same time. */
const SCENARIO: Scenario = {
  name: 'troubled',
  context: { order: 1 },
  latency: 2,
  steps: {
    branch_one_process: {
      attempts: [{ outcome: 'retryable_error', retry_after: 30 }, { outcome: 'success' }],
    },
    branch_two_validate: { attempts: [{ outcome: 'crash' }, { outcome: 'success' }] },
  },
  actions: [{ at: 45, do: 'worker_restart' }],
};
const SOURCE = sourceOf(workflow(DIAMOND), SCENARIO);

const CONTROLS = ['pause', 'resume', 'step', 1, 10, 100, 'max', 'tick'] as const;

let db: Database;
let expected: Awaited<ReturnType<typeof plainRun>>;

beforeAll(async () => {
  db = await openTestDatabase();
  expected = await plainRun(db, SOURCE);
});
afterAll(() => db.close());

/** Steps until the run is over; the log after each step. */
async function stepThrough(session: RunSession): Promise<readonly number[]> {
  const lengths: number[] = [];
  while (!session.isOver) {
    await session.step();
    lengths.push(session.view.events);
  }
  return lengths;
}

describe('the log of a session equals that of a plain run, byte for byte', () => {
  test.each(['max', 100, 10, 1] as const)('at speed %s', async (speed) => {
    const session = await start(deskOver(db), SOURCE, { speed });
    expect(JSON.stringify(await watched(session))).toBe(JSON.stringify(expected.events));
    expect(session.report).toEqual(expected.report);
    expect(session.view).toMatchObject({
      status: 'finished',
      events: expected.events.length,
      outcome: 'completed',
      scenario: 'troubled',
      reasons: [],
    });
  });

  test('step by step, each of which shows one more event', async () => {
    const session = await start(deskOver(db), SOURCE, { paused: true });
    const lengths = await stepThrough(session);
    const all = expected.events.map((_, index) => index + 1);
    // The last thing a run does may be to find out that nothing more happens.
    expect(lengths.slice(0, all.length)).toEqual(all);
    expect(await logOf(session)).toEqual(expected.events);
  });

  test.each([3, 9, 10, 11, 12, 13])('also where a limit of %d events cuts it off', async (events) => {
    const wide = { a: [], b: [], c: [], d: ['a', 'b', 'c'] };
    const source = sourceOf(workflow(wide), { context: { order: 1 }, latency: 1, limits: { events } });
    const plain = await plainRun(db, source);
    const session = await start(deskOver(db), source, { paused: true });
    await stepThrough(session);
    expect(await logOf(session)).toEqual(plain.events);
    expect(session.report).toEqual(plain.report);
  });

  test('whatever the controls do meanwhile', async () => {
    const control = fc.constantFrom(...CONTROLS);
    await fc.assert(
      fc.asyncProperty(fc.array(control, { maxLength: 30 }), fc.boolean(), async (controls, paused) => {
        const hand = new HandTick();
        const session = await start(deskOver(db, hand.tick), SOURCE, { speed: 100, paused });
        for (const each of controls) {
          if (each === 'pause') session.pause();
          else if (each === 'resume') session.resume();
          else if (each === 'step') await session.step();
          else if (each === 'tick') await hand.pass();
          else session.setSpeed(each);
        }
        const shown = await session.readEvents(0, Infinity);
        expect(shown).toEqual(expected.events.slice(0, shown.length));
        session.setSpeed('max');
        session.resume();
        expect(await logOf(session)).toEqual(expected.events);
        expect(session.report).toEqual(expected.report);
      }),
      { numRuns: 6 },
    );
  });
});

describe('a paused session', () => {
  test('shows nothing before the first step, and the first events after as many steps', async () => {
    const session = await start(deskOver(db), SOURCE, { paused: true });
    await settled();
    expect(session.view).toMatchObject({ status: 'paused', events: 0, now: session.view.startedAt });
    for (let steps = 0; steps < 5; steps++) await session.step();
    expect(await session.readEvents(0, Infinity)).toEqual(expected.events.slice(0, 5));
    expect(session.view).toMatchObject({ status: 'paused', now: expected.events[4]?.at });
    await session.stop();
  });

  test('counts steps that are asked for at once', async () => {
    const session = await start(deskOver(db), SOURCE, { paused: true });
    await Promise.all([session.step(), session.step(), session.step()]);
    expect(session.view.events).toBe(3);
    await session.stop();
  });

  test('a step jumps over a long virtual wait', async () => {
    const session = await start(deskOver(db, new HandTick().tick), SOURCE, { paused: true, speed: 1 });
    await stepThrough(session);
    expect(session.view.now).toBe(expected.events.at(-1)?.at);
  });

  test('steps that were asked for end when the run goes on by itself, and when it is stopped', async () => {
    const session = await start(deskOver(db), SOURCE, { paused: true });
    const step = session.step();
    session.resume();
    await step;
    await session.ended;
    expect(session.view.status).toBe('finished');
    const other = await start(deskOver(db), SOURCE, { paused: true });
    const [stepped] = await Promise.all([other.step(), other.stop()]);
    expect(stepped).toBeUndefined();
    expect(other.view.status).toBe('stopped');
  });
});

describe('a session at a speed', () => {
  test('shows an event when the clock has reached it, not before', async () => {
    const hand = new HandTick();
    const session = await start(deskOver(db, hand.tick), SOURCE, { speed: 10 });
    const startMs = Date.parse(session.view.startedAt);
    for (let tick = 0; tick <= 12; tick++) {
      await hand.waitedFor();
      const clock = startMs + tick * 500;
      const due = expected.events.filter(({ at }) => Date.parse(at) <= clock).length;
      expect([Date.parse(session.view.now), session.view.events]).toEqual([clock, due]);
      await hand.pass();
    }
    await session.stop();
  });

  test('keeps the rows close to what it shows', async () => {
    const hand = new HandTick();
    const session = await start(deskOver(db, hand.tick), SOURCE, { speed: 10 });
    await hand.waitedFor();
    const [row] = await db.query<{ count: number }>(
      'select count(*)::integer as count from workbench.events',
    );
    expect(row?.count ?? 0).toBeLessThan(expected.events.length / 2);
    await session.stop();
  });

  test('stops in the middle of a wait, for good', async () => {
    const hand = new HandTick();
    const session = await start(deskOver(db, hand.tick), SOURCE, { speed: 1 });
    await hand.waitedFor();
    const { events } = session.view;
    await session.stop();
    expect(session.view).toMatchObject({ status: 'stopped', outcome: null, events });
    session.resume();
    session.setSpeed('max');
    await session.step();
    await settled();
    expect(session.view).toMatchObject({ status: 'stopped', events });
    expect(await session.readEvents(0, Infinity)).toEqual(expected.events.slice(0, events));
    expect(session.report).toBeNull();
  });
});
