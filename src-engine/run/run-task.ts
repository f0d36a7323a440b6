/**
 * The life of a run, from the created task to the moment nothing more is planned.
 */
import type { Running } from './effects.ts';
import { rest } from './effects.ts';
import { emitEnqueued, emitTaskCreated } from './tell/emit-task.ts';
import { runJob } from './job.ts';
import type { Action } from '../simulate/scenario.ts';
import type { EarlyEnd, TaskRun } from './task-run.ts';
import { RunEnded } from './task-run.ts';
import { durationMs } from './time/virtual-time.ts';
import { WorkerCrashed } from './world/worker-crash.ts';
import { processNext } from './world/world.ts';

/** Runs to the end; the value says what ended it early, null when the agenda simply became empty. */
export function* runTask(run: TaskRun, actions: readonly Action[]): Running<EarlyEnd | null> {
  emitTaskCreated(run);
  emitEnqueued(run, 0);
  for (const action of actions) run.agenda.add(run.now + durationMs(action.at), { kind: 'action', action });
  run.agenda.add(run.now, { kind: 'job', execution: 1 });
  return yield* liveOn(run);
}

/** Lets happen what is planned; also what somebody planned for a run that was over. */
export function* liveOn(run: TaskRun): Running<EarlyEnd | null> {
  try {
    while (run.agenda.size > 0) yield* survive(happenNext(run));
    return null;
  } catch (error) {
    if (error instanceof RunEnded) return error.outcome;
    throw error;
  }
}

function* happenNext(run: TaskRun): Running<void> {
  yield* rest();
  const next = run.agenda.peek();
  if (next?.item.kind !== 'job') {
    yield* processNext(run);
    return;
  }
  run.agenda.next();
  run.advanceTo(next.at);
  yield* runJob(run, next.item.execution);
}

/** A crash ends the job, not the run: what the worker left behind stays as it is. */
export function* survive(happening: Running<void>): Running<void> {
  try {
    yield* happening;
  } catch (error) {
    if (!(error instanceof WorkerCrashed)) throw error;
  }
}
