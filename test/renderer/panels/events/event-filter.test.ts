import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { EventFilter } from '../../../../src-renderer/panels/events/log/event-filter.ts';
import { isFiltering, NO_FILTER, testOf } from '../../../../src-renderer/panels/events/log/event-filter.ts';
import { FAMILIES } from '../../../../src-renderer/panels/events/log/family.ts';
import { FilteredLog, rowOf } from '../../../../src-renderer/panels/events/log/filtered-log.ts';
import { event, longLog, stepEvent } from '../support/run.ts';

const passes = (change: Partial<EventFilter>, ...args: Parameters<typeof stepEvent>): boolean =>
  testOf({ ...NO_FILTER, ...change })(stepEvent(...args));

describe('a filter', () => {
  test('without a wish lets everything through', () => {
    expect(isFiltering(NO_FILTER)).toBe(false);
    expect(longLog(50).every(testOf(NO_FILTER))).toBe(true);
  });

  test('finds text in the name, the step and the payload, capitals or not', () => {
    const found = (text: string): boolean =>
      passes({ text }, 1, 'step.failed', 'charge_card', {
        error_message: 'Card Declined',
        deep: [{ code: 402 }],
      });
    expect(['STEP.FAI', 'charge', 'declined', ' card declined ', '402'].map(found)).toEqual(
      Array.from({ length: 5 }, () => true),
    );
    expect(found('refunded')).toBe(false);
  });

  test('does not find the names of keys: every step event has a retry_limit', () => {
    expect(passes({ text: 'retry' }, 1, 'step.completed', 'a')).toBe(false);
  });

  test('takes what is typed as it is, not as a pattern', () => {
    expect(passes({ text: '.*' }, 1, 'step.completed', 'a')).toBe(false);
    expect(passes({ text: String.raw`(a[\d]+` }, 1, 'step.x', 'a', { reason: String.raw`f(a[\d]+)` })).toBe(
      true,
    );
  });

  test('wishes are met all at once', () => {
    const wish = { families: new Set(['step'] as const), name: 'step.failed', step: 'a' };
    expect(passes(wish, 1, 'step.failed', 'a')).toBe(true);
    expect(passes(wish, 1, 'step.failed', 'b')).toBe(false);
    expect(passes(wish, 1, 'step.completed', 'a')).toBe(false);
    expect(testOf({ ...NO_FILTER, families: new Set(['other']) })(event(1, 'acme.shipped'))).toBe(true);
  });
});

const anyFilter: fc.Arbitrary<EventFilter> = fc.record({
  text: fc.constantFrom('', 'boom', 'step_3', 'STEP', '7'),
  families: fc.subarray([...FAMILIES]).map((families) => new Set(families)),
  name: fc.constantFrom(null, null, 'step.failed', 'workflow.no_viable_steps'),
  step: fc.constantFrom(null, null, 'step_1', 'step_4'),
});

describe('a filtered log', () => {
  test('is what a plain filter gives, whatever the batches and the slices', () => {
    fc.assert(
      fc.property(
        anyFilter,
        anyFilter,
        fc.array(fc.nat(60)),
        fc.integer({ min: 1, max: 40 }),
        (one, two, batches, slice) => {
          const events = longLog(batches.reduce((sum, size) => sum + size, 0));
          const log = new FilteredLog();
          let count = 0;
          for (const [index, size] of batches.entries()) {
            count += size;
            log.show(events, index < batches.length / 2 ? one : two);
            log.scan(count, slice);
          }
          log.show(events, two);
          while (!log.scan(count, slice));
          const plain = events.slice(0, count).filter(testOf(two));
          expect(log.rows.map((row) => events[row])).toEqual(plain);
        },
      ),
    );
  });

  test('looks at each of 20,000 events once, in batches of 500', () => {
    let looks = 0;
    const log = new FilteredLog((filter) => {
      const isShown = testOf(filter);
      return (each) => {
        looks += 1;
        return isShown(each);
      };
    });
    const events = longLog(20_000);
    const filter = { ...NO_FILTER, text: 'boom' };
    const perBatch = Array.from({ length: 40 }, (_, batch) => {
      const before = looks;
      log.show(events, filter);
      log.scan((batch + 1) * 500, 5_000);
      return looks - before;
    });
    expect(new Set(perBatch)).toEqual(new Set([500]));
    expect(looks).toBe(20_000);
  });

  test('begins anew with another log, and only then', () => {
    const log = new FilteredLog();
    const events = longLog(10);
    log.show(events, NO_FILTER);
    log.scan(10, 100);
    log.show(events, NO_FILTER);
    expect(log.scanned).toBe(10);
    log.show(longLog(5), NO_FILTER);
    expect(log.scanned).toBe(0);
  });
});

test('a place in the log is found among the rows, and only among those that count', () => {
  const rows = [2, 5, 9, 14];
  expect([2, 5, 9, 14].map((place) => rowOf(rows, 4, place))).toEqual([0, 1, 2, 3]);
  expect([0, 3, 20].map((place) => rowOf(rows, 4, place))).toEqual([-1, -1, -1]);
  expect(rowOf(rows, 3, 14)).toBe(-1);
});
