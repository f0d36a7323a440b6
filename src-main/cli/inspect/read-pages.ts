/** Several pages of an answer as one, of the same shape: rows of all, the place where the last one ended. */
import type { Production, StuckPage, TaskFilter, TaskPage } from './production.ts';

export interface Reading {
  readonly production: Production;
  readonly connection: string;
  readonly signal: AbortSignal;
  /** Told before each page. */
  readonly onProgress: (looked: number) => void;
}

/** The contract's longest page. */
const LONGEST_PAGE = 200;

/** A filter that matches little may take many pages, each with few rows or none. */
export async function readTasks(
  filter: TaskFilter,
  limit: number,
  { production, connection, signal, onProgress }: Reading,
): Promise<TaskPage> {
  const all: TaskPage = { rows: [], next: null, looked: 0 };
  do {
    signal.throwIfAborted();
    onProgress(all.looked);
    const page = await production.tasks(
      {
        connection,
        filter,
        limit: Math.min(LONGEST_PAGE, limit - all.rows.length),
        ...(all.next === null ? {} : { before: all.next }),
      },
      { signal },
    );
    all.rows.push(...page.rows);
    all.next = page.next;
    all.looked += page.looked;
  } while (all.next !== null && all.rows.length < limit);
  return all;
}

/** Of the last page what is above the limit is left out. */
export async function readStuck(
  limit: number,
  { production, connection, signal, onProgress }: Reading,
): Promise<StuckPage> {
  const all: StuckPage = { steps: [], next: null, looked: 0 };
  do {
    signal.throwIfAborted();
    onProgress(all.looked);
    const after = all.next === null ? {} : { after: all.next };
    const page = await production.stuck({ connection, ...after }, { signal });
    all.steps.push(...page.steps);
    all.next = page.next;
    all.looked += page.looked;
  } while (all.next !== null && all.steps.length < limit);
  const steps = all.steps.slice(0, limit);
  return steps.length < all.steps.length ? { ...all, steps, next: steps.at(-1)?.task ?? null } : all;
}
