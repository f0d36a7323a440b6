/** Where somebody who goes through a log step by step comes to rest: one rule for going on, for going back, and for seeking. */
import type { Until } from '../../../api/contract/lab-schemas.ts';
import { assertNever } from '../../../assert-never.ts';
import type { LoggedEvent } from '../../../events/event.ts';

type Told = Pick<LoggedEvent, 'at' | 'payload'>;

/**
 * Whether a run that goes `until` rests after `event`. `next` is the event that follows; undefined at the end of the log, and
 * null when it is not known yet: then the answer may be null as well.
 */
export function restsAfter(until: Until, event: Told, next: Told | undefined | null): boolean | null {
  switch (until.kind) {
    case 'event':
      return true;
    case 'tick':
      if (next === null) return null;
      return next === undefined || next.at > event.at;
    case 'step':
      return movesStep(event, until.step);
    case 'end':
      return next === null ? null : next === undefined;
    default:
      return assertNever(until);
  }
}

/** An announcement of a move (`before_transition`) is none. */
function movesStep({ payload }: Told, step: string): boolean {
  return (
    payload['step_name'] === step &&
    typeof payload['to_state'] === 'string' &&
    payload['transition_event'] === undefined
  );
}
