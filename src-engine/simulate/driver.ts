/**
 * Advances any number of runs together. Every round takes one question of each run and answers each kind with one
 * set-wise call, so a thousand tasks cost little more calls than one. Runs never touch each other's rows, therefore the
 * log of a run does not depend on which runs share its rounds, although each is at its own virtual time.
 * State and log are committed together; subscribers are told after the commit.
 */
import { setImmediate } from 'node:timers/promises';
import { assertNever } from '../assert-never.ts';
import type { Answer, Effect, Running } from '../run/effects.ts';
import { REST } from '../run/effects.ts';
import type { RunEvent, TaskRun } from '../run/task-run.ts';
import type { Database, Queryable } from '../store/database.ts';
import {
  amendRow,
  appendEvents,
  readySteps,
  resetAttempts,
  stepResults,
  taskContexts,
  transitionSteps,
  transitionTasks,
} from '../store/calls/workbench-calls.ts';

export interface Driven<Result> {
  readonly run: TaskRun;
  readonly running: Running<Result>;
}

export interface DriveOptions {
  /** Stops between two transactions; the promise is rejected with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Called after each commit with what it added to the logs, in order. */
  readonly onEvents?: (events: readonly RunEvent[]) => void;
  /**
   * Asked before each commit with the virtual time of its first round: says how much the commit may hold, and may take its
   * time for it. What it throws ends the drive between two commits.
   */
  readonly beforeCommit?: (upcomingMs: number) => Promise<CommitBudget>;
  /** Told in the transaction of every answer what a run asked, what it was answered, and what it told then. */
  readonly onRound?: (tx: Queryable, round: Round) => Promise<void>;
}

/** One question of a run and what came of it. */
export interface Round {
  readonly run: TaskRun;
  readonly effect: Effect;
  readonly answer: Answer;
  readonly events: readonly RunEvent[];
}

/** A commit ends after so many rounds or events, whichever comes first; its first round always runs. */
export interface CommitBudget {
  /** More is faster, less is smoother to watch. */
  readonly rounds: number;
  readonly events: number;
  /** No further round begins after this virtual time. */
  readonly untilMs: number;
}

/** For a run that nobody watches. */
const LARGE_COMMIT: CommitBudget = { rounds: 50, events: 2_000, untilMs: Infinity };

interface Active<Result> extends Driven<Result> {
  readonly index: number;
  effect: Effect;
}

/** Runs everything to its end; results come in the order of `driven`. */
export async function drive<Result>(
  db: Database,
  driven: readonly Driven<Result>[],
  options: DriveOptions = {},
): Promise<readonly Result[]> {
  const results: Result[] = [];
  let active = driven.flatMap((each, index) => begin(each, index, results));
  let leftover = driven.flatMap(({ run }) => run.takeEvents());
  while (active.length > 0 || leftover.length > 0) {
    // PGlite answers within the same turn of the event loop: without this no signal would ever come through.
    await setImmediate();
    options.signal?.throwIfAborted();
    const budget = (await options.beforeCommit?.(upcoming(active))) ?? LARGE_COMMIT;
    const events = await db.transaction(async (tx) => {
      const told = [...leftover];
      for (let round = 0; active.length > 0 && isWithin(budget, round, told.length, active); round++) {
        const answers = await answerRound(tx, active);
        const asked = active.map((each) => ({ ...each }));
        active = active.filter((each, position) => resume(each, answers[position], results));
        for (const [position, { run, effect }] of asked.entries()) {
          const events = run.takeEvents();
          const answer = answers[position];
          if (answer !== undefined) await options.onRound?.(tx, { run, effect, answer, events });
          told.push(...events);
        }
      }
      if (told.length > 0) await appendEvents(tx, told);
      return told;
    });
    leftover = [];
    options.onEvents?.(events);
  }
  return results;
}

function isWithin(
  { rounds, events, untilMs }: CommitBudget,
  round: number,
  told: number,
  active: readonly Driven<unknown>[],
): boolean {
  return (
    round === 0 || (round < rounds && told < events && (untilMs === Infinity || upcoming(active) <= untilMs))
  );
}

/** When the next round of the run that is furthest behind takes place; a run that is over has none. */
function upcoming(active: readonly Driven<unknown>[]): number {
  return active.reduce((earliest, { run }) => Math.min(earliest, run.now), Infinity);
}

function begin<Result>(each: Driven<Result>, index: number, results: Result[]): Active<Result>[] {
  const first = goOn(each.running, each.running.next());
  if (!first.done) return [{ ...each, index, effect: first.value }];
  results[index] = first.value;
  return [];
}

/** Gives a run its answer and takes its next question; false when it is at its end. */
function resume<Result>(each: Active<Result>, answer: Answer | undefined, results: Result[]): boolean {
  if (answer === undefined) throw new Error('a run was given no answer');
  const next = goOn(each.running, each.running.next(answer));
  if (next.done) results[each.index] = next.value;
  else each.effect = next.value;
  return !next.done;
}

/** Nobody plans anything else for a run that is driven: it need not stop where it could. */
function goOn<Result>(
  running: Running<Result>,
  from: IteratorResult<Effect, Result>,
): IteratorResult<Effect, Result> {
  let next = from;
  while (next.done !== true && next.value.kind === 'rest') next = running.next(REST);
  return next;
}

/** Answers one question of each run, in their order, with one call for each kind that occurs. */
async function answerRound<Result>(
  tx: Queryable,
  active: readonly Active<Result>[],
): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  const byKind = new Map<Effect['kind'], number[]>();
  active.forEach(({ effect }, position) => {
    const positions = byKind.get(effect.kind);
    if (positions === undefined) byKind.set(effect.kind, [position]);
    else positions.push(position);
  });
  for (const [kind, positions] of byKind) {
    const effects = positions.flatMap((position) => active[position]?.effect ?? []);
    const answered = await answerKind(tx, kind, effects);
    positions.forEach((position, index) => {
      const answer = answered[index];
      if (answer !== undefined) answers[position] = answer;
    });
  }
  return answers;
}

async function answerKind(
  tx: Queryable,
  kind: Effect['kind'],
  effects: readonly Effect[],
): Promise<readonly Answer[]> {
  switch (kind) {
    case 'steps': {
      const lists = effects.flatMap((effect) => (effect.kind === 'steps' ? [effect.changes] : []));
      const rows = await transitionSteps(tx, lists.flat());
      return split(rows, lists).map((part) => ({ kind, rows: part }));
    }
    case 'task': {
      const changes = effects.flatMap((effect) => (effect.kind === 'task' ? effect.change : []));
      return (await transitionTasks(tx, changes)).map((row) => ({ kind, row }));
    }
    case 'ready': {
      const asks = effects.flatMap((effect) => (effect.kind === 'ready' ? effect.ask : []));
      return (await readySteps(tx, asks)).map((stepIds) => ({ kind, stepIds }));
    }
    case 'context': {
      const asks = effects.flatMap((effect) => (effect.kind === 'context' ? effect : []));
      const contexts = await taskContexts(
        tx,
        asks.map(({ task, at }) => ({ task, at })),
      );
      return contexts.map((answer) => ({ kind, answer }));
    }
    case 'results': {
      const lists = effects.flatMap((effect) => (effect.kind === 'results' ? [effect.stepIds] : []));
      const results = await stepResults(tx, lists.flat());
      return split(results, lists).map((part) => ({ kind, results: part }));
    }
    case 'reset_attempts': {
      for (const effect of effects) {
        if (effect.kind === 'reset_attempts') await resetAttempts(tx, effect.stepIds, effect.at);
      }
      return effects.map(() => ({ kind }));
    }
    case 'amend': {
      for (const effect of effects) if (effect.kind === 'amend') await amendRow(tx, effect.change);
      return effects.map(() => ({ kind }));
    }
    case 'rest':
      throw new Error('a rest is no question');
    default:
      return assertNever(kind);
  }
}

/** Cuts one list of answers into the parts that belong to each list of questions. */
function split<Item>(
  items: readonly Item[],
  lists: readonly (readonly unknown[])[],
): readonly (readonly Item[])[] {
  let from = 0;
  return lists.map((list) => items.slice(from, (from += list.length)));
}
