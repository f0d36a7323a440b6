/**
 * One simulation from template and scenario to report and log. The database is a sandbox of ours; nothing else runs in it.
 */
import type { EventBus } from '../events/bus.ts';
import type { LoggedEvent } from '../events/event.ts';
import type { RunEvent } from '../run/task-run.ts';
import { forgetRun, readEvents } from '../store/calls/event-log.ts';
import type { Database } from '../store/database.ts';
import { inWorld } from '../store/session.ts';
import type { Template } from '../template/template.ts';
import { drive } from './driver.ts';
import { prepareRuns } from './prepare-runs.ts';
import { readReport } from './read-report.ts';
import type { SimulationReport } from './report.ts';
import type { ProfileName, Scenario } from './scenario.ts';
import type { SimulationSettings } from './settings.ts';
import { simulationSettings } from './settings.ts';
import { rejectedReport } from './simulation-report.ts';

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
  /** Removes its log; nothing can be read of it afterwards. */
  readonly forget: () => Promise<void>;
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

/** Creates the tasks of `simulateMany`, in a world of their own when a schema is given; the function it returns runs them, once. */
export async function prepareSimulations(
  database: Database,
  options: SimulateOptions,
  count: number,
  schema: string | null = null,
): Promise<() => Promise<readonly Simulated[]>> {
  const settings = simulationSettings(options.template, options.scenario, options);
  const db = inWorld(database, { schema, functions: settings.profile.functions });
  const prepared = await prepareRuns(db, options, settings, count);
  if (prepared.kind === 'refused') {
    const { report, events } = rejectedReport(options, settings, prepared.reasons);
    const rejected = { events: async () => events, report: async () => report, forget: async () => {} };
    return async () => {
      tell(events, settings, options);
      return Array.from({ length: count }, () => rejected);
    };
  }
  const { runs } = prepared;
  return async () => {
    const ends = await drive(db, runs, {
      ...(options.signal === undefined ? {} : { signal: options.signal }),
      onEvents: (events) => tell(events, settings, options),
    });
    return runs.map(({ run }, index) => ({
      events: () => readEvents(db, run.setup.runId),
      forget: () => forgetRun(db, run.setup.runId),
      report: () => readReport(db, { options, settings, run, end: ends[index] ?? null }),
    }));
  };
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
