import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LoggedEvent } from '../../src-engine/events/event.ts';
import { simulate } from '../../src-engine/simulate/simulate.ts';
import { lastEvent, logFacts, readEventSlice } from '../../src-engine/store/calls/event-log.ts';
import type { Database } from '../../src-engine/store/database.ts';
import { openTestDatabase } from '../support/database.ts';
import { LINEAR, workflow } from '../support/workflows.ts';

let db: Database;
let events: readonly LoggedEvent[];

beforeAll(async () => {
  db = await openTestDatabase();
  ({ events } = await simulate(db, { template: workflow(LINEAR), scenario: { context: { order: 1 } } }));
});
afterAll(() => db.close());

test('a slice is a part of the log, byte for byte', async () => {
  for (const [after, upTo] of [
    [0, 1_000],
    [0, 1],
    [4, 9],
    [events.length - 1, events.length],
    [events.length, 1_000],
    [7, 7],
  ] as const) {
    const slice = await readEventSlice(db, 1, after, upTo);
    expect(JSON.stringify(slice)).toBe(JSON.stringify(events.slice(after, upTo)));
  }
});

test('the last event and the facts of a log are told without reading it', async () => {
  const last = events.at(-1);
  expect(await lastEvent(db, 1)).toMatchObject({ seq: last?.seq });
  expect(await logFacts(db, [{ run: 1, last: 1_000 }])).toEqual({
    events: events.length,
    lastAt: last?.at,
    jobAbandoned: false,
  });
});

test('an empty log has neither', async () => {
  expect(await lastEvent(db, 99)).toBeNull();
  expect(await logFacts(db, [{ run: 99, last: 1_000 }])).toEqual({
    events: 0,
    lastAt: null,
    jobAbandoned: false,
  });
  expect(await readEventSlice(db, 99, 0, 10)).toEqual([]);
});
