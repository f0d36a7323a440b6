/** Rows of tasks for tests. */
import type { TaskRow } from '../../../../src-renderer/store/production/types.ts';

/** @param second Of the minute in which it was created. */
export function taskRow(task: string, second: number, change: Partial<TaskRow> = {}): TaskRow {
  const createdAt = `2026-03-01T10:00:${String(second).padStart(2, '0')}.000Z`;
  return {
    task,
    namespace: 'shop',
    name: 'order',
    version: '1.0.0',
    state: 'in_progress',
    createdAt,
    changedAt: createdAt,
    steps: [],
    ...change,
  };
}
