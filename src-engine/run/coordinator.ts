/**
 * One job: start the task, then discover, execute, discover … until nothing is viable, then finalize.
 * The order of questions and events is upstream's (orchestration reference, sections 4 and 5).
 */
import type { ContextAnswer } from '../store/calls/workbench-calls.ts';
import { emitNoViableSteps, emitSpinning, emitTaskStarted, emitViableSteps } from './tell/emit-workflow.ts';
import type { Running } from './effects.ts';
import { askReady, rest } from './effects.ts';
import { executeBatch } from './executor.ts';
import { askRunContext } from './run-context.ts';
import type { TaskRun } from './task-run.ts';
import { RunEnded } from './task-run.ts';
import { fromSqlTime } from './time/virtual-time.ts';
import { processNext } from './world/world.ts';

/** Why the loop ended: `blocked` leaves it right after a batch, `idle` after a discovery that found nothing. */
export interface LoopEnd {
  readonly kind: 'idle' | 'blocked' | 'cancelled';
  readonly executed: number;
  /** The execution context at the end of the loop, when the loop asked for it. */
  readonly answer: ContextAnswer | null;
}

export function* coordinate(run: TaskRun): Running<LoopEnd> {
  emitTaskStarted(run);
  let executed = 0;
  for (;;) {
    if (run.cancelled && run.setup.profile.stopsWhenCancelled) {
      return { kind: 'cancelled', executed, answer: null };
    }
    const found: Discovery = yield* discover(run);
    if (found.viable.length === 0) return yield* leave(run, executed, found.answer);
    emitViableSteps(run, found.viable);
    const started: number = yield* executeBatch(run, found.viable);
    executed += started;
    if (started === 0) yield* spin(run, found.viable);
  }
}

interface Discovery {
  readonly viable: readonly number[];
  /** The execution context, when it had to be asked for. */
  readonly answer: ContextAnswer | null;
}

/**
 * Ready steps. What was completed since the last discovery narrows the question, unless something from outside touched the task; when
 * that finds nothing, the execution context says whether there is anything elsewhere.
 */
function* discover(run: TaskRun): Running<Discovery> {
  const known = run.rescan ? null : [...run.completed];
  run.rescan = false;
  run.completed.clear();
  const viable = yield* readySteps(run, known);
  if (viable.length > 0 || known === null) return { viable, answer: null };
  const answer = yield* askRunContext(run);
  const elsewhere = (answer.context?.ready_steps ?? 0) > 0;
  return { viable: elsewhere ? yield* readySteps(run, null) : [], answer };
}

function* readySteps(run: TaskRun, finished: readonly number[] | null): Running<readonly number[]> {
  const retrying = finished === null ? [] : [...run.failed];
  return yield* askReady({ task: run.setup.taskId, at: run.sqlNow(), finished, retrying });
}

function* leave(run: TaskRun, executed: number, known: ContextAnswer | null): Running<LoopEnd> {
  const answer = known ?? (executed > 0 ? yield* askRunContext(run) : null);
  if (executed > 0 && answer?.context?.execution_status === 'blocked_by_failures') {
    return { kind: 'blocked', executed, answer };
  }
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
  yield* rest();
  const ends = waits.map((wait) => fromSqlTime(wait.next_retry_at)).filter((end) => end > run.now);
  const waitEnd = Math.min(...ends);
  const next = run.agenda.peek();
  if (next !== undefined && next.at <= waitEnd) yield* processNext(run);
  else if (ends.length > 0) run.advanceTo(waitEnd);
  else throw new RunEnded('spinning');
}
