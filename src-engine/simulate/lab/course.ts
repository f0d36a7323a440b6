/**
 * The course of a run: the scenario it began with, and at each fork the one it went on with and what was done by hand. With its
 * transcript it leads to any event that was told, and from there on.
 */
import { simulatedHandler } from '../../handlers/simulated.ts';
import type { AdoptedTask } from '../../run/adopt-task.ts';
import { adoptTask } from '../../run/adopt-task.ts';
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
  /** Of the task; `runId` is that of the run that is made. */
  readonly setup: Omit<RunSetup, 'handler'>;
  /** Where it did not begin here: the task as it was taken over. */
  readonly adopted?: AdoptedTask;
  readonly stages: readonly [Stage, ...Stage[]];
}

/** A run on its way, with what its questions were answered so far. */
interface Place {
  readonly run: TaskRun;
  readonly running: Running<Result>;
  /** Undefined: it has not asked anything yet. */
  readonly standing: Standing<Result> | undefined;
  readonly reader: TranscriptReader;
}

export interface Forked {
  readonly run: PreparedRun;
  readonly course: Course;
  /** Of the way so far. */
  readonly transcript: Transcript;
  /** The last event that is the same in both. */
  readonly seq: number;
}

type Result = EarlyEnd | null;

/**
 * A run that is the one of the transcript up to event `after`, or to the end of what was told in one stroke with it, and
 * goes on as the stage says.
 */
export function forkAt(course: Course, transcript: Transcript, stage: Stage): Forked {
  const place = leadTo(course, transcript, stage.after);
  const { run, reader } = place;
  const { seq } = run;
  run.takeEvents();
  run.horizon = Infinity;
  const { running, standing } = enterStage(place, stage, lastOf(course));
  return {
    run: { run, running: goOn(running, standing) },
    course: { ...course, stages: [...course.stages, { ...stage, after: seq }] },
    transcript: reader.read(),
    seq,
  };
}

function lastOf({ stages }: Course): Stage {
  return stages.at(-1) ?? stages[0];
}

function leadTo({ setup, adopted, stages }: Course, transcript: Transcript, last: number): Place {
  const [first, ...later] = stages;
  const run = new TaskRun({ ...setup, handler: handlerOf(first) });
  // One by one, whatever the pace was when it was recorded: every event is a place to stop at.
  run.horizon = -Infinity;
  const reader = transcript.reader();
  let place: Place = {
    run,
    running: adopted === undefined ? runTask(run, first.scenario.actions ?? []) : adoptTask(run, adopted),
    standing: undefined,
    reader,
  };
  for (const [index, stage] of later.entries()) {
    const standing = reader.lead(run, place.running, stage.after, place.standing);
    place = enterStage({ ...place, standing }, stage, stages[index] ?? first);
  }
  return { ...place, standing: reader.lead(run, place.running, last, place.standing) };
}

/** A run that was over lives on when there is something to do. */
function enterStage(place: Place, stage: Stage, before: Stage): Place {
  const { run, reader, standing } = place;
  enter(run, stage, before, reader);
  if (standing?.kind !== 'over' || run.agenda.size === 0) return place;
  return { ...place, running: liveOn(run), standing: undefined };
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
function* goOn(running: Running<Result>, standing: Standing<Result> | undefined): Running<Result> {
  if (standing === undefined) return yield* running;
  let now = standing;
  while (now.kind === 'asks') {
    const next = running.next(yield now.effect);
    now = next.done === true ? { kind: 'over', result: next.value } : { kind: 'asks', effect: next.value };
  }
  return now.result;
}
