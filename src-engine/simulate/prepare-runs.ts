/** From template, scenario and settings to created tasks that are ready to be driven, or to the reasons against it. */
import { simulatedHandler } from '../handlers/simulated.ts';
import { initializeTasks, TaskRefused } from '../run/initialize-task.ts';
import { runTask } from '../run/run-task.ts';
import type { EarlyEnd } from '../run/task-run.ts';
import { TaskRun } from '../run/task-run.ts';
import { sqlTime } from '../run/time/virtual-time.ts';
import type { CreatedTask } from '../store/calls/workbench-calls.ts';
import { createRuns } from '../store/calls/workbench-calls.ts';
import type { Database, Queryable } from '../store/database.ts';
import type { Template } from '../template/template.ts';
import { chanceFrom } from './chance/random.ts';
import type { Driven } from './driver.ts';
import type { Scenario } from './scenario.ts';
import type { SimulationSettings } from './settings.ts';

/** A task with its run; the value says what ended it early. */
export type PreparedRun = Driven<EarlyEnd | null>;

export type Prepared =
  | { readonly kind: 'prepared'; readonly runs: readonly PreparedRun[] }
  | { readonly kind: 'refused'; readonly reasons: readonly string[] };

export interface RunSource {
  readonly template: Template;
  readonly scenario: Scenario;
}

/** Creates `count` tasks with seeds counting up, all of them or none. The database is seen from the world they are to be in. */
export async function prepareRuns(
  db: Database,
  source: RunSource,
  settings: SimulationSettings,
  count: number,
  onCreated: (tx: Queryable, runs: readonly PreparedRun[]) => Promise<void> = async () => {},
): Promise<Prepared> {
  try {
    const runs = await db.transaction(async (tx) => {
      const created = await create(tx, source, settings, count);
      await onCreated(tx, created);
      return created;
    });
    return { kind: 'prepared', runs };
  } catch (error) {
    if (error instanceof TaskRefused) return { kind: 'refused', reasons: error.reasons };
    throw error;
  }
}

async function create(
  tx: Queryable,
  source: RunSource,
  settings: SimulationSettings,
  count: number,
): Promise<readonly PreparedRun[]> {
  const { template, scenario } = source;
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
    const run = newRun(source, settings, task, runIds[index] ?? 0, chance);
    return { run, running: runTask(run, scenario.actions ?? []) };
  });
}

function newRun(
  { template, scenario }: RunSource,
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
