/** Keeps the moment that is looked at and what is selected together: an event that is selected is the moment to look at. */
import { goToEvent, useRun } from '../store/run/run.ts';
import { selectEvent, useSelection } from '../store/selection.ts';
import { stepOf } from '../store/run/step-fold.ts';

export function startFollowingMoment(): void {
  useSelection.subscribe(({ event, turn, by }, before) => {
    if (event !== null && turn !== before.turn && by !== 'run') goToEvent(event);
  });
  useRun.subscribe(({ view, events, count }, before) => {
    const hit = view?.hit ?? null;
    if (hit === null || view?.status !== 'paused' || (hit === before.view?.hit && count === before.count))
      return;
    const event = events[view.events - 1];
    // The event that stopped it may still be on its way.
    if (event !== undefined) selectEvent(event.seq, stepOf(event), 'run');
  });
}
