/**
 * One job: start the task, then discover, execute, discover … until nothing is viable, then finalize.
 * The order of questions and events is upstream's (orchestration reference, sections 4 and 5).
 */
import type { ContextAnswer } from '../store/workbench-calls.ts';
import { emitNoViableSteps, emitSpinning, emitTaskStarted, emitViableSteps } from './emit-workflow.ts';
import type { Running } from './effects.ts';
import { askReady } from './effects.ts';
import { executeBatch } from './executor.ts';
import { askRunContext } from './run-context.ts';
import type { TaskRun } from './task-run.ts';
import { RunEnded } from './task-run.ts';
import { fromSqlTime } from './virtual-time.ts';
import { processNext } from './world.ts';

/** Why the loop ended: `blocked` leaves it right after a batch, `idle` after a discovery that found nothing. */
export interface LoopEnd {
  readonly kind: 'idle' | 'blocked' | 'cancelled';
  readonly executed: number;
  /** The execution context at the end of the loop, when the loop asked for it. */
  readonly answer: ContextAnswer | null;
}

export function* coordinate(run: TaskRun): Running<LoopEnd> {
  emitTaskStarted(run);
  let finished: readonly number[] | null = null;
  let executed = 0;
  for (;;) {
    if (run.cancelled && run.setup.profile.stopsWhenCancelled) {
      return { kind: 'cancelled', executed, answer: null };
    }
    const viable: readonly number[] = yield* discover(run, finished);
    if (viable.length === 0) return yield* leave(run, executed);
    emitViableSteps(run, viable);
    const batch = yield* executeBatch(run, viable);
    executed += batch.started;
    finished = batch.finished;
    if (batch.started === 0) yield* spin(run, viable);
  }
}

/** Ready steps; what ended in the last batch narrows the question, unless something from outside touched the task. */
function* discover(run: TaskRun, finished: readonly number[] | null): Running<readonly number[]> {
  const known = run.rescan ? null : finished;
  run.rescan = false;
  return yield* askReady({
    task: run.setup.taskId,
    at: run.sqlNow(),
    finished: known,
    retrying: known === null ? [] : [...run.failed],
  });
}

function* leave(run: TaskRun, executed: number): Running<LoopEnd> {
  const answer = executed > 0 ? yield* askRunContext(run) : null;
  if (answer?.context?.execution_status === 'blocked_by_failures')
    return { kind: 'blocked', executed, answer };
  emitNoViableSteps(run);
  return { kind: 'idle', executed, answer };
}

/**
 * Every viable step was skipped, so the loop repeats without end and without a pause. Nothing changes until a wait ends
 * or something happens from outside; the clock goes there. When nothing is to come, the run ends as spinning.
 */
function* spin(run: TaskRun, viable: readonly number[]): Running<void> {
  emitSpinning(run, viable);
  run.rescan = true;
  const { waits } = yield* askRunContext(run);
  const ends = waits.map((wait) => fromSqlTime(wait.next_retry_at)).filter((end) => end > run.now);
  const waitEnd = Math.min(...ends);
  const next = run.agenda.peek();
  if (next !== undefined && next.at <= waitEnd) yield* processNext(run);
  else if (ends.length > 0) run.advanceTo(waitEnd);
  else throw new RunEnded('spinning');
}
