/**
 * The event stream of a production task, rebuilt from its transitions: what Tasker told when they were written, with the keys that
 * rows still hold. Of several transitions at one time the task's own come last, as they follow from its steps.
 */
import { STEP_TRANSITION_EVENTS, TASK_TRANSITION_EVENTS } from '../../events/transition-events.ts';
import { TASK_EVENTS } from '../../events/names.ts';
import type { CopiedStep, CopiedTransition, TaskCopy } from '../../store/production/rows/task-copy.ts';
import type { JsonObject } from '../../template/template.ts';
import { errorOf } from './scenario-of-copy.ts';

export interface RebuiltEvent {
  /** ISO-8601, UTC. */
  readonly at: string;
  readonly name: string;
  readonly payload: JsonObject;
  /** What moved; null for the creation. */
  readonly moved: Moved | null;
}

export interface Moved {
  /** Null: the task itself. */
  readonly step: CopiedStep | null;
  readonly transition: CopiedTransition;
  /** Attempts that had ended by then. */
  readonly attempts: number;
}

export function historyOf(copy: TaskCopy): readonly RebuiltEvent[] {
  const moves = [
    ...copy.steps.flatMap((step) => movesOfStep(step)),
    ...copy.transitions.map((transition): Moved => ({ step: null, transition, attempts: 0 })),
  ].sort((a, b) => Date.parse(a.transition.at) - Date.parse(b.transition.at) || order(a) - order(b));
  return [creation(copy), ...moves.map((moved) => rebuilt(copy, moved))];
}

/** A task starts before its steps do, and ends after them. */
function order({ step, transition }: Moved): number {
  if (step !== null) return 1;
  return transition.to === 'in_progress' ? 0 : 2;
}

function movesOfStep(step: CopiedStep): readonly Moved[] {
  let ended = 0;
  return step.transitions.map((transition) => {
    if (transition.from === 'in_progress' || transition.to === 'error') ended += 1;
    return { step, transition, attempts: ended };
  });
}

function creation({ id, name, createdAt, steps }: TaskCopy): RebuiltEvent {
  return {
    at: createdAt,
    name: TASK_EVENTS.INITIALIZE_REQUESTED,
    payload: { task_id: keyOf(id), task_name: name, step_count: steps.length },
    moved: null,
  };
}

function rebuilt(copy: TaskCopy, moved: Moved): RebuiltEvent {
  const { step, transition } = moved;
  const move = {
    from_state: transition.from ?? 'pending',
    to_state: transition.to,
    transitioned_at: transition.at,
  };
  const task = { task_id: keyOf(copy.id) };
  if (step === null) {
    return {
      at: transition.at,
      name: eventOf(TASK_TRANSITION_EVENTS, 'task', move),
      payload: { ...task, task_name: copy.name, ...move },
      moved,
    };
  }
  const isBegin = transition.to === 'in_progress';
  return {
    at: transition.at,
    name: eventOf(STEP_TRANSITION_EVENTS, 'step', move),
    payload: {
      ...task,
      step_id: keyOf(step.id),
      step_name: step.name,
      attempt_number: moved.attempts + (isBegin ? 1 : 0),
      retry_limit: step.limit ?? 3,
      ...outcome(step, transition),
      ...move,
    },
    moved,
  };
}

/** Results and errors of earlier attempts were written over by later ones. */
function outcome(step: CopiedStep, { to, mostRecent }: CopiedTransition): JsonObject {
  if (to === 'complete' && mostRecent) return { results: step.results };
  if (to !== 'error') return {};
  const message = mostRecent ? errorOf(step) : null;
  return { error_message: message ?? 'The rows keep the message of the last failure only.' };
}

type Names = Readonly<Record<string, Readonly<Partial<Record<string, string>>>>>;

/** By what a move leads to where it is none of Tasker's: somebody wrote it by hand, or it is the successor's. */
function eventOf(
  names: Names,
  of: 'task' | 'step',
  { from_state: from, to_state: to }: { readonly from_state: string; readonly to_state: string },
): string {
  const known = names[from]?.[to];
  if (known !== undefined) return known;
  const others = Object.values(names).flatMap((moves) => moves[to] ?? []);
  return others[0] ?? `${of}.${to}`;
}

/** Keys of the first generation are numbers in payloads. */
function keyOf(id: string): number | string {
  const number = Number(id);
  return Number.isSafeInteger(number) ? number : id;
}
