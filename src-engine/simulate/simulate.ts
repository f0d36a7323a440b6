/**
 * One simulation from template and scenario to report and log. The database is a sandbox of ours; nothing else runs in it.
 */
import type { EventBus } from '../events/bus.ts';
import type { LoggedEvent } from '../events/event.ts';
import { simulatedHandler } from '../handlers/simulated.ts';
import { initializeTasks, TaskRefused } from '../run/initialize-task.ts';
import { runTask } from '../run/run-task.ts';
import type { EarlyEnd, RunEvent } from '../run/task-run.ts';
import { TaskRun } from '../run/task-run.ts';
import { sqlTime } from '../run/time/virtual-time.ts';
import type { Database, Queryable } from '../store/database.ts';
import { readEvents } from '../store/calls/event-log.ts';
import { setProfile } from '../store/session.ts';
import { taskSnapshot } from '../store/calls/task-snapshot.ts';
import type { CreatedTask } from '../store/calls/workbench-calls.ts';
import { createRuns } from '../store/calls/workbench-calls.ts';
import type { Template } from '../template/template.ts';
import type { Driven } from './driver.ts';
import { drive } from './driver.ts';
import { chanceFrom } from './chance/random.ts';
import type { SimulationReport } from './report.ts';
import type { ProfileName, Scenario } from './scenario.ts';
import type { SimulationSettings } from './settings.ts';
import { simulationSettings } from './settings.ts';
import type { ReportInput } from './simulation-report.ts';
import { rejectedReport, simulationReport } from './simulation-report.ts';

export interface SimulateOptions {
  readonly template: Template;
  readonly scenario: Scenario;
  /** Shown in the report; null when no scenario was given. */
  readonly scenarioName?: string | null;
  readonly seed?: number | undefined;
  readonly profile?: ProfileName | undefined;
  readonly environment?: string | undefined;
  /** Ends the simulation between two commits; the promise is then rejected with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Told after every commit: events so far, and the virtual milliseconds that have passed. */
  readonly onProgress?: (progress: { readonly events: number; readonly virtualMs: number }) => void;
  /** For hosts: what a commit added to the log, as one batch. What it throws ends the simulation. */
  readonly onEvents?: (events: readonly LoggedEvent[]) => void;
  /** For subscribers: every event after the commit that wrote it. Nothing a subscriber does can hurt the run. */
  readonly bus?: EventBus;
}

export interface SimulationResult {
  readonly report: SimulationReport;
  readonly events: readonly LoggedEvent[];
}

/**
 * A run that is over. Its log and its report are read when they are asked for: a thousand runs would fill the memory,
 * and reading all rows of one costs as much as running it.
 */
export interface Simulated {
  readonly events: () => Promise<readonly LoggedEvent[]>;
  readonly report: () => Promise<SimulationReport>;
}

export async function simulate(db: Database, options: SimulateOptions): Promise<SimulationResult> {
  const [simulated] = await simulateMany(db, options, 1);
  if (simulated === undefined) throw new Error('a simulation ended without a result');
  return { report: await simulated.report(), events: await simulated.events() };
}

/** The same template and scenario `count` times in one database, each run with a seed of its own (seed, seed + 1, …). */
export async function simulateMany(
  db: Database,
  options: SimulateOptions,
  count: number,
): Promise<readonly Simulated[]> {
  const start = await prepareSimulations(db, options, count);
  return start();
}

/** Creates the tasks of `simulateMany`; the function it returns runs them, once. */
export async function prepareSimulations(
  db: Database,
  options: SimulateOptions,
  count: number,
): Promise<() => Promise<readonly Simulated[]>> {
  const settings = simulationSettings(options.template, options.scenario, options);
  await setProfile(db, settings.profile.name);
  const runs = await prepareOrRefuse(db, options, settings, count);
  if (runs instanceof TaskRefused) {
    const { report, events } = rejectedReport(options, settings, runs.reasons);
    const rejected = { events: async () => events, report: async () => report };
    return async () => {
      tell(events, settings, options);
      return Array.from({ length: count }, () => rejected);
    };
  }
  return async () => {
    const ends = await drive(db, runs, {
      ...(options.signal === undefined ? {} : { signal: options.signal }),
      onEvents: (events) => tell(events, settings, options),
    });
    return runs.map(({ run }, index) => ({
      events: () => readEvents(db, run.setup.runId),
      report: () => report(db, { options, settings, run, end: ends[index] ?? null }),
    }));
  };
}

async function report(
  db: Database,
  input: Omit<ReportInput, 'snapshot' | 'events'>,
): Promise<SimulationReport> {
  const { run } = input;
  const snapshot = await taskSnapshot(db, run.setup.taskId, run.sqlNow());
  if (snapshot === null) throw new Error(`task ${run.setup.taskId} vanished`);
  return simulationReport({ ...input, snapshot, events: await readEvents(db, run.setup.runId) });
}

async function prepareOrRefuse(
  db: Database,
  options: SimulateOptions,
  settings: SimulationSettings,
  count: number,
): Promise<readonly Driven<EarlyEnd | null>[] | TaskRefused> {
  try {
    return await db.transaction((tx) => prepare(tx, options, settings, count));
  } catch (error) {
    if (error instanceof TaskRefused) return error;
    throw error;
  }
}

async function prepare(
  tx: Queryable,
  options: SimulateOptions,
  settings: SimulationSettings,
  count: number,
): Promise<readonly Driven<EarlyEnd | null>[]> {
  const { template, scenario } = options;
  const chances = Array.from({ length: count }, (_, index) => chanceFrom(settings.seed + index));
  const request = {
    context: settings.context,
    requestedAt: settings.startMs,
    initiator: scenario.request?.initiator,
    sourceSystem: scenario.request?.source_system,
    reason: scenario.request?.reason,
    tags: scenario.request?.tags,
    bypassSteps: scenario.request?.bypass_steps,
    identityStrategy: scenario.request?.identity_strategy,
  };
  const requests = chances.map(() => request);
  const tasks = await initializeTasks(tx, template, requests, settings.contextMode);
  const runIds = await createRuns(tx, {
    taskIds: tasks.map((task) => task.task_id),
    profile: settings.profile.name,
    seed: settings.seed,
    template,
    scenario,
    at: sqlTime(settings.startMs),
  });
  return tasks.map((task, index) => {
    const chance = chances[index] ?? chanceFrom(settings.seed);
    const run = newRun(options, settings, task, runIds[index] ?? 0, chance);
    return { run, running: runTask(run, scenario.actions ?? []) };
  });
}

function newRun(
  { template, scenario }: SimulateOptions,
  settings: SimulationSettings,
  task: CreatedTask,
  runId: number,
  chance: ReturnType<typeof chanceFrom>,
): TaskRun {
  return new TaskRun({
    runId,
    taskId: task.task_id,
    stepIds: task.step_ids,
    template,
    profile: settings.profile,
    handler: simulatedHandler(scenario, chance),
    context: settings.context,
    uniformInt: chance.integer,
    startMs: settings.startMs,
    concurrency: settings.concurrency,
    recoveryMs: settings.recoveryMs,
    limits: settings.limits,
  });
}

/** Tells host and subscribers what a commit added; where nobody listens, nothing is copied. */
function tell(
  events: readonly (LoggedEvent | RunEvent)[],
  settings: SimulationSettings,
  { onEvents, bus, onProgress }: SimulateOptions,
): void {
  if (onEvents !== undefined || bus !== undefined) {
    const logged = events.map(({ seq, at, name, payload }) => ({ seq, at, name, payload }));
    onEvents?.(logged);
    if (bus !== undefined) for (const event of logged) bus.publish(event);
  }
  const last = events.at(-1);
  if (last !== undefined) {
    onProgress?.({ events: last.seq, virtualMs: Date.parse(last.at) - settings.startMs });
  }
}
