/**
 * The log of a run as a stream: what is shown already, then what comes, with the run's view whenever it changes. Messages
 * are bounded in size and in rate, because a port drains the stream as fast as it yields.
 */
import { setTimeout } from 'node:timers/promises';
import type { LoggedEvent } from '../../events/event.ts';
import type { RunSession } from './run-session.ts';
import type { SessionView } from './session-view.ts';
import { isOver } from './session-view.ts';

export interface SessionNews {
  readonly events: readonly LoggedEvent[];
  readonly view: SessionView;
}

export interface WatchOptions {
  /** The stream begins with event `after` + 1. */
  readonly after: number;
  /** Milliseconds between two messages; 0 where the reader sets the rate. */
  readonly everyMs: number;
  readonly signal?: AbortSignal | undefined;
}

const LARGEST_BATCH = 500;
/** What is left of a run that is over comes faster: nothing is slowed down by it. */
const CATCH_UP_MS = 10;

/** Ends after the last event of a run that is over, or when its rows are removed. */
export async function* watchRun(
  session: RunSession,
  { after, everyMs, signal }: WatchOptions,
): AsyncGenerator<SessionNews, void> {
  let seen = after;
  let told = -1;
  for (;;) {
    const { version } = session.changes;
    const { view } = session;
    const events = await session.readEvents(seen, seen + LARGEST_BATCH);
    seen += events.length;
    if (events.length > 0 || version !== told) yield { events, view };
    told = version;
    if ((isOver(view.status) && seen >= view.events) || session.isGone) return;
    await pause(isOver(view.status) ? Math.min(everyMs, CATCH_UP_MS) : everyMs, signal);
    if (seen >= view.events) await session.changes.after(version, signal);
    if (signal?.aborted === true) return;
  }
}

async function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  if (ms === 0) return;
  try {
    await setTimeout(ms, undefined, signal === undefined ? {} : { signal });
  } catch (error) {
    if (signal?.aborted !== true) throw error;
  }
}
