/** From the copy of a production task to a run in the sandbox that stands where the task stood, and can go on. */
import type { RebuiltEvent } from '../../inspect/production/history-of-copy.ts';
import { historyOf } from '../../inspect/production/history-of-copy.ts';
import { stateOf } from '../../inspect/production/copy-notes.ts';
import { attemptsOf } from '../../inspect/production/scenario-of-copy.ts';
import type { AdoptedTask } from '../../run/adopt-task.ts';
import { isState } from '../../run/state-machine.ts';
import type { State } from '../../events/transition-events.ts';
import { sqlTime } from '../../run/time/virtual-time.ts';
import { adoptTaskRows, adoptVersions, lendFunctions } from '../../store/calls/adopt-calls.ts';
import { logFacts } from '../../store/calls/event-log.ts';
import { appendEvents, createRuns } from '../../store/calls/workbench-calls.ts';
import type { Database, Queryable } from '../../store/database.ts';
import type { TaskCopy } from '../../store/production/rows/task-copy.ts';
import { chanceFrom } from '../chance/random.ts';
import type { Course } from '../lab/course.ts';
import { forkAt } from '../lab/course.ts';
import { RunHistory } from '../lab/run-history.ts';
import { Transcript } from '../lab/transcript.ts';
import type { Origin, PreparedSession, SessionSource } from '../session/run-session.ts';
import type { SimulationSettings } from '../settings.ts';
import { rowsOfCopy, versionsOfCopy } from './rows-of-copy.ts';

export interface AdoptOptions {
  readonly copy: TaskCopy;
  readonly inProgress: AdoptedTask['inProgress'];
  readonly source: SessionSource;
  readonly settings: SimulationSettings;
  /** Makes the functions of the database it comes from. */
  readonly lent: readonly string[];
}

export interface AdoptedSession {
  readonly start: PreparedSession;
  readonly origin: Origin;
}

const LENT = 'The functions of that database say what is ready.';

/** Thrown where a task cannot be taken over; the message is for whoever asked. */
export class AdoptionRefused extends Error {}

/** @param db Seen from the world the task is to live in, which is empty. */
export async function adoptSession(db: Database, options: AdoptOptions): Promise<AdoptedSession> {
  const { copy, source, settings } = options;
  const events = historyOf(copy);
  const adopted = adoptedTask(options, events);
  return db.transaction(async (tx) => {
    await lendFunctions(tx, options.lent);
    await adoptTaskRows(tx, rowsOfCopy(copy));
    const [past, future] = await twoRuns(tx, options);
    await adoptVersions(tx, past, versionsOfCopy(copy, events));
    await appendEvents(
      tx,
      adopted.events.map((event, index) => ({ run: past, seq: index + 1, ...event })),
    );
    const parts = [{ run: past, last: events.length }];
    const course = courseOf(options, adopted, future);
    const { scenario } = source;
    const stage = { after: events.length, scenario, settings, byHand: [] };
    const forked = forkAt(course, new Transcript(), stage);
    const history = new RunHistory(forked.transcript, parts);
    const facts = await logFacts(tx, parts);
    const words = `Task ${copy.id} as it was in production at ${copy.at}.`;
    return {
      start: { kind: 'prepared', db, schema: null, run: forked.run, history, course: forked.course },
      origin: {
        parent: null,
        before: facts,
        atMs: adopted.nowMs,
        changes: [words, ...(options.lent.length > 0 ? [LENT] : [])],
      },
    };
  });
}

/** The past and what follows are written apart, as with a fork. */
async function twoRuns(
  tx: Queryable,
  { copy, source, settings }: AdoptOptions,
): Promise<readonly [number, number]> {
  const task = Number(copy.id);
  const [past, future] = await createRuns(tx, {
    taskIds: [task, task],
    profile: settings.profile.name,
    seed: settings.seed,
    template: source.template,
    scenario: source.scenario,
    at: sqlTime(settings.startMs),
  });
  if (past === undefined || future === undefined) throw new Error('an adopted task was given no number');
  return [past, future];
}

function courseOf({ copy, source, settings }: AdoptOptions, adopted: AdoptedTask, runId: number): Course {
  const ids = new Map(copy.steps.map(({ name, id }) => [name, Number(id)]));
  const chance = chanceFrom(settings.seed);
  return {
    adopted,
    setup: {
      runId,
      taskId: Number(copy.id),
      stepIds: source.template.steps.map(({ name }) => ids.get(name) ?? 0),
      template: source.template,
      profile: settings.profile,
      context: settings.context,
      uniformInt: chance.integer,
      startMs: settings.startMs,
      concurrency: settings.concurrency,
      recoveryMs: settings.recoveryMs,
      limits: settings.limits,
    },
    stages: [{ after: 0, scenario: source.scenario, settings, byHand: [] }],
  };
}

function adoptedTask({ copy, inProgress }: AdoptOptions, events: readonly RebuiltEvent[]): AdoptedTask {
  return {
    events: events.map(({ at, name, payload }) => ({ at, name, payload })),
    nowMs: Date.parse(copy.at),
    taskState: knownState(stateOf(copy), 'the task'),
    inProgress,
    steps: copy.steps.map((step) => {
      const attempts = attemptsOf(step);
      const started = step.transitions.findLast(({ to }) => to === 'in_progress');
      return {
        id: Number(step.id),
        state: knownState(stateOf(step), step.name),
        begun: attempts.length,
        attempts: step.attempts ?? 0,
        startedAtMs: started === undefined ? null : Date.parse(started.at),
      };
    }),
  };
}

function knownState(state: string, of: string): State {
  if (isState(state)) return state;
  throw new AdoptionRefused(
    `${of} is in state ${state}, which the engine does not know: it cannot be simulated.`,
  );
}
