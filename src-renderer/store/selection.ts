/**
 * What is selected, once for all views. Whoever selects says who it is, so that a view does not scroll away from under
 * the hand that clicked in it.
 */
import { create } from 'zustand';

export type SelectedBy = 'canvas' | 'text' | 'events' | 'problems' | 'details' | 'palette' | 'run';

export interface SelectedEdge {
  readonly from: string;
  readonly to: string;
}

export interface SelectionState {
  /** `id` of the step that details and text show: the one selected last; null when none is selected. */
  readonly step: string | null;
  /** All selected steps, `step` last. More than one only where somebody selected them on the canvas. */
  readonly steps: readonly string[];
  /** An edge of the graph, by the ids of its ends; then no step is selected. */
  readonly edge: SelectedEdge | null;
  /** `seq` of an event of the run; null when none is selected. */
  readonly event: number | null;
  readonly by: SelectedBy;
  /** Grows with every selection, also of what was selected already: views reveal it again. */
  readonly turn: number;
}

const NOTHING = { step: null, steps: [], edge: null, event: null } as const;

export const useSelection = create<SelectionState>(() => ({ ...NOTHING, by: 'run', turn: 0 }));

/** Selects a step in all views; null selects none. */
export function selectStep(step: string | null, by: SelectedBy): void {
  selectSteps(step === null ? [] : [step], by);
}

/** Selects several steps; the last one is what details and text show. */
export function selectSteps(steps: readonly string[], by: SelectedBy): void {
  set({ ...NOTHING, step: steps.at(-1) ?? null, steps, by });
}

/** Selects an edge; only the canvas shows it. */
export function selectEdge(edge: SelectedEdge): void {
  set({ ...NOTHING, edge, by: 'canvas' });
}

/** Selects an event, and with it the step it is about, if it is about one. */
export function selectEvent(event: number, step: string | null, by: SelectedBy): void {
  set({ step, steps: step === null ? [] : [step], edge: null, event, by });
}

export function clearSelection(): void {
  set({ ...NOTHING, by: 'run' });
}

function set(selection: Omit<SelectionState, 'turn'>): void {
  useSelection.setState(({ turn }) => ({ ...selection, turn: turn + 1 }));
}
