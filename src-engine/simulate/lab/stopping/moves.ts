/** What a log says of states: every move of the task and its steps, each once. */
import type { LoggedEvent } from '../../../events/event.ts';

export interface Move {
  /** Name of a step; null for the task. */
  readonly step: string | null;
  readonly to: string;
  readonly seq: number;
  /** Virtual milliseconds since the start. */
  readonly atMs: number;
  /** Null where the event does not tell it. */
  readonly attempt: number | null;
}

/** Announcements, and the copies that the shipped engine makes of an event, are no moves. */
export function movesOf(events: readonly LoggedEvent[], startMs: number): readonly Move[] {
  const states = new Map<string | null, string>();
  const moves: Move[] = [];
  for (const { seq, at, payload } of events) {
    const { to_state: to, step_name: name, attempt_number: attempt } = payload;
    if (typeof to !== 'string' || payload['transition_event'] !== undefined) continue;
    const step = typeof name === 'string' ? name : null;
    if (states.get(step) === to) continue;
    states.set(step, to);
    const atMs = Date.parse(at) - startMs;
    moves.push({ step, to, seq, atMs, attempt: typeof attempt === 'number' ? attempt : null });
  }
  return moves;
}
