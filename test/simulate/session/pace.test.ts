import { describe, expect, test } from 'vitest';
import type { Leave } from '../../../src-engine/simulate/session/pace.ts';
import { Pace, RunStopped } from '../../../src-engine/simulate/session/pace.ts';
import { HandTick, settled } from './support.ts';

function paced(speed: 1 | 10 | 100 | 'max', paused = false) {
  const hand = new HandTick();
  const seen = { ticks: 0 };
  const pace = new Pace({ startMs: 0, speed, paused, tick: hand.tick, onTick: () => (seen.ticks += 1) });
  return { hand, pace, seen };
}

/** What the pace answered, as far as it has. */
function asked(pace: Pace, at: number): { leave?: Leave; error?: unknown } {
  const answer: { leave?: Leave; error?: unknown } = {};
  pace.reach(at).then(
    (leave) => (answer.leave = leave),
    (error: unknown) => (answer.error = error),
  );
  return answer;
}

describe('the pace of a run', () => {
  test('at full speed nothing waits', async () => {
    expect(await paced('max').pace.reach(1e12)).toBe('all');
  });

  test.each([
    [1, 20],
    [10, 2],
    [100, 1],
  ] as const)('at speed %d a virtual second takes %d ticks', async (speed, ticks) => {
    const { hand, pace, seen } = paced(speed);
    const answer = asked(pace, 1_000);
    await settled();
    for (let tick = 1; tick < ticks; tick++) await hand.pass();
    expect(answer.leave).toBeUndefined();
    await hand.pass();
    expect(answer.leave).toBe('clock');
    expect(seen.ticks).toBe(ticks);
    expect(pace.clock).toBe(50 * speed * ticks);
  });

  test('a pause in the middle of a wait stops the clock, and resuming goes on from there', async () => {
    const { hand, pace } = paced(1);
    const answer = asked(pace, 100);
    await hand.pass();
    pace.pause();
    await hand.pass();
    await hand.pass();
    expect([answer.leave, pace.clock]).toEqual([undefined, 50]);
    pace.resume();
    await settled();
    await hand.pass();
    expect([answer.leave, pace.clock]).toEqual(['clock', 100]);
  });

  test('a change of speed in the middle of a wait counts at once', async () => {
    const { hand, pace } = paced(1);
    const answer = asked(pace, 3_600_000);
    await hand.pass();
    pace.setSpeed('max');
    await settled();
    expect([answer.leave, pace.clock]).toEqual(['all', 50]);
  });

  test.each([false, true])('stopping ends a wait at once, paused: %s', async (paused) => {
    const { pace } = paced(1, paused);
    const answer = asked(pace, 3_600_000);
    await settled();
    pace.stop();
    await settled();
    expect(answer.error).toBeInstanceOf(RunStopped);
  });

  test('a step lets through what one event takes, and then waits again', async () => {
    const { pace } = paced(1);
    pace.step();
    expect(await pace.reach(1_000)).toBe('one');
    expect(await pace.reach(2_000)).toBe('one');
    pace.shown(2_000, 'one');
    const next = asked(pace, 2_000);
    await settled();
    expect([next.leave, pace.clock, pace.isPaused]).toEqual([undefined, 2_000, true]);
  });

  test('the clock never goes back', () => {
    const { pace } = paced('max');
    pace.shown(500, 'all');
    pace.shown(200, 'all');
    expect(pace.clock).toBe(500);
  });
});
