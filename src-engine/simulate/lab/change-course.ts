/**
 * Lets a run go on under another scenario from where it is: attempts under way end as that one says, planned actions are
 * its own, and what somebody does by hand comes first. What it leaves as it was stays planned as it was, in its old turn.
 */
import { isDeepStrictEqual } from 'node:util';
import type { Handler } from '../../handlers/handler.ts';
import { sliceEnd } from '../../run/executor.ts';
import type { AgendaItem, RunSetup, Slice, TaskRun } from '../../run/task-run.ts';
import type { Planned } from '../../run/time/agenda.ts';
import { durationMs } from '../../run/time/virtual-time.ts';
import type { Json } from '../../template/template.ts';
import type { Action } from '../scenario.ts';

export interface OtherScenario {
  readonly handler: Handler;
  readonly actions: readonly Action[];
  readonly limits: Pick<RunSetup, 'concurrency' | 'recoveryMs' | 'limits'>;
  /** Of steps that are done: the other scenario may refer to some that the first one did not. */
  readonly resultsOf: (step: string) => Json | undefined;
}

export function changeScenario(run: TaskRun, other: OtherScenario): void {
  const before = run.handler;
  run.handler = other.handler;
  run.setup = { ...run.setup, ...other.limits };
  planActions(run, other.actions);
  planAttempts(run, before, other.resultsOf);
}

/** Before anything else happens, in their order. */
export function actByHand(run: TaskRun, actions: readonly Action[]): void {
  for (const action of actions) run.agenda.add(run.now, { kind: 'action', action });
}

/** What lies behind has happened or has not; only what is to come is exchanged. */
function planActions(run: TaskRun, actions: readonly Action[]): void {
  const toCome = run.agenda.remove(({ kind }) => kind === 'action');
  for (const action of actions) {
    const at = run.setup.startMs + durationMs(action.at);
    const isToCome = toCome.some((item) => item.kind === 'action' && isDeepStrictEqual(item.action, action));
    if (at > run.now || isToCome) run.agenda.add(Math.max(at, run.now), { kind: 'action', action });
  }
}

function planAttempts(run: TaskRun, before: Handler, resultsOf: OtherScenario['resultsOf']): void {
  const moved = new Map<number, number>();
  run.agenda.revise((planned) => {
    const { item } = planned;
    if (item.kind !== 'step_ends') return planned;
    const input = {
      ...item.input,
      resultsOf: (name: string) => item.input.resultsOf(name) ?? resultsOf(name),
    };
    const plan = run.handler.plan(input);
    if (isDeepStrictEqual(before.plan(item.input), plan)) return planned;
    const at = Math.max(run.now, item.startedAt + plan.durationMs);
    moved.set(item.step.id, at);
    return { ...planned, at, item: { ...item, input, outcome: plan.outcome } };
  });
  if (moved.size > 0) run.agenda.revise((planned) => withSlice(run, planned, moved));
}

function withSlice(
  run: TaskRun,
  planned: Planned<AgendaItem>,
  moved: ReadonlyMap<number, number>,
): Planned<AgendaItem> {
  if (planned.item.kind !== 'slice_over') return planned;
  const { slice } = planned.item;
  const ends = slice.ends.map(({ step, at }) => ({ step, at: moved.get(step) ?? at }));
  const changed: Slice = { ...slice, ends };
  const end = sliceEnd(
    slice.from,
    ends.map(({ at }) => at),
  );
  return { ...planned, at: Math.max(end, run.now), item: { kind: 'slice_over', slice: changed } };
}
