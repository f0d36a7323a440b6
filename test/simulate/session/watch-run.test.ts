import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LoggedEvent } from '../../../src-engine/events/event.ts';
import type { RunSession } from '../../../src-engine/simulate/session/run-session.ts';
import type { SessionNews } from '../../../src-engine/simulate/session/watch-run.ts';
import { watchRun } from '../../../src-engine/simulate/session/watch-run.ts';
import type { Database } from '../../../src-engine/store/database.ts';
import { openTestDatabase } from '../../support/database.ts';
import { workflow } from '../../support/workflows.ts';
import { deskOver, HandTick, settled, sourceOf, start, watched } from './support.ts';

const CHAIN = Object.fromEntries(
  Array.from({ length: 120 }, (_, index) => [`s${index}`, index === 0 ? [] : [`s${index - 1}`]]),
);
const SOURCE = sourceOf(workflow(CHAIN), { context: { order: 1 }, latency: 1 });

let db: Database;
let session: RunSession;
let log: readonly LoggedEvent[];

beforeAll(async () => {
  db = await openTestDatabase();
  session = await start(deskOver(db), SOURCE);
  log = await watched(session);
});
afterAll(() => db.close());

describe('the stream of a run', () => {
  test('comes in batches of at most 500, without gaps, and its last view is the last one', async () => {
    const news: SessionNews[] = [];
    for await (const each of watchRun(session, { after: 0, everyMs: 0 })) news.push(each);
    expect(log.length).toBeGreaterThan(500);
    expect(news.flatMap(({ events }) => events.map(({ seq }) => seq))).toEqual(
      log.map((_, index) => index + 1),
    );
    expect(Math.max(...news.map(({ events }) => events.length))).toBe(500);
    expect(news.at(-1)?.view).toEqual(session.view);
  });

  test('goes on from wherever it was left', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(log.length), async (after) => {
        expect(await watched(session, after)).toEqual(log.slice(after));
      }),
      { numRuns: 15 },
    );
    expect(await watched(session, log.length + 10)).toEqual([]);
  });
});

describe('the stream of a run under way', () => {
  test('tells of every change, also without events, to any number of readers', async () => {
    const hand = new HandTick();
    const paced = await start(deskOver(db, hand.tick), SOURCE, { speed: 1 });
    const readers = [1, 2].map(() => watchRun(paced, { after: 0, everyMs: 0 }));
    const first = await Promise.all(readers.map((reader) => reader.next()));
    expect(first.map(({ value }) => value?.view.status)).toEqual(['running', 'running']);
    await settled();
    const next = readers.map((reader) => reader.next());
    const [shown] = await Promise.all(next);
    expect(shown?.value?.events.length).toBeGreaterThan(0);
    const after = readers.map((reader) => reader.next());
    paced.pause();
    expect((await Promise.all(after)).map(({ value }) => value)).toMatchObject([
      { events: [], view: { status: 'paused' } },
      { events: [], view: { status: 'paused' } },
    ]);
    const rest = readers.map(async (reader) => {
      let status = '';
      for await (const { view } of reader) ({ status } = view);
      return status;
    });
    await paced.stop();
    expect(await Promise.all(rest)).toEqual(['stopped', 'stopped']);
    expect(paced.changes.size).toBe(0);
  });

  test('ends when its reader has gone, and leaves nothing behind', async () => {
    const paced = await start(deskOver(db, new HandTick().tick), SOURCE, { speed: 1, paused: true });
    const controller = new AbortController();
    const reader = watchRun(paced, { after: 0, everyMs: 1_000, signal: controller.signal });
    await reader.next();
    const waiting = reader.next();
    await settled();
    controller.abort();
    expect((await waiting).done).toBe(true);
    const other = new AbortController();
    const second = watchRun(paced, { after: 0, everyMs: 0, signal: other.signal });
    await second.next();
    const still = second.next();
    await settled();
    expect(paced.changes.size).toBe(1);
    other.abort();
    expect((await still).done).toBe(true);
    expect(paced.changes.size).toBe(0);
    await paced.stop();
  });

  test('ends when a later run takes the rows away', async () => {
    const desk = deskOver(db, new HandTick().tick);
    const first = await start(desk, SOURCE, { paused: true });
    await first.step();
    const reader = watchRun(first, { after: 0, everyMs: 0 });
    expect((await reader.next()).value?.events).toHaveLength(1);
    const rest = (async () => {
      const news: SessionNews[] = [];
      for await (const each of reader) news.push(each);
      return news;
    })();
    const second = await start(desk, SOURCE, { paused: true });
    expect((await rest).flatMap(({ events }) => events)).toEqual([]);
    expect((await rest).at(-1)?.view.status).toBe('stopped');
    expect(first.isGone).toBe(true);
    expect(await first.readEvents(0, 10)).toEqual([]);
    await second.stop();
  });

  test('sends no faster than it may', async () => {
    const hand = new HandTick();
    const paced = await start(deskOver(db, hand.tick), SOURCE, { speed: 100 });
    const reader = watchRun(paced, { after: 0, everyMs: 40 });
    await reader.next();
    const begin = performance.now();
    for (let message = 0; message < 2; message++) {
      const next = reader.next();
      await hand.pass();
      await next;
    }
    expect(performance.now() - begin).toBeGreaterThan(70);
    await paced.stop();
  });
});
