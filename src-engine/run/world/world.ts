/**
 * What happens while the coordinator waits: steps end, actions of the scenario strike, crashed steps are recovered.
 * Consecutive step ends are written with one call, each at its own time.
 */
import { assertNever } from '../../assert-never.ts';
import type { StepChange, StepChanged } from '../../store/calls/workbench-calls.ts';
import { applyAction } from './actions.ts';
import type { Running } from '../effects.ts';
import { changeSteps, rest } from '../effects.ts';
import { emitStepCompleted, emitStepFailed } from '../tell/emit-step.ts';
import { emitJobRefused } from '../tell/emit-task.ts';
import type { AppliedFailure } from './failure.ts';
import { applyFailure } from './failure.ts';
import { recoverSteps } from './recovery.ts';
import { stepSources } from '../state-machine.ts';
import type { AgendaItem, TaskRun } from '../task-run.ts';
import { sqlTime } from '../time/virtual-time.ts';
import { crashWorker } from './worker-crash.ts';

type StepEnd = Extract<AgendaItem, { kind: 'step_ends' }> & { readonly at: number };

/** Lets virtual time run until the slice that starts now is over; returns how many of its steps succeeded by then. */
export function* processUntilSliceOver(run: TaskRun): Running<number> {
  const sliceStart = run.now;
  let successful = 0;
  for (;;) {
    yield* rest();
    const next = run.agenda.peek();
    if (next === undefined) throw new Error('a slice was started that never ends');
    if (next.item.kind !== 'slice_over') {
      successful += yield* processNext(run, sliceStart);
      continue;
    }
    run.agenda.next();
    run.advanceTo(next.at);
    return successful;
  }
}

/**
 * Lets the next planned thing happen (never a job of this run: one is running or none is). Returns the successes among
 * the attempts started since `since`: what an earlier slice left to itself counts for nobody.
 */
export function* processNext(run: TaskRun, since = run.now): Running<number> {
  const next = run.agenda.peek();
  if (next === undefined) return 0;
  if (next.item.kind === 'step_ends') return yield* endSteps(run, since);
  run.agenda.next();
  run.advanceTo(next.at);
  switch (next.item.kind) {
    case 'action':
      yield* applyAction(run, next.item.action);
      return 0;
    case 'recovery':
      yield* recoverSteps(run, next.item.steps);
      return 0;
    case 'job':
      emitJobRefused(run, next.item.execution);
      return 0;
    case 'slice_over':
      return 0;
    default:
      return assertNever(next.item);
  }
}

/** Writes the end of every step that ends before anything else happens. A crash among them stops the worker there. */
function* endSteps(run: TaskRun, since: number): Running<number> {
  const ends: StepEnd[] = [];
  let crash: StepEnd | undefined;
  for (let next = run.agenda.peek(); next?.item.kind === 'step_ends'; next = run.agenda.peek()) {
    // What a limit cuts off is not written either, so that rows and log tell the same.
    if (ends.length === 0) run.advanceTo(next.at);
    else if (next.at > run.horizon || run.isBeyondLimit(next.at, ends.length)) break;
    run.agenda.next();
    const end = { ...next.item, at: next.at };
    if (end.outcome.kind === 'crash') {
      crash = end;
      break;
    }
    ends.push(end);
  }
  const successful = yield* writeEnds(run, ends, since);
  if (crash === undefined) return successful;
  run.advanceTo(crash.at);
  throw crashWorker(run);
}

function* writeEnds(run: TaskRun, ends: readonly StepEnd[], since: number): Running<number> {
  const planned = ends.map((end) => ({ end, failure: failureOf(run, end) }));
  const rows = yield* changeSteps(planned.map(({ end, failure }) => changeOf(end, failure)));
  let successful = 0;
  planned.forEach(({ end, failure }, index) => {
    const row = rows[index];
    run.now = end.at;
    run.running.delete(end.step.id);
    // Refused: the step was cancelled under the handler, and what it returned is lost.
    if (!row?.applied) return;
    if (failure === null && end.startedAt >= since) successful += 1;
    tellEnd(run, end, failure, row);
  });
  return successful;
}

function failureOf(run: TaskRun, end: StepEnd): AppliedFailure | null {
  return end.outcome.kind === 'failure' ? applyFailure(run, end.step, end.attempt, end.outcome) : null;
}

function changeOf(end: StepEnd, failure: AppliedFailure | null): StepChange {
  const at = sqlTime(end.at);
  if (failure !== null) {
    return { step: end.step.id, to: 'error', sources: stepSources('error'), at, ...failure.change };
  }
  const results = end.outcome.kind === 'success' ? end.outcome.results : null;
  return { step: end.step.id, to: 'complete', sources: stepSources('complete'), at, results };
}

function tellEnd(
  run: TaskRun,
  { step, startedAt }: StepEnd,
  failure: AppliedFailure | null,
  row: StepChanged,
): void {
  if (failure === null) {
    run.completed.add(step.id);
    emitStepCompleted(run, step, row, startedAt);
    return;
  }
  run.failed.add(step.id);
  emitStepFailed(run, step, row, failure);
}
