/**
 * What it teaches that a scenario goes another way under the other profile: the first kind of difference that is met, in a
 * sentence. The differences themselves are those of the state machine reference (section 5) and of the orchestration reference
 * (sections 4 to 7); which one it is follows from the logs.
 */
import type { LoggedEvent } from '../../events/event.ts';
import type { ComparedRun, Parting } from './compare-runs.ts';
import type { Move } from './stopping/moves.ts';
import { movesOf } from './stopping/moves.ts';

interface Facts {
  /** Moves under the documented profile, and under that of the shipped engine. */
  readonly documented: readonly Move[];
  readonly shipped: readonly Move[];
  readonly documentedMove: Move | null;
  readonly shippedMove: Move | null;
  readonly shippedEvents: readonly LoggedEvent[];
}

interface Lesson {
  readonly applies: (facts: Facts) => boolean;
  readonly words: (facts: Facts) => string;
}

/** The first that applies is told. */
const LESSONS: readonly Lesson[] = [
  {
    applies: ({ shippedEvents }) => hasEvent(shippedEvents, 'workbench.worker_crashed'),
    words: () =>
      'When a worker dies, the shipped engine leaves its steps in progress for ever: nothing recovers them, so the task hangs until somebody resolves them by hand.',
  },
  {
    applies: ({ documented }) => wasCancelled(documented, null),
    words: () =>
      'The shipped engine goes on with the steps of a task that was cancelled under it; as documented, nothing new is started.',
  },
  {
    applies: (facts) => onlyRetriedAsDocumented(facts) !== undefined,
    words: (facts) => {
      const step = onlyRetriedAsDocumented(facts) ?? 'the step';
      const last = facts.shipped.findLast((move) => move.step === step)?.to ?? 'pending';
      const spins = hasEvent(facts.shippedEvents, 'workbench.loop_spinning')
        ? ' Its loop finds the step ready again and again and skips it each time, at full speed.'
        : '';
      return `The shipped engine never moves a failed step back to pending, so ${step} is tried once and stays ${last}: the retries that the template asks for do not happen in production.${spins}`;
    },
  },
  {
    applies: ({ documented, shipped }) => hasFailed(documented) || hasFailed(shipped),
    words: () =>
      'After a failure the two go different ways: the shipped engine runs its job again up to three times, 3 seconds apart, where the documented one re-enqueues the task by its state and its waits.',
  },
  {
    applies: ({ documentedMove, shippedMove }) =>
      documentedMove?.to === 'in_progress' || shippedMove?.to === 'in_progress',
    words: () =>
      'The shipped engine runs three steps at a time where twelve are documented, so steps that could run together wait for one another.',
  },
];

/** Null when the two go the same way. */
export function lessonOf(left: ComparedRun, right: ComparedRun, parting: Parting | null): string | null {
  if (parting === null) return null;
  const isLeftShipped = left.profile === 'rails-1.0';
  const [shipped, documented] = isLeftShipped ? [left, right] : [right, left];
  const facts: Facts = {
    documented: movesOf(documented.events, documented.startMs),
    shipped: movesOf(shipped.events, shipped.startMs),
    documentedMove: isLeftShipped ? parting.right : parting.left,
    shippedMove: isLeftShipped ? parting.left : parting.right,
    shippedEvents: shipped.events,
  };
  const lesson = LESSONS.find(({ applies }) => applies(facts));
  return (
    lesson?.words(facts) ??
    'Both end the same way, but not at the same times: the profiles queue and wait differently.'
  );
}

function hasEvent(events: readonly LoggedEvent[], wanted: string): boolean {
  return events.some(({ name }) => name === wanted);
}

function wasCancelled(moves: readonly Move[], step: string | null): boolean {
  return moves.some((move) => move.step === step && move.to === 'cancelled');
}

/** A step that failed and is tried again under the documented profile alone. */
function onlyRetriedAsDocumented({ documented, shipped }: Facts): string | undefined {
  const retried = documented.find(({ step, to }) => step !== null && to === 'pending')?.step;
  const isRetriedThere = shipped.some(({ step, to }) => step === retried && to === 'pending');
  return retried == null || isRetriedThere ? undefined : retried;
}

function hasFailed(moves: readonly Move[]): boolean {
  return moves.some(({ step, to }) => step !== null && to === 'error');
}
