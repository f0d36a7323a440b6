/** What was counted, in sentences. Pure. */
import type { Overview } from '../../../store/production/types.ts';

/** e.g. `Counted: the newest 100,000 of about 2,300,000 tasks.` */
export function countedWords({
  looked,
  estimatedTasks,
}: Pick<Overview, 'looked' | 'estimatedTasks'>): string {
  const tasks = looked.tasks.toLocaleString('en');
  if (looked.isAll) return `Counted: all ${tasks} tasks.`;
  // The planner's estimate may be old, and must not look smaller than what was counted.
  const about = Math.max(estimatedTasks, looked.tasks).toLocaleString('en');
  return `Counted: the newest ${tasks} of about ${about} tasks.`;
}

/** e.g. `2.5 %`; a share that is not nothing never looks like nothing. */
export function share(part: number, whole: number): string {
  if (whole === 0 || part === 0) return '0 %';
  const percent = (part / whole) * 100;
  return percent < 0.1 ? 'under 0.1 %' : `${percent.toFixed(percent < 10 ? 1 : 0)} %`;
}
