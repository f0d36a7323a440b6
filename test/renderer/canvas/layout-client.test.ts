import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { LaidOut } from '../../../src-renderer/canvas/shown/layout-client.ts';
import { LayoutClient } from '../../../src-renderer/canvas/shown/layout-client.ts';
import { layoutByLevel } from '../../../src-engine/graph/layout/layout-by-level.ts';
import { layoutGraph } from '../../../src-engine/graph/layout/layout.ts';
import { shapeOf } from '../../graph/layout/shapes.ts';
import { FakeWorker } from './fake-worker.ts';

const ONE = shapeOf(2, [0, 1]);
const OTHER = shapeOf(3, [0, 1], [0, 2]);

beforeEach(() => {
  FakeWorker.started = [];
  FakeWorker.isPrompt = false;
});

afterEach(() => {
  FakeWorker.isPrompt = true;
});

function client(): LayoutClient {
  return new LayoutClient(() => new FakeWorker());
}

test('one worker answers one request after the other', () => {
  const layouts = client();
  const done = vi.fn<LaidOut>();
  layouts.request(ONE, 'down', done);
  FakeWorker.started[0]?.answer();
  layouts.request(OTHER, 'down', done);
  FakeWorker.started[0]?.answer();
  expect(FakeWorker.started).toHaveLength(1);
  expect(done.mock.calls).toEqual([
    [layoutGraph(ONE, 'down'), false],
    [layoutGraph(OTHER, 'down'), false],
  ]);
});

test('the newest request wins: the one before goes with its worker, and is never answered', () => {
  const layouts = client();
  const [first, second] = [vi.fn<LaidOut>(), vi.fn<LaidOut>()];
  layouts.request(ONE, 'down', first);
  layouts.request(OTHER, 'down', second);
  const [worker, next] = FakeWorker.started;
  expect(worker?.isEnded).toBe(true);
  next?.answer();
  expect(first).not.toHaveBeenCalled();
  expect(second).toHaveBeenCalledOnce();
});

test('the same structure asked for again is not computed twice, and whoever asked last is answered', () => {
  const layouts = client();
  const [first, second, third] = [vi.fn<LaidOut>(), vi.fn<LaidOut>(), vi.fn<LaidOut>()];
  layouts.request(ONE, 'down', first);
  layouts.request(shapeOf(2, [0, 1]), 'down', second);
  FakeWorker.started[0]?.answer();
  layouts.request(ONE, 'down', third);
  expect(FakeWorker.started[0]?.requests).toHaveLength(1);
  expect(first).not.toHaveBeenCalled();
  expect(second).toHaveBeenCalledOnce();
  expect(third).toHaveBeenCalledWith(layoutGraph(ONE, 'down'), false);
});

test('cancelling ends the worker and gives the simple layout, which is not remembered', () => {
  const layouts = client();
  const done = vi.fn<LaidOut>();
  layouts.request(ONE, 'down', done);
  layouts.cancel();
  expect(FakeWorker.started[0]?.isEnded).toBe(true);
  expect(done).toHaveBeenLastCalledWith(layoutByLevel(ONE, 'down'), true);
  layouts.request(ONE, 'down', done);
  FakeWorker.started[1]?.answer();
  expect(done).toHaveBeenLastCalledWith(layoutGraph(ONE, 'down'), false);
});

test('what nobody waits for any more is never answered', () => {
  const layouts = client();
  const done = vi.fn<LaidOut>();
  layouts.request(ONE, 'down', done);
  layouts.forget();
  layouts.cancel();
  expect(done).not.toHaveBeenCalled();
});

test.each<[string, (worker: FakeWorker | undefined) => void]>([
  ['fails', (worker) => worker?.fail('out of memory')],
  ['breaks', (worker) => worker?.break()],
])('a worker that %s leaves the simple layout, and the next request a working one', (_, trouble) => {
  const layouts = client();
  const done = vi.fn<LaidOut>();
  layouts.request(ONE, 'down', done);
  trouble(FakeWorker.started.at(-1));
  expect(done).toHaveBeenLastCalledWith(layoutByLevel(ONE, 'down'), true);
  layouts.request(OTHER, 'down', done);
  FakeWorker.started.at(-1)?.answer();
  expect(done).toHaveBeenLastCalledWith(layoutGraph(OTHER, 'down'), false);
});

test('where there are no workers at all the simple layout is given', () => {
  const done = vi.fn<LaidOut>();
  const layouts = new LayoutClient(() => {
    throw new Error('refused');
  });
  layouts.request(ONE, 'right', done);
  expect(done).toHaveBeenCalledWith(layoutByLevel(ONE, 'right'), true);
});
