/**
 * What an operator, or fate, does to a run at a planned time. Each action obeys the state machines: one that is not
 * legal at that moment changes nothing.
 */
import type { Action } from '../../simulate/scenario.ts';
import { assertNever } from '../../assert-never.ts';
import type { Json } from '../../template/template.ts';
import type { Running } from '../effects.ts';
import { amend, changeSteps, changeTask, resetAttempts } from '../effects.ts';
import { emitStepCancelled, emitStepResolved, emitStepRetry } from '../tell/emit-step.ts';
import { emitTaskMoved } from '../tell/emit-task.ts';
import { emitContextSet, emitDatabasePaused, emitRetryLimitSet } from '../tell/emit-workflow.ts';
import { enqueueNow, returnTaskToPending } from '../reenqueue.ts';
import { askRunContext } from '../run-context.ts';
import type { StepState, TaskState } from '../state-machine.ts';
import { stepSources, taskSources } from '../state-machine.ts';
import type { RunStep, TaskRun } from '../task-run.ts';
import { durationMs } from '../time/virtual-time.ts';
import { crashWorker } from './worker-crash.ts';

export function* applyAction(run: TaskRun, action: Action): Running<void> {
  run.rescan = true;
  switch (action.do) {
    case 'cancel_task':
      run.cancelled = (yield* moveTask(run, 'cancelled')) || run.cancelled;
      return;
    case 'resolve_task':
      yield* moveTask(run, 'resolved_manually');
      return;
    case 'retry_task':
      if (yield* returnTaskToPending(run, ['error'], 'ready_for_processing'))
        enqueueNow(run, 'retry_backoff');
      return;
    case 'cancel_step':
      yield* moveStep(run, action.step, 'cancelled');
      return;
    case 'resolve_step':
      yield* moveStep(run, action.step, 'resolved_manually', action.results);
      return;
    case 'reset_step':
      yield* resetStep(run, action.step);
      return;
    case 'set_retry_limit':
      yield* setRetryLimit(run, action.step, action.retry_limit);
      return;
    case 'set_context':
      run.context = action.context;
      yield* amend({ what: 'context', task: run.setup.taskId, context: run.context, at: run.sqlNow() });
      emitContextSet(run);
      return;
    case 'worker_restart':
      throw crashWorker(run, 0);
    case 'pause_database':
      emitDatabasePaused(run, durationMs(action.for) / 1_000);
      run.agenda.delayUntil(run.now + durationMs(action.for));
      return;
    default:
      assertNever(action);
  }
}

function* moveTask(run: TaskRun, to: TaskState): Running<boolean> {
  const row = yield* changeTask({ task: run.setup.taskId, to, sources: taskSources(to), at: run.sqlNow() });
  if (!row.applied) return false;
  const { context } = yield* askRunContext(run);
  emitTaskMoved(run, row.from_state, to, context, {});
  return true;
}

function* moveStep(
  run: TaskRun,
  name: string,
  to: Extract<StepState, 'cancelled' | 'resolved_manually'>,
  results?: Json,
): Running<void> {
  const step = knownStep(run, name);
  const [row] = yield* changeSteps([
    {
      step: step.id,
      to,
      sources: stepSources(to),
      at: run.sqlNow(),
      ...(results === undefined ? {} : { results }),
    },
  ]);
  if (!row?.applied) return;
  run.failed.delete(step.id);
  if (to === 'cancelled') emitStepCancelled(run, step, row);
  else emitStepResolved(run, step, row);
}

/** error → pending with no attempts used: the operator's second chance. A step that is not in error stays as it is. */
function* resetStep(run: TaskRun, name: string): Running<void> {
  const step = knownStep(run, name);
  const at = run.sqlNow();
  const [row] = yield* changeSteps([{ step: step.id, to: 'pending', sources: stepSources('pending'), at }]);
  if (!row?.applied) return;
  yield* resetAttempts([step.id], at);
  run.failed.delete(step.id);
  emitStepRetry(run, step, { ...row, attempts: 0 });
}

/** A step that used its attempts up may be tried again at once, so the loop must look at it. */
function* setRetryLimit(run: TaskRun, name: string, limit: number): Running<void> {
  const step = knownStep(run, name);
  yield* amend({ what: 'retry_limit', step: step.id, limit, at: run.sqlNow() });
  emitRetryLimitSet(run, step, limit);
}

function knownStep(run: TaskRun, name: string): RunStep {
  const step = run.stepNamed(name);
  if (step === undefined) throw new Error(`the scenario names a step that the template has not: ${name}`);
  return step;
}
