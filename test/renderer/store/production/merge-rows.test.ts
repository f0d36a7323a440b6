import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeRows } from '../../../../src-renderer/store/production/merge-rows.ts';
import { taskRow } from './rows.ts';

const keys = (rows: readonly { readonly task: string }[]) => rows.map(({ task }) => task);
const later = '2026-03-01T11:00:00.000Z';

describe('rows of tasks', () => {
  test('of another page come in below, the newest on top', () => {
    const { rows } = mergeRows([taskRow('9', 30), taskRow('8', 20)], [taskRow('7', 10), taskRow('6', 5)]);
    expect(keys(rows)).toEqual(['9', '8', '7', '6']);
  });

  test('that changed take their place, and are there once', () => {
    const changed = taskRow('8', 20, { state: 'complete', changedAt: later });
    const { rows } = mergeRows([taskRow('9', 30), taskRow('8', 20)], [changed]);
    expect(rows).toEqual([taskRow('9', 30), changed]);
  });

  test('of the same moment are in the order of their keys, as numbers', () => {
    const { rows } = mergeRows([], [taskRow('9', 1), taskRow('11', 1), taskRow('10', 1)]);
    expect(keys(rows)).toEqual(['11', '10', '9']);
  });

  test('leave when they are no longer what was asked for', () => {
    const done = taskRow('8', 20, { state: 'complete', changedAt: later });
    const { rows } = mergeRows(
      [taskRow('9', 30), taskRow('8', 20)],
      [done, taskRow('10', 40, { state: 'complete' })],
      ({ state }) => state === 'in_progress',
    );
    expect(keys(rows)).toEqual(['9']);
  });

  test('are not put back by an answer that was overtaken', () => {
    const now = taskRow('8', 20, { state: 'complete', changedAt: later });
    expect(mergeRows([now], [taskRow('8', 20)]).rows).toEqual([now]);
  });

  test('beyond the most are let go, the oldest first, and that is told', () => {
    const { rows, dropped } = mergeRows([taskRow('2', 2), taskRow('1', 1)], [taskRow('3', 3)], undefined, 2);
    expect(keys(rows)).toEqual(['3', '2']);
    expect(dropped).toBe(1);
  });

  test('stay one for each task, in order and bounded, whatever comes in', () => {
    const row = fc
      .tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 0, max: 59 }))
      .map(([task, second]) => taskRow(String(task), task, { changedAt: taskRow('', second).createdAt }));
    fc.assert(
      fc.property(fc.array(fc.array(row, { maxLength: 20 }), { maxLength: 8 }), (batches) => {
        let rows = mergeRows([], []).rows;
        for (const batch of batches) ({ rows } = mergeRows(rows, batch, undefined, 12));
        expect(rows.length).toBeLessThanOrEqual(12);
        expect(new Set(keys(rows)).size).toBe(rows.length);
        const times = rows.map(({ createdAt }) => Date.parse(createdAt));
        expect(times).toEqual(times.toSorted((a, b) => b - a));
      }),
    );
  });
});
