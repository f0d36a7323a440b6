/**
 * Executes one discovery: slices of the concurrency limit, one after another; nothing new is discovered before all of
 * them are over. Facts: state machine reference, sections 4 to 6; orchestration reference, section 7.
 */
import type { StepChanged } from '../store/calls/workbench-calls.ts';
import type { Json } from '../template/template.ts';
import { batchTimeoutSeconds } from './rules/batch-timeout.ts';
import type { Running } from './effects.ts';
import { askResults, changeSteps } from './effects.ts';
import { emitStepRetry, emitStepStarted } from './tell/emit-step.ts';
import { emitBatchCompleted, emitBatchStarted } from './tell/emit-workflow.ts';
import { stepSources } from './state-machine.ts';
import type { AttemptInput } from '../handlers/handler.ts';
import type { RunStep, Slice, TaskRun } from './task-run.ts';
import { processUntilSliceOver } from './world/world.ts';

/** An overdue step is given this much longer, once a slice, and is then left to itself. */
const CLEANUP_WAIT_MS = 1_000;

/** A step that was moved to in_progress, its row before the attempt, and which execution of the run this is. */
interface Started {
  readonly step: RunStep;
  readonly row: StepChanged;
  readonly execution: number;
}

/** Executes the steps; returns how many were really started, the others were skipped. */
export function* executeBatch(run: TaskRun, stepIds: readonly number[]): Running<number> {
  emitBatchStarted(run, stepIds.length);
  const { concurrency } = run.setup;
  let started = 0;
  let successful = 0;
  for (let from = 0; from < stepIds.length; from += concurrency) {
    const slice = stepIds.slice(from, from + concurrency).map((id) => run.step(id));
    const attempts = yield* startSlice(run, slice);
    started += attempts;
    if (attempts > 0) successful += yield* processUntilSliceOver(run);
  }
  emitBatchCompleted(run, started, successful);
  return started;
}

/** Starts every step of the slice that may start and plans how each ends; returns how many did start. */
function* startSlice(run: TaskRun, slice: readonly RunStep[]): Running<number> {
  if (run.setup.profile.retriesFailedSteps) yield* returnToPending(run, slice);
  const at = run.sqlNow();
  const rows = yield* changeSteps(
    slice.map((step) => ({
      step: step.id,
      to: 'in_progress' as const,
      sources: stepSources('in_progress'),
      at,
    })),
  );
  const started = slice.flatMap((step, index) => {
    const row = rows[index];
    return row?.applied ? [{ step, row, execution: run.nextExecution(step.id) }] : [];
  });
  if (started.length === 0) return 0;
  const results = yield* readResults(run, started);
  const ends = started.map((each) => planAttempt(run, each, results));
  planSliceEnd(run, { from: run.now, ends });
  return started.length;
}

/** error → pending right before the next attempt: the move the shipped engine never makes. */
function* returnToPending(run: TaskRun, slice: readonly RunStep[]): Running<void> {
  const failed = slice.filter((step) => run.failed.has(step.id));
  const at = run.sqlNow();
  const rows = yield* changeSteps(
    failed.map((step) => ({ step: step.id, to: 'pending' as const, sources: stepSources('pending'), at })),
  );
  failed.forEach((step, index) => {
    const row = rows[index];
    run.failed.delete(step.id);
    if (row?.applied) emitStepRetry(run, step, row);
  });
}

/** Results of the earlier steps that the handlers of these attempts read; steps of the same batch are not visible. */
function* readResults(run: TaskRun, started: readonly Started[]): Running<ReadonlyMap<string, Json>> {
  const names = new Set(
    started.flatMap(({ step, execution }) =>
      run.handler.reads(step.template, execution, run.now - run.setup.startMs),
    ),
  );
  const steps = [...names].flatMap((name) => run.stepNamed(name) ?? []);
  const results = yield* askResults(steps.map((step) => step.id));
  return new Map(steps.map((step, index) => [step.template.name, results[index] ?? null]));
}

function planAttempt(
  run: TaskRun,
  { step, row, execution }: Started,
  results: ReadonlyMap<string, Json>,
): Slice['ends'][number] {
  emitStepStarted(run, step, row);
  run.running.add(step.id);
  const input: AttemptInput = {
    step: step.template,
    execution,
    sinceStartMs: run.now - run.setup.startMs,
    context: run.context,
    resultsOf: (name) => results.get(name),
  };
  const { durationMs, outcome } = run.handler.plan(input);
  const at = run.now + durationMs;
  const attempt = row.attempts + 1;
  run.agenda.add(at, { kind: 'step_ends', step, attempt, startedAt: run.now, outcome, input });
  return { step: step.id, at };
}

/** The loop goes on when the slice is over, whatever of it is still under way. */
export function planSliceEnd(run: TaskRun, slice: Slice): void {
  const at = sliceEnd(
    slice.from,
    slice.ends.map((end) => end.at),
  );
  run.agenda.add(Math.max(at, run.now), { kind: 'slice_over', slice });
}

/**
 * When the loop goes on: results are awaited one by one, each for up to the batch timeout; what is overdue then gets
 * one more second and is abandoned, not cancelled.
 */
export function sliceEnd(start: number, ends: readonly number[]): number {
  const timeout = batchTimeoutSeconds(ends.length) * 1_000;
  const awaited = ends.reduce((time, end) => (end <= time ? time : Math.min(end, time + timeout)), start);
  return ends.some((end) => end > awaited) ? Math.min(Math.max(...ends), awaited + CLEANUP_WAIT_MS) : awaited;
}
