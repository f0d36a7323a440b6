/** A page of tasks: by a filter, or only those that are stuck. */
import type { ProductionDatabase } from '../store/production/production-database.ts';
import { readStuck } from '../store/production/rows/stuck-rows.ts';
import type { TaskListPage, TaskRowFilter } from '../store/production/rows/task-rows.ts';
import { readTaskPage } from '../store/production/rows/task-rows.ts';
import { checkKey } from './task-detail.ts';

export interface TaskPageRequest {
  readonly filter: TaskRowFilter & { readonly stuckOnly?: boolean | undefined };
  readonly before?: string | undefined;
  readonly limit: number;
}

export async function taskPage(
  database: ProductionDatabase,
  { filter: { stuckOnly, ...filter }, before, limit }: TaskPageRequest,
  signal: AbortSignal | undefined,
) {
  if (before !== undefined) checkKey(database, before);
  const page =
    stuckOnly === true
      ? await stuckPage(database, filter, { after: before ?? null, limit }, signal)
      : await database.reading(
          (reader, names) => readTaskPage(reader, names, filter, { before: before ?? null, limit }),
          { signal },
        );
  return { ...page, rows: page.rows.map((row) => ({ ...row, steps: [...row.steps] })) };
}

/** The oldest first, as they are found; then `before` says after which to go on. */
async function stuckPage(
  database: ProductionDatabase,
  filter: TaskRowFilter,
  { after, limit }: { readonly after: string | null; readonly limit: number },
  signal: AbortSignal | undefined,
): Promise<TaskListPage> {
  const { installation } = database.production;
  return database.reading(
    async (reader, names) => {
      const stuck = await readStuck(reader, names, installation, { after, limit });
      const tasks = [...new Set(stuck.rows.map(({ task }) => task))];
      if (tasks.length === 0) return { rows: [], next: stuck.next, looked: stuck.looked };
      const page = await readTaskPage(
        reader,
        names,
        { ...filter, tasks },
        { before: null, limit: tasks.length },
      );
      return { rows: page.rows.toReversed(), next: stuck.next, looked: stuck.looked };
    },
    { signal },
  );
}
