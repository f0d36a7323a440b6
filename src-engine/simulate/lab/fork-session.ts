/** From a run, an event of it and what is to be otherwise to another run that can go on from there. */
import { isDeepStrictEqual } from 'node:util';
import type { ForkAction } from '../../api/contract/lab-schemas.ts';
import { sqlTime } from '../../run/time/virtual-time.ts';
import { logFacts } from '../../store/calls/event-log.ts';
import { createRuns } from '../../store/calls/workbench-calls.ts';
import { copyMoment } from '../../store/calls/world-calls.ts';
import { inWorld } from '../../store/session.ts';
import type { Action, Scenario } from '../scenario.ts';
import type {
  Origin,
  PreparedSession,
  RunSession,
  SessionSource,
  SessionStart,
} from '../session/run-session.ts';
import type { SimulationSettings } from '../settings.ts';
import { simulationSettings } from '../settings.ts';
import { forkAt } from './course.ts';
import type { Course } from './course.ts';
import { changesInWords } from './fork-words.ts';
import { RunHistory } from './run-history.ts';
import type { Worlds } from './worlds.ts';
import { FIRST_WORLD } from './worlds.ts';

export interface ForkRequest {
  readonly after: number;
  /** Absent: the one of the run. */
  readonly scenario?: { readonly value: Scenario; readonly name: string } | undefined;
  readonly actions: readonly ForkAction[];
}

/** Thrown where there is nothing to fork; the message is for whoever asked. */
export class ForkRefused extends Error {}

export interface ForkedSession {
  readonly source: SessionSource;
  readonly settings: SimulationSettings;
  readonly start: SessionStart;
  readonly origin: Origin;
}

export async function forkSession(
  parent: RunSession,
  request: ForkRequest,
  worlds: Worlds,
): Promise<ForkedSession> {
  const { start } = parent;
  if (start.kind !== 'prepared' || parent.isGone) throw new ForkRefused('This run has no task to fork.');
  checkFork(parent, request);
  parent.pause();
  const schema = await worlds.add();
  try {
    return await fork(parent, start, request, worlds, schema);
  } catch (error) {
    await worlds.remove([schema]);
    throw error;
  }
}

async function fork(
  parent: RunSession,
  start: PreparedSession,
  request: ForkRequest,
  worlds: Worlds,
  schema: string,
): Promise<ForkedSession> {
  const { scenario } = request;
  const source: SessionSource =
    scenario === undefined
      ? parent.source
      : { ...parent.source, scenario: scenario.value, scenarioName: scenario.name };
  // Chance, profile and start stay: only what is asked for is to be otherwise.
  const settings = { ...parent.settings, ...laterSettings(parent.settings, source) };
  const forked = forkAt(await withNewRun(start, source, settings), start.history.transcript, {
    after: request.after,
    scenario: source.scenario,
    settings,
    byHand: byHand(parent, source, request),
  });
  const { setup } = forked.run.run;
  const parts = start.history.partsUpTo(start.run.run.setup.runId, forked.seq);
  const db = inWorld(worlds.database, { schema, functions: setup.profile.functions });
  const facts = await db.transaction(async (tx) => {
    const from = start.schema ?? FIRST_WORLD;
    await copyMoment(tx, { from, to: schema, task: setup.taskId, versions: parts, goesOn: true });
    return logFacts(tx, parts);
  });
  const history = new RunHistory(forked.transcript, parts, start.history.hasCrashed);
  return {
    source,
    settings,
    start: { kind: 'prepared', db, schema, run: forked.run, history, course: forked.course },
    origin: {
      parent: parent.id,
      before: facts,
      changes: changesInWords(parent.source.scenario, source, request.actions),
    },
  };
}

function checkFork(parent: RunSession, { after, actions }: ForkRequest): void {
  const { events } = parent.view;
  if (after < 1 || after > events) {
    throw new ForkRefused(`Event ${after} is not in this log: it has events 1 to ${events}.`);
  }
  const names = new Set(parent.source.template.steps.map(({ name }) => name));
  for (const action of actions) {
    if ('step' in action && !names.has(action.step)) {
      throw new ForkRefused(`The template has no step ${action.step}.`);
    }
  }
}

/** What another scenario says of a run that has begun already. */
function laterSettings(before: SimulationSettings, { template, scenario }: SessionSource) {
  const { concurrency, recoveryMs, limits } = simulationSettings(template, scenario, {
    profile: before.profile.name,
  });
  return { concurrency, recoveryMs, limits };
}

/** A context of the other scenario is given to the task by hand: the one it was created with is history. */
function byHand(
  parent: RunSession,
  { scenario }: SessionSource,
  { actions }: ForkRequest,
): readonly Action[] {
  const { context } = scenario;
  const isOther = context !== undefined && !isDeepStrictEqual(context, parent.settings.context);
  const context0: readonly ForkAction[] =
    isOther && scenario !== parent.source.scenario ? [{ do: 'set_context', context }] : [];
  return [...context0, ...actions].map((action) => ({ ...action, at: 0 }));
}

/** The course with the identity of a run that is written down now. */
async function withNewRun(
  { db, run, course }: PreparedSession,
  { template, scenario }: SessionSource,
  { profile, seed, startMs }: SimulationSettings,
): Promise<Course> {
  const { taskId } = run.run.setup;
  const at = sqlTime(startMs);
  const [runId] = await createRuns(db, {
    taskIds: [taskId],
    profile: profile.name,
    seed,
    template,
    scenario,
    at,
  });
  if (runId === undefined) throw new Error('a fork was given no number');
  return { ...course, setup: { ...course.setup, runId } };
}
