import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Moments } from '../../../src-renderer/store/run/moments.ts';
import {
  addNews,
  goToEvent,
  showRun,
  stepBack,
  stepForward,
  useRun,
} from '../../../src-renderer/store/run/run.ts';
import { foldEvents, NO_STEPS } from '../../../src-renderer/store/run/step-fold.ts';
import { longLog, runView, showLog, timeAt } from '../panels/support/run.ts';

const LOG = longLog(1_100);
/** What the screen is made of. */
const screen = () => {
  const { shown, now, steps } = useRun.getState();
  return { shown, now, steps };
};

describe('the fold at any event', () => {
  test('is the fold of the log up to there, in whatever order one goes', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: LOG.length }), { maxLength: 12 }), (places) => {
        const moments = new Moments(LOG);
        for (const place of places) {
          expect(moments.at(place)).toEqual(foldEvents(NO_STEPS, LOG.slice(0, place)));
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('a moment of the log', () => {
  test('is the same on the screen after n events on and n back as when it is gone to', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000 }), fc.integer({ min: 1, max: 99 }), (from, n) => {
        showLog(LOG, { status: 'finished' });
        goToEvent(from);
        const before = screen();
        for (let step = 0; step < n; step++) stepForward();
        const there = screen();
        for (let step = 0; step < n; step++) stepBack();
        expect(screen()).toEqual(before);
        goToEvent(from + n);
        expect(screen()).toEqual(there);
      }),
      { numRuns: 30 },
    );
  });

  test('has the time of its event, and the end that of the engine', () => {
    showLog(LOG.slice(0, 10), { status: 'paused', now: timeAt(90_000) });
    goToEvent(4);
    expect(useRun.getState()).toMatchObject({ moment: 4, shown: 4, now: timeAt(400) });
    goToEvent(null);
    expect(useRun.getState()).toMatchObject({ moment: null, shown: 10, now: timeAt(90_000) });
  });

  test('stays where it is while the log grows, and the end follows it', () => {
    showLog(LOG.slice(0, 10));
    goToEvent(6);
    const before = screen();
    addNews({ events: LOG.slice(10, 20), view: runView({ events: 20 }) });
    expect(screen()).toEqual(before);
    expect(useRun.getState().count).toBe(20);
    goToEvent(null);
    expect(useRun.getState()).toMatchObject({ shown: 20 });
    expect(useRun.getState().steps).toEqual(foldEvents(NO_STEPS, LOG.slice(0, 20)));
  });

  test('outside the log is its beginning or its end; without a run there is none', () => {
    showLog(LOG.slice(0, 10), { status: 'finished' });
    goToEvent(-5);
    expect(useRun.getState().shown).toBe(1);
    goToEvent(99);
    expect(useRun.getState()).toMatchObject({ moment: null, shown: 10 });
    expect(stepForward()).toBe(false);
    showRun(null);
    goToEvent(3);
    expect(useRun.getState()).toMatchObject({ moment: null, shown: 0 });
  });
});
