/** Finds the event in a log where somebody who goes on, or back, comes to rest. */
import type { Until } from '../../../api/contract/lab-schemas.ts';
import type { LoggedEvent } from '../../../events/event.ts';
import type { RunSession } from '../../session/run-session.ts';
import type { CompiledBreakpoints } from './breakpoints.ts';
import { HitCounter } from './breakpoints.ts';
import { restsAfter } from './stops.ts';

export interface Seek {
  readonly from: number;
  readonly direction: 'forward' | 'back';
  readonly until: Until | { readonly kind: 'breakpoint' };
}

/** As many events as are read at once. */
const SLICE = 1_000;

/** Null when there is none in what is shown of the log. */
export async function seek(
  session: RunSession,
  { from, direction, until }: Seek,
  breakpoints: CompiledBreakpoints,
): Promise<number | null> {
  if (until.kind === 'breakpoint') return seekBreakpoint(session, from, direction, breakpoints);
  const last = session.view.events;
  if (until.kind === 'end') {
    const end = direction === 'forward' ? last : Math.min(1, last);
    return end === from ? null : end;
  }
  return direction === 'forward'
    ? seekForward(session, from, last, until)
    : seekBack(session, Math.min(from - 1, last), until);
}

async function seekForward(
  session: RunSession,
  from: number,
  last: number,
  until: Until,
): Promise<number | null> {
  for (let after = from; after < last; after += SLICE) {
    // One more, because some events are a rest for what follows them.
    const events = await session.readEvents(after, after + SLICE + 1);
    const found = events.slice(0, SLICE).find((event, index) => rests(until, event, events[index + 1]));
    if (found !== undefined) return found.seq;
  }
  return null;
}

async function seekBack(session: RunSession, from: number, until: Until): Promise<number | null> {
  for (let to = from; to > 0; to -= SLICE) {
    const events = await session.readEvents(Math.max(0, to - SLICE), to + 1);
    const isAsked = ({ seq }: LoggedEvent): boolean => seq <= to;
    const found = events.findLast((event, index) => isAsked(event) && rests(until, event, events[index + 1]));
    if (found !== undefined) return found.seq;
  }
  return null;
}

function rests(until: Until, event: LoggedEvent, next: LoggedEvent | undefined): boolean {
  return restsAfter(until, event, next) === true;
}

/** Hits are counted from the beginning of the log, whichever way somebody goes. */
async function seekBreakpoint(
  session: RunSession,
  from: number,
  direction: Seek['direction'],
  breakpoints: CompiledBreakpoints,
): Promise<number | null> {
  if (breakpoints.all.length === 0) return null;
  const hits = new HitCounter();
  const startMs = session.settings.startMs;
  const end = direction === 'forward' ? session.view.events : from - 1;
  let before: number | null = null;
  for (let after = 0; after < end; after += SLICE) {
    for (const event of await session.readEvents(after, Math.min(after + SLICE, end))) {
      if (hits.stopAt(breakpoints, event, startMs) === null) continue;
      if (direction === 'back') before = event.seq;
      else if (event.seq > from) return event.seq;
    }
  }
  return before;
}
