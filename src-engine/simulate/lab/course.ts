/**
 * The course of a run: the scenario it began with, and at each fork the one it went on with and what was done by hand. With its
 * transcript it leads to any event that was told, and from there on.
 */
import { simulatedHandler } from '../../handlers/simulated.ts';
import { liveOn, runTask } from '../../run/run-task.ts';
import type { Running } from '../../run/effects.ts';
import type { EarlyEnd, RunSetup } from '../../run/task-run.ts';
import { TaskRun } from '../../run/task-run.ts';
import { chanceFrom } from '../chance/random.ts';
import type { PreparedRun } from '../prepare-runs.ts';
import type { Action, Scenario } from '../scenario.ts';
import type { SimulationSettings } from '../settings.ts';
import { actByHand, changeScenario } from './change-course.ts';
import type { Standing, Transcript, TranscriptReader } from './transcript.ts';

export interface Stage {
  /** The stage begins after this event, and what was told in one stroke with it; 0 for the first. */
  readonly after: number;
  readonly scenario: Scenario;
  readonly settings: SimulationSettings;
  readonly byHand: readonly Action[];
}

export interface Course {
  /** Identities of the task; `runId` is that of the run that is made. */
  readonly setup: Omit<RunSetup, 'handler'>;
  readonly stages: readonly [Stage, ...Stage[]];
}

export interface Led {
  readonly run: PreparedRun;
  /** Of the way so far. */
  readonly transcript: Transcript;
  /** The last event that was told. */
  readonly seq: number;
}

type Result = EarlyEnd | null;

/** A run that stands where the one of the transcript stood after event `last`, or at the end of that stroke. */
export function leadTo({ setup, stages }: Course, transcript: Transcript, last: number): Led {
  const [first, ...later] = stages;
  const run = new TaskRun({ ...setup, handler: handlerOf(first) });
  // One by one, whatever the pace was when it was recorded: every event is a place to stop at.
  run.horizon = -Infinity;
  const reader = transcript.reader();
  let running = runTask(run, first.scenario.actions ?? []);
  let standing: Standing<Result> | undefined;
  for (const [index, stage] of later.entries()) {
    standing = reader.lead(run, running, stage.after, standing);
    enter(run, stage, stages[index] ?? first, reader);
    if (standing.kind === 'over' && run.agenda.size > 0) {
      running = liveOn(run);
      standing = undefined;
    }
  }
  standing = reader.lead(run, running, last, standing);
  run.takeEvents();
  run.horizon = Infinity;
  return { run: { run, running: goOn(running, standing) }, transcript: reader.read(), seq: run.seq };
}

function enter(run: TaskRun, stage: Stage, before: Stage, reader: TranscriptReader): void {
  if (stage.scenario !== before.scenario) {
    const { concurrency, recoveryMs, limits } = stage.settings;
    changeScenario(run, {
      handler: handlerOf(stage),
      actions: stage.scenario.actions ?? [],
      limits: { concurrency, recoveryMs, limits },
      resultsOf: (name) => {
        const step = run.stepNamed(name);
        return step === undefined ? undefined : reader.results.get(step.id);
      },
    });
  }
  actByHand(run, stage.byHand);
}

function handlerOf({ scenario, settings }: Stage) {
  return simulatedHandler(scenario, chanceFrom(settings.seed));
}

/** The rest of a generator whose next question is known already. */
function* goOn(running: Running<Result>, standing: Standing<Result>): Running<Result> {
  let now = standing;
  while (now.kind === 'asks') {
    const next = running.next(yield now.effect);
    now = next.done === true ? { kind: 'over', result: next.value } : { kind: 'asks', effect: next.value };
  }
  return now.result;
}
