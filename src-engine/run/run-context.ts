/** The execution context of a run's task now; what it tells about coming retries is noted for the report. */
import type { ContextAnswer } from '../store/calls/workbench-calls.ts';
import type { Running } from './effects.ts';
import { askContext } from './effects.ts';
import type { TaskRun } from './task-run.ts';
import { fromSqlTime } from './time/virtual-time.ts';

export function* askRunContext(run: TaskRun): Running<ContextAnswer> {
  const answer = yield* askContext(run.setup.taskId, run.sqlNow());
  for (const wait of answer.waits) {
    const times = run.retryTimes.get(wait.step) ?? new Map<number, number>();
    times.set(wait.attempts + 1, fromSqlTime(wait.next_retry_at));
    run.retryTimes.set(wait.step, times);
  }
  return answer;
}
