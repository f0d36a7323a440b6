/**
 * A run that did not begin here: the log so far is retold as it was, and from there on the task goes on as the profile has it. What a
 * worker may have been at when the task was copied is a question with two answers, and whoever adopts chooses one.
 */
import type { AttemptInput } from '../handlers/handler.ts';
import type { Running } from './effects.ts';
import { rest } from './effects.ts';
import { planSliceEnd } from './executor.ts';
import { continueJob } from './job.ts';
import { liveOn, survive } from './run-task.ts';
import type { State } from '../events/transition-events.ts';
import type { EarlyEnd, RunEvent, RunStep, TaskRun } from './task-run.ts';
import { processNext, processUntilSliceOver } from './world/world.ts';
import { RunEnded } from './task-run.ts';

export interface AdoptedTask {
  readonly events: readonly Omit<RunEvent, 'run' | 'seq'>[];
  /** Milliseconds since 1970 at which the task was copied. */
  readonly nowMs: number;
  readonly taskState: State;
  readonly steps: readonly AdoptedStep[];
  /** Of steps that were in progress then: whether their attempts still come to an end. */
  readonly inProgress: 'goes_on' | 'lost';
}

export interface AdoptedStep {
  readonly id: number;
  readonly state: State;
  /** Attempts that were begun. */
  readonly begun: number;
  /** Attempts that ended. */
  readonly attempts: number;
  readonly startedAtMs: number | null;
}

export function* adoptTask(run: TaskRun, task: AdoptedTask): Running<EarlyEnd | null> {
  run.retell(task.events);
  run.now = Math.max(run.now, task.nowMs);
  for (const step of task.steps) {
    for (let each = 0; each < step.begun; each++) run.nextExecution(step.id);
    if (step.state === 'error') run.failed.add(step.id);
  }
  // The moment itself, at which it stands: whoever forks it here acts before it goes on.
  yield* rest();
  try {
    if (task.taskState === 'pending') run.agenda.add(run.now, { kind: 'job', execution: 1 });
    else if (task.taskState === 'in_progress') yield* survive(takeOver(run, task));
  } catch (error) {
    if (error instanceof RunEnded) return error.outcome;
    throw error;
  }
  return yield* liveOn(run);
}

function* takeOver(run: TaskRun, task: AdoptedTask): Running<void> {
  yield* actFirst(run);
  const underWay = task.steps.filter(({ state }) => state === 'in_progress');
  if (task.inProgress === 'lost') {
    waitForRecovery(run, underWay);
    return;
  }
  if (underWay.length > 0) {
    const ends = underWay.map((step) => planRest(run, step));
    planSliceEnd(run, { from: run.now, ends });
    yield* processUntilSliceOver(run);
  }
  run.rescan = true;
  yield* continueJob(run);
}

/** What somebody does by hand at that moment comes before the engine's next look at the steps. */
function* actFirst(run: TaskRun): Running<void> {
  for (let next = run.agenda.peek(); next?.item.kind === 'action'; next = run.agenda.peek()) {
    if (next.at > run.now) return;
    yield* processNext(run);
  }
}

/** Its worker is dead: the documented engine finds that out in time, the shipped one never does. */
function waitForRecovery(run: TaskRun, underWay: readonly AdoptedStep[]): void {
  if (!run.setup.profile.recoversCrashedSteps) return;
  const steps = underWay.map(({ id }): RunStep => run.step(id));
  run.agenda.add(run.now + run.setup.recoveryMs, { kind: 'recovery', steps });
}

/** The attempt takes as long as the scenario says, but ends now at the earliest. */
function planRest(run: TaskRun, { id, begun, attempts, startedAtMs }: AdoptedStep) {
  const step = run.step(id);
  const startedAt = startedAtMs ?? run.now;
  const input: AttemptInput = {
    step: step.template,
    execution: Math.max(1, begun),
    sinceStartMs: startedAt - run.setup.startMs,
    context: run.context,
    resultsOf: () => undefined,
  };
  const { durationMs, outcome } = run.handler.plan(input);
  const at = Math.max(run.now, startedAt + durationMs);
  run.running.add(id);
  run.agenda.add(at, { kind: 'step_ends', step, attempt: attempts + 1, startedAt, outcome, input });
  return { step: id, at };
}
