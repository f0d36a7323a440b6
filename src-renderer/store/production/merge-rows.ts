/** Rows of tasks, newest first: further pages and what changes meanwhile are put in where they belong. Pure. */
import type { TaskRow } from './types.ts';

/** So that a window that follows a busy database all day does not grow. */
export const MOST_ROWS = 2_000;

export interface Merged {
  readonly rows: readonly TaskRow[];
  /** How many of the oldest were let go. */
  readonly dropped: number;
}

/**
 * @param fits What a changed row must still be to stay: a task that left its state is no longer what was asked for.
 */
export function mergeRows(
  before: readonly TaskRow[],
  changed: readonly TaskRow[],
  fits: (row: TaskRow) => boolean = () => true,
  most: number = MOST_ROWS,
): Merged {
  if (changed.length === 0) return { rows: before, dropped: 0 };
  const byTask = new Map(before.map((row) => [row.task, row]));
  for (const row of changed) {
    // Two questions overlap, and their answers may come in another order than the changes.
    if (isOlder(row, byTask.get(row.task))) continue;
    if (fits(row)) byTask.set(row.task, row);
    else byTask.delete(row.task);
  }
  const rows = [...byTask.values()].toSorted(newestFirst);
  return { rows: rows.slice(0, most), dropped: Math.max(0, rows.length - most) };
}

function isOlder(row: TaskRow, known: TaskRow | undefined): boolean {
  return known !== undefined && Date.parse(row.changedAt) < Date.parse(known.changedAt);
}

function newestFirst(a: TaskRow, b: TaskRow): number {
  return Date.parse(b.createdAt) - Date.parse(a.createdAt) || compareKeys(b.task, a.task);
}

/** Keys are counted numbers with Rails, and begin with the time with its successor. */
function compareKeys(a: string, b: string): number {
  return a.length === b.length || !isNumber(a) || !isNumber(b) ? (a < b ? -1 : 1) : a.length - b.length;
}

function isNumber(key: string): boolean {
  return /^\d+$/.test(key);
}
