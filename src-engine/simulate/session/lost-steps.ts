/** Which steps a dead worker had in hand at a moment of the past, as the log tells it. */
import type { EventName, LoggedEvent } from '../../events/event.ts';
import type { RunSession } from './run-session.ts';

const CRASHED = 'workbench.worker_crashed' satisfies EventName;
const RECOVERED = 'workbench.worker_recovered' satisfies EventName;
/** As many as a message may hold. */
const SLICE = 5_000;

export async function lostSteps(session: RunSession, seq: number): Promise<ReadonlySet<string>> {
  const lost = new Set<string>();
  if (!session.hasCrashed) return lost;
  for (let from = 0; from < seq; from += SLICE) {
    for (const event of await session.readEvents(from, Math.min(seq, from + SLICE))) follow(lost, event);
  }
  return lost;
}

function follow(lost: Set<string>, { name, payload }: LoggedEvent): void {
  const names = payload['step_names'];
  if (!Array.isArray(names)) return;
  for (const step of names) {
    if (typeof step !== 'string') continue;
    if (name === CRASHED) lost.add(step);
    else if (name === RECOVERED) lost.delete(step);
  }
}
