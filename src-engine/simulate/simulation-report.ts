/** The report of a finished run: read from the rows it left, in words where it did not end well. */
import type { EarlyEnd, TaskRun } from '../run/task-run.ts';
import { isoTime } from '../run/time/virtual-time.ts';
import type { TaskState } from '../run/state-machine.ts';
import type { LogFacts } from '../store/calls/event-log.ts';
import type { StepSnapshot, TaskSnapshot } from '../store/calls/task-snapshot.ts';
import { stepReasons } from './reasons.ts';
import type { Outcome, SimulationReport } from './report.ts';
import type { Scenario } from './scenario.ts';
import type { SimulationSettings } from './settings.ts';
import type { SimulationResult } from './simulate.ts';
import type { Template } from '../template/template.ts';
import { stepReport } from './step-report.ts';

/** What was simulated, by name. */
export interface ReportOptions {
  readonly template: Template;
  readonly scenario: Scenario;
  readonly scenarioName?: string | null;
}

export interface ReportInput {
  readonly options: ReportOptions;
  readonly settings: SimulationSettings;
  readonly run: TaskRun;
  readonly snapshot: TaskSnapshot;
  readonly end: EarlyEnd | null;
  readonly log: LogFacts;
}

const OUTCOMES: Record<TaskState, Outcome> = {
  complete: 'completed',
  error: 'failed',
  cancelled: 'cancelled',
  resolved_manually: 'resolved',
  pending: 'stuck',
  in_progress: 'stuck',
};

export function simulationReport(input: ReportInput): SimulationReport {
  const { run, snapshot, log } = input;
  const startMs = run.setup.startMs;
  const endMs = Math.max(startMs, log.lastAt === null ? startMs : Date.parse(log.lastAt));
  const taskState = snapshot.transitions.at(-1)?.to ?? 'pending';
  const outcome = input.end ?? OUTCOMES[taskState];
  const reasonOf = stepReasons(snapshot, endMs);
  const steps = snapshot.steps.map((step) =>
    stepReport({
      snapshot,
      step,
      startMs,
      endMs,
      retryTimes: run.retryTimes.get(step.readiness.workflow_step_id),
      reason: reasonOf(step),
    }),
  );
  return {
    ...reportHeader(input.options, input.settings),
    outcome,
    taskState,
    reasons: outcome === 'completed' ? [] : taskReasons(input, outcome),
    startedAt: isoTime(startMs),
    endedAt: isoTime(endMs),
    durationMs: endMs - startMs,
    events: log.events,
    steps,
  };
}

/** A task that was never created: its context or identity was refused. */
export function rejectedReport(
  options: ReportOptions,
  settings: SimulationSettings,
  reasons: readonly string[],
): SimulationResult {
  const at = isoTime(settings.startMs);
  const payload = {
    task_id: null,
    task_name: options.template.name,
    error_message: reasons.join('; '),
    initialization_failed: true,
    timestamp: at,
  };
  const report: SimulationReport = {
    ...reportHeader(options, settings),
    outcome: 'rejected',
    taskState: null,
    reasons,
    startedAt: at,
    endedAt: at,
    durationMs: 0,
    events: 1,
    steps: [],
  };
  return { report, events: [{ seq: 1, at, name: 'task.failed', payload }] };
}

/** What a report and a running run say alike. */
export function reportHeader(options: ReportOptions, settings: SimulationSettings) {
  const { template } = options;
  return {
    template: { namespace: template.namespaceName, name: template.name, version: template.version },
    scenario: options.scenarioName ?? options.scenario.name ?? null,
    profile: settings.profile.name,
    seed: settings.seed,
    environment: template.environment ?? null,
  };
}

const OUTCOME_SENTENCES: Partial<Record<Outcome, string>> = {
  failed: 'The task ended in error: no step can run any more, and it is not complete.',
  cancelled: 'The task was cancelled.',
  resolved: 'The task was resolved by hand.',
  stuck: 'Nothing will ever move this task again, and it is not finished.',
  spinning:
    'The coordinator loop repeats for ever without pause: the steps it finds ready are in error, and nothing moves them back to pending.',
  limit_reached: 'A limit of the scenario ended the simulation before the task did.',
};

function taskReasons({ snapshot, log, run }: ReportInput, outcome: Outcome): readonly string[] {
  const sentence = OUTCOME_SENTENCES[outcome];
  const reasonOf = stepReasons(snapshot, run.now);
  const steps = snapshot.steps.flatMap((step) => {
    const reason = reasonOf(step);
    return reason === null ? [] : [`${step.readiness.name}: ${reason}`];
  });
  return [
    ...(sentence === undefined ? [] : [sentence]),
    ...(log.jobAbandoned && outcome !== 'failed'
      ? ['The job queue gave up: its retries of the job are used up.']
      : []),
    ...rootCauses(snapshot, steps),
  ];
}

/** At most this many sentences: a thousand steps behind one failure are one story. */
const MOST_SENTENCES = 8;

function rootCauses(snapshot: TaskSnapshot, sentences: readonly string[]): readonly string[] {
  if (sentences.length <= MOST_SENTENCES) return sentences;
  const open = snapshot.steps.filter((step) => isOpen(step)).length;
  return [
    ...sentences.slice(0, MOST_SENTENCES),
    `… and more: ${open} of ${snapshot.steps.length} steps are not done.`,
  ];
}

function isOpen(step: StepSnapshot): boolean {
  return !['complete', 'resolved_manually'].includes(step.readiness.current_state);
}
