/** Tasks of production as they change. One question every other second, ever more seldom while the server is out of reach. */
import { setTimeout } from 'node:timers/promises';
import type { ProductionDatabase } from '../store/production/production-database.ts';
import { Trouble } from '../store/production/reach/trouble.ts';
import type { FollowPlace } from '../store/production/rows/changes.ts';
import { readChanges } from '../store/production/rows/changes.ts';
import type { TaskListRow, TaskRowFilter } from '../store/production/rows/task-rows.ts';
import { readTaskPage } from '../store/production/rows/task-rows.ts';

export type FollowNews =
  | { readonly kind: 'changed'; readonly at: string; readonly rows: readonly TaskListRow[] }
  | { readonly kind: 'trouble'; readonly trouble: Trouble; readonly againInMs: number };

const EVERY_MS = 2_000;
const LONGEST_WAIT_MS = 30_000;
const MOST_ROWS = 200;

/** Begins with a message without rows, which says that it works. Ends when the signal is aborted or the database closed. */
export async function* followTasks(
  database: ProductionDatabase,
  filter: TaskRowFilter,
  signal: AbortSignal | undefined,
  everyMs = EVERY_MS,
): AsyncGenerator<FollowNews, void> {
  let place: FollowPlace | null = null;
  let failures = 0;
  let isTold = false;
  const isAborted = (): boolean => signal?.aborted === true;
  while (!isAborted()) {
    let wait = everyMs;
    try {
      const { at, from, rows } = await look(database, filter, place, signal);
      place = from;
      if (rows.length > 0 || !isTold) yield { kind: 'changed', at, rows };
      isTold = true;
      failures = 0;
    } catch (error) {
      if (isAborted()) return;
      if (!(error instanceof Trouble)) throw error;
      failures += 1;
      // Said again once it works.
      isTold = false;
      wait = Math.min(LONGEST_WAIT_MS, everyMs * 2 ** failures);
      yield { kind: 'trouble', trouble: error, againInMs: wait };
      if (database.isClosed) return;
    }
    await pause(wait, signal);
  }
}

async function look(
  database: ProductionDatabase,
  filter: TaskRowFilter,
  place: FollowPlace | null,
  signal: AbortSignal | undefined,
) {
  return database.reading(
    async (reader, names) => {
      const { at, tasks, from } = await readChanges(reader, names, place);
      if (tasks.length === 0) return { at, from, rows: [] };
      const page = await readTaskPage(
        reader,
        names,
        { ...filter, tasks },
        { before: null, limit: MOST_ROWS },
      );
      return { at, from, rows: page.rows };
    },
    { signal, purpose: 'follow' },
  );
}

async function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  try {
    await setTimeout(ms, undefined, signal === undefined ? {} : { signal });
  } catch (error) {
    if (signal?.aborted !== true) throw error;
  }
}
