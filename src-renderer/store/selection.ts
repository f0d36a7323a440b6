/**
 * What is selected, once for all views. Whoever selects says who it is, so that a view does not scroll away from under
 * the hand that clicked in it.
 */
import { create } from 'zustand';

export type SelectedBy = 'canvas' | 'text' | 'events' | 'problems' | 'details' | 'palette' | 'run';

export interface SelectionState {
  /** `id` of a step of the shown template; null when none is selected. */
  readonly step: string | null;
  /** `seq` of an event of the run; null when none is selected. */
  readonly event: number | null;
  readonly by: SelectedBy;
  /** Grows with every selection, also of what was selected already: views reveal it again. */
  readonly turn: number;
}

export const useSelection = create<SelectionState>(() => ({ step: null, event: null, by: 'run', turn: 0 }));

/** Selects a step in all views; null selects none. */
export function selectStep(step: string | null, by: SelectedBy): void {
  useSelection.setState(({ turn }) => ({ step, event: null, by, turn: turn + 1 }));
}

/** Selects an event, and with it the step it is about, if it is about one. */
export function selectEvent(event: number, step: string | null, by: SelectedBy): void {
  useSelection.setState(({ turn }) => ({ step, event, by, turn: turn + 1 }));
}

export function clearSelection(): void {
  useSelection.setState(({ turn }) => ({ step: null, event: null, by: 'run', turn: turn + 1 }));
}
