/** Fills the list of tasks, page by page. */
import type { ProductionFilter } from '../store/production/filter.ts';
import { askedFilter } from '../store/production/filter.ts';
import { mergeRows, MOST_ROWS } from '../store/production/merge-rows.ts';
import { openConnection, useProduction } from '../store/production/production.ts';
import { putRows, useTasks } from '../store/production/tasks.ts';
import type { TaskFilter, TaskPage } from '../store/production/types.ts';
import { Question } from './question.ts';

const PAGE = 100;

export const taskPage = new Question<TaskPage>();

export function changeTaskFilter(change: Partial<ProductionFilter>): void {
  useTasks.setState(({ filter }) => ({ filter: { ...filter, ...change } }));
}

/** Tells lists apart. */
export function listKey(connection: string | null, filter: ProductionFilter): string {
  return `${connection ?? ''} ${JSON.stringify(filter)}`;
}

/** Of the list that would be asked for now. */
export function wantedList(): string {
  return listKey(openConnection(useProduction.getState()), useTasks.getState().filter);
}

/** From the newest on; what was there goes only when the answer is there. */
export async function listTasks(): Promise<void> {
  const of = wantedList();
  const page = await ask(of, currentFilter());
  if (page === null) return;
  useTasks.setState({ isCut: false });
  putRows(mergeRows([], page.rows), { next: page.next, looked: page.looked, of });
}

export async function listMoreTasks(): Promise<void> {
  const { next, rows, isCut, looked } = useTasks.getState();
  if (next === null || isCut || rows.length >= MOST_ROWS) return;
  const page = await ask(wantedList(), currentFilter(), next);
  if (page === null) return;
  putRows(mergeRows(useTasks.getState().rows, page.rows), {
    next: page.next,
    looked: looked + page.looked,
  });
}

function ask(of: string, filter: TaskFilter, before?: string): Promise<TaskPage | null> {
  return taskPage.ask(of, ({ production, connection, signal }) =>
    production.tasks(
      { connection, filter, limit: PAGE, ...(before === undefined ? {} : { before }) },
      { signal },
    ),
  );
}

function currentFilter(): TaskFilter {
  return askedFilter(useTasks.getState().filter, Date.now());
}
