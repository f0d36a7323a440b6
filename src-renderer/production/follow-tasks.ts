/**
 * Follows what changes among the tasks that are listed. It rests while nobody looks at the window, and a stream that breaks off is
 * taken up again by itself.
 */
import { engine } from '../api/engine.ts';
import { failureOf } from '../api/failure.ts';
import type { ProductionFilter } from '../store/production/filter.ts';
import { askedFilter } from '../store/production/filter.ts';
import { mergeRows } from '../store/production/merge-rows.ts';
import { openConnection, useProduction } from '../store/production/production.ts';
import type { FollowState } from '../store/production/tasks.ts';
import { putRows, useTasks } from '../store/production/tasks.ts';
import type { FollowNews, TaskFilter, TaskRow } from '../store/production/types.ts';
import { wantedList } from './list-tasks.ts';
import { noteClosed } from './question.ts';

const AGAIN_AFTER_MS = 3_000;

/** Until what it returns is called. */
export function followTasks(filter: ProductionFilter): () => void {
  let controller = new AbortController();
  const begin = (): void => {
    controller.abort();
    controller = new AbortController();
    if (document.hidden) show({ kind: 'resting' });
    else void follow(filter, controller.signal);
  };
  document.addEventListener('visibilitychange', begin);
  begin();
  return () => {
    document.removeEventListener('visibilitychange', begin);
    controller.abort();
    show({ kind: 'off' });
  };
}

async function follow(filter: ProductionFilter, signal: AbortSignal): Promise<void> {
  show({ kind: 'starting' });
  while (!signal.aborted) {
    await followOnce(askedFilter(filter, Date.now()), signal);
    await passed(AGAIN_AFTER_MS, signal);
  }
}

async function followOnce(filter: TaskFilter, signal: AbortSignal): Promise<void> {
  const connection = openConnection(useProduction.getState());
  if (connection === null) return;
  try {
    const { production } = await engine(signal);
    // A list that is only now asked for brings it itself.
    if (isListed())
      await catchUp(() => production.tasks({ connection, filter, limit: 100 }, { signal }), signal);
    const news = await production.follow({ connection, filter }, { signal });
    if (!signal.aborted) show({ kind: 'live', at: null });
    for await (const each of news) if (!signal.aborted) take(each);
  } catch (error) {
    if (signal.aborted) return;
    noteClosed(error, connection);
    const { message, hint } = failureOf(error);
    const againAtMs = Date.now() + AGAIN_AFTER_MS;
    show({ kind: 'trouble', trouble: { message, hint: hint ?? '' }, againAtMs });
  }
}

/** What happened between the list and the stream, or while the stream was broken. */
async function catchUp(
  ask: () => Promise<{ readonly rows: readonly TaskRow[] }>,
  signal: AbortSignal,
): Promise<void> {
  const { rows } = await ask();
  if (!signal.aborted) put(rows);
}

function take(news: FollowNews): void {
  if (news.kind === 'trouble') {
    show({ kind: 'trouble', trouble: news.trouble, againAtMs: Date.now() + news.againInMs });
    return;
  }
  put(news.rows);
  const { follow: before } = useTasks.getState();
  // Without rows it only says that it works.
  const at = news.rows.length > 0 ? news.at : before.kind === 'live' ? before.at : null;
  show({ kind: 'live', at });
}

function put(changed: readonly TaskRow[]): void {
  if (changed.length === 0 || !isListed()) return;
  const { rows, filter } = useTasks.getState();
  const fits = ({ state }: TaskRow): boolean => filter.states.length === 0 || filter.states.includes(state);
  putRows(mergeRows(rows, changed, fits));
}

/** Whether what is listed is of the filter that is followed. */
function isListed(): boolean {
  return useTasks.getState().of === wantedList();
}

function show(follow: FollowState): void {
  useTasks.setState({ follow });
}

function passed(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
}
