// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { followTasks } from '../../../src-renderer/production/follow-tasks.ts';
import { wantedList } from '../../../src-renderer/production/list-tasks.ts';
import { NO_FILTER } from '../../../src-renderer/store/production/filter.ts';
import { MOST_ROWS } from '../../../src-renderer/store/production/merge-rows.ts';
import { forgetTasks, useTasks } from '../../../src-renderer/store/production/tasks.ts';
import type { FollowNews, TaskRow } from '../../../src-renderer/store/production/types.ts';
import { showOpen } from '../panels/production/fake-production.ts';
import { taskRow } from '../store/production/rows.ts';

/** What the stream brings next; null ends it, an error breaks it. */
let push: (news: FollowNews | Error | null) => void;
const follow =
  vi.fn<(input: unknown, options: { readonly signal: AbortSignal }) => Promise<AsyncIterable<FollowNews>>>();
const tasks = vi.fn<() => Promise<{ readonly rows: readonly TaskRow[] }>>();

vi.mock('../../../src-renderer/api/engine.ts', () => ({
  engine: async () => ({ production: { follow, tasks } }),
  onNewLine: () => () => {},
}));

async function* stream(): AsyncGenerator<FollowNews> {
  for (;;) {
    const news = await new Promise<FollowNews | Error | null>((resolve) => (push = resolve));
    if (news === null) return;
    if (news instanceof Error) throw news;
    yield news;
  }
}

const changed = (...rows: TaskRow[]): FollowNews => ({
  kind: 'changed',
  at: '2026-03-01T12:00:00.000Z',
  rows,
});
const kind = () => useTasks.getState().follow.kind;
const keys = () => useTasks.getState().rows.map(({ task }) => task);
let stop = (): void => {};

function begin(filter = NO_FILTER): void {
  useTasks.setState({ filter });
  useTasks.setState({ rows: [taskRow('1', 1)], of: wantedList() });
  stop = followTasks(filter);
}

beforeEach(() => {
  vi.useFakeTimers();
  showOpen();
  follow.mockReset().mockImplementation(async () => stream());
  tasks.mockReset().mockResolvedValue({ rows: [] });
});
afterEach(() => {
  stop();
  forgetTasks();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test('what happened since the list was read is made up for, and what happens then comes in', async () => {
  tasks.mockResolvedValue({ rows: [taskRow('2', 2)] });
  begin();
  await vi.waitFor(() => expect(kind()).toBe('live'));
  push(changed(taskRow('3', 3)));
  await vi.waitFor(() => expect(keys()).toEqual(['3', '2', '1']));
  expect(useTasks.getState().follow).toEqual({ kind: 'live', at: '2026-03-01T12:00:00.000Z' });
});

test('a task that leaves the state that is asked for leaves the list', async () => {
  begin({ ...NO_FILTER, states: ['in_progress'] });
  await vi.waitFor(() => expect(kind()).toBe('live'));
  push(changed(taskRow('1', 1, { state: 'complete', changedAt: '2026-03-01T11:00:00.000Z' })));
  await vi.waitFor(() => expect(keys()).toEqual([]));
});

test('a busy database does not make the window grow', async () => {
  begin();
  await vi.waitFor(() => expect(kind()).toBe('live'));
  for (let batch = 0; batch < 5; batch += 1) {
    push(changed(...Array.from({ length: 600 }, (_, index) => taskRow(String(2 + batch * 600 + index), 2))));
    await vi.waitFor(() => expect(keys()[0]).toBe(String(1 + (batch + 1) * 600)));
  }
  expect(keys()).toHaveLength(MOST_ROWS);
  expect(useTasks.getState().isCut).toBe(true);
});

test('trouble of the database is told, and passes', async () => {
  begin();
  await vi.waitFor(() => expect(kind()).toBe('live'));
  const trouble = { code: 'lost', message: 'It is gone.', hint: 'Wait.' } as const;
  push({ kind: 'trouble', trouble, againInMs: 5_000 });
  await vi.waitFor(() => expect(kind()).toBe('trouble'));
  push(changed(taskRow('2', 2)));
  await vi.waitFor(() => expect(kind()).toBe('live'));
});

test('a stream that breaks off is taken up again', async () => {
  begin();
  await vi.waitFor(() => expect(kind()).toBe('live'));
  push(new Error('the line broke'));
  await vi.waitFor(() => expect(kind()).toBe('trouble'));
  await vi.advanceTimersByTimeAsync(3_000);
  await vi.waitFor(() => expect(kind()).toBe('live'));
  expect(follow).toHaveBeenCalledTimes(2);
});

test('it rests while nobody looks at the window', async () => {
  begin();
  await vi.waitFor(() => expect(kind()).toBe('live'));
  const signal = follow.mock.lastCall?.[1].signal;
  const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
  document.dispatchEvent(new Event('visibilitychange'));
  expect(signal?.aborted).toBe(true);
  expect(kind()).toBe('resting');
  hidden.mockReturnValue(false);
  document.dispatchEvent(new Event('visibilitychange'));
  await vi.waitFor(() => expect(follow).toHaveBeenCalledTimes(2));
});

test('it ends when it is no longer wanted', async () => {
  begin();
  await vi.waitFor(() => expect(kind()).toBe('live'));
  stop();
  expect(follow.mock.lastCall?.[1].signal.aborted).toBe(true);
  expect(kind()).toBe('off');
});
