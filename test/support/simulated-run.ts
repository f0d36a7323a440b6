/** Runs of small workflows on a database of the test file's own, and what tests ask of them. */
import { afterAll, beforeAll } from 'vitest';
import type { Scenario, ProfileName } from '../../src-engine/simulate/scenario.ts';
import type { StepReport } from '../../src-engine/simulate/report.ts';
import type { LoggedEvent } from '../../src-engine/events/event.ts';
import type { SimulationResult } from '../../src-engine/simulate/simulate.ts';
import { simulate } from '../../src-engine/simulate/simulate.ts';
import type { Database } from '../../src-engine/store/database.ts';
import { resetSandbox } from '../../src-engine/store/calls/workbench-calls.ts';
import type { Template } from '../../src-engine/template/template.ts';
import { openTestDatabase } from './database.ts';
import type { StepSpec } from './workflows.ts';
import { workflow } from './workflows.ts';

export type Parents = Readonly<Record<string, readonly string[]>>;

export interface RunOptions {
  readonly specs?: Readonly<Record<string, StepSpec>>;
  /** Default: every attempt succeeds after one second; the context is `{ order: 1 }`. */
  readonly scenario?: Scenario;
  /** Default: documented. */
  readonly profile?: ProfileName;
}

export interface Sandbox {
  /** Empties the database and runs one task in it. */
  run(parents: Parents, options?: RunOptions): Promise<FinishedRun>;
  /** The same for a whole template and scenario. */
  runTemplate(template: Template, scenario: Scenario, profile: ProfileName): Promise<FinishedRun>;
  /** Transition rows of a step of the last run, as `sort_key:to_state`. */
  transitions(step: string): Promise<readonly string[]>;
  /** Columns of a step of the last run. */
  row(step: string): Promise<StepColumns>;
}

export interface StepColumns {
  readonly attempts: number;
  readonly retryable: boolean;
  readonly processed: boolean;
  readonly in_process: boolean;
  readonly backoff_request_seconds: number | null;
  readonly last_attempted_at: string | null;
  readonly processed_at: string | null;
}

export interface FinishedRun extends SimulationResult {
  step(name: string): StepReport;
  /** Steps as `name:state`, in template order. */
  readonly states: readonly string[];
  /** Names of the events about one step, in order. */
  stepEvents(name: string): readonly string[];
  named(event: string): readonly LoggedEvent[];
}

/** A database for the tests of this file; opened before them and closed after them. */
export function useSandbox(): Sandbox {
  let db: Database;
  beforeAll(async () => {
    db = await openTestDatabase();
  });
  afterAll(async () => {
    await db.close();
  });
  async function runTemplate(template: Template, scenario: Scenario, profile: ProfileName) {
    await resetSandbox(db);
    return finished(await simulate(db, { template, scenario, profile }));
  }
  return {
    runTemplate,
    run(parents, { specs, scenario, profile = 'documented' } = {}) {
      const full = { context: { order: 1 }, latency: 1, ...scenario };
      return runTemplate(workflow(parents, specs), full, profile);
    },
    async transitions(step) {
      const rows = await db.query<{ row: string }>(
        `select t.sort_key || ':' || t.to_state as row from tasker_workflow_step_transitions t
         join tasker_workflow_steps s using (workflow_step_id) join tasker_named_steps n using (named_step_id)
         where n.name = $1 order by t.sort_key`,
        [step],
      );
      return rows.map(({ row }) => row);
    },
    async row(step) {
      const [row] = await db.query<StepColumns>(
        `select attempts, retryable, processed, in_process, backoff_request_seconds, last_attempted_at, processed_at
         from tasker_workflow_steps join tasker_named_steps using (named_step_id) where name = $1`,
        [step],
      );
      if (row === undefined) throw new Error(`no step is called ${step}`);
      return row;
    },
  };
}

function finished(result: SimulationResult): FinishedRun {
  const { report, events } = result;
  return {
    ...result,
    step(name) {
      const found = report.steps.find((step) => step.name === name);
      if (found === undefined) throw new Error(`no step is called ${name}`);
      return found;
    },
    states: report.steps.map((step) => `${step.name}:${step.state}`),
    stepEvents: (name) =>
      events.filter((event) => event.payload['step_name'] === name).map((event) => event.name),
    named: (name) => events.filter((event) => event.name === name),
  };
}
